import { PGlite } from '@electric-sql/pglite';
import { getTableColumns, is, sql, type SQL } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../../demo/server/db/migrations/index.js';
import { pgliteDatabase } from '../../demo/server/db/pglite.js';
import * as schema from '../../demo/server/db/schema.js';
import type { Database, Tx } from '../../demo/server/db/database.js';
import { sqlState } from '../../demo/server/db/retry.js';
import { freshDatabase } from './support/server.js';

const tables = Object.values(schema as Record<string, unknown>).filter((value): value is PgTable => is(value, PgTable));
const ofServices = tables.filter((table) => 'serviceId' in getTableColumns(table));

const state = (work: Promise<unknown>) => work.then(() => 'done', sqlState);

describe('row level security', () => {
  let database: Database;

  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(async () => {
    await database.close();
  });

  const inDemo = <T>(work: (tx: Tx) => Promise<T>) => database.transaction({ serviceId: 'demo' }, work);
  const customer = (serviceId: string) => ({ serviceId, name: 'Somebody' });

  it('shows the rows of one service to a query that asks for all', async () => {
    const seen = await inDemo((tx) => tx.select({ serviceId: schema.agents.serviceId }).from(schema.agents));
    expect(new Set(seen.map((row) => row.serviceId))).toEqual(new Set(['demo']));
    expect(await inDemo((tx) => tx.select().from(schema.services))).toHaveLength(1);
  });

  it('shows everything to work without a service', async () => {
    expect(await database.system((tx) => tx.select().from(schema.services))).toHaveLength(3);
  });

  it.each(['', 'nowhere', "demo' or true --"])('shows nothing to the service "%s"', async (serviceId) => {
    expect(await database.transaction({ serviceId }, (tx) => tx.select().from(schema.agents))).toEqual([]);
  });

  it('shows the rows of one service to what is read in one trip, and no rights outlive it', async () => {
    const read = (serviceId: string, query: SQL) => database.read<unknown>({ serviceId, patience: 10_000 }, query);
    const seen = sql`select json_agg(distinct service_id) as seen from agents`;
    const failing = sql`select json_build_object('seen', 1 / (${0}::integer + count(*) * 0)) as seen from agents`;
    expect(await read('demo', seen)).toEqual(['demo']);
    // The same statement, prepared before for another service.
    expect(await read('demojp', seen)).toEqual(['demojp']);
    expect(await read("demo' or true --", seen)).toBeNull();
    for (let time = 0; time < 2; time += 1) expect(await state(read('demo', failing))).toBe('22012');
    expect(await state(read('demo', sql`select nothing from nowhere where 1 = ${1}`))).toBe('42P01');
    expect(await read('demojp', seen)).toEqual(['demojp']);
    expect(await state(read('demo', sql`select value from installation`))).toBe('42501');
    expect(await database.system((tx) => tx.select().from(schema.services))).toHaveLength(3);
  });

  it('refuses a row of another service', async () => {
    expect(await state(inDemo((tx) => tx.insert(schema.customers).values(customer('demojp'))))).toBe('42501');
    expect(await state(inDemo((tx) => tx.insert(schema.customers).values(customer('demo'))))).toBe('done');
  });

  it('refuses to move a row to another service, and does not change what it does not show', async () => {
    expect(await state(inDemo((tx) => tx.update(schema.customers).set({ serviceId: 'demojp' })))).toBe('42501');
    await inDemo((tx) => tx.update(schema.groups).set({ name: 'Renamed' }));
    const names = await database.system((tx) => tx.select().from(schema.groups));
    expect(names.filter((group) => group.name === 'Renamed').every((group) => group.serviceId === 'demo')).toBe(true);
  });

  it('covers every table that has a service, for the owner too', async () => {
    const rows = await database.system((tx) =>
      tx
        .select({ name: sql<string>`relname::text` })
        .from(sql`pg_class`)
        .where(sql`relrowsecurity and relforcerowsecurity`),
    );
    const covered = rows.map((row) => row.name).sort();
    expect(covered).toEqual(ofServices.map((table) => getTableConfig(table).name).sort());
  });

  it('keeps what happened as it was written', async () => {
    const event = { serviceId: 'demo', ticketId: 'T1', kind: 'created', at: 1 };
    await inDemo((tx) => tx.insert(schema.ticketEvents).values(event));
    expect(await state(inDemo((tx) => tx.update(schema.ticketEvents).set({ kind: 'other' })))).toBe('42501');
    expect(await state(inDemo((tx) => tx.delete(schema.ticketEvents)))).toBe('42501');
    expect(await state(inDemo((tx) => tx.delete(schema.eventLog)))).toBe('42501');
  });

  it('keeps the secrets of the installation and the key of the service from being read or changed', async () => {
    expect(await state(inDemo((tx) => tx.select().from(schema.installation)))).toBe('42501');
    expect(await state(inDemo((tx) => tx.update(schema.services).set({ serviceKey: 'mine' })))).toBe('42501');
  });

  it('ends with its transaction', async () => {
    await inDemo(() => Promise.resolve());
    expect(await database.system((tx) => tx.select().from(schema.services))).toHaveLength(3);
  });
});

