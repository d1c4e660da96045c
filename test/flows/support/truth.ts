import { known } from '../../../src/base/known.js';
import type { Board, HistoryEntry, Ticket, TicketRow, View } from '../../../src/domain/types.js';
import type { DeskHub } from '../../../src/hub/desk-hub.js';
import type { Desk } from './desk.js';
import { countOf, figureOf, inside, rowsOf, seen, textOf, visible } from './screen.js';

/** Rows of the list that are compared, also those out of sight. */
const most = 40;

const factsOf = ({ ticketId, version, status, subject, assignee, unread }: TicketRow): string =>
  [ticketId, version, status, subject, assignee?.name, unread].join(' ');
const entryOf = ({ id, bodyVersion }: HistoryEntry): string => `${id} ${bodyVersion}`;

/** What the screen of an agent shows otherwise than the server says when it is asked. */
async function differencesOf(desk: Desk, hub: DeskHub, ticketId: string, agent: string): Promise<readonly string[]> {
  const ask = <T>(path: string) => desk.call(agent, 'GET', path) as Promise<T>;
  const rows = await ask<readonly TicketRow[]>(`tickets.json?view=all&sort=updatedAt:desc&limit=${most}`);
  const counts = await ask<Readonly<Record<View, number>>>('tickets/counts.json');
  const board = await ask<Board>('board.json');
  const ticket = await ask<Ticket>(`tickets/${ticketId}.json`);
  const history = await ask<readonly HistoryEntry[]>(`tickets/${ticketId}/history.json`);

  const found: string[] = [];
  const compare = (what: string, here: unknown, there: unknown): void => {
    const [shown, right] = [JSON.stringify(here), JSON.stringify(there)];
    if (shown !== right) found.push(`${what}: ${shown} instead of ${right}`);
  };
  const { tickets, board: figures, text } = hub.hub!;
  const words = text.$texts.get()!.status;
  const facts = (all: readonly (TicketRow | undefined)[]) => all.map((row) => row && factsOf(row));
  const shown = tickets.$window.get();
  compare('rows', facts(Array.from({ length: rows.length }, (_, at) => shown.row(at))), facts(rows));
  const screen = rowsOf(hub).map((row) => [Number(row.getAttribute('aria-rowindex')) - 2, textOf(row)] as const);
  compare('whether rows are in sight', screen.length > 0, true);
  for (const [at, said] of screen) {
    const row = rows[at];
    if (!row) continue;
    for (const word of [row.subject, words[row.status], row.assignee?.name ?? ''])
      compare(`row ${at} says "${word}"`, said.includes(textOf({ textContent: word })), true);
  }
  for (const [view, count] of Object.entries(counts)) {
    if (visible(hub, `[data-key='${view}']`).length > 0) compare(`count of ${view}`, countOf(hub, view), count);
  }
  for (const half of ['all', 'my'] as const) {
    compare(`board, ${half}`, known(figures.$board.get())?.[half], board[half]);
    for (const [name, value] of Object.entries(board[half])) {
      const figure = figureOf(hub, `${half}.${name}`);
      if (figure !== undefined && Number.isInteger(value)) compare(`figure ${half}.${name}`, figure, value);
    }
  }
  const open = known(tickets.$current.get());
  compare('the open ticket', open && factsOf(open), factsOf(ticket));
  const info = textOf(inside(hub, 'ticket-info') ?? { textContent: '' });
  for (const word of [ticket.subject, words[ticket.status], ticket.assignee?.name ?? ''])
    compare(`the open ticket says "${word}"`, info.includes(textOf({ textContent: word })), true);
  compare('history', known(tickets.$history.get())?.map(entryOf), history.map(entryOf));
  compare('entries in sight', visible(inside(hub, 'ticket-history') ?? hub, 'article').length, history.length);
  return found;
}

/** Waits until the list, the counts, the board and the open ticket on the screen are as the server says. */
export async function isTrue(desk: Desk, hub: DeskHub, ticketId: string, agent = 'agent1'): Promise<void> {
  let found: readonly string[] = [];
  const look = async (): Promise<boolean> => {
    found = await differencesOf(desk, hub, ticketId, agent);
    return found.length === 0;
  };
  await seen(look, 'a true screen').catch((error: unknown) => {
    throw new Error(`${(error as Error).message}: ${found.join('; ')}`);
  });
}
