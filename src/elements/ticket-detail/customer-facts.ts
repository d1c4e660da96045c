import { html, nothing, type TemplateResult } from 'lit';
import type { Ticket } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import { safeName } from '../../util/safe-name.js';

/** Who the customer is, as far as it is known. */
export function renderCustomer({ customer }: Ticket, texts: Texts): TemplateResult {
  const words = texts.ticketDetail;
  const facts: readonly (readonly [name: string, value: string | null])[] = customer
    ? [
        [words.name, customer.name],
        [words.email, customer.email],
        [words.phone, customer.phone],
        [words.id, customer.usercode],
        [words.number, String(customer.customerId)],
      ]
    : [];
  return html`<section class="part" aria-labelledby="customer">
    <h3 class="part-title" id="customer">${words.customer}</h3>
    ${customer ? nothing : html`<p class="none">${words.noCustomer}</p>`}
    <dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<div class="pair">
            <dt>${name}</dt>
            <dd class=${value ? '' : 'none'} dir="auto">${value ? safeName(value) : texts.common.none}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}
