import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { AgentGuard } from '../../base/agent-guard.js';
import { keepTyping } from '../../base/commands.js';
import type { DeskError } from '../../base/desk-error.js';
import type { TransferSource } from '../../base/hub-context.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import { Loader } from '../../base/loader.js';
import { sentences } from '../../base/sentences.js';
import { StoreReader } from '../../base/store-reader.js';
import { isTooShort, mostText } from '../../domain/search.js';
import type { Ticket, TicketRow } from '../../domain/types.js';
import { RetryRequest, TicketSelectRequest } from '../../events/requests.js';
import { renderLine, renderShort, subjectOf, type Telling } from './history-parts.js';
import { styles } from './inquiry-history.styles.js';
import { RelatedList } from './related-list.js';

/** Milliseconds from the last letter to the search. */
const typingPause = 300;

/**
 * What the customer of the open ticket asked elsewhere, the newest first, to be looked through by words. A press shows a
 * ticket in short, while the open one stays open.
 *
 * @element inquiry-history
 * @fires {TicketSelectRequest} desk-ticket-select-request - Another ticket of the customer is to be opened. Cancelable.
 * @fires {RetryRequest} desk-retry-request - The open ticket is to be loaded again. Cancelable.
 * @csspart ticket - One ticket of the customer.
 * @csspart card - What a ticket is about, in short.
 */
export class InquiryHistory extends LateElement {
  static override styles = [inheritedReset, ...styles];

  @state() private words = '';
  /** The ticket whose card is open. */
  @state() private shownId: string | null = null;
  @query('.root') private panel!: HTMLElement | null;

