import type { WritableAtom } from 'nanostores';
import type { DraftValues, WorkApi } from '../api/work-api.js';
import type { DraftState } from '../base/hub-context.js';
import type { Draft } from '../domain/types.js';

export type Text = Pick<Draft, 'html' | 'action' | 'values' | 'attachments'>;

/** The unsent text of one ticket. */
export interface Entry {
  readonly ticketId: string;
  text: Text | null;
  /** Number of the draft that the server has. */
  seq: number;
  /** What that draft says, where it is known. */
  kept?: Pick<Text, 'html' | 'values'>;
  state: DraftState['state'];
  updatedAt: number;
  other?: Draft;
  error?: DraftState['error'];
  loading: Promise<void>;
  saving?: Promise<void>;
  /** What was sent without an answer; the server may have it. */
  doubtful?: Text;
  timer?: ReturnType<typeof setTimeout>;
  isResting: boolean;
  isDirty: boolean;
  /** A text came to its end here: it was given up, or became an answer. */
  hasEnded: boolean;
}

/** Milliseconds. */
export const usual = {
  /** From a change to its save. */
  saveAfter: 2_000,
  /** Between tries after a failure. */
  retryAfter: 5_000,
  /** That an answer waits for the save of its text at most. */
  longestRest: 5_000,
};

/** Whether a text is in this page alone. */
export const isAtRisk = ({ isDirty, state }: Entry): boolean =>
  isDirty && (state === 'unsaved' || state === 'conflict');

export const emptyText: Text = { html: '', action: null, values: {} };

/** Whether there is nothing to answer with: no text, and no file either. */
export function isEmptyText(text: Text | null): boolean {
  return !text?.html && !text?.attachments?.length;
}

export function isGivenUp(text: Text): boolean {
  return isEmptyText(text) && Object.keys(text.values).length === 0;
}

/** What a text is kept by: its files are stored already. */
export function valuesOf({ html, action, values, attachments = [] }: Text): Omit<DraftValues, 'seq'> {
  const ids = [...attachments.map(({ attachmentId }) => attachmentId), ...inlineIds(html)];
  return { html, action, values, ...(ids.length > 0 ? { attachmentIds: ids } : {}) };
}

function inlineIds(html: string): string[] {
  return [...new Set([...html.matchAll(/<img\b[^>]*?\ssrc="cid:([0-9a-f]{32})"/gi)].map(([, id]) => id ?? ''))];
}

/** Whether two texts are the same answer. */
export function isSameText(a: Text | null | undefined, b: Text | null | undefined): boolean {
  const ids = (text: Text): string => (text.attachments ?? []).map(({ attachmentId }) => attachmentId).join();
  return a?.html === b?.html && (!a || !b || ids(a) === ids(b));
}

/** Whether two sets of values say the same, in whatever order. */
export function isSameValues(a: Text['values'], b: Text['values']): boolean {
  const spell = (values: Text['values']): string =>
    JSON.stringify(Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1)));
  return spell(a) === spell(b);
}

/** What makes one kind of text out. */
export interface DraftRules {
  /** Whether there is nothing that could be lost. */
  isEmpty(text: Text | null): boolean;
  isSame(a: Text | null | undefined, b: Text | null | undefined): boolean;
}

/** An answer is its words and files: what else is chosen for it is chosen again in a moment. */
export const answerRules: DraftRules = { isEmpty: isEmptyText, isSame: isSameText };

/** Of a form, every entry counts. */
export const formRules: DraftRules = {
  isEmpty: (text) => text === null || isGivenUp(text),
  isSame: (a, b) => isSameText(a, b) && isSameValues(a?.values ?? {}, b?.values ?? {}),
};

/** A text with the step and the values that were chosen for it elsewhere. */
export function withChoice(text: Text, { action, values }: Text): Text {
  const { html, attachments } = text;
  return { html, attachments, action: action ?? text.action, values: { ...text.values, ...values } };
}

export function newEntry(ticketId: string): Entry {
  return {
    ticketId,
    text: null,
    seq: 0,
    state: 'loading',
    updatedAt: 0,
    loading: Promise.resolve(),
    isResting: false,
    isDirty: false,
    hasEnded: false,
  };
}

export interface DraftsOptions {
  readonly api: Pick<WorkApi, 'draft' | 'saveDraft' | 'dropDraft'>;
  readonly $draft: WritableAtom<DraftState | null>;
  currentId(): string | null;
  serverNow(): number;
  signal(): AbortSignal;
  /** Milliseconds from a change to its save, and between tries after a failure. */
  readonly saveAfter?: number;
  readonly retryAfter?: number;
  /** Those of answers unless told. */
  readonly rules?: DraftRules;
}
