import { html, type TemplateResult } from 'lit';
import { isUncertain } from '../../base/desk-error.js';
import type { Task } from '../../base/hub-context.js';
import { icon } from '../../base/icons.js';
import type { Ticket } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import { safeName } from '../../util/safe-name.js';

/** Why an action was refused, and whether something changed. */
export function renderRefusal(task: Task, texts: Texts, onDismiss: () => void): TemplateResult {
  const words = texts.ticketDetail;
  const winner = task.error?.details.winner;
  const kind = task.error?.kind ?? 'server';
  const why = winner ? words.winner({ name: winner }) : texts.errors[kind];
  return html`<div class="refusal" role="alert">
    ${icon('warning')}
    <div>
      <p class="strong">${words.refused({ action: texts.action[task.action], why })}</p>
      <p>${isUncertain(kind) ? texts.common.unknown : words.nothingChanged}</p>
    </div>
    <button type="button" class="button quiet" aria-label=${words.dismiss} title=${words.dismiss} @click=${onDismiss}>
      ${icon('close')}
    </button>
  </div>`;
}

/** Asks before a ticket is gone for good. */
export function renderDeletion(
  ticket: Ticket,
  texts: Texts,
  onDelete: () => void,
  onCancel: () => void,
): TemplateResult {
  const words = texts.ticketDetail;
  return html`<dialog class="dialog" aria-labelledby="delete-title" aria-describedby="delete-text">
    <h2 class="dialog-title" id="delete-title">${words.deleteTitle}</h2>
    <div class="dialog-body">
      <p id="delete-text">${words.deleteText({ subject: safeName(ticket.subject) || ticket.ticketId })}</p>
    </div>
    <div class="dialog-foot">
      <button type="button" class="button" @click=${onCancel}>${texts.common.cancel}</button>
      <button type="button" class="button danger" @click=${onDelete}>${words.deleteSubmit}</button>
    </div>
  </dialog>`;
}
