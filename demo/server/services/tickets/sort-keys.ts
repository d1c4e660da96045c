import { asc, desc, sql, type Column, type SQL } from 'drizzle-orm';
import type { SortField } from '../../../../src/domain/types.js';
import { tickets } from '../../db/schema.js';
import type { TicketRecord } from './wire.js';

/** What a list is ordered by: never null (no value sorts below every value), and its own index, walked forwards or backwards. */
interface SortKey {
  readonly of: Column;
  readonly type: 'number' | 'string';
  readonly read: (ticket: TicketRecord) => string | number;
}

export const sortKeys: Readonly<Record<SortField, SortKey>> = {
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
  ticketId: { of: tickets.ticketId, type: 'string', read: (ticket) => ticket.ticketId },
};

/** A place in an order: the key of a row, and its ticket where keys are equal. */
export interface Place {
  readonly key: string | number;
  readonly ticketId: string;
}

export function placeOf(sort: SortField, ticket: TicketRecord): Place {
  return { key: sortKeys[sort].read(ticket), ticketId: ticket.ticketId };
}

/** Rows of the order, or of its reverse. The ticket id decides between equal keys, in the same direction. */
export function orderOf(sort: SortField, descending: boolean): SQL[] {
  const direction = descending ? desc : asc;
  const { of } = sortKeys[sort];
  return sort === 'ticketId' ? [direction(tickets.ticketId)] : [direction(of), direction(tickets.ticketId)];
}

/** Rows after a place (or from it on), walking in the given direction. */
export function beyond(sort: SortField, descending: boolean, place: Place, inclusive: boolean): SQL {
  const comparison = sql.raw((descending ? '<' : '>') + (inclusive ? '=' : ''));
  if (sort === 'ticketId') return sql`${tickets.ticketId} ${comparison} ${place.ticketId}`;
  const { of, type } = sortKeys[sort];
  const key = type === 'number' ? sql`${place.key}::bigint` : sql`${place.key}::text`;
  return sql`(${of}, ${tickets.ticketId}) ${comparison} (${key}, ${place.ticketId}::text)`;
}
