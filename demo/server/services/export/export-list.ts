import { and, eq, inArray } from 'drizzle-orm';
import { mostExported } from '../../../../src/domain/export.js';
import { searchText } from '../../../../src/domain/search.js';
import type { Language, TicketQuery } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { tickets } from '../../db/schema.js';
import { invalid, Refusal } from '../../refusal.js';
import { audit, denied } from '../audit.js';
import { serviceOf, type AgentContext } from '../context.js';
import { readFields } from '../fields.js';
import { idsOf } from '../tickets/list-ids.js';
import { selectFull } from '../tickets/load.js';
import { toRow } from '../tickets/wire.js';
import { requireImpersonal, toldReason } from '../masks/impersonal.js';
import { fileColumns, timeText, type FileColumn } from './columns.js';
import { byteOrderMark, csvLine } from './csv.js';

/** Rows that are read at once. */
const batch = 500;

export interface ExportArgs {
  readonly query: TicketQuery;
  readonly columns: readonly string[];
  readonly language: Language;
  readonly reason: string;
}

/** What a file will hold: its rows are settled, what stands in them is read as it is written. */
export interface ExportPlan {
  readonly columns: readonly FileColumn[];
  readonly ids: readonly string[];
  readonly fileName: string;
}

/** Does a part of the work for the agent, with the rights of this moment. */
export type AsAgent = <T>(work: (tx: Tx, context: AgentContext) => Promise<T>) => Promise<T>;

function logged({ query, columns }: ExportArgs): Readonly<Record<string, unknown>> {
  return { query: searchText(withoutWords(query)), columns };
}

/** A list by its conditions, but for the words: what is searched for may be a name or an address. */
function withoutWords({ q, where, ...others }: TicketQuery): TicketQuery {
  const masked = Object.entries(where ?? {}).map(([field, value]) => {
    const isWords = typeof value === 'string' && field !== 'customerId';
    return [field, isWords ? '*' : value] as const;
  });
  return { ...others, ...(q && { q: '*' }), ...(where && { where: Object.fromEntries(masked) }) };
}

/** Settles what a file holds, and writes down who wants it and why, also of an agent who may not have it. */
export async function planExport(tx: Tx, context: AgentContext, args: ExportArgs): Promise<ExportPlan> {
  const { agent, service } = context.session;
  const told = await toldReason(tx, context, args.reason);
  if (!agent.permissions.export) throw denied({ kind: 'export_refused', ...told, data: logged(args) });
  requireImpersonal('reason', told);
  const columns = fileColumns(args.columns, args.language, service, await readFields(tx, context));
  if (columns.length === 0) throw invalid('columns', 'required', 'A column that can be written is needed');
  const ids = await idsOf(tx, context, args.query, mostExported + 1);
  if (ids.length > mostExported) {
    const problem = { field: 'query', code: 'too_many', message: `At most ${mostExported} tickets` };
    throw new Refusal(400, 'too_many', 'Too many tickets', { fields: [problem], content: { limit: mostExported } });
  }
  await audit(tx, context, { kind: 'exported', reason: args.reason, data: { ...logged(args), rows: ids.length } });
  const time = timeText(context.now, service.timeZone).slice(0, 16).replace(/[-:]/g, '').replace(' ', '-');
  return { columns, ids, fileName: `tickets-${serviceOf(context)}-${time}.csv` };
}

/** The text of a file, piece by piece, each read in a transaction of its own. Tickets that are gone meanwhile are left out. */
export async function* writeExport({ columns, ids }: ExportPlan, asAgent: AsAgent): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(columns.map(({ heading }) => heading));
  for (let start = 0; start < ids.length; start += batch) {
    const some = ids.slice(start, start + batch);
    yield await asAgent((tx, context) => linesOf(tx, context, columns, some));
  }
}

async function linesOf(
  tx: Tx,
  context: AgentContext,
  columns: readonly FileColumn[],
  ids: readonly string[],
): Promise<string> {
  const { session } = context;
  if (!session.agent.permissions.export) throw new Refusal(403, 'needs_permission', 'Not permitted');
  const serviceId = serviceOf(context);
  const records = await selectFull(tx, serviceId, session.agent.usercode).where(
    and(eq(tickets.serviceId, serviceId), inArray(tickets.ticketId, [...ids])),
  );
  const rows = new Map(records.map((one) => [one.ticket.ticketId, { row: toRow(one, session), ticket: one.ticket }]));
  return ids
    .flatMap((id) => rows.get(id) ?? [])
    .map((row) => csvLine(columns.map((column) => column.text(row))))
    .join('');
}
