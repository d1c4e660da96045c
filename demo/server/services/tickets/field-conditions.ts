import { and, eq, exists, inArray, not, or, sql, type SQL } from 'drizzle-orm';
import type { Viewer } from '../../../../src/domain/conditions.js';
import { writtenMoment } from '../../../../src/domain/periods.js';
import { noValue, type ConditionValue, type Period } from '../../../../src/domain/search.js';
import type { Tx } from '../../db/database.js';
import { tickets, ticketValues } from '../../db/schema.js';
import { formOf } from './text-conditions.js';

/** Tickets whose value of an own field is asked for. `code` is the name of its rows in `ticket_values`. */
export function fieldMeets(tx: Tx, serviceId: string, code: string, meets: ConditionValue, viewer: Viewer): SQL {
  const has = (condition?: SQL): SQL => {
    const values = tx.select({ one: sql`1` }).from(ticketValues);
    return exists(values.where(and(ofTicket(serviceId, code), condition)));
  };
  if (typeof meets === 'boolean') {
    const agreed = has(eq(ticketValues.value, 'true'));
    return meets ? agreed : not(agreed);
  }
  // Asked one by one: as a join it could begin with reading every text of the field.
  if (typeof meets === 'string') {
    return sql`coalesce((select position(${formOf(meets)} in ${formOf(ticketValues.value)}) > 0
      from ${ticketValues} where ${ofTicket(serviceId, code)} limit 1), false)`;
  }
  if (isChoice(meets)) {
    const told = meets.filter((value) => value !== noValue);
    const some = has(inArray(ticketValues.value, told));
    return told.length === meets.length ? some : told.length === 0 ? not(has()) : or(some, not(has()))!;
  }
  return has(overlaps(meets, viewer));
}

function isChoice(value: readonly string[] | Period): value is readonly string[] {
  return Array.isArray(value);
}

function ofTicket(serviceId: string, code: string): SQL {
  return and(
    eq(ticketValues.serviceId, serviceId),
    eq(ticketValues.ticketId, tickets.ticketId),
    eq(ticketValues.code, code),
  )!;
}

/** Sorts after every continuation of a moment: a day ends after its last minute. */
const end = '~';

/** Dates are written so that they sort as texts; a field of two has `from ~ to`. */
function overlaps({ from, to }: Period, { now, timeZone }: Viewer): SQL | undefined {
  const first = sql`split_part(${ticketValues.value}, ' ~ ', 1)`;
  const last = sql`coalesce(nullif(split_part(${ticketValues.value}, ' ~ ', 2), ''), ${first})`;
  return and(
    from ? sql`${last} || ${end} >= ${writtenMoment(from, now, timeZone)} collate "C"` : undefined,
    to ? sql`${first} <= ${writtenMoment(to, now, timeZone) + end} collate "C"` : undefined,
  );
}
