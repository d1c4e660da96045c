import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { isSearch } from '../../../../src/domain/search.js';
import type { TicketQuery, TicketRow } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { tickets } from '../../db/schema.js';
import { serviceOf, type AgentContext } from '../context.js';
import { keptLength } from './counts.js';
import { readCursor, writeCursor } from './cursor.js';
import { estimateRows, placeAt } from './jump.js';
import { selectFull } from './load.js';
import { idsInOrder, readInOrder, readNamed, type Reading } from './ordered.js';
import { rowOf, shownFields } from './row-fields.js';
import { listFilter, namedFilter, type ListFilter } from './search.js';
import { placeOf, requireSortable, type Place } from './sort-keys.js';
import type { FullRecord } from './wire.js';

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
/** Longest list of which each ticket is asked for a text, only to count those that hold it. */
const askedUpTo = 300;

/** One page of a list: walked by keys, so that its cost does not grow with its depth. */
export async function listTickets(tx: Tx, context: AgentContext, request: ListRequest): Promise<ListPage> {
  const { query, limit, cursor, at } = request;
  await requireSortable(tx, context, query.sort);
  const filter = await listFilter(tx, context, query);
  const list = new OneList(tx, context, {
    query,
    limit,
    filter,
    fields: await shownFields(tx, context, query.fields),
  });
  if (cursor !== undefined) {
    const { place, backward, inclusive } = readCursor(query, cursor);
    const page = await list.walk(place, backward, inclusive);
    return { ...page, total: null, estimate: null, position: null };
  }
  if (at === undefined) {
    if (filter.isNamed) return { ...(await list.firstOfAll()), estimate: null, position: null };
    const page = await list.first();
    const isAll = page.next === null;
    const length = isAll ? exactly(page.contents.length) : await lengthOf(tx, context, query, filter);
    return { ...page, ...length, position: null };
  }
  const length = await lengthOf(tx, context, query, filter);
  const { total, estimate } = length;
  const isCounted = total !== null && total <= countedUpTo;
  const jump = isCounted ? await list.jumpCounted(at, total) : await list.jumpFar(at, total ?? estimate ?? 0);
  return { ...jump, ...length };
}

/** How long a list is. */
export type Length = Pick<ListPage, 'total' | 'estimate'>;

const exactly = (total: number): Length => ({ total, estimate: null });

/** How long a list is: as it is kept, counted as far as that is cheap, or as the planner expects it. */
async function lengthOf(tx: Tx, context: AgentContext, query: TicketQuery, filter: ListFilter): Promise<Length> {
  const kept = await keptLength(tx, context, query);
  if (kept !== null) return exactly(kept);
  const { where, isNamed, texts } = filter;
  if (isSearch(query) && (!isNamed || texts)) {
    const expected = await estimateRows(tx, texts?.others ?? where);
    if (expected > (texts ? askedUpTo : 2 * countedUpTo)) {
      const share = texts ? await shareOf(tx, context, texts.about) : 1;
      return { total: null, estimate: Math.max(1, Math.round(expected * share)) };
    }
  }
  const total = await countUpTo(tx, where, countedUpTo);
  // A table that was just filled has no statistics; the list is longer than was counted in any case.
  return total === null
    ? { total, estimate: Math.max(await estimateRows(tx, where), countedUpTo + 1) }
    : exactly(total);
}

/** What a first page of the list says of its length. */
export async function listLength(tx: Tx, context: AgentContext, query: TicketQuery): Promise<Length> {
  return lengthOf(tx, context, query, await listFilter(tx, context, query));
}

/** Share of the tickets of the service that hold a text. */
async function shareOf(tx: Tx, context: AgentContext, about: number | null): Promise<number> {
  const all = await keptLength(tx, context, { view: 'all', sort: 'updatedAt', descending: true });
  return about === null || !all ? 1 : Math.min(1, about / all);
}

/** Tickets by name, for reading again what is on screen: those that are there, and in the list if one is named. */
export async function ticketsByIds(
  tx: Tx,
  context: AgentContext,
  ids: readonly string[],
  query: TicketQuery | null,
  asked: readonly string[] | undefined,
): Promise<TicketRow[]> {
  const where = query ? await namedFilter(tx, context, query) : eq(tickets.serviceId, serviceOf(context));
  const records = await selectFull(tx, serviceOf(context), context.session.agent.usercode).where(
    and(where, inArray(tickets.ticketId, [...ids])),
  );
  const fields = await shownFields(tx, context, asked);
  const rows = new Map(records.map((record) => [record.ticket.ticketId, rowOf(record, context, fields)]));
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

interface ListParts {
  readonly query: TicketQuery;
  readonly filter: ListFilter;
  readonly limit: number;
  /** Own fields that its rows carry. */
  readonly fields: readonly string[];
}

class OneList {
  readonly #tx: Tx;
  readonly #context: AgentContext;
  readonly #query: TicketQuery;
  readonly #filter: ListFilter;
  readonly #limit: number;
  readonly #fields: readonly string[];

  constructor(tx: Tx, context: AgentContext, { query, filter, limit, fields }: ListParts) {
    this.#tx = tx;
    this.#context = context;
    this.#query = query;
    this.#filter = filter;
    this.#limit = limit;
    this.#fields = fields;
  }

  async first(offset = 0): Promise<Pages> {
    const rows = await this.#read(this.#query.descending, undefined, offset);
    return this.#page(rows, false, offset > 0, undefined);
  }

  /** The first page of a short list, which is counted on the way. */
  async firstOfAll(): Promise<Pages & { readonly total: number }> {
    const { sort, descending } = this.#query;
    const ids = await idsInOrder(this.#tx, { where: this.#filter.where, sort, descending });
    const rows = await readNamed(this.#tx, this.#context, ids.slice(0, this.#limit + 1));
    return { ...this.#page(rows, false, false), total: ids.length };
  }

  async walk(place: Place, backward: boolean, inclusive: boolean): Promise<Pages> {
    const descending = this.#query.descending !== backward;
    const rows = await this.#read(descending, { place, inclusive });
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
    const place = at === 1 ? null : await placeAt(this.#tx, this.#filter, sort, descending, at);
    if (!place) return { ...(await this.#last()), position };
    const page = await this.walk(place, false, true);
    const full = page.contents.length === this.#limit ? page : await this.#last();
    return { ...full, position };
  }

  async #last(): Promise<Pages> {
    return this.#page(await this.#read(!this.#query.descending), true, false, undefined);
  }

  #read(descending: boolean, from?: Reading['from'], offset = 0): Promise<FullRecord[]> {
    const { sort } = this.#query;
    const limit = this.#limit + 1;
    const { where, texts } = this.#filter;
    return readInOrder(this.#tx, this.#context, { where, texts, sort, descending, limit, from, offset });
  }

  /** Puts rows that were read in either direction into the order of the list. `behind`: there are rows before the first read. */
  #page(read: FullRecord[], backward: boolean, behind: boolean, from?: { place: Place; inclusive: boolean }): Pages {
    const more = read.length > this.#limit;
    const rows = read.slice(0, this.#limit);
    if (backward) rows.reverse();
    const [before, after] = backward ? [more, behind] : [behind, more];
    return {
      contents: rows.map((row) => rowOf(row, this.#context, this.#fields)),
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
