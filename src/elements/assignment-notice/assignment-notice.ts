import { html, nothing, type TemplateResult } from 'lit';
import type { Assignment } from '../../base/hub-context.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { LateElement } from '../../base/late-element.js';
import { StoreReader } from '../../base/store-reader.js';
import { AssignmentDismissRequest, ListOpenRequest, TicketSelectRequest } from '../../events/requests.js';
import { safeName } from '../../util/safe-name.js';
import { styles } from './assignment-notice.styles.js';

/** Tickets that are named; of more it is said how many there are. */
const most = 3;

/**
 * Tickets that somebody else gave to the agent, until they are opened or put aside. It lies over what stands around it, so
 * that nothing moves when it comes, and it is spoken once.
 *
 * @element assignment-notice
 * @fires {TicketSelectRequest} desk-ticket-select-request - A ticket is to be opened. Cancelable.
 * @fires {ListOpenRequest} desk-list-open-request - All tickets of the agent are to be listed. Cancelable.
 * @fires {AssignmentDismissRequest} desk-assignment-dismiss-request - Notices are put aside. Cancelable.
 * @csspart notice - The box around the notices.
 */
export class AssignmentNotice extends LateElement {
  static override styles = [inheritedReset, styles];

  readonly #assigned = new StoreReader(this, (hub) => hub.assignments.$assigned);
  /** What stood here last: that some of it went is not spoken. */
  #known: readonly string[] = [];
  #said = '';

  protected override willUpdate(): void {
    if (!this.hub) return;
    const assigned = this.#assigned.value ?? [];
    const fresh = assigned.filter(({ ticketId }) => !this.#known.includes(ticketId));
    this.#known = assigned.map(({ ticketId }) => ticketId);
    if (fresh.length > 0) this.#said = this.#wordsOf(fresh);
    else if (assigned.length === 0) this.#said = '';
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const assigned = this.#assigned.value ?? [];
    return html`<div class="root" lang=${this.language} tabindex="-1">
      <div
        class="notice"
        part="notice"
        role="group"
        aria-label=${this.more.assignmentNotice.label}
        ?hidden=${assigned.length === 0}
      >
        ${assigned.length > 0 ? this.#renderNotices(assigned) : nothing}
      </div>
      <span class="visually-hidden" role="status">${this.#said}</span>
    </div>`;
  }

  #wordsOf([newest, ...others]: readonly Assignment[]): string {
    const words = this.more.assignmentNotice;
    if (!newest) return '';
    return others.length > 0 ? words.many(others.length + 1) : `${words.one} ${this.#nameOf(newest)}`;
  }

  #renderNotices(assigned: readonly Assignment[]): TemplateResult {
    const words = this.more.assignmentNotice;
    const others = assigned.length - most;
    return html`<div class="head">
        ${icon('person')}<strong class="title">${assigned.length > 1 ? words.many(assigned.length) : words.one}</strong>
        <button
          type="button"
          class="button quiet"
          aria-label=${words.dismissAll}
          title=${words.dismissAll}
          @click=${() => this.#putAside(assigned)}
        >
          ${icon('close')}
        </button>
      </div>
      <ul class="tickets">
        ${assigned.slice(0, most).map((one) => this.#renderTicket(one))}
      </ul>
      ${
        others > 0
          ? html`<button type="button" class="button" @click=${() => this.#list(assigned)}>
              ${words.others(others)}
            </button>`
          : nothing
      }`;
  }

  #renderTicket(one: Assignment): TemplateResult {
    const words = this.more.assignmentNotice;
    const name = this.#nameOf(one);
    return html`<li class="ticket">
      <button
        type="button"
        class="open"
        aria-label=${words.open({ subject: name })}
        title=${name}
        @click=${() => this.#open(one.ticketId)}
      >
        <span class="subject" dir="auto">${name}</span>
      </button>
    </li>`;
  }

  #nameOf({ subject, ticketId }: Assignment): string {
    return safeName(subject) || ticketId;
  }

  #open(ticketId: string): void {
    if (this.ask(new TicketSelectRequest(ticketId))) this.ask(new AssignmentDismissRequest([ticketId]));
  }

  #list(assigned: readonly Assignment[]): void {
    if (this.ask(new ListOpenRequest({ view: 'mine_processing' }))) this.#dismiss(assigned);
  }

  /** The button goes; the keyboard stays at its place. */
  #putAside(assigned: readonly Assignment[]): void {
    this.renderRoot.querySelector<HTMLElement>('.root')?.focus();
    this.#dismiss(assigned);
  }

  #dismiss(assigned: readonly Assignment[]): void {
    this.ask(new AssignmentDismissRequest(assigned.map(({ ticketId }) => ticketId)));
  }
}
