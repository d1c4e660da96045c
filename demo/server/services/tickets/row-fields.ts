import type { TicketRow } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import type { AgentContext } from '../context.js';
import { readFields } from '../fields.js';
import { toRow, type FullRecord } from './wire.js';

/** Of the fields that a list asks for, those that there are and that everybody may read. */
export async function shownFields(tx: Tx, context: AgentContext, codes: readonly string[] = []): Promise<string[]> {
  if (codes.length === 0) return [];
  const shown = new Set((await readFields(tx, context)).filter((one) => !one.encrypted).map((one) => one.code));
  return codes.filter((code) => shown.has(code));
}

/** A row of the list, with the values of some own fields where there are any. */
export function rowOf(record: FullRecord, { session }: AgentContext, fields: readonly string[]): TicketRow {
  const row = toRow(record, session);
  if (fields.length === 0) return row;
  return { ...row, fields: Object.fromEntries(fields.map((code) => [code, record.ticket.fields[code] ?? null])) };
}
