import { and, eq } from 'drizzle-orm';
import type { Database } from '../../../demo/server/db/database.js';
import { tickets } from '../../../demo/server/db/schema.js';
import { findService, publicService } from '../../../demo/server/services/context.js';
import { sanitiseBody } from '../../../demo/server/services/sanitise.js';
import { createTicket, type NewTicket } from '../../../demo/server/services/tickets/create.js';
import type { TicketRecord } from '../../../demo/server/services/tickets/wire.js';
import type { Ticket } from '../../../src/domain/types.js';
import type { Answer as Received, Caller, ServiceId } from '../support/caller.js';
import { startServer, type TestServer } from '../support/server.js';

/** An envelope, taken apart. */
export interface Answer {
  readonly status: number;
  readonly header: { resultCode: number; resultMessage: string; isSuccessful: boolean };
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

/** A running server without tickets, and what brings tickets into the state that a test needs. */
export class Desk {
  readonly #server: TestServer;

  private constructor(server: TestServer) {
    this.#server = server;
  }

  static async open(): Promise<Desk> {
    return new Desk(await startServer());
  }

  /** On a server that a test has started itself. */
  static on(server: TestServer): Desk {
    return new Desk(server);
  }

  get database(): Database {
    return this.#server.database;
  }

  get now(): number {
    return this.#server.clock.now;
  }

  get errors(): readonly unknown[] {
    return this.#server.errors;
  }

  advance(milliseconds: number): void {
    this.#server.clock.advance(milliseconds);
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  as(usercode: string, serviceId: ServiceId = 'demo'): Client {
    return new Client(() => this.#server.as(usercode, serviceId));
  }

  /** The same agent's page, for calls that need more than a path and a body. */
  caller(usercode: string, serviceId: ServiceId = 'demo'): Promise<Caller> {
    return this.#server.as(usercode, serviceId);
  }

  /** Lets a ticket come in, and puts it where a test needs it. */
  async add(
    more: Partial<NewTicket> = {},
    state: Partial<TicketRecord> = {},
    serviceId: ServiceId = 'demo',
  ): Promise<string> {
    return this.database.transaction({ serviceId }, async (tx) => {
      const service = await findService(tx, serviceId);
      if (!service) throw new Error(`No service ${serviceId}`);
      const context = { service: publicService(service), now: this.now, client: 'test' };
      const { ticketId } = await createTicket(tx, context, {
        channel: 'mail',
        subject: '배송 문의',
        body: sanitiseBody({ text: '언제 오나요?' }),
        customer: { name: '한지우', email: 'jiwoo@customer.example' },
        ...more,
      });
      if (Object.keys(state).length > 0) {
        const one = and(eq(tickets.serviceId, serviceId), eq(tickets.ticketId, ticketId));
        await tx.update(tickets).set(state).where(one);
      }
      return ticketId;
    });
  }
}

/** Calls of one agent. Paths are below the console's base. */
export class Client {
  readonly #caller: () => Promise<Caller>;

  constructor(caller: () => Promise<Caller>) {
    this.#caller = caller;
  }

  async get(path: string): Promise<Answer> {
    return answerOf(await (await this.#caller()).get(`/${path}`));
  }

  async post(path: string, body: object, key?: string): Promise<Answer> {
    return answerOf(await (await this.#caller()).post(`/${path}`, body, { key }));
  }

  async put(path: string, body?: object): Promise<Answer> {
    return answerOf(await (await this.#caller()).put(`/${path}`, body));
  }

  async patch(path: string, body: object): Promise<Answer> {
    return answerOf(await (await this.#caller()).patch(`/${path}`, body));
  }

  async delete(path: string, body?: object, key?: string): Promise<Answer> {
    return answerOf(await (await this.#caller()).delete(`/${path}`, body, { key }));
  }

  async ticket(ticketId: string): Promise<Ticket> {
    return (await this.get(`tickets/${ticketId}.json`)).content as unknown as Ticket;
  }

  /** The action on the version that the agent sees now. */
  async act(ticketId: string, action: string, body: object = {}): Promise<Answer> {
    const { version } = await this.ticket(ticketId);
    return this.post(`tickets/${ticketId}/${action}.json`, { expectedVersion: version, ...body });
  }

  async ids(query: string): Promise<string[]> {
    const { contents } = await this.get(`tickets.json?limit=200&${query}`);
    return contents.map((row) => row.ticketId as string);
  }
}

function answerOf({ status, body }: Received): Answer {
  const { header, result } = body;
  return { status, header, result, content: result?.content, contents: result?.contents };
}
