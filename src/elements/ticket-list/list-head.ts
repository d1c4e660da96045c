import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../base/signs.js';
import { mainColumn, startsDescending } from '../../domain/columns.js';
import { ListSortRequest, TickRequest } from '../../events/requests.js';
import type { Texts } from '../../strings/ko.js';
import { leading, type ListColumn } from './columns.js';
import type { ListFeed } from './list-feed.js';
import { allTicks, noTicks, tickedCount } from '../../domain/ticks.js';

type Ask = (request: Event) => void;

/** The column heads: a box for all rows, and `cells`, which `renderColumns` made. */
export function renderHead(feed: ListFeed, cells: unknown, texts: Texts, ask: Ask): TemplateResult {
  return html`<div class="row head-row" role="row" aria-rowindex="1">
    <div class="cell tick" role="columnheader" aria-colindex="1">${renderAll(feed, texts, ask)}</div>
    <div class="cell star" role="columnheader" aria-colindex="2">
      <span class="visually-hidden">${texts.ticketList.star}</span>
    </div>
    ${cells}
  </div>`;
}

/** A button for each column. */
export function renderColumns(feed: ListFeed, columns: readonly ListColumn[], texts: Texts, ask: Ask): unknown {
  return columns.map((column, place) => renderColumn(column, place, feed, texts, ask));
}

function renderColumn(
  { id, name, sort, label, isSign }: ListColumn,
  place: number,
  feed: ListFeed,
  texts: Texts,
  ask: Ask,
): TemplateResult {
  const isSorted = sort !== undefined && sort === feed.query?.sort;
  const isDescending = feed.query?.descending ?? false;
  const onClick = (): void => {
    if (sort) ask(new ListSortRequest(sort, isSorted ? !isDescending : startsDescending(sort)));
  };
  const sign = isSorted ? (isDescending ? 'arrowDown' : 'arrowUp') : id === 'transfer' ? 'issue' : 'high';
  return html`<div
    class="cell ${name} ${isSign || id === mainColumn ? '' : 'sized'}"
    role="columnheader"
    aria-colindex=${place + leading.length + 1}
    aria-sort=${isSorted ? (isDescending ? 'descending' : 'ascending') : nothing}
    data-column=${id}
  >
    <button
      class="sort"
      type="button"
      tabindex="-1"
      title=${texts.ticketList.headKey({ name: label })}
      aria-label=${isSign ? label : nothing}
      aria-haspopup=${sort ? nothing : 'menu'}
      @click=${onClick}
    >
      ${isSign ? nothing : html`<span>${label}</span>`}${isSign || isSorted ? icon(sign) : nothing}
    </button>
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
  return html`<label class="all" title=${texts.ticketList.tickAll}>
    <input
      class="box"
      type="checkbox"
      aria-label=${texts.ticketList.tickAll}
      .checked=${isAll}
      .indeterminate=${count > 0 && !isAll}
      @click=${onClick}
    />
  </label>`;
}

/** Column heads are one stop of the Tab key; arrows walk from one to the next. */
function walkHead(event: KeyboardEvent): void {
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

/** A key on a head. One that asks for its menu before the code of menus is there is pressed again then. */
export function pressHead(event: KeyboardEvent, load: (() => Promise<unknown>) | null): void {
  walkHead(event);
  const [target] = event.composedPath();
  if (!load || (event.key !== 'ContextMenu' && !(event.shiftKey && event.key === 'F10'))) return;
  event.preventDefault();
  void load().then((loaded) => loaded && target?.dispatchEvent(new KeyboardEvent(event.type, event)));
}
