import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { branches, type Choice } from '../../base/choice.js';
import { pathTo } from '../../base/choice-matching.js';
import type { FieldName, TicketEdit } from '../../base/fields/field-edits.js';
import { FieldForm } from '../../base/fields/field-form.js';
import { KeptEdits } from '../../base/fields/kept-edits.js';
import { icon } from '../../base/icons.js';
import { priorities, type Priority, type Ticket } from '../../domain/types.js';
import { TaskDismissRequest, TicketEditRequest } from '../../events/requests.js';

const kept = new KeptEdits();

/**
 * How the open ticket is handled: its handling type and its priority, which count as soon as they are chosen, and the
 * fields that agents fill in, which are saved together.
 *
 * @element agent-fields
 * @fires {TicketEditRequest} desk-ticket-edit-request - A type or a priority was chosen, or Save pressed. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The agent has read why it was refused. Cancelable.
 * @csspart save - The Save button.
 */
export class AgentFields extends FieldForm {
  protected readonly kept = kept;
  protected readonly owner = 'agent';
  protected override readonly isQuiet = true;
  protected readonly otherNames: ReadonlyMap<FieldName, string> = new Map();

  protected get heading(): string {
    return this.texts.ticketDetail.handling;
  }

  protected editing(ticketId: string, change: TicketEdit, options: { id: string; version: number }): Event {
    return new TicketEditRequest(ticketId, change, options);
  }

  protected dismissal(taskId: string): Event {
    return new TaskDismissRequest(taskId);
  }

  protected renderFirst(ticket: Ticket): TemplateResult {
    return html`${this.#renderType(ticket)} ${this.#renderPriority(ticket)}`;
  }

  protected override readPairs(ticket: Ticket): readonly (readonly [string, string])[] {
    const words = this.texts.ticketDetail;
    const type = pathTo(this.#types, String(ticket.handlingTypeId ?? '')) || this.texts.common.none;
    return [
      [words.handlingType, type],
      [words.priority, this.texts.priority[ticket.priority]],
      ...super.readPairs(ticket),
    ];
  }

  #renderType(ticket: Ticket): TemplateResult {
    const words = this.texts.ticketDetail;
    return html`<div class="field">
      <tree-picker
        data-name="handlingTypeId"
        .label=${words.handlingType}
        .choices=${this.#types}
        .value=${live(String(ticket.handlingTypeId ?? ''))}
        .note=${this.settings?.handlingTypeRequired ? words.required : ''}
        ?disabled=${this.isLocked || !this.settings}
        @change=${this.#onType}
      ></tree-picker>
    </div>`;
  }

  #renderPriority(ticket: Ticket): TemplateResult {
    return html`<div class="field">
      <label class="label" for="priority">${this.texts.ticketDetail.priority}</label>
      <span class="select"
        ><select class="input" id="priority" ?disabled=${this.isLocked} @change=${this.#onPriority}>
          ${priorities.map(
            (one) =>
              html`<option value=${one} .selected=${live(one === ticket.priority)}>
                ${this.texts.priority[one]}
              </option>`,
          )}</select
        >${icon('chevronDown')}</span
      >
    </div>`;
  }

  get #types(): readonly Choice[] {
    return branches(this.settings?.handlingTypes ?? []);
  }

  readonly #onType = (event: Event): void => {
    const { value } = event.currentTarget as HTMLElement & { value: string };
    this.#choose({ handlingTypeId: value === '' ? null : Number(value) });
  };

  readonly #onPriority = (event: Event): void => {
    this.#choose({ priority: (event.currentTarget as HTMLSelectElement).value as Priority });
  };

  /** Counts at once. A choice that the page took over goes back to what counts. */
  #choose(change: TicketEditRequest['change']): void {
    const { ticket } = this;
    if (ticket) this.ask(new TicketEditRequest(ticket.ticketId, change));
    this.requestUpdate();
  }
}
