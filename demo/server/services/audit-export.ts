import { and, lte, max } from 'drizzle-orm';
import { auditServer, mostAuditExported, type AuditFilter, type AuditRecord } from '../../../src/domain/audit.js';
import type { Language } from '../../../src/domain/types.js';
import type { Tx } from '../db/database.js';
import { auditLog } from '../db/schema.js';
import { Refusal } from '../refusal.js';
import { audit, denied } from './audit.js';
import { conditionsOf, countLines, readLines, requireAuditor, type AuditConditions } from './audit-log.js';
import { auditWords, type AuditWords } from './audit-words.js';
import { serviceOf, type AgentContext } from './context.js';
import { timeText } from './export/columns.js';
import { byteOrderMark, csvLine } from './export/csv.js';
import type { AsAgent } from './export/export-list.js';
import { requireImpersonal, toldReason } from './masks/impersonal.js';

/** Lines that are read at once. */
const batch = 1_000;

export interface AuditExportArgs {
  readonly filter: AuditFilter;
  readonly reason: string;
  readonly language: Language;
}

/** What a file will hold: which lines is settled, they are read as they are written. */
export interface AuditExportPlan {
  readonly conditions: AuditConditions;
  readonly language: Language;
  readonly fileName: string;
}

/** Settles what a file of the log holds, and writes down who wants it and why, also of an agent who may not have it. */
export async function planAuditExport(
  tx: Tx,
  context: AgentContext,
  { filter, reason, language }: AuditExportArgs,
): Promise<AuditExportPlan> {
  const told = await toldReason(tx, context, reason);
  requireAuditor(context, filter, told);
  requireImpersonal('reason', told);
  const conditions = await conditionsOf(tx, context, filter);
  const rows = await countLines(tx, conditions, mostAuditExported);
  if (rows === null) {
    const problem = { field: 'filter', code: 'too_many', message: `At most ${mostAuditExported} lines` };
    throw new Refusal(400, 'too_many', 'Too many lines', { fields: [problem], content: { limit: mostAuditExported } });
  }
  // What is written down from now on, as this is itself, comes into the next file.
  const [newest] = await tx
    .select({ id: max(auditLog.id) })
    .from(auditLog)
    .where(conditions.where);
  const { ticketId, customers = [], data } = conditions.noted;
  await audit(tx, context, { kind: 'audit_exported', ticketId, customers, reason, data: { ...data, rows } });
  const time = timeText(context.now, context.session.service.timeZone)
    .slice(0, 16)
    .replace(/[-:]/g, '')
    .replace(' ', '-');
  return {
    conditions: { ...conditions, where: and(conditions.where, lte(auditLog.id, newest?.id ?? 0)) },
    language,
    fileName: `access-log-${serviceOf(context)}-${time}.csv`,
  };
}

/** The text of a file, piece by piece, each read in a transaction of its own. */
export async function* writeAuditExport(plan: AuditExportPlan, asAgent: AsAgent): AsyncGenerator<string> {
  const words = auditWords[plan.language];
  const { columns } = words;
  yield byteOrderMark + csvLine(Object.values(columns));
  let last: AuditRecord | undefined;
  do {
    const after = last && { at: last.at, id: Number(last.id) };
    const { lines, timeZone } = await asAgent(async (tx, context) => {
      const { agent, service } = context.session;
      if (!agent.permissions.audit) throw denied({ kind: 'audit_refused' });
      return { lines: await readLines(tx, plan.conditions, { after, limit: batch }), timeZone: service.timeZone };
    });
    yield lines.map((line) => csvLine(cellsOf(line, words, timeZone))).join('');
    last = lines.length < batch ? undefined : lines.at(-1);
  } while (last);
}

function cellsOf(line: AuditRecord, { kinds, server }: AuditWords, timeZone: string): string[] {
  const { at, name, usercode, client, kind, ticketId, customer, reason, data } = line;
  return [
    timeText(at, timeZone),
    name === auditServer && !usercode ? server : name,
    usercode,
    client,
    kinds[kind],
    ticketId ?? '',
    customer ? String(customer.customerId) : '',
    customer?.usercode ?? '',
    customer?.name ?? '',
    reason ?? '',
    Object.keys(data).length > 0 ? JSON.stringify(data) : '',
  ];
}
