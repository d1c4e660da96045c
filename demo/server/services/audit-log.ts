import { sha256 } from '@noble/hashes/sha2.js';
import { and, desc, eq, gte, inArray, isNotNull, lte, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import {
  maskAuditKinds,
  mostAuditCounted,
  type AuditFilter,
  type AuditPage,
  type AuditRecord,
} from '../../../src/domain/audit.js';
import { spanOf } from '../../../src/domain/periods.js';
import type { Tx } from '../db/database.js';
import { auditLog, customers } from '../db/schema.js';
import { hex } from '../random.js';
import { invalid } from '../refusal.js';
import { audit, auditOnce, denied, type AuditEntry } from './audit.js';
import { serviceOf, type AgentContext } from './context.js';
import type { ToldReason } from './masks/impersonal.js';
import { requireTicket } from './tickets/load.js';

/** A filter as the database knows it: whose data it is about is settled. */
export interface AuditConditions {
  readonly where: SQL | undefined;
  /** What the log says of it, without words that were looked for. */
  readonly noted: Pick<AuditEntry, 'ticketId' | 'customers' | 'data'>;
}

/** After which line a page begins. */
interface Place {
  readonly at: number;
  readonly id: number;
}

const mostOfTicket = 500;
/** A number that a customer can have. */
const customerNumber = /^\d{1,9}$/;

/** Refuses an agent who may not read the log, and writes that down. */
export function requireAuditor({ session }: AgentContext, filter: AuditFilter, reason: ToldReason = {}): void {
  if (session.agent.permissions.audit) return;
  const { ticketId } = filter;
  throw denied({ kind: 'audit_refused', ticketId, data: told(filter), ...reason });
}

/** Conditions as they were told, but for words: they may be a name or an address. */
function told({ customer, q, ticketId: _ticketId, ...others }: AuditFilter): Readonly<Record<string, unknown>> {
  return { ...others, ...(customer !== undefined && { customer: '*' }), ...(q !== undefined && { q: '*' }) };
}

export async function conditionsOf(tx: Tx, context: AgentContext, filter: AuditFilter): Promise<AuditConditions> {
  const { usercode, kinds, ticketId, customer, q } = filter;
  const { from, to } = spanOf(filter, context.now, context.session.service.timeZone);
  if (from !== null && to !== null && from > to) throw invalid('to', 'invalid', 'The period ends before it begins');
  const whose = customer === undefined ? undefined : await customersNamed(tx, customer);
  const where = and(
    eq(auditLog.serviceId, serviceOf(context)),
    from === null ? undefined : gte(auditLog.at, from),
    to === null ? undefined : lte(auditLog.at, to),
    usercode === undefined ? undefined : eq(auditLog.usercode, usercode),
    kinds === undefined ? undefined : inArray(auditLog.kind, [...kinds]),
    ticketId === undefined ? undefined : eq(auditLog.ticketId, ticketId),
    whose && (whose.length > 0 ? inArray(auditLog.customerId, [...whose]) : sql`false`),
    // Few lines have one, and an index knows them.
    q === undefined ? undefined : isNotNull(auditLog.reason),
    q === undefined ? undefined : sql`position(lower(${q}) in lower(${auditLog.reason})) > 0`,
  );
  return { where, noted: { ticketId, ...(whose && { customers: whose }), data: told(filter) } };
}

async function customersNamed(tx: Tx, text: string): Promise<readonly number[]> {
  const rows = await tx
    .select({ id: sql<number>`found.customer_id` })
    .from(sql`find_customers(${text.normalize('NFKC').trim()}) as found`);
  const own = customerNumber.test(text) ? [Number(text)] : [];
  return [...new Set([...own, ...rows.map(({ id }) => Number(id))])];
}

/** Lines that fit, newest first. */
export async function readLines(
  tx: Tx,
  { where }: AuditConditions,
  { after, limit }: { readonly after?: Place | undefined; readonly limit: number },
): Promise<AuditRecord[]> {
  const rows = await tx
    .select({ line: auditLog, customer: customers.name })
    .from(auditLog)
    .leftJoin(
      customers,
      and(eq(customers.serviceId, auditLog.serviceId), eq(customers.customerId, auditLog.customerId)),
    )
    .where(and(where, after && sql`(${auditLog.at}, ${auditLog.id}) < (${after.at}::bigint, ${after.id}::bigint)`))
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(limit);
  return rows.map(({ line, customer }) => toRecord(line, customer));
}

type Line = typeof auditLog.$inferSelect;

function toRecord(line: Line, customerName: string | null): AuditRecord {
  const { id, at, usercode, name, client, kind, ticketId, customerId, customerCode, reason, data } = line;
  const customer = customerId === null ? null : { customerId, usercode: customerCode, name: customerName ?? '' };
  return { id: String(id), at, usercode, name, client, kind, ticketId, customer, reason, data };
}

/** How many lines fit, where they are not more than `most`. */
export async function countLines(tx: Tx, { where }: AuditConditions, most: number): Promise<number | null> {
  const some = tx
    .select({ id: auditLog.id })
    .from(auditLog)
    .where(where)
    .limit(most + 1)
    .as('some');
  const [row] = await tx.select({ count: sql<number>`count(*)::integer` }).from(some);
  const count = row?.count ?? 0;
  return count > most ? null : count;
}

export interface PageArgs {
  readonly filter: AuditFilter;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** One page of the log for those who may read it; that they did is written down. */
export async function readAudit(
  tx: Tx,
  context: AgentContext,
  { filter, cursor, limit }: PageArgs,
): Promise<AuditPage> {
  requireAuditor(context, filter);
  const after = cursor === undefined ? undefined : readCursor(filter, cursor);
  const conditions = await conditionsOf(tx, context, filter);
  const lines = await readLines(tx, conditions, { after, limit: limit + 1 });
  const total = after ? null : await countLines(tx, conditions, mostAuditCounted);
  await auditOnce(tx, context, { kind: 'audit_read', ...conditions.noted });
  const records = lines.slice(0, limit);
  const last = records.at(-1);
  return { records, next: last && lines.length > limit ? writeCursor(filter, last) : null, total };
}

/** What happened to the masks of one ticket, or to one of them, newest first. */
export async function readMaskAudit(
  tx: Tx,
  context: AgentContext,
  { ticketId, maskId }: { readonly ticketId: string; readonly maskId?: string | undefined },
): Promise<AuditRecord[]> {
  const filter = { ticketId, kinds: maskAuditKinds };
  requireAuditor(context, filter);
  await requireTicket(tx, context, ticketId);
  const { where, noted } = await conditionsOf(tx, context, filter);
  const ofOne = maskId === undefined ? undefined : sql`${auditLog.data}->>'maskId' = ${maskId}`;
  const lines = await readLines(tx, { where: and(where, ofOne), noted }, { limit: mostOfTicket });
  await audit(tx, context, { kind: 'audit_read', ...noted });
  return lines;
}

/** Names a filter briefly, so that a cursor of another one is noticed. */
function nameOf(filter: AuditFilter): string {
  const told = Object.entries(filter).filter(([, value]) => value !== undefined);
  const text = JSON.stringify(told.sort(([a], [b]) => (a < b ? -1 : 1)));
  return hex(sha256(new TextEncoder().encode(text)).slice(0, 8));
}

function writeCursor(filter: AuditFilter, { at, id }: Pick<AuditRecord, 'at' | 'id'>): string {
  return btoa(JSON.stringify([nameOf(filter), at, Number(id)]))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

const packed = z.tuple([z.string(), z.int(), z.int()]);

function readCursor(filter: AuditFilter, text: string): Place {
  const parts = packed.safeParse(unpack(text));
  if (!parts.success) throw invalid('cursor', 'unreadable', 'This is no cursor');
  const [name, at, id] = parts.data;
  if (name !== nameOf(filter)) throw invalid('cursor', 'other_list', 'This cursor belongs to another list');
  return { at, id };
}

function unpack(text: string): unknown {
  try {
    return JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return undefined;
  }
}
