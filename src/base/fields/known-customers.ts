import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { CustomerFact } from '../../domain/customer-info.js';
import type { Customer } from '../../domain/types.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { safeName } from '../../util/safe-name.js';
import { isComposing } from '../composing.js';
import type { Hub } from '../hub-context.js';
import { PopupController } from '../popup.js';

/** From so many characters on it is asked who that may be. */
const least = 2;
/** Milliseconds without a key before it is asked. */
const pause = 200;

/** Facts by which somebody may be known; the number of an account says nothing while it is half typed. */
const asked: readonly CustomerFact[] = ['name', 'email', 'phone'];

/**
 * Offers known customers while one of the facts is typed: a list below the field, walked by the arrows. Choosing one
 * fills all facts. The host renders the fields and the list once.
 */
export class KnownCustomers {
  #fact?: CustomerFact;
  #found: readonly Customer[] = [];
  #active = -1;
  #timer?: ReturnType<typeof setTimeout>;
  #call?: AbortController;
  readonly #popup: PopupController;

  constructor(
    private readonly host: LitElement,
    private readonly options: {
      readonly hub: () => Hub | undefined;
      /** Who need not be offered. */
      readonly current: () => number | undefined;
      readonly choose: (customer: Customer) => void;
    },
  ) {
    this.#popup = new PopupController(host, undefined, () => this.#field);
    host.addController({ hostDisconnected: () => this.close() });
  }

  get #field(): HTMLInputElement | null {
    return this.host.renderRoot.querySelector<HTMLInputElement>(`[data-fact='${this.#fact ?? ''}']`);
  }

  isAsked(fact: CustomerFact): boolean {
    return asked.includes(fact);
  }

  isOpenAt(fact: CustomerFact): boolean {
    return this.#popup.open && this.#fact === fact;
  }

  get activeId(): string | undefined {
    return this.#active >= 0 ? `known-${this.#active}` : undefined;
  }

  /** What is typed into a fact. */
  readonly onInput = (event: Event, fact: CustomerFact): void => {
    clearTimeout(this.#timer);
    this.#call?.abort();
    if (!this.isAsked(fact) || (event as InputEvent).isComposing) return;
    const start = (event.currentTarget as HTMLInputElement).value.trim();
    if ([...start].length < least) {
      this.close();
      return;
    }
    this.#timer = setTimeout(() => void this.#find(start, fact), pause);
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    if (!this.#popup.open || isComposing(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      const { length } = this.#found;
      this.#active = (this.#active + step + (this.#active < 0 && step < 0 ? 1 : 0) + length) % length;
      this.host.requestUpdate();
    } else if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && this.#active >= 0) this.#choose(this.#found[this.#active]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly close = (): void => {
    clearTimeout(this.#timer);
    this.#call?.abort();
    this.#popup.close();
    this.#found = [];
    this.#active = -1;
  };

  /** The list; it stands once in the host. */
  render({ knownCustomers: words }: MoreTexts): TemplateResult {
    const isOpen = this.#popup.open;
    return html`<div
        class="popup options"
        id="known"
        popover="manual"
        role="listbox"
        aria-label=${words.label}
        @beforetoggle=${this.#popup.onBeforeToggle}
        @toggle=${this.#popup.onToggle}
        @pointerdown=${(event: Event) => event.preventDefault()}
      >
        ${isOpen ? this.#found.map((customer, place) => this.#renderOne(customer, place)) : nothing}
      </div>
      <span class="visually-hidden" role="status">${isOpen ? words.found(this.#found.length) : nothing}</span>`;
  }

  #renderOne(customer: Customer, place: number): TemplateResult {
    const { name, email, phone, usercode } = customer;
    const facts = [email, phone, usercode].filter((fact) => fact !== null && fact !== '').join(' · ');
    // eslint-disable-next-line lit-a11y/click-events-have-key-events -- keys are those of the field above
    return html`<div
      class="option ${place === this.#active ? 'active' : ''}"
      id="known-${place}"
      role="option"
      aria-selected=${place === this.#active ? 'true' : 'false'}
      @click=${() => this.#choose(customer)}
    >
      <span dir="auto">${safeName(name) || safeName(email ?? '') || '–'}</span>
      <span class="aside" dir="auto">${safeName(facts)}</span>
    </div>`;
  }

  async #find(start: string, fact: CustomerFact): Promise<void> {
    const hub = this.options.hub();
    if (!hub) return;
    const call = (this.#call = new AbortController());
    try {
      const found = await hub.customers.find(start, call.signal);
      if (call.signal.aborted || !this.host.isConnected) return;
      this.#show(
        found.filter(({ customerId }) => customerId !== this.options.current()),
        fact,
      );
    } catch {
      // Without an offer everything can be typed all the same.
      if (!call.signal.aborted) this.close();
    }
  }

  #show(found: readonly Customer[], fact: CustomerFact): void {
    if (found.length === 0) {
      this.close();
      return;
    }
    this.#fact = fact;
    const field = this.#field;
    if (!field || (field.getRootNode() as ShadowRoot).activeElement !== field) return;
    this.#found = found;
    this.#active = -1;
    if (!this.#popup.open) this.host.renderRoot.querySelector<HTMLElement>('#known')?.showPopover();
    this.host.requestUpdate();
  }

  #choose(customer: Customer | undefined): void {
    this.close();
    if (customer) this.options.choose(customer);
  }
}
