import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../base/icons.js';
import { ListSortRequest, TickRequest } from '../../events/requests.js';
import type { Texts } from '../../strings/ko.js';
import { columns, startsDescending, type Column } from './columns.js';
import type { ListFeed } from './list-feed.js';
import { allTicks, noTicks, tickedCount } from './ticks.js';

type Ask = (request: Event) => void;

/** The column heads: a box for all rows, and a button for each column that can be sorted by. */
export function renderHead(feed: ListFeed, texts: Texts, ask: Ask): TemplateResult {
  return html`<div class="row head-row" role="row" aria-rowindex="1">
    ${columns.map((column, place) => renderColumn(column, place, feed, texts, ask))}
  </div>`;
}

function renderColumn(column: Column, place: number, feed: ListFeed, texts: Texts, ask: Ask): TemplateResult {
  const isSorted = column.sort !== undefined && column.sort === feed.query?.sort;
  const isDescending = feed.query?.descending ?? false;
  return html`<div
    class="cell ${column.name}"
    role="columnheader"
    aria-colindex=${place + 1}
    aria-sort=${isSorted ? (isDescending ? 'descending' : 'ascending') : nothing}
  >
    ${column.name === 'tick' ? renderAll(feed, texts, ask) : renderSort(column, isSorted, isDescending, texts, ask)}
  </div>`;
}

function renderAll(feed: ListFeed, texts: Texts, ask: Ask): TemplateResult {
  const total = feed.window?.total ?? 0;
  const count = tickedCount(feed.ticks, total);
  const isAll = count > 0 && count >= total;
  const onClick = (event: Event): void => {
    // What the box shows comes from the hub.
    event.preventDefault();
    ask(new TickRequest(isAll ? noTicks : allTicks));
  };
  return html`<input
    class="box"
    type="checkbox"
    aria-label=${texts.ticketList.tickAll}
    title=${texts.ticketList.tickAll}
    .checked=${isAll}
    .indeterminate=${count > 0 && !isAll}
    @click=${onClick}
  />`;
}

function renderSort(
  { sort, label, name }: Column,
  isSorted: boolean,
  isDescending: boolean,
  texts: Texts,
  ask: Ask,
): TemplateResult {
  const word = texts.ticketList[label];
  if (!sort) return html`<span class="visually-hidden">${word}</span>`;
  const onClick = (): void => ask(new ListSortRequest(sort, isSorted ? !isDescending : startsDescending(sort)));
  return html`<button
    class="sort"
    type="button"
    tabindex="-1"
    title=${word}
    aria-label=${name === 'priority' ? word : nothing}
    @click=${onClick}
  >
    ${name === 'priority' && !isSorted ? icon('high') : nothing}${name === 'priority' ? nothing : html`<span>${word}</span>`}
    ${isSorted ? icon(isDescending ? 'arrowDown' : 'arrowUp') : nothing}
  </button>`;
}

/** Heads are one stop of the Tab key; arrows walk from one to the next. */
export function walkHead(event: KeyboardEvent): void {
  const head = event.currentTarget as HTMLElement;
  const stops = [...head.querySelectorAll<HTMLElement>('.box, .sort')];
  const at = stops.indexOf(event.composedPath()[0] as HTMLElement);
  const isRtl = getComputedStyle(head).direction === 'rtl';
  const step = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1, Home: -stops.length, End: stops.length }[
    event.key
  ];
  if (at < 0 || step === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
}
