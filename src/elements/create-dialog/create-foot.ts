import { html, nothing, type TemplateResult } from 'lit';
import { isUncertain, type DeskError } from '../../base/desk-error.js';
import type { FieldUploads } from '../../base/fields/field-uploads.js';
import { keyAria, keyText } from '../../base/commands.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';

/** Submits from anywhere in the dialog. */
const submitKey = 'Mod+Enter';

/** How the making of the ticket stands. */
export interface CreateState {
  /** It is sent as soon as there is a connection. */
  readonly isWaiting: boolean;
  readonly error: DeskError | undefined;
  readonly hasProblems: boolean;
  readonly uploads: Pick<FieldUploads, 'isRunning' | 'hasFailed'>;
}

/** What is to be said above the buttons. */
export function renderSaid(
  { isWaiting, error, hasProblems, uploads }: CreateState,
  texts: Texts,
  more: MoreTexts,
): TemplateResult | typeof nothing {
  const words = more.createDialog;
  if (isWaiting) return html`<p class="notice calm" role="status">${words.waiting}</p>`;
  if (hasProblems) return html`<p class="notice" role="alert">${more.fieldForm.look}</p>`;
  if (uploads.hasFailed) return html`<p class="notice" role="alert">${more.answerTools.notUploaded}</p>`;
  if (uploads.isRunning) return html`<p class="notice calm" role="status">${words.uploading}</p>`;
  return error ? html`<p class="notice" role="alert">${renderWhy(error, texts, words)}</p>` : nothing;
}

/** Why there is no ticket, and what there is. */
export function renderWhy({ kind }: DeskError, texts: Texts, words: MoreTexts['createDialog']): TemplateResult {
  // The server has it under this name already, and what was changed since is not in it.
  if (kind === 'conflict') return html`<span>${words.conflict}</span>`;
  return html`<span>${texts.errors[kind]}</span><span>${isUncertain(kind) ? words.unknown : words.safe}</span>`;
}

export function renderButtons(
  { isRunning, canClear }: { readonly isRunning: boolean; readonly canClear: boolean },
  { common }: Texts,
  { createDialog: words }: MoreTexts,
  on: { close(): void; clear(): void },
): TemplateResult {
  return html`${
      canClear && !isRunning
        ? html`<button class="button quiet start-over" type="button" @click=${on.clear}>${words.startOver}</button>`
        : nothing
    }
    <button class="button" type="button" @click=${on.close}>${isRunning ? common.close : common.cancel}</button>
    <button
      class="button primary"
      type="submit"
      title="${words.submit} (${keyText(submitKey)})"
      aria-keyshortcuts=${keyAria(submitKey)}
      aria-disabled=${isRunning ? 'true' : nothing}
    >
      ${isRunning ? words.running : words.submit}
    </button>`;
}
