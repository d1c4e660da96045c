import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../db/database.js';
import { outbox } from '../db/schema.js';
import { serviceOf, type AgentContext, type ServiceContext } from './context.js';

/**
 * A mail to a customer, a mail to others, a call of another server, a task at Dooray! and a comment on one, a text message
 * and the question what became of it.
 */
export const outboxKinds = ['mail', 'notice', 'callback', 'task', 'task_comment', 'sms', 'sms_report'] as const;
export type OutboxKind = (typeof outboxKinds)[number];

export interface OutboxEntry {
  readonly kind: OutboxKind;
  /** Names the effect (for mail the mailId): enqueued twice, it happens once. */
  readonly key: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Not before this time. */
  readonly dueAt: number;
}

/** An entry as it is stored. */
export type StoredEntry = typeof outbox.$inferSelect;

/** Channel that wakes the workers. */
export const outboxChannel = 'desk_outbox';

/** Writes down what is to leave the server, in the transaction that causes it. A worker does it after the commit. */
export async function enqueue(tx: Tx, context: AgentContext | ServiceContext, entry: OutboxEntry): Promise<void> {
  const { kind, key, payload = {}, dueAt } = entry;
  await tx
    .insert(outbox)
    .values({ serviceId: serviceOf(context), kind, key, payload, dueAt, createdAt: context.now })
    .onConflictDoNothing();
  await tx.execute(sql`select pg_notify(${outboxChannel}, '')`);
}

/** Lets an entry be done once more that came to its end without success. Whoever is still at it no longer owns it. */
export async function enqueueAgain(tx: Tx, context: AgentContext, kind: OutboxKind, key: string): Promise<void> {
  const serviceId = serviceOf(context);
  const again = { state: 'waiting', dueAt: context.now, leaseUntil: null, error: null } as const;
  const changed = await tx
    .update(outbox)
    .set({ ...again, attempts: sql`${outbox.attempts} + 1` })
    .where(and(eq(outbox.serviceId, serviceId), eq(outbox.kind, kind), eq(outbox.key, key)))
    .returning({ id: outbox.id });
  // Entries of long ago are gone.
  if (changed.length === 0) return enqueue(tx, context, { kind, key, dueAt: context.now });
  await tx.execute(sql`select pg_notify(${outboxChannel}, '')`);
}

/** Lets entries that wait be tried at once: what they waited for is there. */
export async function hasten(
  tx: Tx,
  context: AgentContext | ServiceContext,
  kind: OutboxKind,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  await tx
    .update(outbox)
    .set({ dueAt: context.now })
    .where(
      and(
        eq(outbox.serviceId, serviceOf(context)),
        eq(outbox.kind, kind),
        eq(outbox.state, 'waiting'),
        isNull(outbox.leaseUntil),
        inArray(outbox.key, [...keys]),
      ),
    );
  await tx.execute(sql`select pg_notify(${outboxChannel}, '')`);
}
