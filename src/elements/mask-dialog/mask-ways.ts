import { isPersonal, type DeskError } from '../../base/desk-error.js';
import { unseen, type UnmaskMode } from '../../base/mask-question.js';
import type { Session } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';

/** What can be done with a mask. */
export type Way = 'reveal' | 'unmask' | 'purge';

/** What this agent may do with a mask here, the mildest first. */
export function waysFor(session: Session | undefined, mode: UnmaskMode): readonly Way[] {
  if (!session?.capabilities.security) return [];
  const offered: readonly Way[] = mode === 'reveal-only' ? ['reveal'] : ['reveal', 'unmask', 'purge'];
  return offered.filter((way) => session.agent.permissions[way]);
}

export const purposes = ['identity', 'handling', 'contact', 'checking', 'own'] as const;
export type Purpose = (typeof purposes)[number];

/** What an agent chose and typed, as it stays while the page does. */
export interface Choice {
  readonly way: Way;
  readonly purpose: Purpose;
  readonly ownPurpose: string;
  readonly reason: string;
}

export const firstChoice: Choice = { way: 'reveal', purpose: 'identity', ownPurpose: '', reason: '' };

/** Why a mask stayed as it is. */
export function whyNot(error: DeskError, texts: Texts, { maskDialog: words }: MoreTexts): string {
  const { kind, details } = error;
  const code = details.content?.['code'];
  if (code === 'mail_waiting') return words.mailWaiting;
  if (isPersonal(error)) return words.personal;
  if (kind === 'gone') return words.gone;
  if (kind === 'conflict') return words.changed;
  if (kind === 'missing') return words.removed;
  if (code === 'too_often') return words.busy;
  if (code === unseen) return words.unseen;
  return texts.errors[kind];
}

/** The purpose or the reason that is given, as it is written down; empty where none is. */
export function whyOf(way: Way, { purpose, ownPurpose, reason }: Choice, { maskDialog: words }: MoreTexts): string {
  if (way !== 'reveal') return reason.trim();
  return purpose === 'own' ? ownPurpose.trim() : words[purpose];
}
