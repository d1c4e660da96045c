import { and, inArray, sql, type SQL } from 'drizzle-orm';
import type { TicketQuery, TicketRow } from '../../../../src/domain/types.js';
import { conditionsOf } from '../../../../src/domain/views.js';
import type { Tx } from '../../db/database.js';
import { tickets } from '../../db/schema.js';
import { serviceOf, type AgentContext } from '../context.js';
import { viewerOf, whereOf } from './conditions-sql.js';
import { keptLength } from './counts.js';
import { readCursor, writeCursor } from './cursor.js';
import { estimateRows, placeAt } from './jump.js';
import { selectFull } from './load.js';
import { beyond, orderOf, placeOf, type Place } from './sort-keys.js';
import { toRow, type FullRecord } from './wire.js';

export interface ListRequest {
  readonly query: TicketQuery;
  readonly limit: number;
  readonly cursor?: string;
  /** Share of the list to jump to, 0 to 1. */
  readonly at?: number;
}

export interface ListPage {
  readonly contents: readonly TicketRow[];
  readonly next: string | null;
  readonly previous: string | null;
  /** For a first page and a jump: kept for a whole view, else counted as far as `countedUpTo`. Null on other pages. */
  readonly total: number | null;
  /** About how long a list is that is too long to count; else null. */
  readonly estimate: number | null;
  readonly position: { readonly index: number; readonly exact: boolean } | null;
}

/** Longer lists are neither counted for a page nor jumped through row by row. */
export const countedUpTo = 10_000;

/** One page of a list: walked by keys, so that its cost does not grow with its depth. */
export async function listTickets(tx: Tx, context: AgentContext, request: ListRequest): Promise<ListPage> {
  const { query, limit, cursor, at } = request;
  const list = new OneList(tx, context, query, limit);
  if (cursor !== undefined) {
    const { place, backward, inclusive } = readCursor(query, cursor);
    const page = await list.walk(place, backward, inclusive);
    return { ...page, total: null, estimate: null, position: null };
  }
  const total = (await keptLength(tx, context, query)) ?? (await countUpTo(tx, list.where, countedUpTo));
  // A table that was just filled has no statistics; the list is longer than was counted in any case.
  const estimate = total === null ? Math.max(await estimateRows(tx, list.where), countedUpTo + 1) : null;
  if (at === undefined) return { ...(await list.first()), total, estimate, position: null };
  const length = total ?? estimate ?? 0;
  const jump = length > countedUpTo ? await list.jumpFar(at, length) : await list.jumpCounted(at, length);
  return { ...jump, total, estimate };
}

/** Tickets by name, for reading again what is on screen: those that are there, and in the list if one is named. */
export async function ticketsByIds(
  tx: Tx,
  context: AgentContext,
  ids: readonly string[],
  query: TicketQuery | null,
): Promise<TicketRow[]> {
  const where = whereOf(tx, serviceOf(context), query ? conditionsOf(query) : [], viewerOf(context));
  const records = await selectFull(tx, serviceOf(context), context.session.agent.usercode).where(
    and(where, inArray(tickets.ticketId, [...ids])),
  );
  const rows = new Map(records.map((record) => [record.ticket.ticketId, toRow(record, context.session)]));
  return ids.flatMap((id) => rows.get(id) ?? []);
}

/** Number of tickets, or null when there are more than the limit: counting stops there. */
async function countUpTo(tx: Tx, where: SQL, limit: number): Promise<number | null> {
  const some = tx
    .select({ one: sql`1` })
    .from(tickets)
    .where(where)
    .limit(limit + 1)
    .as('some');
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(some);
  const count = row?.count ?? 0;
  return count > limit ? null : count;
}

type Pages = Pick<ListPage, 'contents' | 'next' | 'previous'>;
type Jump = Pages & Pick<ListPage, 'position'>;

class OneList {
  readonly where: SQL;
  #tx: Tx;
  #context: AgentContext;
  #query: TicketQuery;
  #limit: number;

  constructor(tx: Tx, context: AgentContext, query: TicketQuery, limit: number) {
    this.#tx = tx;
    this.#context = context;
    this.#query = query;
    this.#limit = limit;
    this.where = whereOf(tx, serviceOf(context), conditionsOf(query), viewerOf(context));
  }

  async first(offset = 0): Promise<Pages> {
    const rows = await this.#read(this.#query.descending, undefined, offset);
    return this.#page(rows, false, offset > 0, undefined);
  }

  async walk(place: Place, backward: boolean, inclusive: boolean): Promise<Pages> {
    const descending = this.#query.descending !== backward;
    const rows = await this.#read(descending, beyond(this.#query.sort, descending, place, inclusive));
    return this.#page(rows, backward, true, { place, inclusive });
  }

  async jumpCounted(at: number, total: number): Promise<Jump> {
    const index = Math.max(0, Math.min(Math.floor(at * total), total - this.#limit));
    return { ...(await this.first(index)), position: { index, exact: true } };
  }

  /** A list too long to count: to a place that a sample of its rows says is about there. */
  async jumpFar(at: number, estimate: number): Promise<Jump> {
    if (at === 0) return { ...(await this.first()), position: { index: 0, exact: true } };
    const { sort, descending } = this.#query;
    const index = Math.max(0, Math.min(Math.round(at * estimate), estimate - this.#limit));
    const position = { index, exact: false };
    const place = at === 1 ? null : await placeAt(this.#tx, this.where, sort, descending, at);
    if (!place) return { ...(await this.#last()), position };
    const page = await this.walk(place, false, true);
    const full = page.contents.length === this.#limit ? page : await this.#last();
    return { ...full, position };
  }

  async #last(): Promise<Pages> {
    return this.#page(await this.#read(!this.#query.descending), true, false, undefined);
  }

  async #read(descending: boolean, from?: SQL, offset = 0): Promise<FullRecord[]> {
    const { sort } = this.#query;
    return selectFull(this.#tx, serviceOf(this.#context), this.#context.session.agent.usercode)
      .where(and(this.where, from))
      .orderBy(...orderOf(sort, descending))
      .limit(this.#limit + 1)
      .offset(offset);
  }

  /** Puts rows that were read in either direction into the order of the list. `behind`: there are rows before the first read. */
  #page(read: FullRecord[], backward: boolean, behind: boolean, from?: { place: Place; inclusive: boolean }): Pages {
    const more = read.length > this.#limit;
    const rows = read.slice(0, this.#limit);
    if (backward) rows.reverse();
    const [before, after] = backward ? [more, behind] : [behind, more];
    return {
      contents: rows.map((row) => toRow(row, this.#context.session)),
      previous: before ? this.#cursor(rows[0], true, from) : null,
      next: after ? this.#cursor(rows.at(-1), false, from) : null,
    };
  }

  /** Beside an empty page lies the place where it was looked for, with the row that stands there. */
  #cursor(row: FullRecord | undefined, backward: boolean, from?: { place: Place; inclusive: boolean }): string | null {
    if (row) {
      const place = placeOf(this.#query.sort, row.ticket);
      return writeCursor(this.#query, { place, backward, inclusive: false });
    }
    return from ? writeCursor(this.#query, { place: from.place, backward, inclusive: !from.inclusive }) : null;
  }
}
