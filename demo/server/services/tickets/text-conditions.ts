import { eq, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { isTooShort } from '../../../../src/domain/search.js';
import type { TextField } from '../../../../src/domain/conditions.js';
import type { Tx } from '../../db/database.js';
import { tickets } from '../../db/schema.js';

/** Texts that stand in a line of `search_heads`, with the number of that line. */
const heads = {
  ticketId: { line: 1, column: tickets.ticketId },
  subject: { line: 2, column: tickets.subject },
  name: { line: 3, column: tickets.customerName },
  usercode: { line: 4, column: tickets.customerUsercode },
  email: { line: 5, column: tickets.customerEmail },
  phone: { line: 6, column: tickets.customerPhone },
} as const satisfies Partial<Record<TextField, { line: number; column: PgColumn }>>;

/** A text as it is compared. */
export function formOf(text: SQL | PgColumn | string): SQL {
  return sql`search_form(${text})`;
}

/** Tickets that hold a text in a place: each is asked. A customer's number is all of it. */
export function textHeld(of: TextField, holds: string): SQL {
  switch (of) {
    case 'customerId':
      return eq(tickets.customerId, Number(holds));
    case 'any':
      return sql`ticket_holds(${tickets.serviceId}, ${tickets.ticketId}, ${formOf(holds)}, search_digits(${formOf(holds)}))`;
    case 'content':
      return sql`content_holds(${tickets.serviceId}, ${tickets.ticketId}, ${formOf(holds)})`;
    case 'phone':
      return sql`(position(${formOf(holds)} in ${formOf(tickets.customerPhone)}) > 0
        or (search_digits(${formOf(holds)}) <> '' and position(search_digits(${formOf(holds)}) in
          regexp_replace(${formOf(tickets.customerPhone)}, '[^0-9]', '', 'g')) > 0))`;
    default:
      return sql`position(${formOf(holds)} in ${formOf(heads[of].column)}) > 0`;
  }
}

/** Where `search_tickets` looks for a text; null for what is not looked up there. */
export function placeOf(of: TextField): string | null {
  if (of === 'customerId') return null;
  return of === 'any' || of === 'content' ? of : String(heads[of].line);
}

/** Most texts that are read to name the tickets that hold something; where there are more, a list is walked. */
const most = 1_000;

export interface Found {
  /** Those that hold the text; null where they are too many to name. */
  readonly ids: readonly string[] | null;
  /** About how many there are; null where nothing tells. */
  readonly about: number | null;
}

/** Looks a text up in the index of a place. */
export async function lookUp(tx: Tx, place: string, text: string): Promise<Found> {
  const result = await tx.execute(sql`select ids, about from search_tickets(${place}, ${text}, ${most})`);
  return (result as unknown as { rows: Found[] }).rows[0]!;
}

/** Tickets by name, as one value: thousands of parameters would take longer than what is asked. */
export function named(ids: readonly string[]): SQL {
  return sql`${tickets.ticketId} = any (${sql.param(ids)}::text[])`;
}

/** The tickets that hold a text in a place, however many they are; null where no index knows. */
export function allHolding(place: string, text: string): SQL | null {
  // One character is in no index: those are pairs and triples.
  if (isTooShort(text)) return null;
  return sql`${tickets.ticketId} in (select unnest(ids) from search_tickets(${place}, ${text}, null))`;
}
