import pg from 'pg';
import { median, type BenchRow } from '../row.js';

const writers = 8;
const turns = 4;
const turn = 1_500;
/** At least 0.6 of the bare rate. */
const target = 1.67;

const scope = `select set_config('role', 'desk_app', true), set_config('app.service', $1, true)`;

/** A ticket is taken and resolved in turns: each change moves five to seven figures. */
const changes = [
  `update tickets set status = 'processing', assignee = 'agent1', resolved_at = null, resolved_by = null,
    updated_at = $3, version = version + 1 where service_id = $1 and ticket_id = $2`,
  `update tickets set status = 'resolved', assignee = 'agent2', resolved_at = $3, resolved_by = 'agent2',
    updated_at = $3, version = version + 1 where service_id = $1 and ticket_id = $2`,
];

class Writers {
  readonly #clients: readonly pg.Client[];
  readonly #service: string;
  readonly #tickets: readonly string[];
  #next = 0;

  constructor(clients: readonly pg.Client[], service: string, tickets: readonly string[]) {
    this.#clients = clients;
    this.#service = service;
    this.#tickets = tickets;
  }

  /** Milliseconds from one change to the next while all write. */
  async pace(): Promise<number> {
    let made = 0;
    const began = performance.now();
    const write = async (client: pg.Client) => {
      for (; performance.now() - began < turn; made += 1) await this.#change(client);
    };
    await Promise.all(this.#clients.map(write));
    return (performance.now() - began) / made;
  }

  async #change(client: pg.Client): Promise<void> {
    const number = this.#next++;
    const ticketId = this.#tickets[number % this.#tickets.length];
    const change = changes[Math.floor(number / this.#tickets.length) % changes.length]!;
    await client.query('begin');
    await client.query(scope, [this.#service]);
    await client.query(change, [this.#service, ticketId, Date.now()]);
    await client.query('commit');
  }
}

async function ticketsOf(client: pg.Client, service: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    'select ticket_id as id from tickets where service_id = $1 order by md5(ticket_id) limit 500',
    [service],
  );
  return rows.map(({ id }) => id);
}

async function opened(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  await client.connect();
  return client;
}

/** What it costs writers that figures are kept: the same transactions with the trigger and without, in turns. */
export async function keepingRow(url: string, service: string): Promise<BenchRow> {
  const owner = await opened(url);
  const clients = await Promise.all(Array.from({ length: writers }, () => opened(url)));
  try {
    const all = new Writers(clients, service, await ticketsOf(owner, service));
    const taken = { bare: [] as number[], kept: [] as number[] };
    await all.pace();
    for (let count = 0; count < turns; count += 1) {
      taken.kept.push(await all.pace());
      await owner.query('alter table tickets disable trigger user');
      taken.bare.push(await all.pace());
      await owner.query('alter table tickets enable trigger user');
    }
    const what = `a change by one of ${writers} writers, figures kept`;
    return { what, unit: 'ms', limit: median(taken.bare), ours: median(taken.kept), target };
  } finally {
    await Promise.all([owner, ...clients].map((client) => client.end()));
  }
}
