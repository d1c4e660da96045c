import { serve, type ServerType } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { seedOrganisation } from '../../../demo/seed/organisation.js';
import { createApp, type App } from '../../../demo/server/app.js';
import { postgresDatabase } from '../../../demo/server/db/postgres.js';
import { startDatabase } from '../../../tools/postgres.js';
import { rivals, type BenchRow } from '../row.js';
import { foldTallies } from '../../../demo/server/services/tickets/tallies.js';
import { fill, serviceOf } from './fill.js';
import { keepingRow } from './keeping.js';
import { conditions, searchRows } from './searches.js';
import { statementsOf } from './statements.js';

const sizes = [10_000, 100_000, 1_000_000];
const rounds = 300;

/** A call of the console, and the statement of it that it is measured against. */
interface Call {
  readonly what: string;
  readonly path: string;
  /** Of a call that sends something. */
  readonly body?: string;
  readonly limit: RegExp;
}

/** Of a page the statements that read it: who is asking and how many there are is what the call adds. */
const rows = /^(?!explain|select count).*("subject"|"ticket_id" from|search_tickets)/s;
/** Of figures the one that reads where they are kept. */
const keptFigures = /from tallies/;

const calls: readonly Call[] = [
  { what: 'list page, first', path: 'tickets.json?view=all&limit=50', limit: rows },
  { what: 'list page, unassigned', path: 'tickets.json?view=unassigned&limit=50', limit: rows },
  { what: 'counts of the views', path: 'tickets/counts.json', limit: keptFigures },
  { what: 'board', path: 'board.json', limit: keptFigures },
  {
    what: 'counts of four saved views',
    path: 'counts.json',
    body: JSON.stringify({
      queries: ['status=pending', 'reason=duplicate', 'view=mine_processing&starred=true', 'q=퀵보'],
    }),
    limit: /count\(\*\)|search_tickets/,
  },
];

const target = 2;

class Bench {
  readonly #app: App;
  readonly #bare: pg.Client;
  readonly #origin: string;

  constructor(app: App, bare: pg.Client, origin: string) {
    this.#app = app;
    this.#bare = bare;
    this.#origin = origin;
  }

  /** The whole call against the statements that it sends, on one connection of the same driver. */
  async call({ what, path, body, limit }: Call, size: number): Promise<BenchRow[]> {
    // A lookup of texts goes by it.
    await this.#bare.query('select set_config($1, $2, false)', ['app.service', serviceOf(size)]);
    const { ask, overHttp } = await this.#requests(size, path, body);
    const statements = (await statementsOf(ask)).filter(({ text }) => limit.test(text));
    if (statements.length === 0) throw new Error(`${path} read nothing`);
    const taken = await rivals({ bare: () => this.#replay(statements), ours: ask, http: overHttp }, rounds);
    const named = `${what}, ${size.toLocaleString('en')} tickets`;
    return [
      { what: named, unit: 'ms', limit: taken.bare, ours: taken.ours, target },
      { what: `${named}, over HTTP`, unit: 'ms', limit: taken.bare, ours: taken.http, target: null },
    ];
  }

  /** A page in the depth of a list, reached as a page reaches it. */
  async deepPage(size: number): Promise<Call> {
    const list = 'tickets.json?view=all&limit=50';
    const { next } = await this.#read<{ next: string }>(size, `${list}&at=0.05`);
    return { what: 'list page, about the thousandth', path: `${list}&cursor=${next}`, limit: rows };
  }

  /** A call without what it is measured against. */
  async asking(size: number): Promise<(path: string) => () => Promise<void>> {
    const headers = await this.#headers(size);
    return (path) => async () =>
      read(await this.#app.fetch(new Request(urlOf('http://desk.test', size, path), { headers })));
  }

  async #read<T>(size: number, path: string): Promise<T> {
    const headers = await this.#headers(size);
    const answer = await this.#app.fetch(new Request(urlOf('http://desk.test', size, path), { headers }));
    return ((await answer.json()) as { result: T }).result;
  }

  async #headers(size: number): Promise<Record<string, string>> {
    const { token } = await this.#app.tokens.mint(serviceOf(size), 'agent1', Date.now());
    return { Authorization: `Bearer ${token}` };
  }

  async #replay(statements: readonly pg.QueryConfig[]): Promise<void> {
    for (const statement of statements) await this.#bare.query(statement);
  }

  async #requests(size: number, path: string, body?: string) {
    const headers = { ...(await this.#headers(size)), 'Content-Type': 'application/json' };
    const url = urlOf(this.#origin, size, path);
    const request = { method: body ? 'POST' : 'GET', headers, body };
    return {
      ask: async () => read(await this.#app.fetch(new Request(url, request))),
      overHttp: async () => read(await fetch(url, request)),
    };
  }
}

function urlOf(origin: string, size: number, path: string): string {
  return `${origin}/${serviceOf(size)}/openapi/v1/console/${path}`;
}

async function read(answer: Response): Promise<void> {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text.slice(0, 200)}`);
}

function listening(app: App): Promise<{ server: ServerType; origin: string }> {
  return new Promise((resolve) => {
    const server = serve(
      { fetch: (request) => app.fetch(request), hostname: '127.0.0.1', port: 0 },
      ({ port }: AddressInfo) => resolve({ server, origin: `http://127.0.0.1:${port}` }),
    );
  });
}

/** The server on up to a million tickets in PostgreSQL: what a call costs over its SQL, and how that grows. */
export default async function run(): Promise<BenchRow[]> {
  const postgres = await startDatabase();
  const database = await postgresDatabase(postgres.url, { connections: 4 });
  const bare = new pg.Client(postgres.url);
  await bare.connect();
  const app = createApp({
    database,
    now: Date.now,
    allowedOrigins: [],
    clientAddress: () => '127.0.0.1',
    limits: null,
  });
  const { server, origin } = await listening(app);
  try {
    await database.system(seedOrganisation);
    await fill(postgres.url, sizes, Date.now());
    while (await database.system(foldTallies));
    await database.analyse();
    const bench = new Bench(app, bare, origin);
    const measured: BenchRow[] = [];
    for (const call of calls) for (const size of sizes) measured.push(...(await bench.call(call, size)));
    const most = Math.max(...sizes);
    measured.push(...(await bench.call(await bench.deepPage(most), most)));
    for (const condition of conditions) {
      const call = { what: `search by ${condition}`, path: `tickets.json?limit=50&${condition}`, limit: rows };
      measured.push(...(await bench.call(call, most)));
    }
    measured.push(...(await searchRows(bare, serviceOf(most), await bench.asking(most))));
    measured.push(await keepingRow(postgres.url, serviceOf(most)));
    return measured;
  } finally {
    server.close();
    await app.close();
    await bare.end();
    await database.close();
    await postgres.stop();
  }
}
