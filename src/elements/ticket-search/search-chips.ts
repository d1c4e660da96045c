import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../../base/icons.js';
import { fieldLabel, type SearchSource } from '../../base/search-source.js';
import { valueWords } from '../../base/search-words.js';
import { isSearch, mostMonths } from '../../domain/search.js';
import type { TicketQuery } from '../../domain/types.js';

/** A condition of the list, in words. */
export interface Chip {
  /** A field, or the part of the list that is no field of a ticket. */
  readonly field: string;
  readonly words: string;
  /** It holds for every search, and goes with the last of the others. */
  readonly isFixed?: boolean;
}

/** Everything that narrows the list beside its view, in the order in which it is read. */
export function chipsOf(query: TicketQuery, source: SearchSource): readonly Chip[] {
  const words = source.more.ticketSearch;
  const chip = (field: string, name: string, value: string): Chip => ({ field, words: words.chip({ name, value }) });
  const { created, ...where } = query.where ?? {};
  const chips: Chip[] = [];
  if (query.q) chips.push(chip('q', words.q, query.q));
  for (const [field, value] of Object.entries(where))
    chips.push(chip(field, fieldLabel(field, source), valueWords(field, value, source)));
  if (isSearch(query)) chips.push(periodChip(created, chips.length === 0, source));
  if (query.starred !== undefined)
    chips.push({ field: 'starred', words: query.starred ? words.starred : words.unstarred });
  if (query.unread !== undefined) chips.push({ field: 'unread', words: query.unread ? words.unread : words.read });
  return chips;
}

function periodChip(
  created: NonNullable<TicketQuery['where']>[string] | undefined,
  isAlone: boolean,
  source: SearchSource,
): Chip {
  const usual = { from: `-${mostMonths}m` };
  const value = created ?? usual;
  const isUsual = JSON.stringify(value) === JSON.stringify(usual);
  const words = source.more.ticketSearch.chip({
    name: fieldLabel('created', source),
    value: valueWords('created', value, source),
  });
  return { field: 'created', words, isFixed: isUsual && !isAlone };
}

/** The chips, each with a button that takes its condition away. */
export function renderChips(
  chips: readonly Chip[],
  { more }: SearchSource,
  remove: (chip: Chip) => void,
): TemplateResult {
  const words = more.ticketSearch;
  return html`<ul class="chips" role="list" aria-label=${words.active}>
    ${repeat(
      chips,
      (chip) => chip.field,
      (chip) =>
        html`<li class="chip ${chip.isFixed ? 'fixed' : ''}" part="chip">
          <span class="chip-words" title=${chip.words}>${chip.words}</span>
          ${
            chip.isFixed
              ? nothing
              : html`<button
                  class="chip-remove"
                  type="button"
                  title=${words.remove({ condition: chip.words })}
                  aria-label=${words.remove({ condition: chip.words })}
                  @click=${() => remove(chip)}
                >
                  ${icon('close')}
                </button>`
          }
        </li>`,
    )}
  </ul>`;
}
