import { html, nothing, type TemplateResult } from 'lit';
import { isUncertain, type DeskError } from '../../base/desk-error.js';
import { keyAria, keyText } from '../../base/commands.js';
import { transferRefusal } from '../../base/transfer-refusal.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import type { TransferForm, TransferKind } from './transfer-form.js';

/** Sends it from anywhere in the dialog. */
const submitKey = 'Mod+Enter';

/** What is to be said above the buttons. */
export function renderSaid(
  { error, problems, uploads }: TransferForm,
  isWaiting: boolean,
  texts: Texts,
  more: MoreTexts,
): TemplateResult | typeof nothing {
  if (isWaiting) return html`<p class="notice calm" role="status">${more.transferDialog.waiting}</p>`;
  if (uploads.hasFailed) return html`<p class="notice" role="alert">${more.answerTools.notUploaded}</p>`;
  if (uploads.isRunning) return html`<p class="notice calm" role="status">${more.transferDialog.uploading}</p>`;
  if (problems.size > 0) return html`<p class="notice" role="alert">${more.fieldForm.look}</p>`;
  return error ? html`<p class="notice" role="alert">${renderWhy(error, texts, more)}</p>` : nothing;
}

/** Why it was not handed over, and what there is. */
export function renderWhy(error: DeskError, texts: Texts, more: MoreTexts): TemplateResult {
  const words = more.transferDialog;
  // The server has it under this name already, and what was changed since is not in it.
  if (error.details.content?.['code'] === 'idempotency_key_reused') return html`<span>${words.sentBefore}</span>`;
  return html`<span>${reasonOf(error, texts, more)}</span
    ><span>${isUncertain(error.kind) ? words.unknown : words.safe}</span>`;
}

function reasonOf(error: DeskError, texts: Texts, more: MoreTexts): string {
  switch (error.details.content?.['code']) {
    case 'no_target':
      return more.transferDialog.noTarget;
    case 'switched_off':
      return more.transferDialog.switchedOff;
    default:
      return transferRefusal(error, 'transfer_dooray', more) ?? texts.errors[error.kind];
  }
}

/** How the buttons stand. */
export interface ButtonState {
  readonly kind: TransferKind;
  readonly isRunning: boolean;
  /** Whether there is anything to send. */
  readonly isReady: boolean;
  /** Whether what was entered can be given up. */
  readonly canClear: boolean;
}

export function renderButtons(
  { kind, isRunning, isReady, canClear }: ButtonState,
  { common }: Texts,
  { transferDialog: words }: MoreTexts,
  on: { close(): void; clear(): void },
): TemplateResult {
  const name = kind === 'issue' ? words.issueSubmit : words.dooraySubmit;
  return html`${
      canClear && !isRunning
        ? html`<button class="button quiet start-over" type="button" @click=${on.clear}>${words.startOver}</button>`
        : nothing
    }
    <button class="button" type="button" @click=${on.close}>
      ${isRunning || !isReady ? common.close : common.cancel}
    </button>
    ${
      isReady
        ? html`<button
            class="button primary"
            type="submit"
            title="${name} (${keyText(submitKey)})"
            aria-keyshortcuts=${keyAria(submitKey)}
            aria-disabled=${isRunning ? 'true' : nothing}
          >
            ${isRunning ? words.running : name}
          </button>`
        : nothing
    }`;
}
