import { isUsual, mainColumn, type ColumnState } from '../../domain/columns.js';
import { isTime, type ListColumn } from './columns.js';

/** Box and star. */
const tick = 28;
const star = 26;
/** Rows are cards below this width, and show less below the second. */
const cards = 560;
const smallCards = 400;
/** The least that is left for the subject before a column gives way. */
const fairSubject = 180;
/** What gives way to a narrow place, in turn, as long as nobody arranged the columns. */
const yielding = ['group', 'customer'];

const em = (pixels: number): string => `${Number((pixels / 13).toFixed(4))}em`;

/** Width of everything but the subject. */
function taken(columns: readonly ListColumn[]): number {
  return columns.reduce((sum, { id, width }) => sum + (id === mainColumn ? 0 : width), tick + star);
}

/**
 * Where cells stand, as a style sheet: each column by its class, so that it can be widened and moved without a row
 * being written. The subject takes what the others leave; in narrow places rows are cards of two lines.
 */
export function layoutText(columns: readonly ListColumn[], arranged: readonly ColumnState[]): string {
  const ladder = [columns];
  if (isUsual(arranged)) {
    for (const id of yielding) ladder.push((ladder.at(-1) ?? []).filter((column) => column.id !== id));
  }
  let above = '';
  const lines = ladder.map((set, step) => {
    const isLast = step === ladder.length - 1;
    const least = isLast ? cards : Math.max(cards, taken(set) + fairSubject);
    const range = `(width > ${em(least)})${above}`;
    above = ` and (width <= ${em(least)})`;
    return `@container ticket-list ${range}{${lineText(set)}${hiddenText(columns, set)}}`;
  });
  const small = `(width <= ${em(smallCards)})`;
  return `${lines.join('')}@container ticket-list (width <= ${em(cards)}) and (width > ${em(smallCards)}){${cardText(columns, 3)}}@container ticket-list ${small}{${cardText(columns, 2)}}`;
}

function hiddenText(columns: readonly ListColumn[], shown: readonly ListColumn[]): string {
  const hidden = columns.filter((column) => !shown.includes(column));
  return hidden.length > 0 ? `${hidden.map(({ name }) => `.${name}`).join()}{display:none}` : '';
}

/** One line a ticket. */
function lineText(columns: readonly ListColumn[]): string {
  const at = columns.findIndex(({ id }) => id === mainColumn);
  const least = columns[at]?.width ?? 0;
  let start = 0;
  const fromStart = (name: string, width: number): string => {
    const rule = `.${name}{inset-inline-start:${em(start)};inline-size:${em(width)}}`;
    start += width;
    return rule;
  };
  let rules = fromStart('tick', tick) + fromStart('star', star);
  for (const { name, width } of columns.slice(0, at)) rules += fromStart(name, width);
  let end = 0;
  for (const { name, width } of columns.slice(at + 1).reverse()) {
    rules += `.${name}{inset-inline-end:${em(end)};inline-size:${em(width)}}`;
    end += width;
  }
  // The bar of a priority takes three pixels of a row.
  return `${rules}.${mainColumn}{inset-inline:${em(start)} ${em(end)}}.track,.head-row{min-inline-size:${em(taken(columns) + least + 3)}}`;
}

/**
 * Two lines a ticket: urgency, subject, transfer and time above; status and the chosen facts below. Assignee and channel
 * come first among the facts, for an agent chooses by them; the rest in the agent's order.
 */
function cardText(columns: readonly ListColumn[], facts: number): string {
  const find = (id: string): ListColumn | undefined => columns.find((column) => column.id === id);
  const time = columns.find(({ id }) => isTime(id));
  const first = ['priority', mainColumn, 'transfer', 'status', time?.id];
  const others = columns.filter(({ id }) => !first.includes(id));
  const rank = ({ id }: ListColumn): number => (id === 'assignee' ? 0 : id === 'channel' ? 1 : 2);
  const chosen = new Set([...others].sort((a, b) => rank(a) - rank(b)).slice(0, facts));
  // The assignee may be a button, which has most room at the end.
  const below = [find('status'), ...others.filter((column) => chosen.has(column) && column.id !== 'assignee')];
  const assignee = find('assignee');
  if (assignee && chosen.has(assignee)) below.push(assignee);
  const second = below.filter((column) => column !== undefined);

  const middle = Math.max(0, second.length - 2);
  const transferAt = 4 + middle;
  const end = transferAt + 2;
  const transfer = find('transfer');
  const transferStart = time ? transferAt : transferAt + 1;
  const subjectEnd = transfer ? transferStart : time ? transferAt + 1 : end;
  const place = (name: string, line: number, from: number, to: number): string =>
    `.${name}{grid-area:${line}/${from}/auto/${to}}`;
  let rules = `.row{grid-template-columns:${em(30)} ${em(20)} minmax(0,1.4fr)${' minmax(0,1fr)'.repeat(middle)} ${em(22)} ${em(facts > 2 ? 84 : 72)}}`;
  rules += place('tick', 1, 1, 2) + place('star', 2, 1, 2);
  if (find('priority')) rules += place('priority', 1, 2, 3);
  rules += place(mainColumn, 1, find('priority') ? 3 : 2, subjectEnd);
  if (transfer) rules += place('transfer', 1, transferStart, transferStart + 1);
  if (time) rules += place(time.name, 1, transferAt + 1, end);
  second.forEach((column, at) => {
    const from = at === 0 ? 2 : 3 + at;
    rules += place(column.name, 2, from, at === second.length - 1 ? end : from === 2 ? 4 : from + 1);
  });
  const last = second.length > 1 ? second.at(-1) : undefined;
  if (last) rules += `.${last.name}{text-align:end}`;
  const shown = new Set([...second, find(mainColumn), find('priority'), transfer, time]);
  return (
    rules +
    hiddenText(
      columns,
      columns.filter((column) => shown.has(column)),
    )
  );
}
