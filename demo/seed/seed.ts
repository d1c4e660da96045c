import { count, sql } from 'drizzle-orm';
import type { Database, Tx } from '../server/db/database.js';
import { locks } from '../server/db/locks.js';
import {
  attachments,
  callbacks,
  chats,
  customers,
  doorayComments,
  doorayTasks,
  issueTransfers,
  mails,
  mailThreads,
  messages,
  readMarks,
  services,
  smsMessages,
  ticketEvents,
  tickets,
} from '../server/db/schema.js';
import { usualOrigin } from './dooray.js';
import { taskOf } from './dooray-tasks.js';
import { insertMany } from './insert.js';
import { organisation, seedOrganisation, type SeedService } from './organisation.js';
import { Random } from './random.js';
import { addStory, customerRow, emptyRows, type Rows } from './rows.js';
import { customerOf, tell, type SeedCustomer } from './stories.js';
import { addLinked, handOver, type PlacedThere } from './transfers.js';

export interface SeedOptions {
  /** Number of tickets over all services. */
  readonly tickets: number;
  /** Times are relative to it, so that today has figures. */
  readonly now: number;
  readonly seed?: number;
  /** Where browsers reach the server. */
  readonly origin?: string;
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
  await insertMany(tx, issueTransfers, rows.transfers);
  await insertMany(tx, doorayTasks, rows.doorayTasks);
  await insertMany(tx, doorayComments, rows.doorayComments);
  await insertMany(tx, smsMessages, rows.sms);
  await insertMany(tx, chats, rows.chats);
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
  waiting: PlacedThere[],
): Promise<void> {
  const known: SeedCustomer[] = [];
  const wanted = Math.max(1, Math.ceil(total / 4));
  while (known.length < wanted) known.push(customerOf(random, service, ++numbers.customer));
  await insertMany(
    tx,
    customers,
    known.map((customer) => customerRow(service.serviceId, customer)),
  );
  const handedHere = service.kind === 'issue' ? waiting.splice(0) : [];
  for (let made = 0; made < total; made += batch) {
    const rows = emptyRows();
    for (let index = made; index < Math.min(made + batch, total); index++) {
      const linked = handedHere.shift();
      const next = numbers.entry + 1;
      if (linked) {
        numbers.entry += addLinked(rows, linked, service, next);
        continue;
      }
      const story = tell(random, service, known, now);
      const handed = handOver(random, story, now);
      const task = taskOf(random, story, now);
      numbers.entry += addStory(rows, random, { story, service, handed, task }, next);
      if (handed) waiting.push({ story, service, handed, task });
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
export async function seedTickets(
  tx: Tx,
  { tickets: total, now, seed = 20_240_611, origin }: SeedOptions,
): Promise<void> {
  const random = new Random(seed);
  const numbers = { customer: 0, entry: 0 };
  // What is handed over becomes tickets of the service that comes last.
  const waiting: PlacedThere[] = [];
  for (const service of organisation) {
    const share = Math.round(total * shares[service.serviceId]);
    await seedTicketsOf(
      tx,
      random,
      service,
      service.kind === 'issue' ? Math.max(share, waiting.length) : share,
      now,
      numbers,
      waiting,
    );
  }
  await addressTasks(tx, origin);
  await moveCounters(tx);
}

/** Tells tickets and tasks where people find each other's page. */
async function addressTasks(tx: Tx, origin = usualOrigin): Promise<void> {
  const page = `${origin}/console.html?service=`;
  await tx.execute(sql`update ${doorayTasks} set address = ${origin} || '/project/' || project_id,
    link = ${page} || service_id || '&ticket=' || ticket_id where address = ''`);
  await tx.execute(sql`update ${tickets} set transfer_url = ${origin} || '/project/tasks/' || transfer_task_id
    where transfer_kind = 'dooray' and transfer_url is null`);
}

/** Makes the demo's organisation and tickets in a database that has no service yet. */
export async function seedWhenEmpty(database: Database, options: SeedOptions): Promise<void> {
  const filled = await database.system(async (tx) => {
    // Of two processes that start at once, one waits and finds it done.
    await tx.execute(sql`select pg_advisory_xact_lock(${locks.seed})`);
    const [row] = await tx.select({ services: count() }).from(services);
    if (row?.services) return false;
    await seedOrganisation(tx, options.now, options.origin);
    if (options.tickets > 0) await seedTickets(tx, options);
    else await moveCounters(tx);
    return true;
  });
  if (filled) await database.analyse();
}
