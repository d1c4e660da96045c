import { sql, type SQL } from 'drizzle-orm';
import { auditServer, type AuditKind } from '../../../src/domain/audit.js';
import type { Database, Tx } from '../db/database.js';
import { auditLog } from '../db/schema.js';
import { notFound, Refusal } from '../refusal.js';
import { serviceOf, type AgentContext, type ServiceContext } from './context.js';

/**
 * What an agent did with the data of customers, and of whom, and with the rules by which they are used: names and numbers
 * of things, where data go and reasons, never what stands in a ticket or what was searched for.
 */
export interface AuditEntry {
  readonly kind: AuditKind;
  readonly ticketId?: string | undefined;
  /** Whose data it was: a line for each. Without any it is the customer of the ticket. */
  readonly customers?: readonly number[];
  /** Why, in the words of the agent. */
  readonly reason?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Milliseconds in which the same access of the same agent is written down once. */
const sameAccess = 10 * 60_000;

/** Writes down who did what, when and from where, in the transaction that does it. Without an agent it was a signed call. */
export async function audit(tx: Tx, context: AgentContext | ServiceContext, entry: AuditEntry): Promise<void> {
  await tx.execute(insertOf(context, entry));
}

/**
 * Writes down an access unless the agent was seen at the same one within the last ten minutes: a page reads again
 * whenever something changes. One statement, whether it writes or not.
 */
export async function auditOnce(tx: Tx, context: AgentContext, entry: AuditEntry): Promise<void> {
  const { usercode } = context.session.agent;
  await tx.execute(sql`${insertOf(context, entry)} where not exists (
    select 1 from audit_log seen
    where seen.service_id = ${serviceOf(context)} and seen.usercode = ${usercode} and seen.kind = ${entry.kind}
      and seen.at > ${context.now - sameAccess}
      and seen.ticket_id is not distinct from ${entry.ticketId ?? null}::text
      and seen.customer_id is not distinct from coalesce(one.id::integer, t.customer_id)
      and seen.data = ${JSON.stringify(entry.data ?? {})}::jsonb)`);
}

/**
 * Writes down that an agent opened a ticket, and refuses a ticket that is not there: the one statement with which a
 * reading begins does both.
 */
export async function auditOpening(tx: Tx, context: AgentContext, ticketId: string): Promise<void> {
  const serviceId = serviceOf(context);
  const { usercode } = context.session.agent;
  const { rows } = (await tx.execute(sql`with noted as (${insertOf(context, { kind: 'ticket_read', ticketId })}
      where t.ticket_id is not null and not exists (
        select 1 from audit_log seen
        where seen.service_id = ${serviceId} and seen.ticket_id = ${ticketId} and seen.at > ${context.now - sameAccess}
          and seen.usercode = ${usercode} and seen.kind = 'ticket_read'))
    select 1 from tickets where service_id = ${serviceId} and ticket_id = ${ticketId}`)) as unknown as {
    rows: unknown[];
  };
  if (rows.length === 0) throw notFound();
}

/** Writes down that an agent read a file of a ticket. Pictures in a text are read with the ticket. */
export async function auditFile(
  tx: Tx,
  context: AgentContext,
  file: { readonly attachmentId: string; readonly ticketId: string | null; readonly inline: boolean },
): Promise<void> {
  const { attachmentId, ticketId, inline } = file;
  // One that has no ticket is the agent's own, or a template's.
  if (ticketId === null) return;
  if (inline) await auditOnce(tx, context, { kind: 'ticket_read', ticketId });
  else await auditOnce(tx, context, { kind: 'file_read', ticketId, data: { attachmentId } });
}

/** Who is no agent of the service has no usercode: a server of the organisation, an agent of another service. */
function callerOf(context: AgentContext | ServiceContext): { readonly usercode: string; readonly name: string } {
  if ('session' in context) return context.session.agent;
  return { usercode: '', name: context.caller ?? auditServer };
}

/** Customer and ticket are looked up by the statement itself, so that it costs no more than the line. */
function insertOf(
  context: AgentContext | ServiceContext,
  { kind, ticketId, customers, reason, data }: AuditEntry,
): SQL {
  const { usercode, name } = callerOf(context);
  const serviceId = serviceOf(context);
  const whose = JSON.stringify(customers?.length ? customers : [null]);
  return sql`insert into audit_log
      (service_id, at, usercode, name, client, kind, ticket_id, customer_id, customer_code, reason, data)
    select ${serviceId}::text, ${context.now}::bigint, ${usercode}::text, ${name}::text, ${context.client}::text,
      ${kind}::text, ${ticketId ?? null}::text, coalesce(one.id::integer, t.customer_id), c.usercode,
      ${reason ?? null}::text, ${JSON.stringify(data ?? {})}::jsonb
    from jsonb_array_elements_text(${whose}::jsonb) as one(id)
    left join tickets t on t.service_id = ${serviceId} and t.ticket_id = ${ticketId ?? null}
    left join customers c on c.service_id = ${serviceId} and c.customer_id = coalesce(one.id::integer, t.customer_id)`;
}

/**
 * The refusal of what an agent has no right to, which the access log tells although the refused work is undone:
 *
 *     if (!agent.permissions.reveal) throw denied({ kind: 'mask_reveal_refused', ticketId, data: { maskId } });
 *
 * Any other refusal can be told so too: `new Refusal(403, 'security_off', '…', { noted: entry })`. Whoever runs the work
 * writes the line once the work is undone – with the kept answer where there is an idempotency key, so that a repeated
 * call is told once, and in a transaction of its own otherwise.
 */
export function denied(noted: AuditEntry): Refusal {
  return new Refusal(403, 'needs_permission', 'Not permitted', { noted });
}

/** Writes down what an agent did, in a transaction of its own: for work that is undone or has none. */
export async function auditApart(database: Database, context: AgentContext, entry: AuditEntry): Promise<void> {
  await database.transaction({ serviceId: serviceOf(context) }, (tx) => note(tx, context, entry));
}

/** Writes down what a refusal tells of: that a ticket was read by it, once; a page may ask again and again. */
export async function note(tx: Tx, context: AgentContext, entry: AuditEntry): Promise<void> {
  await (entry.kind === 'ticket_read' ? auditOnce : audit)(tx, context, entry);
}

/** How long it is known who did what: two years, and a day in which the clocks of server and database may differ. */
const kept = 2 * 366 * 24 * 3_600_000;

/** Forgets what was done long ago. The database keeps what is younger, whatever the clock of the server says. */
export async function pruneAudit(tx: Tx, now: number): Promise<void> {
  const clock = sql`(extract(epoch from clock_timestamp()) * 1000)::bigint`;
  await tx.delete(auditLog).where(sql`${auditLog.at} < least(${now}::bigint, ${clock}) - ${kept}::bigint`);
}
