import { count, sql } from 'drizzle-orm';
import type { Database, Tx } from '../server/db/database.js';
import { locks } from '../server/db/locks.js';
import {
  attachments,
  callbacks,
  customers,
  mails,
  mailThreads,
  messages,
  readMarks,
  services,
  ticketEvents,
  tickets,
} from '../server/db/schema.js';
import { insertMany } from './insert.js';
import { organisation, seedOrganisation, type SeedService } from './organisation.js';
import { Random } from './random.js';
import { addStory, customerRow, emptyRows, type Rows } from './rows.js';
import { customerOf, tell, type SeedCustomer } from './stories.js';

export interface SeedOptions {
  /** Number of tickets over all services. */
  readonly tickets: number;
  /** Times are relative to it, so that today has figures. */
  readonly now: number;
  readonly seed?: number;
}

/** Share of the tickets that a service gets. */
const shares: Readonly<Record<SeedService['serviceId'], number>> = { demo: 0.7, demojp: 0.2, demoissue: 0.1 };

/** Tickets that are inserted at once. */
const batch = 250;

async function insertRows(tx: Tx, rows: Rows): Promise<void> {
  await insertMany(tx, tickets, rows.tickets);
  await insertMany(tx, messages, rows.messages);
  await insertMany(tx, ticketEvents, rows.events);
  await insertMany(tx, mails, rows.mails);
  await insertMany(tx, mailThreads, rows.threads);
  await insertMany(tx, readMarks, rows.marks);
  await insertMany(tx, callbacks, rows.callbacks);
  if (rows.attachments.length) await tx.insert(attachments).values(rows.attachments);
}

interface Numbers {
  customer: number;
  entry: number;
}

async function seedTicketsOf(
  tx: Tx,
  random: Random,
  service: SeedService,
  total: number,
  now: number,
  numbers: Numbers,
): Promise<void> {
  const known: SeedCustomer[] = [];
  const wanted = Math.max(1, Math.ceil(total / 4));
  while (known.length < wanted) known.push(customerOf(random, service, ++numbers.customer));
  await insertMany(
    tx,
    customers,
    known.map((customer) => customerRow(service.serviceId, customer)),
  );
  for (let made = 0; made < total; made += batch) {
    const rows = emptyRows();
    for (let index = made; index < Math.min(made + batch, total); index++) {
      numbers.entry += addStory(rows, random, tell(random, service, known, now), service, numbers.entry + 1);
    }
    await insertRows(tx, rows);
  }
}

/** Later rows go on after the numbers that were given here. */
async function moveCounters(tx: Tx): Promise<void> {
  for (const [table, column] of [
    ['customers', 'customer_id'],
    ['messages', 'id'],
    ['groups', 'group_id'],
    ['categories', 'category_id'],
    ['handling_types', 'handling_type_id'],
  ] as const) {
    const next = sql.raw(`coalesce((select max("${column}") from "${table}"), 0) + 1`);
    await tx.execute(sql`select setval(pg_get_serial_sequence(${table}, ${column}), ${next}, false)`);
  }
}

/** Fills the services with tickets: the same ones for the same seed, number and time. */
export async function seedTickets(tx: Tx, { tickets: total, now, seed = 20_240_611 }: SeedOptions): Promise<void> {
  const random = new Random(seed);
  const numbers = { customer: 0, entry: 0 };
  for (const service of organisation) {
    await seedTicketsOf(tx, random, service, Math.round(total * shares[service.serviceId]), now, numbers);
  }
  await moveCounters(tx);
}

/** Makes the demo's organisation and tickets in a database that has no service yet. */
export async function seedWhenEmpty(database: Database, options: SeedOptions): Promise<void> {
  const filled = await database.system(async (tx) => {
    // Of two processes that start at once, one waits and finds it done.
    await tx.execute(sql`select pg_advisory_xact_lock(${locks.seed})`);
    const [row] = await tx.select({ services: count() }).from(services);
    if (row?.services) return false;
    await seedOrganisation(tx);
    if (options.tickets > 0) await seedTickets(tx, options);
    else await moveCounters(tx);
    return true;
  });
  if (filled) await database.analyse();
}
