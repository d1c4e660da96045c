import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { AgentGuard } from '../../base/agent-guard.js';
import { renderFound } from '../../base/customer-info/found-tickets.js';
import { copyValue } from '../../base/customer-info/info-items.js';
import { InquiryForm } from '../../base/customer-info/inquiry-form.js';
import { InfoLookUp } from '../../base/customer-info/look-up.js';
import { DialogController } from '../../base/dialog.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import { sentences } from '../../base/sentences.js';
import { StoreReader } from '../../base/store-reader.js';
import { TaskWatch } from '../../base/task-watch.js';
import type { CustomerInfo, InfoItem, InquiryItem } from '../../domain/customer-info.js';
import type { Customer, Ticket } from '../../domain/types.js';
import { RetryRequest, TaskDismissRequest, TicketEditRequest, TicketSelectRequest } from '../../events/requests.js';
import { denialOf, type NewFacts } from './facts.js';
import { renderForm } from './form-parts.js';
import { renderOutcome, renderResult } from './info-parts.js';
import { styles } from './info-search.styles.js';

/**
 * Asks the service's customer-information link, and shows its answer beside other tickets of the same customer. What
 * was found can be copied, and put into the customer of the open ticket.
 *
 * @element info-search
 * @fires {TicketEditRequest} desk-ticket-edit-request - Results are to be put into the open ticket. Cancelable.
 * @fires {TicketSelectRequest} desk-ticket-select-request - A found ticket is to be opened. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The agent has read a refusal. Cancelable.
 * @fires {RetryRequest} desk-retry-request - What can be asked for is to be loaded again. Cancelable.
 * @fires {Event} close - The layer closed. Does not bubble.
 * @csspart dialog - The layer.
 */
export class InfoSearch extends LateElement {
  static override styles = [inheritedReset, ...styles];

  @state() private hasProblems = false;
  @state() private putting: NewFacts | null = null;
  @state() private said: string | null = null;
  @query('[aria-invalid=true]') private wrong!: HTMLElement | null;
  @query('.form .input') private first!: HTMLElement | null;

