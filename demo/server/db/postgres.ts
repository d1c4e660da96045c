import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Database, Tx } from './database.js';
import { migrate } from './migrate.js';
import { NoticeListener } from './postgres-listener.js';
import { retrying } from './retry.js';
import { enterService, enterSystem } from './roles.js';
import * as schema from './schema.js';

async function migrateOn(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await migrate({
      run: async (script) => {
        await client.query(script);
      },
      names: async (query) => (await client.query<{ name: string }>(query)).rows.map((row) => row.name),
    });
  } finally {
    client.release();
  }
}

/** A database on a PostgreSQL server, 15 or newer. */
export async function postgresDatabase(url: string, options: { connections?: number } = {}): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 10 });
  // An idle connection that the server closes is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  await migrateOn(pool);
  const orm = drizzle({ client: pool, schema });
  const listener = new NoticeListener(url);
  const run = <T>(enter: (tx: Tx) => Promise<void>, work: (tx: Tx) => Promise<T>) =>
    retrying(() =>
      orm.transaction(async (tx) => {
        await enter(tx);
        return work(tx);
      }),
    );
  return {
    transaction: (scope, work) => run((tx) => enterService(tx, scope), work),
    system: (work) => run(enterSystem, work),
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
