import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { demoKeys, organizationId, seedOrganisation } from '../../../demo/seed/organisation.js';
import { seedTickets } from '../../../demo/seed/seed.js';
import { createApp, type App } from '../../../demo/server/app.js';
import { postgresDatabase } from '../../../demo/server/db/postgres.js';
import { sign } from '../../../src/server/signature.js';
import { startDatabase } from '../../../tools/postgres.js';
import { median, type BenchRow } from '../row.js';
import { statementsOf } from '../server/statements.js';
import { Askers } from './ask.js';

const connections = 10;
/** Customers' lists that are asked for at once. */
const askers = 16;
const warm = 1_000;
const turn = 3_000;
const turns = 5;
/** Half of the bare rate. */
const target = 2;
const tickets = 20_000;
const member = 'bench-member';
const path = `/demo/openapi/v1/ticket/enduser/${member}/list.json`;

function listening(
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<{ server: ServerType; origin: string }> {
  return new Promise((resolve) => {
    const server = serve({ fetch, hostname: '127.0.0.1', port: 0 }, ({ port }: AddressInfo) =>
      resolve({ server, origin: `http://127.0.0.1:${port}` }),
    );
  });
}

async function signedHeaders(): Promise<Record<string, string>> {
  const timestamp = String(Date.now());
  const parts = {
    organizationId,
    path,
    query: new URLSearchParams(),
    timestamp,
    body: new Uint8Array(),
    multipart: false,
  };
  return { Authorization: await sign(demoKeys.demo, parts), 'X-TC-Timestamp': timestamp };
}

async function read(answer: Response): Promise<string> {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text.slice(0, 200)}`);
  return text;
}

/** How long a server takes from one answer to the next, and for how much of it its processor works, in milliseconds. */
interface Pace {
  readonly each: number;
  readonly work: number;
}

/** The same query of the list with the same driver, and nothing around it. */
async function bareHandler(app: App, url: string): Promise<{ fetch: Hono['fetch']; pool: pg.Pool }> {
  const headers = await signedHeaders();
  const statements = await statementsOf(async () =>
    read(await app.fetch(new Request(`http://desk.test${path}`, { headers }))),
  );
  const list = statements.find(({ text }) => /from tickets/.test(text));
  if (!list) throw new Error('The list read nothing');
  // Ours is prepared too.
  const prepared = { ...list, name: 'list' };
  const pool = new pg.Pool({ connectionString: url, max: connections });
  const handler = new Hono();
  handler.get('*', async (c) => c.json({ contents: (await pool.query(prepared)).rows }));
  return { fetch: handler.fetch, pool };
}

/** Ninety-five of a hundred are quicker, in milliseconds. */
function p95(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
}

/** Customers who read their lists: what the whole server costs over the query, and what agents notice of them. */
export default async function run(): Promise<BenchRow[]> {
  const postgres = await startDatabase();
  const database = await postgresDatabase(postgres.url, { connections });
  const deps = { now: Date.now, allowedOrigins: [], clientAddress: () => '127.0.0.1', limits: null };
  const app = createApp({ database, ...deps });
  const customers = new Askers();
  const agent = new Askers();
  const ours = await listening((request) => app.fetch(request));
  let rival: Awaited<ReturnType<typeof bareHandler>> | undefined;
  let bare: { server: ServerType; origin: string } | undefined;
  try {
    await database.system(seedOrganisation);
    await database.system((tx) => seedTickets(tx, { tickets, now: Date.now() }));
    await withClient(postgres.url, (client) =>
      client.query(
        `update tickets set member_code = $1 where service_id = 'demo' and ticket_id in (
         select ticket_id from tickets where service_id = 'demo' and channel in ('web', 'spweb', 'api') and not spam order by ticket_id limit 30)`,
        [member],
      ),
    );
    await database.analyse();
    rival = await bareHandler(app, postgres.url);
    bare = await listening(rival.fetch);
    const [whole, alone] = [`${ours.origin}${path}`, `${bare.origin}${path}`];
    const pace = async (url: string, milliseconds: number): Promise<Pace> => {
      const before = process.cpuUsage();
      const asked = await customers.ask({ url, headers: await signedHeaders(), askers, milliseconds });
      const { user, system } = process.cpuUsage(before);
      return { each: asked.milliseconds / asked.answers, work: (user + system) / 1000 / asked.answers };
    };
    const taken = { ours: [] as Pace[], bare: [] as Pace[] };
    for (const url of [whole, alone]) await pace(url, warm);
    for (let count = 0; count < turns; count += 1) {
      taken.bare.push(await pace(alone, turn));
      taken.ours.push(await pace(whole, turn));
    }
    const middle = (who: keyof typeof taken, what: keyof Pace) => median(taken[who].map((one) => one[what]));
    const { token } = await app.tokens.mint('demo', 'agent1', Date.now());
    const worked = {
      url: `${ours.origin}/demo/openapi/v1/console/tickets.json?view=all&limit=50`,
      headers: { Authorization: `Bearer ${token}` },
      askers: 1,
      milliseconds: turn * 2,
      pause: 50,
    };
    const agentWaits = async () => p95((await agent.ask(worked)).waits);
    await agentWaits();
    const quiet = await agentWaits();
    const [busy] = await Promise.all([agentWaits(), pace(whole, turn * 2)]);
    const what = `a list, ${askers} customers at once`;
    return [
      { what, unit: 'ms', limit: middle('bare', 'each'), ours: middle('ours', 'each'), target },
      {
        what: 'work of the server for a list',
        unit: 'ms',
        limit: middle('bare', 'work'),
        ours: middle('ours', 'work'),
        target: null,
      },
      { what: 'list of an agent meanwhile, p95', unit: 'ms', limit: quiet, ours: busy, target: 2 },
    ];
  } finally {
    customers.close();
    agent.close();
    ours.server.close();
    bare?.server.close();
    await rival?.pool.end();
    await app.close();
    await database.close();
    await postgres.stop();
  }
}

async function withClient(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
