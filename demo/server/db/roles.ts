import { sql } from 'drizzle-orm';
import type { Scope, Tx } from './database.js';

/** Drops a transaction's rights to those of a request of one service. */
export async function enterService(tx: Tx, scope: Scope): Promise<void> {
  await tx.execute(
    sql`select set_config('role', 'desk_app', true), set_config('app.service', ${scope.serviceId}, true)`,
  );
}

/** Drops a transaction's rights to those of work without a service. */
export async function enterSystem(tx: Tx): Promise<void> {
  await tx.execute(sql`select set_config('role', 'desk_system', true)`);
}