  readonly #list = new RelatedList(this);
  readonly #card = new Loader<TransferSource>(this);
  /** Whose tickets are shown: another ticket, or another customer of it, is another question. */
  #key = '';
  /** What was looked for last. */
  #sought = '';
  #timer?: ReturnType<typeof setTimeout>;
  readonly #current = new StoreReader(this, (hub) => hub.tickets.$current);
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);

  constructor() {
    super();
    new AgentGuard(this, () => this.#startOver());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#startOver();
  }

  protected override willUpdate(): void {
    if (!this.hub) return;
    const key = keyOf(this.#ticket);
    if (key === this.#key) return;
    this.#startOver();
    this.#key = key;
    // What it starts is shown by another update.
    if (this.#ticket?.customer) void this.updateComplete.then(() => this.#read());
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const isReading = this.#list.isLoading;
    return html`<section
      class="root"
      lang=${this.language}
      tabindex="-1"
      aria-label=${this.more.inquiryHistory.label}
      aria-busy=${isReading ? 'true' : nothing}
      @keydown=${keepTyping}
    >
      ${this.#ticket?.customer && !this.#isDenied ? this.#renderSearch() : nothing}
      <div class="body">${this.#renderBody()}</div>
    </section>`;
  }

  #renderSearch(): TemplateResult {
    const words = this.more.inquiryHistory;
    const isShort = this.words.trim() !== '' && isTooShort(this.words);
    const { tickets, total, isLoading } = this.#list;
    const said = isShort ? words.searchHint : tickets && !isLoading ? words.found(total) : '';
    return html`<div class="search">
      <span class="words">
        ${icon('search')}
        <input
          class="input"
          type="search"
          autocomplete="off"
          maxlength=${mostText}
          aria-label=${words.search}
          placeholder=${words.search}
          .value=${live(this.words)}
          @input=${this.#onInput}
          @change=${this.#onChange}
        />
      </span>
      <span class="said" role="status">${said}</span>
    </div>`;
  }

  #renderBody(): TemplateResult {
    const words = this.more.inquiryHistory;
    const current = this.#current.value;
    if (!this.#ticket) {
      if (current?.status === 'loading') return this.#renderSkeleton();
      if (current?.status !== 'failed') return html`<p class="quiet">${words.noTicket}</p>`;
      return this.#renderFailure(words.failed, current.error, () => this.ask(new RetryRequest('ticket')));
    }
    if (!this.#ticket.customer) return html`<p class="quiet">${words.noCustomer}</p>`;
    const { tickets, error } = this.#list;
    if (!tickets) {
      return error ? this.#renderFailure(words.failed, error, () => this.#read()) : this.#renderSkeleton();
    }
    return html`${error ? this.#renderFailure(words.failed, error, () => this.#read()) : nothing}
    ${
      tickets.length > 0
        ? this.#renderTickets(tickets)
        : html`<p class="quiet">${this.#sought === '' ? words.empty : words.none}</p>`
    }`;
  }

  #renderTickets(tickets: readonly TicketRow[]): TemplateResult {
    const words = this.more.inquiryHistory;
    const { hasMore, isLoadingMore, moreError } = this.#list;
    return html`<ul class="tickets" aria-label=${words.listed}>
        ${repeat(
          tickets,
          ({ ticketId }) => ticketId,
          (ticket) => {
            const isOpen = ticket.ticketId === this.shownId;
            return html`<li class=${isOpen ? 'shown' : ''}>
              ${renderLine(ticket, isOpen, this.#telling, () => this.#press(ticket.ticketId))}
              ${isOpen ? this.#renderCard(ticket) : nothing}
            </li>`;
          },
        )}
      </ul>
      ${moreError ? this.#renderFailure(words.moreFailed, moreError, this.#onMore) : nothing}
      ${
        hasMore && !moreError
          ? html`<button
              class="button more"
              type="button"
              aria-disabled=${isLoadingMore ? 'true' : nothing}
              @click=${this.#onMore}
            >
              ${isLoadingMore ? words.loadingMore : words.more}
            </button>`
          : nothing
      }`;
  }

  #renderCard(ticket: TicketRow): TemplateResult {
    const words = this.more.inquiryHistory;
    const { value, error } = this.#card;
    const label = words.card({ subject: subjectOf(ticket, this.texts) });
    return html`<div class="card" id="card" part="card" role="group" aria-label=${label}>
      ${
        value
          ? renderShort(value, this.#telling)
          : error
            ? this.#renderFailure(words.cardFailed, error, () => this.#readCard(ticket.ticketId))
            : html`<div role="status"><span class="visually-hidden">${this.texts.common.loading}</span>${bars(3)}</div>`
      }
      <button class="button open" type="button" @click=${() => this.#open(ticket.ticketId)}>${words.open}</button>
    </div>`;
  }

  #renderFailure(failed: string, error: DeskError, onRetry: () => unknown): TemplateResult {
    const { errors, common } = this.texts;
    if (error.kind === 'denied') return html`<p class="quiet" role="alert">${this.more.inquiryHistory.denied}</p>`;
    return html`<div class="quiet" role="alert">
      <p>${sentences(failed, errors[error.kind])}</p>
      <button class="button" type="button" @click=${onRetry}>${common.retry}</button>
    </div>`;
  }

  #renderSkeleton(): TemplateResult {
    return html`<div class="waiting" role="status">
      <span class="visually-hidden">${this.texts.common.loading}</span>${bars(5)}
    </div>`;
  }

  get #ticket(): Ticket | undefined {
    return known(this.#current.value);
  }

  /** Where nothing may be seen, there is nothing to look for. */
  get #isDenied(): boolean {
    return this.#list.tickets === undefined && this.#list.error?.kind === 'denied';
  }

  get #telling(): Telling {
    return {
      texts: this.texts,
      words: this.more.inquiryHistory,
      language: this.language,
      timeZone: known(this.#session.value)?.service.timeZone ?? 'UTC',
      now: Date.now() + (this.hub?.session.$clockOffset.get() ?? 0),
    };
  }

  #startOver(): void {
    clearTimeout(this.#timer);
    this.#key = this.#sought = this.words = '';
    this.shownId = null;
    this.#card.clear();
    this.#list.clear();
  }

  readonly #read = (): void => {
    const ticket = this.#ticket;
    if (ticket) void this.#list.read(ticket.ticketId, this.#sought);
  };

  #readCard(ticketId: string): void {
    const { hub } = this;
    this.#card.clear();
    if (hub) void this.#card.start((signal) => hub.transfer.source(ticketId, signal));
  }

  #press(ticketId: string): void {
    this.shownId = ticketId === this.shownId ? null : ticketId;
    this.#card.clear();
    if (this.shownId !== null) this.#readCard(ticketId);
  }

  #open(ticketId: string): void {
    // The button goes with the ticket that it stands beside.
    this.panel?.focus();
    this.ask(new TicketSelectRequest(ticketId));
  }

  readonly #onMore = (): void => void this.#list.readMore();

  readonly #onInput = (event: Event): void => {
    this.words = (event.target as HTMLInputElement).value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onChange, typingPause);
  };

  /** One letter names nothing: until there is another, what was found stays. */
  readonly #onChange = (): void => {
    clearTimeout(this.#timer);
    const sought = this.words.trim();
    if (sought === this.#sought || (sought !== '' && isTooShort(sought))) return;
    this.#sought = sought;
    this.shownId = null;
    this.#read();
  };
}

/** Names the question: a ticket, and what its customer is found by. */
function keyOf(ticket: Ticket | undefined): string {
  if (!ticket) return '';
  const { customerId, usercode, name, phone } = ticket.customer ?? {};
  return JSON.stringify([ticket.ticketId, customerId, usercode, name, phone]);
}

function bars(count: number): readonly TemplateResult[] {
  return Array.from({ length: count }, () => html`<span class="skeleton"></span>`);
}
