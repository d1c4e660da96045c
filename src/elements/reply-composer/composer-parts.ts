import { html, nothing, type TemplateResult } from 'lit';
import type { DraftState, Task } from '../../base/hub-context.js';
import { icon } from '../../base/icons.js';
import { timeText } from '../../base/time-text.js';
import { mailFollows } from '../../domain/processing.js';
import { reasonsFor } from '../../domain/rules.js';
import type { Reason, Ticket } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import type { ComposerSource } from './composer-source.js';
import { draftText } from './draft-text.js';
import { mailNotice, problemsOf, refusalOf, whyLimited, type Choice, type Step } from './process-choice.js';
import { renderControls } from './process-controls.js';

/** Both windows' texts and the choice between them; the editor above keeps ours meanwhile. */
export function renderConflict(
  { draft }: ComposerSource,
  ticket: Ticket,
  mine: string,
  texts: Texts,
  onChoose: (keep: 'mine' | 'other') => void,
): TemplateResult | typeof nothing {
  if (draft?.ticketId !== ticket.ticketId || draft.state !== 'conflict') return nothing;
  const words = texts.replyComposer;
  const other = draftText(draft.other?.html ?? '');
  const column = (keep: 'mine' | 'other', text: string, title: string, label: string) =>
    html`<div class="version">
      <h4 class="version-title" id="version-${keep}">${title}</h4>
      <div
        class="version-text"
        role="group"
        tabindex="0"
        aria-labelledby="version-${keep}"
        dir="auto"
        .textContent=${text || words.emptyText}
      ></div>
      <button type="button" class="button" @click=${() => onChoose(keep)}>${label}</button>
    </div>`;
  return html`<div class="conflict" role="alert">
    <p class="strong">${words.conflictTitle}</p>
    <p>${words.conflictText}</p>
    <div class="versions">
      ${column('mine', mine, words.mine, words.keepMine)} ${column('other', other, words.other, words.keepOther)}
    </div>
  </div>`;
}

/** Whether the text is safe: when it was saved, or that it was not. Said aloud only when something is wrong. */
export function renderDraftState(
  { draft, session }: ComposerSource,
  ticket: Ticket,
  texts: Texts,
  language: string,
  onRetry: () => void,
): TemplateResult {
  const words = texts.replyComposer;
  const state = draft?.ticketId === ticket.ticketId ? draft.state : undefined;
  const trouble = state === 'unsaved' ? words.unsaved : state === 'unread' ? words.notRead : null;
  const said = sayState(state, draft?.draft?.updatedAt, session?.service.timeZone ?? 'UTC', texts, language);
  return html`<div class="draft" ?hidden=${!said && !trouble}>
    ${said}
    <span class="lost" role="status">${trouble ? html`${icon('warning')}${trouble}` : nothing}</span>
    ${trouble ? html`<button type="button" class="button" @click=${onRetry}>${texts.common.retry}</button>` : nothing}
  </div>`;
}

function sayState(
  state: DraftState['state'] | undefined,
  savedAt: number | undefined,
  timeZone: string,
  { replyComposer: words }: Texts,
  language: string,
): TemplateResult | string | null {
  if (state === 'loading') return words.loading;
  if (state === 'dirty' || state === 'saving') return words.saving;
  if (state !== 'kept' || savedAt === undefined) return null;
  return html`${icon('check')}${words.saved({ time: timeText(savedAt, language, timeZone, 'time') })}`;
}

/** Why the ticket was not processed, what is safe, and what to do. */
export function renderRefusal(
  { error, action }: Task,
  texts: Texts,
  more: MoreTexts | undefined,
  onDismiss: () => void,
): TemplateResult {
  const words = texts.replyComposer;
  const { why, safe } = refusalOf(error, action, texts, more);
  const problems = error ? problemsOf(error, texts) : [];
  return html`<div class="refusal" role="alert">
    ${icon('warning')}
    <div>
      <p class="strong">${words.refused({ why })}</p>
      ${problems.length > 0 ? html`<p>${problems.join(', ')}</p>` : nothing}
      <p>${safe}</p>
    </div>
    <button type="button" class="button quiet" aria-label=${words.dismiss} title=${words.dismiss} @click=${onDismiss}>
      ${icon('close')}
    </button>
  </div>`;
}

