import { lt } from 'drizzle-orm';
import type { Tx } from '../db/database.js';
import { auditLog } from '../db/schema.js';
import { serviceOf, type AgentContext } from './context.js';

/**
 * What an agent did with the data of customers, and of whom, and with the rules by which they are used: names and numbers
 * of things, where data go and reasons, never what stands in a ticket or what was searched for.
 */
export interface AuditEntry {
  readonly kind:
    | 'exported'
    | 'export_refused'
    | 'customer_looked_up'
    | 'customer_answered'
    | 'customer_changed'
    | 'customers_found'
    | 'bulk_started'
    | 'bulk_retried'
    | 'bulk_cancelled'
    | 'trigger_kept'
    | 'trigger_removed'
    | 'triggers_ordered'
    | 'template_kept'
    | 'template_removed';
  readonly ticketId?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Writes down who did what, when and from where, in the transaction that does it. */
export async function audit(tx: Tx, context: AgentContext, { kind, ticketId, data }: AuditEntry): Promise<void> {
  const { usercode, name } = context.session.agent;
  await tx.insert(auditLog).values({
    serviceId: serviceOf(context),
    at: context.now,
    usercode,
    name,
    client: context.client,
    kind,
    ticketId: ticketId ?? null,
    data,
  });
}

/** How long it is known who did what: two years. */
const kept = 2 * 366 * 24 * 3_600_000;

/** Forgets what was done long ago. */
export async function pruneAudit(tx: Tx, now: number): Promise<void> {
  await tx.delete(auditLog).where(lt(auditLog.at, now - kept));
}
