import { and, asc, desc, eq, inArray, notExists, sql, type SQL } from 'drizzle-orm';
import type { SortKey } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { tickets, ticketValues } from '../../db/schema.js';
import { serviceOf, type AgentContext } from '../context.js';
import { estimateRows, rowsOf } from './jump.js';
import { selectFull } from './load.js';
import type { CommonTexts } from './search.js';
import { after, beyond, codeOf, isIndexed, isOwn, orderOf, type Place } from './sort-keys.js';
import type { FullRecord } from './wire.js';

/** Rows of a list from a place on, or from its beginning. */
export interface Reading {
  readonly where: SQL;
  /** Texts among these conditions that too many tickets hold to name these. */
  readonly texts?: CommonTexts | null;
  readonly sort: SortKey;
  readonly descending: boolean;
  readonly limit: number;
  readonly from?: { readonly place: Place; readonly inclusive: boolean };
  /** Rows to pass over; small. */
  readonly offset?: number;
}

/** Lists up to this length are sorted faster than they are found along the index of an own field. */
const sortedUpTo = 10_000;
/** Tickets that are asked for a text while a list is walked, before the text is looked up after all. */
const askedAtMost = 2_000;

/** Reads rows in their order: along an index where there is one, so that the cost does not grow with the depth. */
export async function readInOrder(tx: Tx, context: AgentContext, reading: Reading): Promise<FullRecord[]> {
  const { sort, texts, offset = 0 } = reading;
  if (isOwn(sort) && offset === 0 && (await estimateRows(tx, reading.where)) > sortedUpTo) {
    return readByOwn(tx, context, { ...reading, code: codeOf(sort) });
  }
  if (texts?.found) return readAsking(tx, context, { ...reading, texts, found: texts.found });
  return isIndexed(sort) ? readAlong(tx, context, reading) : readSorted(tx, context, reading);
}

function everything(tx: Tx, context: AgentContext) {
  return selectFull(tx, serviceOf(context), context.session.agent.usercode);
}

function startOf({ where, sort, descending, from }: Omit<Reading, 'limit'>): SQL {
  return and(where, from && beyond(sort, descending, from.place, from.inclusive))!;
}

/** The tickets of a list that is known to be short, by name and in order. */
export async function idsInOrder(tx: Tx, reading: Omit<Reading, 'limit'>): Promise<string[]> {
  const rows = await tx
    .select({ ticketId: tickets.ticketId })
    .from(tickets)
    .where(startOf(reading))
    .orderBy(...orderOf(reading.sort, reading.descending));
  return rows.map(({ ticketId }) => ticketId);
}

/** Tickets by name, in the order of the names. */
export async function readNamed(tx: Tx, context: AgentContext, ids: readonly string[]): Promise<FullRecord[]> {
  if (ids.length === 0) return [];
  const rows = await everything(tx, context).where(
    and(eq(tickets.serviceId, serviceOf(context)), inArray(tickets.ticketId, [...ids])),
  );
  const byId = new Map(rows.map((row) => [row.ticket.ticketId, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/**
 * What many tickets hold soon fills a page of those that are asked one by one; where it does not, because they lie far down
 * the order, the index tells them all.
 */
async function readAsking(
  tx: Tx,
  context: AgentContext,
  reading: Reading & { readonly texts: CommonTexts; readonly found: SQL },
): Promise<FullRecord[]> {
  const { texts, found, sort, descending, limit, offset = 0 } = reading;
  const order = sql.join(orderOf(sort, descending), sql`, `);
  const near = sql`select * from ${tickets} where ${startOf({ ...reading, where: texts.others })} order by ${order}`;
  // Under the name of the table, so that conditions read the same.
  const page = sql`select ${tickets.ticketId} from (${near} limit ${askedAtMost}) ${tickets}
    where ${texts.asked} order by ${order} limit ${limit} offset ${offset}`;
  const rows = await everything(tx, context)
    .where(and(eq(tickets.serviceId, serviceOf(context)), sql`${tickets.ticketId} in (${page})`))
    .orderBy(...orderOf(sort, descending));
  if (rows.length === limit) return rows;
  const [last] = rowsOf<object>(await tx.execute(sql`${near} limit 1 offset ${askedAtMost}`));
  return last ? readSorted(tx, context, { ...reading, where: and(texts.others, found)! }) : rows;
}

function readAlong(tx: Tx, context: AgentContext, reading: Reading): Promise<FullRecord[]> {
  const { sort, descending, limit, offset = 0 } = reading;
  return everything(tx, context)
    .where(startOf(reading))
    .orderBy(...orderOf(sort, descending))
    .limit(limit)
    .offset(offset);
}

/** Without an index the whole list is looked through for the page, and only what stands on the page is read in full. */
function readSorted(tx: Tx, context: AgentContext, reading: Reading): Promise<FullRecord[]> {
  const { sort, descending, limit, offset = 0 } = reading;
  const page = tx
    .select({ ticketId: tickets.ticketId })
    .from(tickets)
    .where(startOf(reading))
    .orderBy(...orderOf(sort, descending))
    .limit(limit)
    .offset(offset);
  return everything(tx, context)
    .where(and(eq(tickets.serviceId, serviceOf(context)), inArray(tickets.ticketId, page)))
    .orderBy(...orderOf(sort, descending));
}

export interface OwnReading extends Reading {
  readonly code: string;
}

/**
 * Tickets with a value of an own field have a row in an index, those without have none: the order is two stretches, each
 * along an index of its own. No value sorts below every value.
 */
export async function readByOwn(tx: Tx, context: AgentContext, reading: OwnReading): Promise<FullRecord[]> {
  const { descending, limit, from } = reading;
  const stretches = descending ? [withValue, withoutValue] : [withoutValue, withValue];
  const begin = from ? stretches.indexOf(from.place.key === '' ? withoutValue : withValue) : 0;
  const rows: FullRecord[] = [];
  for (const [place, read] of stretches.slice(begin).entries()) {
    const rest = { ...reading, limit: limit - rows.length, from: place === 0 ? from : undefined };
    if (rest.limit > 0) rows.push(...(await read(tx, context, rest)));
  }
  return rows;
}

function withValue(tx: Tx, context: AgentContext, reading: OwnReading): Promise<FullRecord[]> {
  const { where, descending, limit, from, code } = reading;
  const direction = descending ? desc : asc;
  const { value, ticketId } = ticketValues;
  return everything(tx, context)
    .innerJoin(ticketValues, valueOf(context, code))
    .where(
      and(where, from && after([value, ticketId], [from.place.key, from.place.ticketId], descending, from.inclusive)),
    )
    .orderBy(direction(value), direction(ticketId))
    .limit(limit);
}

function withoutValue(tx: Tx, context: AgentContext, reading: OwnReading): Promise<FullRecord[]> {
  const { where, descending, limit, from, code } = reading;
  const values = tx
    .select({ one: sql`1` })
    .from(ticketValues)
    .where(valueOf(context, code));
  return everything(tx, context)
    .where(and(where, notExists(values), from && beyond('ticketId', descending, from.place, from.inclusive)))
    .orderBy(...orderOf('ticketId', descending))
    .limit(limit);
}

/** The row of a ticket that it is sorted by. */
function valueOf(context: AgentContext, code: string): SQL {
  return and(
    eq(ticketValues.serviceId, serviceOf(context)),
    eq(ticketValues.ticketId, tickets.ticketId),
    eq(ticketValues.code, code),
  )!;
}
