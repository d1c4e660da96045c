import { html, nothing, type TemplateResult } from 'lit';
import { sentences } from '../../base/sentences.js';
import type { Session } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import type { TransferForm } from './transfer-form.js';
import type { TransferSteps } from './transfer-steps.js';

export interface WithoutView {
  readonly texts: Texts;
  readonly more: MoreTexts;
  readonly session: Session | undefined;
  retry(): void;
}

/** What stands in the place of the form: it is on its way, it did not come, or there is none. */
export function renderWithout(
  { error, lack }: TransferSteps,
  { texts, more, session, retry }: WithoutView,
): TemplateResult {
  const words = more.transferDialog;
  if (lack) {
    const isIssue = lack === 'noTarget' && session?.service.kind === 'issue';
    return html`<p class="notice calm" role="alert">${isIssue ? words.onlyDooray : words[lack]}</p>`;
  }
  if (!error) return html`<p class="waiting" role="status">${texts.common.loading}</p>`;
  const isFinal = error.kind === 'denied' || error.kind === 'missing' || error.kind === 'gone';
  const why = texts.errors[error.kind];
  if (isFinal) return html`<p class="notice" role="alert">${why}</p>`;
  return html`<div class="notice" role="alert">
      <span>${sentences(words.failed, why)}</span>
    </div>
    <div><button class="button" type="button" autofocus @click=${retry}>${texts.common.retry}</button></div>`;
}

/** The ticket is not as it was when the text was taken from it; or the text was taken anew, which can be undone. */
export function renderOutdated(
  { isOutdated, canUndo }: TransferForm,
  { transferDialog: words }: MoreTexts,
  fillAgain: (isUndone: boolean) => void,
): TemplateResult | typeof nothing {
  if (!isOutdated && !canUndo) return nothing;
  return html`<div class="notice calm" role="alert">
    <span>${isOutdated ? words.outdated : words.filledAgain}</span>
    <button class="button" type="button" @click=${() => fillAgain(!isOutdated)}>
      ${isOutdated ? words.fillAgain : words.undoFill}
    </button>
  </div>`;
}