/** What stands below the text, and what it is about. */
export interface Below {
  readonly source: ComposerSource;
  readonly ticket: Ticket;
  readonly choice: Choice | null;
  readonly reason: Reason | null;
  readonly isReasonMissing: boolean;
  /** The way to the preview; it comes late. */
  readonly preview: unknown;
  /** What keeps the answer from going, in words. */
  readonly problem: string | null | undefined;
  readonly isRunning: boolean;
  /** What went well last. */
  readonly done: Step | null;
  readonly texts: Texts;
  readonly language: string;
}

export interface BelowHandlers {
  choose(choice: Choice): void;
  reason(reason: Reason | null): void;
  process(): void;
  retry(): void;
  dismiss(taskId: string): void;
}

/** What was handed over to be answered is not put aside. */
function reasonsOf({ source, ticket }: Below): readonly Reason[] {
  const fitting = reasonsFor(ticket);
  return (source.settings?.reasons ?? []).filter((one) => fitting.includes(one));
}

/** What is processed shows in the history; a comment on the task shows elsewhere, so it is said where it was written. */
function doneWords(done: Step, { replyComposer: words, action }: Texts): string {
  return done === 'dooray_comment' ? words.commented : words.done({ action: action[done] });
}

/** What the customer will get, what became of the last try, whether the text is safe, and the way on. */
export function renderBelow(below: Below, on: BelowHandlers): TemplateResult {
  const { source, ticket, choice, texts, language, isRunning, done } = below;
  const words = texts.replyComposer;
  const notice = choice && mailNotice(ticket, choice, texts);
  const limited = whyLimited(ticket, source.session, texts);
  const { task } = source;
  return html`<p class="notices" id="notice">
      ${limited ? html`<span>${limited}</span>` : nothing}
      ${notice ? html`<span class=${notice.warns ? 'warns' : ''}>${notice.text}</span>` : nothing}
    </p>
    ${task?.state === 'failed' ? renderRefusal(task, texts, source.more, () => on.dismiss(task.id)) : nothing}
    <div class="foot">
      ${renderDraftState(source, ticket, texts, language, on.retry)}
      <div class="process">
        ${renderControls({ ...below, isCommenting: task?.action === 'dooray_comment' }, reasonsOf(below), texts, on)}
      </div>
    </div>
    <p class="problem" id="problem" role="alert">${below.problem ?? nothing}</p>
    <p class=${!isRunning && done === 'dooray_comment' ? 'commented' : 'visually-hidden'} role="status">
      ${isRunning ? words.running : done ? doneWords(done, texts) : nothing}
    </p>`;
}

/** Asks before a ticket is resolved that the other side still has. */
export function renderConfirmation(
  ticket: Ticket,
  texts: Texts,
  onConfirm: () => void,
  onCancel: () => void,
): TemplateResult {
  const words = texts.replyComposer;
  const hasMail = ticket.customer?.email && mailFollows('resolve', ticket);
  return html`<dialog class="dialog" aria-labelledby="confirm-title" aria-describedby="confirm-text">
    <h2 class="dialog-title" id="confirm-title">${words.confirmTitle}</h2>
    <div class="dialog-body">
      <p id="confirm-text">${hasMail ? words.confirmText : words.confirmTextNoMail}</p>
    </div>
    <div class="dialog-foot">
      <button type="button" class="button" @click=${onCancel}>${texts.common.cancel}</button>
      <button type="button" class="button primary" @click=${onConfirm}>${words.confirmSubmit}</button>
    </div>
  </dialog>`;
}
