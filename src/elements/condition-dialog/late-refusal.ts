import { html, type TemplateResult } from 'lit';
import { isUncertain, type DeskError } from '../../base/desk-error.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';

/** Why the conditions were not saved, and what there is now. */
export function renderWhy({ kind }: DeskError, texts: Texts, more: MoreTexts): TemplateResult {
  return html`<span>${texts.errors[kind]}</span>
    <span>${isUncertain(kind) ? texts.common.unknown : more.conditionDialog.safe}</span>`;
}

/** The dialog was closed in the belief that it is saved: the refusal is told where the agent searches. */
export function renderLateRefusal(
  error: DeskError,
  about: {
    readonly texts: Texts;
    readonly more: MoreTexts;
    readonly language: string;
    open(): void;
    close(): void;
  },
): TemplateResult {
  const { texts, more } = about;
  const { title } = more.conditionDialog;
  return html`<div class="root" lang=${about.language}>
    <div class="notice late" part="notice" role="alert">
      <div class="why"><strong>${title}</strong> ${renderWhy(error, texts, more)}</div>
      <button class="button" type="button" @click=${about.open}>${title}</button>
      <button class="button" type="button" @click=${about.close}>${texts.common.close}</button>
    </div>
  </div>`;
}
