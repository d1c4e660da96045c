import { and, eq, exists, inArray, not, or, sql, type SQL } from 'drizzle-orm';
import type { Viewer } from '../../../../src/domain/conditions.js';
import { writtenMoment } from '../../../../src/domain/periods.js';
import { noValue, type ConditionValue, type Period } from '../../../../src/domain/search.js';
import type { Tx } from '../../db/database.js';
import { fieldTexts, tickets, ticketValues } from '../../db/schema.js';
import { formOf } from './text-conditions.js';

/** Tickets whose value of an own field is asked for. `code` is that of its rows which conditions look at. */
export function fieldMeets(tx: Tx, serviceId: string, code: string, meets: ConditionValue, viewer: Viewer): SQL {
  const has = (condition?: SQL): SQL => {
    const values = tx.select({ one: sql`1` }).from(ticketValues);
    return exists(values.where(and(ofTicket(ticketValues, serviceId, code), condition)));
  };
  if (typeof meets === 'boolean') {
    const agreed = has(eq(ticketValues.value, 'true'));
    return meets ? agreed : not(agreed);
  }
  // Asked one by one: as a join it could begin with reading every text of the field.
  if (typeof meets === 'string') {
    return sql`coalesce((select position(${formOf(meets)} in ${formOf(fieldTexts.text)}) > 0
      from ${fieldTexts} where ${ofTicket(fieldTexts, serviceId, code)}), false)`;
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

function ofTicket(rows: typeof ticketValues | typeof fieldTexts, serviceId: string, code: string): SQL {
  return and(eq(rows.serviceId, serviceId), eq(rows.ticketId, tickets.ticketId), eq(rows.code, code))!;
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
