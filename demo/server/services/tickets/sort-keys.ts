import { asc, desc, sql, type Column, type SQL } from 'drizzle-orm';
import type { FieldValue, SortField, SortKey } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { tickets, ticketValues } from '../../db/schema.js';
import { invalid } from '../../refusal.js';
import type { AgentContext } from '../context.js';
import { searchableFields } from '../fields.js';
import type { TicketRecord } from './wire.js';

/** What a list is ordered by: never null (no value sorts below every value), a plain column. Most have an index. */
interface ColumnKey {
  readonly of: Column;
  readonly type: 'number' | 'string';
  readonly read: (ticket: TicketRecord) => string | number;
}

const columns: Readonly<Record<SortField, ColumnKey>> = {
  updatedAt: { of: tickets.updatedAt, type: 'number', read: (ticket) => ticket.updatedAt },
  createdAt: { of: tickets.createdAt, type: 'number', read: (ticket) => ticket.createdAt },
  resolvedAt: { of: tickets.resolvedOrder, type: 'number', read: (ticket) => ticket.resolvedOrder },
  priority: { of: tickets.priorityRank, type: 'number', read: (ticket) => ticket.priorityRank },
  status: { of: tickets.statusRank, type: 'number', read: (ticket) => ticket.statusRank },
  subject: { of: tickets.subject, type: 'string', read: (ticket) => ticket.subject },
  customer: { of: tickets.customerName, type: 'string', read: (ticket) => ticket.customerName },
  assignee: { of: tickets.assigneeName, type: 'string', read: (ticket) => ticket.assigneeName },
  group: { of: tickets.groupName, type: 'string', read: (ticket) => ticket.groupName },
  channel: { of: tickets.channelRank, type: 'number', read: (ticket) => ticket.channelRank },
  transfer: { of: tickets.transferRank, type: 'number', read: (ticket) => ticket.transferRank },
  ticketId: { of: tickets.ticketId, type: 'string', read: (ticket) => ticket.ticketId },
  category: { of: tickets.categoryName, type: 'string', read: (ticket) => ticket.categoryName },
  handlingType: { of: tickets.handlingTypeName, type: 'string', read: (ticket) => ticket.handlingTypeName },
  language: { of: tickets.languageRank, type: 'number', read: (ticket) => ticket.languageRank },
  creator: { of: tickets.creatorName, type: 'string', read: (ticket) => ticket.creatorName },
  reason: { of: tickets.reasonRank, type: 'number', read: (ticket) => ticket.reasonRank },
  email: { of: tickets.customerEmail, type: 'string', read: (ticket) => ticket.customerEmail },
  phone: { of: tickets.customerPhone, type: 'string', read: (ticket) => ticket.customerPhone },
  usercode: { of: tickets.customerUsercode, type: 'string', read: (ticket) => ticket.customerUsercode },
};

/** Rarely asked for: an index for each would cost every writer more than it saves. */
const unindexed: ReadonlySet<SortKey> = new Set<SortField>([
  'transfer',
  'language',
  'creator',
  'reason',
  'phone',
  'usercode',
]);

/** Whether tickets can be walked in this order. */
export function isIndexed(sort: SortKey): boolean {
  return !isOwn(sort) && !unindexed.has(sort);
}

type OwnKey = Exclude<SortKey, SortField>;

export function isOwn(sort: SortKey): sort is OwnKey {
  return sort.startsWith('f.');
}

/** The code of an own field that a list is ordered by. */
export function codeOf(sort: OwnKey): string {
  return sort.slice(2);
}

/** Refuses an order by something that tickets do not have, or that is encrypted. */
export async function requireSortable(tx: Tx, context: AgentContext, sort: SortKey): Promise<void> {
  const isKnown = isOwn(sort) ? (await searchableFields(tx, context)).has(codeOf(sort)) : Object.hasOwn(columns, sort);
  if (!isKnown) throw invalid('sort', 'unknown', 'There is no such column to sort by');
}

/** A place in an order: the key of a row, and its ticket where keys are equal. */
export interface Place {
  readonly key: string | number;
  readonly ticketId: string;
}

export function typeOf(sort: SortKey): 'number' | 'string' {
  return isOwn(sort) ? 'string' : columns[sort].type;
}

/** The key of a ticket as SQL. That of an own field is looked up: no index leads along it. */
export function keyOf(sort: SortKey): SQL {
  if (!isOwn(sort)) return sql`${columns[sort].of}`;
  return sql`coalesce((select ${ticketValues.value} from ${ticketValues} where ${ticketValues.serviceId} = ${tickets.serviceId}
    and ${ticketValues.ticketId} = ${tickets.ticketId} and ${ticketValues.code} = ${codeOf(sort)}), '')`;
}

/** Characters of a value by which tickets are ordered, as the trigger that keeps `ticket_values` cuts it. */
const longestKey = 500;

/** The key of an own value, as that trigger writes it. */
function ownKey(value: FieldValue | undefined): string {
  if (value === null || value === undefined) return '';
  const text = Array.isArray(value) ? value.join(', ') : String(value);
  return text.length > longestKey ? [...text].slice(0, longestKey).join('') : text;
}

export function placeOf(sort: SortKey, ticket: TicketRecord): Place {
  const key = isOwn(sort) ? ownKey(ticket.fields[codeOf(sort)]) : columns[sort].read(ticket);
  return { key, ticketId: ticket.ticketId };
}

/** Rows of the order, or of its reverse. The ticket id decides between equal keys, in the same direction. */
export function orderOf(sort: SortKey, descending: boolean): SQL[] {
  const direction = descending ? desc : asc;
  return sort === 'ticketId' ? [direction(tickets.ticketId)] : [direction(keyOf(sort)), direction(tickets.ticketId)];
}

/** Rows after a place (or from it on), walking in the given direction. */
export function beyond(sort: SortKey, descending: boolean, { key, ticketId }: Place, inclusive: boolean): SQL {
  if (sort === 'ticketId') return after([tickets.ticketId], [ticketId], descending, inclusive);
  return after([keyOf(sort), tickets.ticketId], [key, ticketId], descending, inclusive);
}

/** Rows whose columns come after some values, in this order of importance. */
export function after(
  columns: readonly (Column | SQL)[],
  values: readonly (string | number)[],
  descending: boolean,
  inclusive: boolean,
): SQL {
  const comparison = sql.raw((descending ? '<' : '>') + (inclusive ? '=' : ''));
  const typed = values.map((value) => (typeof value === 'number' ? sql`${value}::bigint` : sql`${value}::text`));
  return sql`(${sql.join([...columns], sql`, `)}) ${comparison} (${sql.join(typed, sql`, `)})`;
}
