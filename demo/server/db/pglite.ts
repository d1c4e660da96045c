import type { PGlite } from '@electric-sql/pglite';
import type { SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import type { Database, Plan, Scope, Tx } from './database.js';
import { migrate } from './migrate.js';
import { deskPlan } from './plan.js';
import { retrying } from './retry.js';
import { enterAs } from './roles.js';
import * as schema from './schema.js';

/** A database inside this process. Its one connection runs one transaction after the other. */
export async function pgliteDatabase(client: PGlite, plan: Plan = deskPlan): Promise<Database> {
  await client.waitReady;
  const runner = {
    run: async (script: string) => {
      await client.exec(script);
    },
    names: async (query: string) => (await client.query<{ name: string }>(query)).rows.map((row) => row.name),
  };
  await migrate(runner, plan);
  const orm = drizzle({ client, schema });
  const run = <T>(scope: Scope | null, work: (tx: Tx) => Promise<T>) =>
    retrying(() =>
      orm.transaction(async (tx) => {
        await tx.execute(enterAs(plan.roles, scope));
        return work(tx);
      }),
    );
  return {
    transaction: run,
    read: <T>(scope: Scope, query: SQL) =>
      run(scope, async (tx) => {
        const { rows } = (await tx.execute(query)) as unknown as { rows: readonly Record<string, T>[] };
        return Object.values(rows[0] ?? {})[0] as T;
      }),
    system: (work) => run(null, work),
    listen: (channel, notice) => client.listen(channel, notice),
    analyse: async () => {
      // Nobody else clears away the rows that are gone either.
      await client.exec('vacuum analyze');
    },
    ping: async () => {
      await client.query('select 1');
    },
    close: () => client.close(),
  };
}
