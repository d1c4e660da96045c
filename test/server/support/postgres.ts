import pg from 'pg';
import { seedOrganisation } from '../../../demo/seed/organisation.js';
import type { Database } from '../../../demo/server/db/database.js';
import { postgresDatabase } from '../../../demo/server/db/postgres.js';
import { startPostgres, type Postgres } from '../../../tools/postgres.js';

const template = 'template';

let cluster: Promise<Postgres> | undefined;
let made = 0;
const prefix = `desk_${process.pid}_${Date.now().toString(36)}`;

function withDatabase(url: string, name: string): string {
  const target = new URL(url);
  target.pathname = `/${name}`;
  return target.href;
}

async function administer(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** One cluster for each process of tests, with a template that every fresh database is copied from. */
async function prepared(): Promise<Postgres> {
  const running = await startPostgres();
  const name = `${prefix}_${template}`;
  await administer(running.url, `CREATE DATABASE ${name}`);
  const database = await postgresDatabase(withDatabase(running.url, name), { connections: 1 });
  await database.system(seedOrganisation);
  await database.close();
  return running;
}

/** A fresh PostgreSQL database with the demo's organisation and no tickets. */
export async function freshPostgres(): Promise<{ database: Database; url: string }> {
  cluster ??= prepared();
  const { url } = await cluster;
  const name = `${prefix}_${++made}`;
  await administer(url, `CREATE DATABASE ${name} TEMPLATE ${prefix}_${template}`);
  const target = withDatabase(url, name);
  const database = await postgresDatabase(target);
  return {
    url: target,
    database: {
      ...database,
      close: async () => {
        await database.close();
        await administer(url, `DROP DATABASE ${name} WITH (FORCE)`);
      },
    },
  };
}

/** Stops the cluster of this process; call it when all tests of a file are done. */
export async function stopPostgres(): Promise<void> {
  const running = await cluster?.catch(() => undefined);
  cluster = undefined;
  if (!running) return;
  await administer(running.url, `DROP DATABASE IF EXISTS ${prefix}_${template}`);
  await running.stop();
}
