import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { branches, type Choice } from '../../base/choice.js';
import { renderFact } from '../../base/fields/fact-field.js';
import { type FieldName, type TicketEdit } from '../../base/fields/field-edits.js';
import { FieldForm } from '../../base/fields/field-form.js';
import { KeptEdits } from '../../base/fields/kept-edits.js';
import { KnownCustomers } from '../../base/fields/known-customers.js';
import { pathTo } from '../../base/choice-matching.js';
import { customerFacts, type CustomerFact } from '../../domain/customer-info.js';
import type { Customer, FieldValue, Ticket } from '../../domain/types.js';
import { TaskDismissRequest, TicketEditRequest } from '../../events/requests.js';

const kept = new KeptEdits();

/**
 * Who the customer of the open ticket is, what the ticket is about, and the fields of that submission type: written by
 * the agent and saved together. Known customers are offered while a name, an address or a number is typed.
 *
 * @element customer-fields
 * @fires {TicketEditRequest} desk-ticket-edit-request - The agent pressed Save. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The agent has read why it was refused. Cancelable.
 * @csspart save - The Save button.
 */
export class CustomerFields extends FieldForm {
  protected readonly kept = kept;
  protected readonly owner = 'customer';
  readonly #customers = new KnownCustomers(this, {
    hub: () => this.hub,
    current: () => this.ticket?.customer?.customerId,
    choose: (customer) => this.#fill(customer),
  });

  protected get heading(): string {
    return this.texts.ticketDetail.customer;
  }

  protected get otherNames(): ReadonlyMap<FieldName, string> {
    const facts = customerFacts.map((fact) => [`customer.${fact}` as FieldName, this.#labelOf(fact)] as const);
    return new Map<FieldName, string>([...facts, ['categoryId', this.more.field.category]]);
  }

  protected editing(ticketId: string, change: TicketEdit, options: { id: string; version: number }): Event {
    return new TicketEditRequest(ticketId, change, options);
  }

  protected dismissal(taskId: string): Event {
    return new TaskDismissRequest(taskId);
  }

  protected renderFirst(ticket: Ticket): TemplateResult {
    return html`${customerFacts.map((fact) => this.#renderFact(ticket, fact))} ${this.#renderCategory(ticket)}
    ${this.#customers.render(this.more)}`;
  }

  #renderFact(ticket: Ticket, fact: CustomerFact): TemplateResult {
    const name: FieldName = `customer.${fact}`;
    return renderFact({
      fact,
      label: this.#labelOf(fact),
      value: String(this.edits?.value(ticket, name) ?? ''),
      problem: this.problem(name),
      isLocked: this.isLocked,
      customers: this.#customers,
      set: (value) => this.put(name, value),
      aside: this.aside(name),
    });
  }

  #renderCategory(ticket: Ticket): TemplateResult {
    return html`<div class="field broad" data-field="categoryId">
      <tree-picker
        .label=${this.more.field.category}
        .choices=${this.#categories}
        .value=${live(String(this.edits?.value(ticket, 'categoryId') ?? ''))}
        .problem=${this.problem('categoryId')}
        required
        ?disabled=${this.isLocked}
        @change=${this.#onCategory}
      ></tree-picker>
      ${this.aside('categoryId')}
    </div>`;
  }

  get #categories(): readonly Choice[] {
    return branches(this.settings?.categories ?? []);
  }

  protected override said(...what: Parameters<FieldForm['said']>): string {
    const [name, value] = what;
    if (name === 'categoryId') return pathTo(this.#categories, String(value ?? '')) || this.texts.common.none;
    return super.said(...what);
  }

  #labelOf(fact: CustomerFact): string {
    const words = this.texts.ticketDetail;
    return { name: words.name, usercode: words.id, email: words.email, phone: words.phone }[fact];
  }

  /** All facts become those of the customer who was chosen. */
  #fill(customer: Customer): void {
    for (const fact of customerFacts) this.put(`customer.${fact}`, customer[fact] ?? '');
  }

  readonly #onCategory = (event: Event): void => {
    this.put('categoryId', (event.currentTarget as HTMLElement & { value: FieldValue }).value);
  };
}
