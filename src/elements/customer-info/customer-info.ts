import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { AgentGuard } from '../../base/agent-guard.js';
import { renderFound } from '../../base/customer-info/found-tickets.js';
import { copyValue, renderCopy, renderItems } from '../../base/customer-info/info-items.js';
import { InquiryForm } from '../../base/customer-info/inquiry-form.js';
import { InfoLookUp } from '../../base/customer-info/look-up.js';
import { FocusKeeper } from '../../base/focus-keeper.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import { sentences } from '../../base/sentences.js';
import { renderUnread } from '../../base/settings-parts.js';
import { StoreReader } from '../../base/store-reader.js';
import type { CustomerInfo, InfoItem, InquiryItem } from '../../domain/customer-info.js';
import type { Customer, Ticket } from '../../domain/types.js';
import { RetryRequest, TicketSelectRequest } from '../../events/requests.js';
import { styles } from './customer-info.styles.js';
import { keptAnswers } from './kept-answers.js';
import { infoOf, isDenied, renderSkeleton, renderTold, toldOf } from './panel-parts.js';

/**
 * What the service's customer-information link knows of the open ticket's customer. Where the customer's facts fill what the
 * link needs, it is asked once for a ticket: as it opens, in channels for which the service has that switched on, else when
 * the agent asks. Other tickets of the customer stand below.
 *
 * @element customer-info
 * @fires {TicketSelectRequest} desk-ticket-select-request - Another ticket of the customer is to be opened. Cancelable.
 * @fires {RetryRequest} desk-retry-request - The ticket, or what can be asked for, is to be loaded again. Cancelable.
 * @csspart head - The line with the outcome and the way to ask.
 * @csspart body - The answer, or why there is none.
 */
export class CustomerInfoPanel extends LateElement {
  static override styles = [inheritedReset, ...styles];

  @state() private said: string | null = null;
  @query('.root') private panel!: HTMLElement | null;

