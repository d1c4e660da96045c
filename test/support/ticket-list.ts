import { sendKeys } from '@web/test-runner-commands';
import { usualColumns } from '../../src/domain/columns.js';
import type { TicketRow } from '../../src/domain/types.js';
import type { TicketList } from '../../src/elements/ticket-list/ticket-list.js';
import { ListArrangeRequest, TickRequest } from '../../src/events/requests.js';
import { sampleHub } from '../../stories/support/samples.js';
import { windowOf, type FakeHub } from './fake-hub.js';
import { all, inHub } from './in-hub.js';
import { settle } from './until.js';

export const size = { wide: 1000, narrow: 320 };

/** A hub whose list has these rows. */
export function hubWith(rows: readonly TicketRow[]): FakeHub {
  const hub = sampleHub();
  hub.tickets.$window.set(windowOf(rows));
  return hub;
}

/** A list in a hub, laid out. */
export async function mount(hub: FakeHub, width = size.wide, attributes = ''): Promise<TicketList> {
  await import('../../src/elements/ticket-list/define.js');
  const list = await inHub<TicketList>(hub, `<ticket-list ${attributes}></ticket-list>`);
  list.parentElement!.style.cssText = `display: block; inline-size: ${width}px; block-size: 400px`;
  await settle(80);
  return list;
}

/** Index of the row in the list; the head counts as one. */
export const rowIndex = (row: Element): number => Number(row.getAttribute('aria-rowindex')) - 2;

/** The rows that exist, from top to bottom. */
export const shown = (list: Element): HTMLElement[] =>
  all(list, '.viewport [role="row"]:not([hidden])').sort((a, b) => rowIndex(a) - rowIndex(b));

export function rowOf(list: Element, index: number): HTMLElement {
  const row = shown(list).find((each) => rowIndex(each) === index);
  if (!row) throw new Error(`row ${index} is not there`);
  return row;
}

/** A cell by its number among the columns. */
export const cell = (row: Element, column: number): HTMLElement => row.querySelector(`[aria-colindex="${column}"]`)!;

/** The words of the column heads behind box and star. */
export const headings = (list: Element): string[] =>
  all(list, '[role="columnheader"]')
    .slice(2)
    .map((head) => head.querySelector('button')!.getAttribute('aria-label') ?? head.textContent!.trim());

/** The head of a column, by its word. */
export function headOf(list: Element, word: string): HTMLElement {
  const at = headings(list).indexOf(word);
  if (at < 0) throw new Error(`no column "${word}", but: ${headings(list).join(' | ')}`);
  return all(list, '[role="columnheader"]')[at + 2]!;
}

export const focusedRow = (list: Element): number => rowIndex(list.shadowRoot!.activeElement!.closest('[role="row"]')!);

/** Presses a key while another is held. */
export async function press(held: string, key: string): Promise<void> {
  await sendKeys({ down: held });
  await sendKeys({ press: key });
  await sendKeys({ up: held });
}

/** Does for ticks what the real hub does. */
export function keepTicks(hub: FakeHub, list: HTMLElement): void {
  list.addEventListener(TickRequest.type, (event) => hub.selection.$ticked.set((event as TickRequest).ticked));
}

/** Does for columns and density what the real hub does. */
export function keepColumns(hub: FakeHub, list: HTMLElement): void {
  list.addEventListener(ListArrangeRequest.type, (event) => {
    const { columns, density } = (event as ListArrangeRequest).change;
    if (columns !== undefined) hub.tickets.$columns.set(columns ?? usualColumns);
    if (density) hub.tickets.$density.set(density);
  });
}
