import type { SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { PgDialect } from 'drizzle-orm/pg-core';
import pg from 'pg';
import type { Database, Plan, Roles, Scope, Tx } from './database.js';
import { migrate } from './migrate.js';
import { deskPlan } from './plan.js';
import { FramedClient } from './postgres-client.js';
import { NoticeListener } from './postgres-listener.js';
import { ReadInOneTrip, type Statement } from './postgres-read.js';
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

const dialect = new PgDialect();

function statementOf(query: SQL): Statement {
  const { sql: text, params: values } = dialect.sqlToQuery(query);
  return { text, values };
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
  // So would one that is lost while somebody holds it: the pool does not listen then. Its query is refused all the same.
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await migrateOn(pool, plan);
  } catch (error) {
    await pool.end();
    throw error;
  }
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
  const read = <T>(scope: Scope, query: SQL) => {
    const statement = statementOf(query);
    return retrying(async () => {
      const client = await pool.connect();
      try {
        return await new Promise<T>((resolve, reject) => {
          const told = (error: unknown, value?: T) => (error ? reject(error as Error) : resolve(value as T));
          client.query(new ReadInOneTrip<T>(plan.roles, scope, statement, told));
        });
      } finally {
        client.release();
      }
    });
  };
  return {
    transaction: run,
    read,
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
