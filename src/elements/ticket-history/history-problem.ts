import { html, nothing, type TemplateResult } from 'lit';
import type { DeskError } from '../../base/desk-error.js';
import type { Texts } from '../../strings/ko.js';

/** Why a history is not there, and another try where one makes sense. */
export function problemOf(error: DeskError, texts: Texts, language: string, retry: () => void): TemplateResult {
  const final = error.kind === 'denied' || error.kind === 'missing';
  const why = texts.errors[error.kind];
  return html`<div class="root quiet" role="alert" lang=${language}>
    <p class="sentence">${final ? why : `${texts.ticketHistory.failed} ${why}`}</p>
    ${final ? nothing : html`<button type="button" class="button" @click=${retry}>${texts.common.retry}</button>`}
  </div>`;
}
