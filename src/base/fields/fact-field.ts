import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CustomerFact } from '../../domain/customer-info.js';
import type { KnownCustomers } from './known-customers.js';

/** One of the customer's facts as it is written. */
export interface FactField {
  readonly fact: CustomerFact;
  readonly label: string;
  readonly value: string;
  readonly problem: string;
  readonly isLocked: boolean;
  readonly customers: KnownCustomers;
  set(value: string): void;
  readonly aside?: TemplateResult | typeof nothing;
}

const modes: Readonly<Partial<Record<CustomerFact, string>>> = { email: 'email', phone: 'tel' };

/** A fact of the customer, with known customers below it while it is typed. */
export function renderFact({
  fact,
  label,
  value,
  problem,
  isLocked,
  customers,
  set,
  aside,
}: FactField): TemplateResult {
  const isAsked = customers.isAsked(fact);
  const isOpen = customers.isOpenAt(fact);
  const onInput = (event: Event): void => {
    set((event.currentTarget as HTMLInputElement).value);
    customers.onInput(event, fact);
  };
  return html`<div class="field" data-field="customer.${fact}">
    <label class="label" for="customer.${fact}">${label}</label>
    <input
      class="input"
      type="text"
      id="customer.${fact}"
      data-fact=${fact}
      dir="auto"
      autocomplete="off"
      spellcheck="false"
      inputmode=${modes[fact] ?? nothing}
      role=${isAsked ? 'combobox' : nothing}
      aria-autocomplete=${isAsked ? 'list' : nothing}
      aria-controls=${isAsked ? 'known' : nothing}
      aria-expanded=${isAsked ? (isOpen ? 'true' : 'false') : nothing}
      aria-activedescendant=${(isOpen && customers.activeId) || nothing}
      aria-invalid=${problem ? 'true' : nothing}
      aria-describedby=${problem ? `problem-${fact}` : nothing}
      ?disabled=${isLocked}
      .value=${live(value)}
      @input=${onInput}
      @compositionend=${(event: Event) => customers.onInput(event, fact)}
      @keydown=${customers.onKeydown}
      @blur=${customers.close}
    />
    ${problem ? html`<p class="problem" id="problem-${fact}">${problem}</p>` : nothing} ${aside ?? nothing}
  </div>`;
}
