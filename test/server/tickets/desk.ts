import { PGlite } from '@electric-sql/pglite';
import { and, eq } from 'drizzle-orm';
import { createApp, type App } from '../../../demo/server/app.js';
import type { Database } from '../../../demo/server/db/database.js';
import { pgliteDatabase } from '../../../demo/server/db/pglite.js';
import { tickets } from '../../../demo/server/db/schema.js';
import { seedOrganisation } from '../../../demo/seed/organisation.js';
import { findService, publicService } from '../../../demo/server/services/context.js';
import { sanitiseBody } from '../../../demo/server/services/sanitise.js';
import { createTicket, type NewTicket } from '../../../demo/server/services/tickets/create.js';
import type { TicketRecord } from '../../../demo/server/services/tickets/wire.js';
import type { Ticket } from '../../../src/domain/types.js';

export interface Answer {
  readonly status: number;
  readonly header: { resultCode: number; resultMessage: string; isSuccessful: boolean };
  // What comes back is judged by the tests, field by field.
  readonly content: Record<string, unknown> & Partial<Ticket>;
  readonly contents: readonly (Record<string, unknown> & Partial<Ticket>)[];
  readonly result: {
    next: string | null;
    previous: string | null;
    total: number | null;
    estimate: number | null;
    position: { index: number; exact: boolean } | null;
  };
}

/** A running server with the demo's organisation and no tickets, and a clock that stands still. */
export class Desk {
  /** Thursday noon in Seoul. */
  now = Date.parse('2026-03-05T03:00:00Z');
  readonly database: Database;
  /** What went wrong inside the server. */
  readonly failures: unknown[] = [];
  readonly #app: App;
  #keys = 0;

  private constructor(database: Database) {
    this.database = database;
    this.#app = createApp({
      database,
      now: () => this.now,
      allowedOrigins: [],
      clientAddress: () => '192.0.2.1',
      checkAnswers: true,
      onError: (error) => this.failures.push(error),
    });
  }

  static async open(): Promise<Desk> {
    const database = await pgliteDatabase(await PGlite.create());
    await database.system(seedOrganisation);
    return new Desk(database);
  }

  async close(): Promise<void> {
    await this.#app.close();
    await this.database.close();
  }

  /** A client that signs in as an agent. */
  as(usercode: string, serviceId = 'demo'): Client {
    return new Client(
      this.#app,
      serviceId,
      async () => (await this.#app.tokens.mint(serviceId, usercode, this.now)).token,
      () => `k${++this.#keys}`,
    );
  }

  /** Lets a ticket come in, and puts it where a test needs it. */
  async add(more: Partial<NewTicket> = {}, state: Partial<TicketRecord> = {}, serviceId = 'demo'): Promise<string> {
    return this.database.transaction({ serviceId }, async (tx) => {
      const service = await findService(tx, serviceId);
      if (!service) throw new Error(`No service ${serviceId}`);
      const { ticketId } = await createTicket(
        tx,
        { service: publicService(service), now: this.now, client: 'test' },
        {
          channel: 'mail',
          subject: '배송 문의',
          body: sanitiseBody({ text: '언제 오나요?' }),
          customer: { name: '한지우', email: 'jiwoo@customer.example' },
          ...more,
        },
      );
      if (Object.keys(state).length > 0) {
        await tx
          .update(tickets)
          .set(state)
          .where(and(eq(tickets.serviceId, serviceId), eq(tickets.ticketId, ticketId)));
      }
      return ticketId;
    });
  }
}

/** Calls of one agent. Each change has a key of its own unless one is given. */
export class Client {
  constructor(
    private readonly app: App,
    private readonly serviceId: string,
    private readonly token: () => Promise<string>,
    private readonly nextKey: () => string,
  ) {}

  get(path: string): Promise<Answer> {
    return this.#call('GET', path);
  }

  post(path: string, body: object, key?: string): Promise<Answer> {
    return this.#call('POST', path, body, key);
  }

  put(path: string, body?: object, key?: string): Promise<Answer> {
    return this.#call('PUT', path, body, key);
  }

  patch(path: string, body: object): Promise<Answer> {
    return this.#call('PATCH', path, body);
  }

  delete(path: string, body?: object): Promise<Answer> {
    return this.#call('DELETE', path, body);
  }

  async ticket(ticketId: string): Promise<Ticket> {
    return (await this.get(`tickets/${ticketId}.json`)).content as unknown as Ticket;
  }

  /** The action on the version that the agent sees now. */
  async act(ticketId: string, action: string, body: object = {}, key?: string): Promise<Answer> {
    const { version } = await this.ticket(ticketId);
    return this.post(`tickets/${ticketId}/${action}.json`, { expectedVersion: version, ...body }, key);
  }

  async ids(query: string): Promise<string[]> {
    const { contents } = await this.get(`tickets.json?limit=200&${query}`);
    return contents.map((row) => row.ticketId as string);
  }

  async #call(method: string, path: string, body?: object, key?: string): Promise<Answer> {
    const headers = new Headers({ Authorization: `Bearer ${await this.token()}` });
    if (method !== 'GET') headers.set('Idempotency-Key', key ?? this.nextKey());
    if (body) headers.set('Content-Type', 'application/json');
    const url = `http://desk.test/${this.serviceId}/openapi/v1/console/${path}`;
    const response = await this.app.fetch(new Request(url, { method, headers, body: body && JSON.stringify(body) }));
    const { header, result } = await response.json();
    return { status: response.status, header, result, content: result?.content, contents: result?.contents };
  }
}
