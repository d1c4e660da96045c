import { sql } from 'drizzle-orm';
import type { Tx } from '../db/database.js';
import { outbox } from '../db/schema.js';
import { serviceOf, type AgentContext, type ServiceContext } from './context.js';

export interface OutboxEntry {
  readonly kind: 'mail';
  /** Names the effect (for mail the mailId): enqueued twice, it happens once. */
  readonly key: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Not before this time. */
  readonly dueAt: number;
}

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
