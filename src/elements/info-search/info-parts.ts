import { html, nothing, type TemplateResult } from 'lit';
import type { DeskError } from '../../base/desk-error.js';
import { renderCopy, renderItems } from '../../base/customer-info/info-items.js';
import { icon } from '../../base/icons.js';
import { sentences } from '../../base/sentences.js';
import type { InfoItem, InfoOutcome } from '../../domain/customer-info.js';
import type { Customer } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { factNames, newFacts, type NewFacts } from './facts.js';

type Words = MoreTexts['infoSearch'];

/** What became of a look-up, in the words that the link documents, and what the agent can do now. */
export function renderOutcome(outcome: InfoOutcome, words: Words): TemplateResult {
  if (outcome === 'found') return html`<p class="outcome ok" role="status">${icon('check')}${words.found}</p>`;
  const sense = {
    none: words.noneSense,
    denied: words.deniedSense,
    unreachable: words.laterSense,
    failed: words.laterSense,
  };
  return html`<p class="notice ${outcome === 'none' ? 'calm' : ''}" role=${outcome === 'none' ? 'status' : 'alert'}>
    <span>${words[outcome]}</span><span>${sense[outcome]}</span>
  </p>`;
}

/** How results are shown, and what can be done with them. */
export interface ResultHost {
  readonly texts: Texts;
  readonly more: MoreTexts;
  readonly customer: Customer | null;
  /** Why nothing can be put into the ticket; null where it can. */
  readonly denial: string | null;
  /** What is about to be put in, shown before it is. */
  readonly putting: NewFacts | null;
  readonly isRunning: boolean;
  readonly error: DeskError | undefined;
  copy(item: InfoItem): void;
  prepare(facts: NewFacts): void;
  put(): void;
  keep(): void;
}

/** What was found, and the way into the open ticket. */
export function renderResult(items: readonly InfoItem[], host: ResultHost): TemplateResult {
  const words = host.more.infoSearch;
  return html`<section class="result" aria-labelledby="result">
    <h3 id="result">${words.result}</h3>
    ${renderItems(items, words, (item) => renderTools(item, host))}
    ${host.putting ? renderPutting(host.putting, host) : renderPutAll(items, host)}
  </section>`;
}

function renderPutAll(items: readonly InfoItem[], host: ResultHost): TemplateResult | typeof nothing {
  if (!items.some(({ fact, value }) => fact && value)) return nothing;
  const words = host.more.infoSearch;
  const facts = newFacts(items, host.customer);
  const why = host.denial ?? (factNames(facts).length === 0 ? words.same : null);
  return html`<div class="all">
    <button
      class="button"
      type="button"
      aria-disabled=${why ? 'true' : nothing}
      aria-describedby=${why ? 'why' : nothing}
      @click=${why ? nothing : () => host.prepare(facts)}
    >
      ${icon('person')}${words.putAll}
    </button>
    ${why ? html`<span class="hint" id="why">${why}</span>` : nothing}
  </div>`;
}

function renderPutting(facts: NewFacts, host: ResultHost): TemplateResult {
  const { texts, more, error, isRunning } = host;
  const words = more.infoSearch;
  return html`<div class="putting" role="group" aria-labelledby="putting">
    <h4 id="putting">${words.putTitle}</h4>
    ${renderChange(facts, host.customer, more)}
    ${
      error
        ? html`<p class="notice" role="alert">
            <span>${sentences(words.putFailed, texts.errors[error.kind])}</span><span>${words.putSafe}</span>
          </p>`
        : nothing
    }
    <div class="buttons">
      <button class="button" type="button" @click=${host.keep}>${texts.common.cancel}</button>
      <button
        class="button primary confirm"
        type="button"
        aria-disabled=${isRunning ? 'true' : nothing}
        @click=${host.put}
      >
        ${isRunning ? words.putRunning : words.putSubmit}
      </button>
    </div>
  </div>`;
}

function renderTools(item: InfoItem, host: ResultHost): TemplateResult {
  const words = host.more.infoSearch;
  const name = item.label;
  const facts = newFacts([item], host.customer);
  const why = host.denial ?? (factNames(facts).length === 0 ? words.same : null);
  return html`${
    item.fact
      ? html`<button
          class="button put"
          type="button"
          aria-label=${words.put({ name })}
          title=${why ?? words.put({ name })}
          aria-disabled=${why ? 'true' : nothing}
          aria-description=${why ?? nothing}
          @click=${why ? nothing : () => host.prepare(facts)}
        >
          ${words.putShort}
        </button>`
      : nothing
  }
  ${renderCopy(item, words, host.copy)}`;
}

/** What the ticket's customer has now, and what it will have. */
function renderChange(facts: NewFacts, customer: Customer | null, more: MoreTexts): TemplateResult {
  const words = more.infoSearch;
  return html`<table class="change">
    <thead>
      <tr>
        <td></td>
        <th scope="col">${words.before}</th>
        <th scope="col">${words.after}</th>
      </tr>
    </thead>
    <tbody>
      ${factNames(facts).map(
        (fact) =>
          html`<tr>
            <th scope="row">${more.field[fact]}</th>
            <td class="before">${customer?.[fact] || words.empty}</td>
            <td class="after">${facts[fact]}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
