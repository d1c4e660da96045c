import { sql, type SQL } from 'drizzle-orm';
import type { Roles, Scope } from './database.js';

/** Drops a transaction's rights to those of a request of one service, or of work without a service. */
export function enterAs({ app, system }: Roles, scope: Scope | null): SQL {
  if (!scope) return sql`select set_config('role', ${system}, true)`;
  return sql`select set_config('role', ${app}, true), set_config('app.service', ${scope.serviceId}, true)`;
}
