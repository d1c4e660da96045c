import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Database, Plan, Roles, Scope, Tx } from './database.js';
import { migrate } from './migrate.js';
import { deskPlan } from './plan.js';
import { FramedClient } from './postgres-client.js';
import { NoticeListener } from './postgres-listener.js';
import { retrying } from './retry.js';
import * as schema from './schema.js';

async function migrateOn(pool: pg.Pool, plan: Plan): Promise<void> {
  const client = await pool.connect();
  try {
    const runner = {
      run: async (script: string) => {
        await client.query(script);
      },
      names: async (query: string) => (await client.query<{ name: string }>(query)).rows.map((row) => row.name),
    };
    await migrate(runner, plan);
  } finally {
    client.release();
  }
}

/** One connection as queries are written for it: made once, because reading the schema takes longer than a query. */
function connectionOf(client: pg.PoolClient, roles: Roles) {
  const framed = new FramedClient(client, roles);
  return { framed, orm: drizzle({ client: framed as unknown as pg.PoolClient, schema }) };
}

type Connection = ReturnType<typeof connectionOf>;

/** A database on a PostgreSQL server, 15 or newer. */
export async function postgresDatabase(
  url: string,
  options: { readonly connections?: number; readonly plan?: Plan } = {},
): Promise<Database> {
  const { plan = deskPlan } = options;
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 10 });
  // An idle connection that the server closes is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  await migrateOn(pool, plan);
  const listener = new NoticeListener(url);
  const connections = new WeakMap<pg.PoolClient, Connection>();
  const run = <T>(scope: Scope | null, work: (tx: Tx) => Promise<T>) =>
    retrying(async () => {
      const client = await pool.connect();
      try {
        let connection = connections.get(client);
        if (!connection) connections.set(client, (connection = connectionOf(client, plan.roles)));
        connection.framed.scope = scope;
        return await connection.orm.transaction(work);
      } finally {
        client.release();
      }
    });
  return {
    transaction: run,
    system: (work) => run(null, work),
    listen: (channel, notice) => listener.listen(channel, notice),
    analyse: async () => {
      await pool.query('analyze');
    },
    ping: async () => {
      await pool.query('select 1');
    },
    close: async () => {
      await listener.close();
      await pool.end();
    },
  };
}
