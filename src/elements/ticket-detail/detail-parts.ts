import { html, nothing, type TemplateResult } from 'lit';
import { isUncertain } from '../../base/desk-error.js';
import type { Task } from '../../base/hub-context.js';
import { icon } from '../../base/icons.js';
import { inTreeOrder, pathOf } from '../../domain/tree.js';
import { priorities, type Priority, type Settings, type Ticket } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import { safeName } from '../../util/safe-name.js';

/** What the two selects do; each tells whether it was asked for, or the page took the matter over. */
export interface HandlingHandlers {
  type(handlingTypeId: number | null): boolean;
  priority(priority: Priority): boolean;
}

/** Handling type and priority; each is stored as soon as it is chosen. */
export function renderHandling(
  ticket: Ticket,
  settings: Settings | undefined,
  texts: Texts,
  on: HandlingHandlers,
): TemplateResult {
  const words = texts.ticketDetail;
  const fixed = !ticket.actions.includes('edit');
  return html`<section class="part handling" aria-labelledby="handling">
    <h3 class="part-title visually-hidden" id="handling">${words.handling}</h3>
    <div class="selects">
      <label class="field">
        <span class="label">
          ${words.handlingType}
          ${settings?.handlingTypeRequired ? html`<span class="required">${words.required}</span>` : nothing}
        </span>
        <span class="select">
          <select
            class="input"
            ?disabled=${fixed || !settings}
            @input=${pick(String(ticket.handlingTypeId ?? ''), (id) => on.type(id === '' ? null : Number(id)))}
          >
            <option value="" .selected=${ticket.handlingTypeId === null}>${words.unset}</option>
            ${typeOptions(ticket, settings)}</select
          >${icon('chevronDown')}</span
        >
      </label>
      <label class="field">
        <span class="label">${words.priority}</span>
        <span class="select">
          <select
            class="input"
            ?disabled=${fixed}
            @input=${pick(ticket.priority, (one) => on.priority(one as Priority))}
          >
            ${priorities.map(
              (one) => html`<option value=${one} .selected=${one === ticket.priority}>${texts.priority[one]}</option>`,
            )}</select
          >${icon('chevronDown')}</span
        >
      </label>
    </div>
  </section>`;
}

/** A choice that nobody took goes back to what counts. */
function pick(now: string, ask: (value: string) => boolean): (event: Event) => void {
  return ({ currentTarget }) => {
    const select = currentTarget as HTMLSelectElement;
    if (!ask(select.value)) select.value = now;
  };
}

function typeOptions(ticket: Ticket, settings: Settings | undefined): readonly TemplateResult[] {
  const tree = settings?.handlingTypes ?? [];
  return inTreeOrder(tree).map(
    ({ id }) => html`<option value=${id} .selected=${id === ticket.handlingTypeId}>${pathOf(tree, id)}</option>`,
  );
}

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