  readonly #form = new InquiryForm();
  readonly #lookUp = new InfoLookUp(this);
  /** The ticket that was open when the answer came. */
  #askedFor: string | null = null;
  readonly #settings = new StoreReader(this, (hub) => hub.session.$settings);
  // A third reader is the session's: times are told in the zone of its service.
  readonly #current = new StoreReader(this, (hub) => hub.tickets.$current);
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  readonly #dialog = new DialogController(this, () => this.#onClosed());
  readonly #edit = new TaskWatch(
    this,
    'customer',
    () => this.#onPut(),
    (taskId) => new TaskDismissRequest(taskId),
  );

  constructor() {
    super();
    new AgentGuard(this, () => this.#forget());
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    if (!this.#dialog.open) return nothing;
    const words = this.more.infoSearch;
    return html`<div class="root" lang=${this.language}>
      <dialog class="dialog layer" part="dialog" aria-labelledby="title">
        <div class="head">
          <h2 class="dialog-title" id="title">${words.title}</h2>
          <button
            class="button quiet"
            type="button"
            aria-label=${this.texts.common.close}
            title="${this.texts.common.close} (Esc)"
            @click=${this.close}
          >
            ${icon('close')}
          </button>
        </div>
        <div class="parts">${this.#renderForm()} ${this.#renderAnswer()}</div>
        <p class="said" role="status">${this.said}</p>
      </dialog>
    </div>`;
  }

  #renderForm(): TemplateResult {
    const words = this.more.infoSearch;
    const settings = this.#settings.value;
    const items = known(settings)?.inquiryItems;
    if (!items && settings?.status === 'failed') {
      return html`<div class="notice" role="alert">
        <span>${sentences(words.failedSettings, this.texts.errors[settings.error.kind])}</span>
        <button class="button" type="button" @click=${() => this.ask(new RetryRequest('settings'))}>
          ${this.texts.common.retry}
        </button>
      </div>`;
    }
    if (!items) return html`<p role="status">${this.texts.common.loading}</p>`;
    if (items.length === 0) return html`<p class="notice calm">${words.notSet}</p>`;
    return renderForm(items, {
      words,
      form: this.#form,
      customer: this.#customer,
      hasProblems: this.hasProblems,
      isRunning: this.#lookUp.isRunning,
      type: (item, value) => this.#onType(item, value),
      submit: this.#onSubmit,
      reset: this.#onReset,
    });
  }

  #renderAnswer(): TemplateResult | typeof nothing {
    const words = this.more.infoSearch;
    const { answer } = this.#lookUp;
    if (answer.is === 'idle') return nothing;
    if (answer.is === 'running') return html`<p class="quiet" role="status">${words.running}</p>`;
    if (answer.is === 'refused') {
      return html`<p class="notice" role="alert">
        <span>${this.texts.errors[answer.error.kind]}</span><span>${words.laterSense}</span>
      </p>`;
    }
    const { outcome, tickets } = answer.info;
    return html`<div class="answer">
      ${renderOutcome(outcome, words)}
      <div class="beside">
        ${outcome === 'found' ? this.#renderFound(answer.info) : nothing}
        ${outcome === 'found' || tickets.length > 0 ? renderFound(tickets, this.#foundHost) : nothing}
      </div>
    </div>`;
  }

  #renderFound({ items }: CustomerInfo): TemplateResult {
    const words = this.more.infoSearch;
    const ticket = this.#ticket;
    const denied = denialOf(ticket);
    const { error, isRunning } = this.#edit;
    return renderResult(items, {
      more: this.more,
      texts: this.texts,
      customer: ticket?.customer ?? null,
      denial: denied && words[denied],
      putting: this.putting,
      error,
      isRunning,
      copy: (item) => void this.#copy(item),
      prepare: (facts) => this.#prepare(facts),
      put: () => this.#put(),
      keep: this.#onKeep,
    });
  }

  get #foundHost() {
    const hub = this.hub;
    return {
      texts: this.texts,
      words: this.more.infoSearch,
      language: this.language,
      timeZone: known(this.#session.value)?.service.timeZone ?? 'UTC',
      now: Date.now() + (hub?.session.$clockOffset.get() ?? 0),
      openId: this.#ticket?.ticketId ?? null,
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

  #onType(item: InquiryItem, value: string): void {
    this.#form.type(item.key, value);
    this.requestUpdate();
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (this.#lookUp.isRunning) return;
    const [items, customer] = [this.#items, this.#customer];
    const values = this.#form.values(items, customer);
    const isFine = items.every((item) => !this.#form.problem(item, customer)) && Object.keys(values).length > 0;
    this.hasProblems = !isFine;
    if (isFine) void this.#send(values);
    else void this.updateComplete.then(() => (this.wrong ?? this.first)?.focus());
  };

  async #send(values: Readonly<Record<string, string>>): Promise<void> {
    this.putting = this.said = null;
    this.#askedFor = this.#ticket?.ticketId ?? null;
    await this.#lookUp.ask(values);
  }

  readonly #onReset = (): void => {
    this.#form.reset();
    this.hasProblems = false;
    this.requestUpdate();
    void this.updateComplete.then(() => this.first?.focus());
  };

  async #copy(item: InfoItem): Promise<void> {
    this.said = await copyValue(item, this.more.infoSearch);
  }

  /** Shows what would change before anything does. */
  #prepare(facts: NewFacts): void {
    this.#edit.forget();
    this.said = null;
    this.putting = facts;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.confirm')?.focus());
  }

  #put(): void {
    const ticket = this.#ticket;
    if (!ticket || !this.putting || this.#edit.isRunning) return;
    this.#edit.start(ticket.ticketId, new TicketEditRequest(ticket.ticketId, { customer: this.putting }));
  }

  #onPut(): void {
    this.putting = null;
    this.said = this.more.infoSearch.putDone;
    this.#toResult();
  }

  readonly #onKeep = (): void => {
    this.#edit.forget();
    this.putting = null;
    this.#toResult();
  };

  #toResult(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.result .button')?.focus());
  }

  #open(ticketId: string): void {
    this.ask(new TicketSelectRequest(ticketId));
    this.close();
  }

  #onClosed(): void {
    this.#lookUp.stop();
    this.#edit.forget();
    this.putting = this.said = null;
    this.dispatchEvent(new Event('close'));
  }

  /** Another agent sees neither what was asked for nor what was found. */
  #forget(): void {
    this.close();
    this.#form.reset();
    this.#lookUp.forget();
    this.#askedFor = null;
  }

  /** Opens the layer with what was typed and found before; an answer for another ticket is gone. */
  async show(): Promise<void> {
    this.hasProblems = false;
    if (this.#askedFor !== (this.#ticket?.ticketId ?? null)) this.#lookUp.forget();
    await this.#dialog.show();
  }

  /** Closes the layer and gives up the look-up that is under way. */
  close(): void {
    this.#dialog.close();
  }
}
