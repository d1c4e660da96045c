import { asc, desc, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { invalid } from '../../refusal.js';

export interface SortStep<Field extends string = string> {
  readonly field: Field;
  readonly descending: boolean;
}

/** The order of a list, told as `field:asc` or `field:desc` with commas between. */
export function readSort<Field extends string>(told: string, fields: readonly Field[]): SortStep<Field>[] {
  return told.split(',').map((part) => {
    const [, name, direction = ''] = /^\s*(\w+):(asc|desc)\s*$/i.exec(part) ?? [];
    const field = fields.find((one) => one === name);
    if (field === undefined)
      throw invalid('sort', 'unknown', `A field (${fields.join(', ')}), a colon, and asc or desc`);
    return { field, descending: direction.toLowerCase() === 'desc' };
  });
}

/** The same for the columns of a list; equal ones by number, the newest first. */
export function orderOf(
  told: string | undefined,
  usual: string,
  columns: Readonly<Record<string, PgColumn>>,
  number: PgColumn,
): SQL[] {
  const order = readSort(told?.trim() || usual, Object.keys(columns)).flatMap(({ field, descending }) => {
    const column = columns[field];
    return column ? [(descending ? desc : asc)(column)] : [];
  });
  return [...order, desc(number)];
}
