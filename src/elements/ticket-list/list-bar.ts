import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../base/signs.js';
import { tallyText } from '../../base/tally.js';
import { startsDescending } from '../../domain/columns.js';
import { tickedCount } from '../../domain/ticks.js';
import type { SortKey } from '../../domain/types.js';
import { ListSortRequest } from '../../events/requests.js';
import type { Texts } from '../../strings/ko.js';
import { sortsOf, type ColumnWords } from './columns.js';
import type { ListFeed } from './list-feed.js';
import { renderFilter } from './list-frame.js';
import type { ListSelection } from './list-selection.js';

/** What the bar above the rows works with. */
export interface BarParts {
  readonly feed: ListFeed;
  readonly selection: ListSelection;
  readonly words: ColumnWords;
  /** Rows are cards, without heads. */
  readonly hasCards: boolean;
  readonly ask: (request: Event) => void;
  readonly arrange: () => void;
  readonly tickAll: () => void;
  readonly untick: () => void;
}

/** The line above the rows: filters, how many tickets there are or are ticked, and how they are arranged. */
export function renderBar(parts: BarParts): TemplateResult {
  const { feed, ask, hasCards, words } = parts;
  const list = words.texts.ticketList;
  const starred = feed.query?.starred ? 'starred' : 'star';
  const isTicking = tickedCount(feed.ticks, feed.window?.total ?? 0) > 0 || parts.selection.range !== undefined;
  return html`<div class="bar ${isTicking ? 'ticking' : ''}" part="bar">
    ${renderFilter('starred', starred, list.important, list.importantOnly, feed, ask)}
    ${renderFilter('unread', 'unread', list.unread, list.unreadOnly, feed, ask)}
    <span class="ticked-count" role="status">${renderTicked(parts)}</span>
    ${isTicking ? renderTickChoice(parts) : renderTotal(feed, words.texts)}
    <span class="arrange">
      ${hasCards && !isTicking ? renderSortChoice(parts) : nothing}
      <button
        class="direction"
        type="button"
        aria-haspopup="dialog"
        title=${list.arrange}
        aria-label=${list.arrange}
        @click=${parts.arrange}
      >
        ${icon('columns')}
      </button>
    </span>
  </div>`;
}

function renderTotal({ window }: ListFeed, texts: Texts): TemplateResult {
  const isKnown = window !== undefined && (window.status === 'ready' || window.total > 0);
  return html`<span class="total"
    >${isKnown ? tallyText(window, texts.ticketList.total, texts.ticketList.totalLeast) : nothing}</span
  >`;
}

/** How many are ticked, or why a range was not. */
function renderTicked({ feed, selection: { range }, words: { texts } }: BarParts): string {
  const total = feed.window?.total ?? 0;
  const ticked = tickedCount(feed.ticks, total);
  const list = texts.ticketList;
  if (range === 'running') return list.ticking;
  if (range === 'far') return list.tooFar;
  if (range) return list.notTicked({ why: texts.errors[range.kind] });
  if (ticked === 0) return '';
  const isEstimate = feed.ticks.all && feed.window?.isEstimate === true;
  const exact = feed.ticks.all && ticked === total ? list.allTicked : list.ticked;
  return tallyText({ total: ticked, isEstimate }, exact, list.tickedLeast);
}

/** From some to all that there are, or to none. */
function renderTickChoice({ feed, tickAll, untick, words: { texts } }: BarParts): TemplateResult {
  const { total = 0, isEstimate = false } = feed.window ?? {};
  const isAll = tickedCount(feed.ticks, total) >= total;
  const list = texts.ticketList;
  return html`<span class="tick-choice">
    ${
      isAll
        ? nothing
        : html`<button class="link" type="button" @click=${tickAll}>
            ${tallyText({ total, isEstimate }, list.tickTotal, list.tickTotalLeast)}
          </button>`
    }
    <button class="link" type="button" @click=${untick}>${list.untick}</button>
  </span>`;
}

/** Cards have no heads, so what they are sorted by is chosen here. */
function renderSortChoice({ feed, ask, words }: BarParts): TemplateResult {
  const isDescending = feed.query?.descending ?? false;
  const now = feed.query?.sort;
  const list = words.texts.ticketList;
  const onInput = (event: Event): void => {
    const sort = (event.target as HTMLSelectElement).value as SortKey;
    ask(new ListSortRequest(sort, startsDescending(sort)));
  };
  const direction = isDescending ? list.descending : list.ascending;
  return html`<select class="select" aria-label=${list.sort} @input=${onInput}>
      ${sortsOf(words).map(
        ({ sort, label }) => html`<option value=${sort} .selected=${sort === now}>${label}</option>`,
      )}
    </select>
    <button
      class="direction"
      type="button"
      title=${direction}
      aria-label=${direction}
      @click=${() => now && ask(new ListSortRequest(now, !isDescending))}
    >
      ${icon(isDescending ? 'arrowDown' : 'arrowUp')}
    </button>`;
}
