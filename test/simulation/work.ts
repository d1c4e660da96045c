import type { App } from '../../demo/server/app.js';
import { findService, publicService } from '../../demo/server/services/context.js';
import { sanitiseBody } from '../../demo/server/services/sanitise.js';
import { createTicket } from '../../demo/server/services/tickets/create.js';
import { customerWrites } from '../../demo/server/services/tickets/reinquiry.js';
import type { Database } from '../../demo/server/db/database.js';
import { priorities, views, type Action, type Ticket, type TicketRow, type View } from '../../src/domain/types.js';
import type { Dice } from '../server/tickets/dice.js';

export interface WorkParts {
  readonly app: App;
  readonly database: Database;
  readonly now: () => number;
  /** Agents to whom tickets are given. */
  readonly usercodes: readonly string[];
}

/** What an agent did, or tried; refusals are part of the day. */
export interface Done {
  readonly what: string;
  readonly status: number;
}

const base = 'http://desk.test/demo/openapi/v1/console/';
const customer = { name: '한지우', email: 'jiwoo@customer.example' };
/** With fewer tickets customers write. */
const fewest = 1;
let keys = 0;

/** An agent who does whatever is allowed at the moment, at random. */
export class Agent {
  constructor(
    readonly usercode: string,
    private readonly parts: WorkParts,
    private readonly random: Dice,
  ) {}

  async step(): Promise<Done> {
    const { random } = this;
    const chance = random.upTo(100);
    if (chance < 8) return this.#comes();
    const found = await this.#list(random.pick(views));
    const rows = found.length > 0 ? found : await this.#list('all');
    if (rows.length < fewest) return this.#comes();
    const row = random.pick(rows);
    if (chance < 18) return this.#writes(row);
    if (chance < 22) return this.#promises(row);
    if (chance < 25) return this.#bulk(rows);
    const action = random.pick(row.actions.filter((one) => one !== 'delete' || random.chance(0.3)));
    return action
      ? this.#act(row, action)
      : this.#call('PATCH', `tickets/${row.ticketId}.json`, { starred: !row.starred });
  }

  async #list(view: View): Promise<readonly TicketRow[]> {
    const { body } = await this.#call('GET', `tickets.json?view=${view}&limit=30`);
    return (body as readonly TicketRow[] | null) ?? [];
  }

  async #act({ ticketId, version, starred }: TicketRow, action: Action): Promise<Done> {
    const { random } = this;
    const expectedVersion = version;
    const path = `tickets/${ticketId}`;
    const text = `<p>${action}</p>`;
    switch (action) {
      case 'claim':
        return this.#call('POST', `${path}/claim.json`, { expectedVersion, groupId: 1 });
      case 'forward':
        return this.#call('POST', `${path}/forward.json`, {
          expectedVersion,
          groupId: 1,
          usercode: random.pick(this.parts.usercodes),
        });
      case 'resolve':
      case 'hold':
      case 'comment':
        return this.#call('POST', `${path}/process.json`, { action, expectedVersion, html: text, confirmed: true });
      case 'internal':
        return this.#call('POST', `${path}/process.json`, {
          action,
          expectedVersion,
          html: text,
          reason: random.pick(['spam', 'test', 'other']),
        });
      case 'complete':
      case 'restore':
        return this.#call('POST', `${path}/${action}.json`, { expectedVersion });
      case 'delete':
        return this.#call('DELETE', `${path}.json`, { expectedVersion });
      case 'transfer_issue':
        return this.#transfer(ticketId);
      case 'edit':
        return this.#call('PATCH', `${path}.json`, { expectedVersion, priority: random.pick(priorities) });
      default:
        return this.#call('PATCH', `${path}.json`, { starred: !starred });
    }
  }

  async #transfer(ticketId: string): Promise<Done> {
    const targets = (await this.#call('GET', 'transfer/targets.json')).body as {
      issue?: { submissionTypes: { id: number }[] }[];
    } | null;
    return this.#call('POST', `tickets/${ticketId}/transfer/issue.json`, {
      service: 'demoissue',
      categoryId: targets?.issue?.[0]?.submissionTypes[0]?.id ?? 0,
      subject: 'transfer',
      content: '<p>transfer</p>',
      fields: {},
      attachments: [],
    });
  }

  async #promises({ ticketId }: TicketRow): Promise<Done> {
    const at = this.parts.now() + 60_000 * (1 + this.random.upTo(60));
    const made = await this.#call('POST', `tickets/${ticketId}/callbacks.json`, { at, phone: '010-1234-5678' });
    const call = made.body as { callId?: string | number; version?: number } | null;
    if (made.status >= 300 || this.random.chance(0.5)) return made;
    const state = this.random.pick(['done', 'cancelled']);
    return this.#call('PATCH', `callbacks/${call?.callId}.json`, { state, version: call?.version });
  }

  #bulk(rows: readonly TicketRow[]): Promise<Done> {
    const ids = [...new Set([0, 1, 2].map(() => this.random.pick(rows).ticketId))];
    return this.#call('POST', 'tickets/bulk.json', { ids, action: 'star', starred: true });
  }

  /** A new customer writes. */
  async #comes(): Promise<Done> {
    await this.#inService((tx, context) =>
      createTicket(tx, context, {
        channel: this.random.pick(['mail', 'web', 'phone'] as const),
        subject: `문의 ${++keys}`,
        body: sanitiseBody({ text: '언제 오나요?' }),
        customer,
      }),
    );
    return { what: 'a customer writes', status: 201 };
  }

  /** The customer of a ticket writes again. */
  async #writes({ ticketId }: Pick<Ticket, 'ticketId'>): Promise<Done> {
    const message = {
      ticketId,
      body: sanitiseBody({ text: '아직인가요?' }),
      author: customer,
      channel: 'mail' as const,
    };
    // It may be gone by now.
    const isThere = await this.#inService((tx, context) => customerWrites(tx, context, message)).catch(() => null);
    return { what: 'a customer writes again', status: isThere ? 201 : 404 };
  }

  #inService<T>(
    work: (tx: Parameters<typeof createTicket>[0], context: Parameters<typeof createTicket>[1]) => Promise<T>,
  ): Promise<T> {
    return this.parts.database.transaction({ serviceId: 'demo' }, async (tx) => {
      const service = await findService(tx, 'demo');
      if (!service) throw new Error('The service is missing.');
      return work(tx, { service: publicService(service), now: this.parts.now(), client: 'simulation' });
    });
  }

  async #call(method: string, path: string, body?: object): Promise<Done & { readonly body: unknown }> {
    const { token } = await this.parts.app.tokens.mint('demo', this.usercode, this.parts.now());
    const headers = {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': `simulation-${++keys}`,
    };
    const request = new Request(base + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const response = await this.parts.app.fetch(request);
    const { result } = (await response.json()) as { result?: { content?: unknown; contents?: unknown } };
    const what = `${method} ${path.replace(/T\d{13}\w{5}/, '{id}').replace(/\?.*|\/\d+/, '')}`;
    return { what, status: response.status, body: result?.content ?? result?.contents ?? null };
  }
}