describe('migrations', () => {
  let database: Database;

  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(async () => {
    await database.close();
  });

  it('make the tables that the code asks for, column by column', async () => {
    const rows = await database.system((tx) =>
      tx
        .select({
          column: sql<string>`table_name || '.' || column_name || case is_nullable when 'NO' then ' not null' else '' end`,
        })
        .from(sql`information_schema.columns`)
        .where(sql`table_schema = 'public' and table_name <> 'desk_migrations'`),
    );
    const asked = tables.flatMap((table) =>
      getTableConfig(table).columns.map(
        (column) => `${getTableConfig(table).name}.${column.name}${column.notNull ? ' not null' : ''}`,
      ),
    );
    expect(rows.map((row) => row.column).sort()).toEqual(asked.sort());
  });
});

describe('a database from before an address had one customer', () => {
  it('keeps the first of them, with the tickets of all', async () => {
    const client = await PGlite.create();
    try {
      const before = migrations.slice(0, 3);
      await client.exec('create table desk_migrations (name text primary key)');
      for (const { name, sql: script } of before) {
        await client.exec(script);
        await client.query('insert into desk_migrations values ($1)', [name]);
      }
      await client.exec(`insert into customers (service_id, customer_id, name, email) values
        ('demo', 1, 'First', 'a@mail.example'), ('demo', 2, 'Second', 'a@mail.example'),
        ('demo', 3, 'Caller', null), ('demo', 4, 'Caller', null), ('demojp', 5, 'Elsewhere', 'a@mail.example');
        insert into tickets (service_id, ticket_id, status, subject, channel, language, customer_id, created_at, updated_at)
        select 'demo', 'T' || id, 'unassigned', 'x', 'mail', 'ko', id, 1, 1 from generate_series(1, 4) id`);
      const database = await pgliteDatabase(client);
      const [known, held] = await database.system(async (tx) => [
        await tx
          .select({ id: schema.customers.customerId })
          .from(schema.customers)
          .orderBy(schema.customers.customerId),
        await tx.select({ of: schema.tickets.customerId }).from(schema.tickets).orderBy(schema.tickets.ticketId),
      ]);
      expect(known.map(({ id }) => id)).toEqual([1, 3, 4, 5]);
      expect(held.map(({ of }) => of)).toEqual([1, 1, 3, 4]);
    } finally {
      await client.close();
    }
  });
});

describe('an owner of the tables who is no superuser', () => {
  it('may take the roles that work on them', async () => {
    const client = await PGlite.create();
    try {
      await client.exec('create role owner createrole; grant all on schema public to owner');
      await client.exec('set session authorization owner');
      const database = await pgliteDatabase(client);
      expect(await state(database.transaction({ serviceId: 'demo' }, (tx) => tx.select().from(schema.tickets)))).toBe(
        'done',
      );
      expect(await state(database.system((tx) => tx.select().from(schema.services)))).toBe('done');
    } finally {
      await client.close();
    }
  });
});