  readonly #lookUp = new InfoLookUp(this);
  /** Nobody types here: every item follows the open ticket. */
  readonly #form = new InquiryForm();
  #ticketId: string | null = null;
  /** What was asked for that ticket, in one line; null while nothing was. */
  #asked: string | null = null;
  /** Nobody is asked about a ticket as long as the part of the page with the answer is closed. */
  #isWaiting = false;
  readonly #sizes = new ResizeObserver(() => {
    if (this.#isWaiting && this.checkVisibility()) this.requestUpdate();
  });
  readonly #current = new StoreReader(this, (hub) => hub.tickets.$current);
  readonly #settings = new StoreReader(this, (hub) => hub.session.$settings);
  // A third reader is the session's: times are told in the zone of its service.
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);

  constructor() {
    super();
    new AgentGuard(this, () => this.#turnTo(null));
    new FocusKeeper(this, '.root');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    if (!this.#lookUp.isRunning) return;
    this.#lookUp.stop();
    this.#asked = null;
  }

  protected override willUpdate(): void {
    // An element that is being moved has no hub for a moment, and the same ticket afterwards.
    if (!this.hub) return;
    const ticket = this.#ticket;
    if ((ticket?.ticketId ?? null) !== this.#ticketId) this.#turnTo(ticket?.ticketId ?? null);
    // A ticket that is not read yet may know less of its customer.
    if (this.#asked === null && this.#current.value?.status !== 'loading') this.#begin();
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const words = this.more.customerInfoPanel;
    const isRunning = this.#lookUp.isRunning;
    return html`<section
      class="root"
      lang=${this.language}
      tabindex="-1"
      aria-label=${words.label}
      aria-busy=${isRunning ? 'true' : nothing}
    >
      ${this.#items.length > 0 ? this.#renderHead() : nothing}
      <div class="body" part="body">${this.#renderBody()}</div>
    </section>`;
  }

  #renderHead(): TemplateResult {
    const { customerInfoPanel: words, infoSearch } = this.more;
    const isRunning = this.#lookUp.isRunning;
    const told = toldOf(this.#lookUp.answer, this.texts, this.more);
    const isFirst = this.#asked === null && this.#ticket !== undefined && !this.#isAutomatic;
    return html`<div class="head" part="head">
      <div class="state">
        ${isRunning ? html`<span class="quiet">${infoSearch.running}</span>` : nothing}
        ${renderTold(told, this.said, words.label)}
      </div>
      ${
        isDenied(this.#lookUp.answer)
          ? nothing
          : html`<button
              class="button ${isFirst ? 'primary' : ''}"
              type="button"
              aria-disabled=${isRunning || !this.#values ? 'true' : nothing}
              @click=${this.#onAsk}
            >
              ${isFirst ? infoSearch.submit : words.again}
            </button>`
      }
    </div>`;
  }

  #renderBody(): TemplateResult {
    const { texts, more } = this;
    const denied = sentences(texts.errors.denied, more.customerInfoPanel.askRight);
    const [settings, current] = [this.#settings.value, this.#current.value];
    if (!known(settings)) {
      const error = settings?.status === 'failed' ? settings.error : undefined;
      const again = (): unknown => this.ask(new RetryRequest('settings'));
      return renderUnread(error, more.infoSearch.failedSettings, texts, again, denied);
    }
    if (this.#items.length === 0) return html`<p class="quiet">${more.infoSearch.notSet}</p>`;
    if (!this.#ticket) {
      if (current?.status === 'loading') return renderSkeleton(texts.common.loading);
      if (current?.status !== 'failed') return html`<p class="quiet">${more.customerInfoPanel.noTicket}</p>`;
      const { ticketFailed } = more.customerInfoPanel;
      return renderUnread(current.error, ticketFailed, texts, () => this.ask(new RetryRequest('ticket')), denied);
    }
    return this.#renderAnswer();
  }

  #renderAnswer(): TemplateResult {
    const { answer } = this.#lookUp;
    const info = infoOf(answer);
    if (info) return this.#renderInfo(info);
    const sense = toldOf(answer, this.texts, this.more)?.sense;
    if (sense) return html`<p class="quiet">${sense}</p>`;
    const words = this.more.customerInfoPanel;
    if (this.#ticket && this.#values && this.#asked === null && !this.#isAutomatic) {
      return html`<p class="quiet">${words.byAgent({ channel: this.texts.channel[this.#ticket.channel] })}</p>`;
    }
    if (answer.is === 'running' || this.#values) return renderSkeleton();
    const lacking = this.#lacking.map(({ label }) => label);
    return html`<p class="quiet">
      <span>${lacking.length > 0 ? words.lacking({ names: lacking.join(', ') }) : words.noValues}</span>
      <span>${words.byHand}</span>
    </p>`;
  }

  #renderInfo(info: CustomerInfo): TemplateResult {
    const { infoSearch, customerInfoPanel: words } = this.more;
    const isFound = info.outcome === 'found';
    const sense = toldOf({ is: 'told', info }, this.texts, this.more)?.sense;
    const tickets = info.tickets.filter(({ ticketId }) => ticketId !== this.#ticketId);
    const isOther = this.#values !== null && this.#asked !== JSON.stringify(this.#values);
    return html`
      ${isOther && !this.#lookUp.isRunning ? html`<p class="changed">${words.changed}</p>` : nothing}
      ${sense ? html`<p class="quiet">${sense}</p>` : nothing}
      ${isFound ? renderItems(info.items, infoSearch, (item) => renderCopy(item, infoSearch, this.#onCopy)) : nothing}
      ${isFound || tickets.length > 0 ? renderFound(tickets, this.#foundHost) : nothing}
    `;
  }

  get #foundHost() {
    return {
      texts: this.texts,
      words: { ...this.more.infoSearch, tickets: this.more.customerInfoPanel.tickets },
      language: this.language,
      timeZone: known(this.#session.value)?.service.timeZone ?? 'UTC',
      now: Date.now() + (this.hub?.session.$clockOffset.get() ?? 0),
      openId: this.#ticketId,
      open: (ticketId: string) => this.#open(ticketId),
    };
  }

  get #ticket(): Ticket | undefined {
    return known(this.#current.value);
  }

  get #customer(): Customer | null {
    return this.#ticket?.customer ?? null;
  }

  get #items(): readonly InquiryItem[] {
    return known(this.#settings.value)?.inquiryItems ?? [];
  }

  /** Whether the service has tickets like this one looked up as they open. */
  get #isAutomatic(): boolean {
    const channels = known(this.#settings.value)?.autoLookUp ?? [];
    return channels.some((channel) => channel === this.#ticket?.channel);
  }

  /** Items that the ticket cannot fill, although the link needs them. */
  get #lacking(): readonly InquiryItem[] {
    return this.#items.filter((item) => this.#form.problem(item, this.#customer) !== null);
  }

  /** What the ticket says of its customer, by the link's items; null where that is not enough to ask. */
  get #values(): Readonly<Record<string, string>> | null {
    if (!this.#ticket || this.#lacking.length > 0) return null;
    const values = this.#form.values(this.#items, this.#customer);
    return Object.keys(values).length > 0 ? values : null;
  }

  /** What was said of one ticket's customer is gone before anything of another's is shown. */
  #turnTo(ticketId: string | null): void {
    this.#ticketId = ticketId;
    this.#asked = this.said = null;
    this.#lookUp.forget();
  }

  /** Shows what was told a moment ago, or asks where the service has that done as a ticket opens. */
  #begin(): void {
    const { hub } = this;
    const [ticketId, values] = [this.#ticketId, this.#values];
    if (!hub || ticketId === null || !values) return;
    const asked = JSON.stringify(values);
    const info = keptAnswers.of(hub, ticketId, asked);
    this.#isWaiting = !info && this.#isAutomatic && !this.checkVisibility();
    if (info) {
      this.#asked = asked;
      this.#lookUp.show(info);
    } else if (this.#isAutomatic && !this.#isWaiting) void this.#ask();
  }

  async #ask(): Promise<void> {
    const { hub } = this;
    const [ticketId, values] = [this.#ticketId, this.#values];
    if (!hub || ticketId === null || !values) return;
    const asked = (this.#asked = JSON.stringify(values));
    this.said = null;
    const info = await this.#lookUp.ask(values);
    if (info) keptAnswers.keep(hub, ticketId, asked, info);
    else if (isDenied(this.#lookUp.answer)) keptAnswers.drop(hub);
  }

  readonly #onAsk = (): void => {
    if (!this.#lookUp.isRunning) void this.#ask();
  };

  readonly #onCopy = async (item: InfoItem): Promise<void> => {
    const ticketId = this.#ticketId;
    // Emptied first, so that copying the same value once more is told once more.
    this.said = null;
    const [said] = await Promise.all([copyValue(item, this.more.infoSearch), this.updateComplete]);
    if (ticketId === this.#ticketId) this.said = said;
  };

  #open(ticketId: string): void {
    // The line that has the focus goes with the answer it stands in.
    this.panel?.focus();
    this.ask(new TicketSelectRequest(ticketId));
  }
}
