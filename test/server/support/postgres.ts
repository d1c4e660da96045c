import pg from 'pg';
import { seedOrganisation } from '../../../demo/seed/organisation.js';
import type { Database } from '../../../demo/server/db/database.js';
import { postgresDatabase } from '../../../demo/server/db/postgres.js';
import { startPostgres, type Postgres } from '../../../tools/postgres.js';

let made = 0;
const unique = (): string => `desk_${process.pid}_${Date.now().toString(36)}_${++made}`;

export function withDatabase(url: string, name: string): string {
  const target = new URL(url);
  target.pathname = `/${name}`;
  return target.href;
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A server with a template that every fresh database is copied from. Its address names the template. */
export async function preparePostgres(): Promise<Postgres> {
  const running = await startPostgres();
  const name = unique();
  const url = withDatabase(running.url, name);
  await administer(running.url, `CREATE DATABASE ${name}`);
  const database = await postgresDatabase(url, { connections: 1 });
  await database.system(seedOrganisation);
  await database.close();
  const stop = async (): Promise<void> => {
    await administer(running.url, `DROP DATABASE ${name} WITH (FORCE)`);
    await running.stop();
  };
  return { url, stop };
}

/** A fresh PostgreSQL database for anything, beside the template. */
export async function emptyPostgres(template: string, open: (url: string) => Promise<Database>): Promise<Database> {
  const server = withDatabase(template, 'postgres');
  const name = unique();
  await administer(server, `CREATE DATABASE ${name}`);
  const database = await open(withDatabase(template, name));
  const close = async (): Promise<void> => {
    await database.close();
    await administer(server, `DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { ...database, close };
}

/** A fresh PostgreSQL database with the demo's organisation and no tickets, copied from the template. */
export async function freshPostgres(template: string): Promise<{ database: Database; url: string }> {
  const server = withDatabase(template, 'postgres');
  const name = unique();
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${new URL(template).pathname.slice(1)}`);
  const url = withDatabase(template, name);
  const database = await postgresDatabase(url);
  const close = async (): Promise<void> => {
    await database.close();
    await administer(server, `DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { url, database: { ...database, close } };
}
