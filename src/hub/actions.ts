import type { Api, Intention } from '../api/api.js';
import type { WorkApi } from '../api/work-api.js';
import { isDraftEnded } from '../base/desk-error.js';
import type { Task } from '../base/hub-context.js';
import type { Action, Session, Settings, Ticket, TicketRow } from '../domain/types.js';
import type * as requests from '../events/requests.js';
import type { Drafts } from './drafts.js';
import { newKey } from '../util/key.js';
import { insist, isSettled } from './insist.js';
import { isTicket } from './is-ticket.js';
import { asDeskError } from './load.js';
import { plainOf } from './overlays.js';
import { predict, type Details } from './predict.js';
import type { Tickets } from './tickets.js';
import { UnsentAnswers } from './unsent.js';
import type { Work } from './work.js';

export interface ActionsOptions {
  readonly api: WorkApi & Pick<Api, 'ticket'>;
  readonly tickets: Tickets;
  readonly work: Work;
  readonly serviceId: string;
  session(): Promise<Session>;
  settings(): Settings | undefined;
  drafts(): Promise<Drafts>;
  serverNow(): number;
  /** Ends when another agent takes over. */
  signal(): AbortSignal;
  /** Milliseconds before an action of unknown outcome is sent again. */
  readonly pause?: (attempt: number) => number;
}

/** Who asked, and how often the same thing may be sent. */
type By = Intention & { readonly signal: AbortSignal; readonly session: Session };

type Expected = (row: TicketRow, session: Session) => Partial<TicketRow> | null;

/** One action in the queue of its ticket. */
interface Turn {
  readonly id: string;
  readonly ticketId: string;
  /** What its expected change lies over the ticket for. */
  readonly by: unknown;
  /** Ends when the agent who asked is no longer at work. */
  readonly signal: AbortSignal;
  readonly session: Promise<Session>;
  readonly expected: Expected;
  call(row: TicketRow, by: By): Promise<Ticket | null>;
}

/** Does what agents ask for: shown at once, sent with one key until the outcome is known, taken back when refused. */
export class Actions {
  readonly #queues = new Map<string, Promise<void>>();
  readonly #unsent = new UnsentAnswers();

  constructor(private readonly options: ActionsOptions) {}

  claim({ ticketId, groupId }: requests.TicketClaimRequest): void {
    this.#run(ticketId, 'claim', { groupId }, (row, by) => this.options.api.claim(ticketId, row.version, groupId, by));
  }

  forward({ ticketId, groupId, usercode }: requests.TicketForwardRequest): void {
    const agents = this.options.settings()?.groups.flatMap((group) => group.agents) ?? [];
    const assignee = agents.find((agent) => agent.usercode === usercode);
    this.#run(ticketId, 'forward', { assignee }, (row, by) =>
      this.options.api.forward(ticketId, row.version, { groupId, usercode }, by),
    );
  }

  star({ ticketId, starred }: requests.TicketStarRequest): void {
    const shown = () => ({ starred });
    this.#enqueue(ticketId, 'star', shown, (_row, by) => this.options.api.change(ticketId, undefined, { starred }, by));
  }

  edit(request: requests.TicketEditRequest): void {
    const { ticketId, change, options } = request;
    const { customer: facts } = change;
    const values = plainOf(change);
    // Who the customer of a ticket without one becomes only the server knows.
    const shown = ({ customer }: TicketRow): Partial<TicketRow> =>
      facts && customer
        ? { ...values, customer: { ...customer, ...facts, name: facts.name ?? customer.name } }
        : values;
    this.#enqueue(
      ticketId,
      nameOf(change),
      shown,
      (row, by) => this.options.api.change(ticketId, options.version ?? row.version, change, by),
      { id: options.id, by: request },
    );
  }

  administer({ ticketId, action }: requests.TicketAdminRequest): void {
    const { api, tickets } = this.options;
    this.#run(ticketId, action, {}, async (row, by) => {
      if (action !== 'delete') return api[action](ticketId, row.version, by);
      await api.remove(ticketId, row.version, by);
      tickets.drop(ticketId);
      return null;
    });
  }

  process({ ticketId, intent }: requests.TicketProcessRequest): void {
    if (this.options.work.isRunning(ticketId, intent.action)) return;
    this.#run(ticketId, intent.action, { reason: intent.reason }, async (row, { signal, session }) => {
      const owner = `${this.options.serviceId}/${session.agent.usercode}`;
      const drafts = await this.options.drafts();
      const draftSeq = await drafts.rest(ticketId);
      if (drafts.takeEnd(ticketId)) this.#unsent.done(owner, ticketId);
      const unsent = await this.#unsent.of(owner, ticketId, JSON.stringify(intent), { version: row.version, draftSeq });
      try {
        const { ticket } = await this.options.api.process(
          ticketId,
          unsent.version,
          { ...intent, draftSeq: unsent.draftSeq },
          { key: unsent.key, signal },
        );
        this.#unsent.done(owner, ticketId);
        drafts.end(ticketId);
        return ticket;
      } catch (error) {
        const refusal = asDeskError(error);
        if (isSettled(refusal)) this.#unsent.done(owner, ticketId);
        drafts.wake(ticketId);
        if (isDraftEnded(refusal)) drafts.renew(ticketId);
        throw error;
      }
    });
  }

  #run(
    ticketId: string,
    action: Action,
    details: Omit<Details, 'now'>,
    call: (row: TicketRow, by: By) => Promise<Ticket | null>,
  ): void {
    if (this.options.work.isRunning(ticketId, action)) return;
    const now = this.options.serverNow();
    const expected = (row: TicketRow, session: Session) => predict(row, action, session, { ...details, now });
    this.#enqueue(ticketId, action, expected, call);
  }

  /** One action after the other for each ticket; other tickets do not wait. */
  #enqueue(
    ticketId: string,
    action: Task['action'],
    expected: Expected,
    call: (row: TicketRow, by: By) => Promise<Ticket | null>,
    names: { readonly id?: string; readonly by?: unknown } = {},
  ): void {
    const { id = newKey(), by = id } = names;
    this.options.work.begin(id, ticketId, action);
    // Who asks now is who does it: when its turn comes, another agent may be at work.
    const signal = this.options.signal();
    const session = this.options.session();
    session.catch(() => undefined);
    const before = this.#queues.get(ticketId) ?? Promise.resolve();
    const after = before.then(() => this.#do({ id, ticketId, by, signal, session, expected, call }));
    this.#queues.set(ticketId, after);
    void after.finally(() => {
      if (this.#queues.get(ticketId) === after) this.#queues.delete(ticketId);
    });
  }

  async #do({ id, ticketId, by, signal, session, expected, call }: Turn): Promise<void> {
    const { api, tickets, work } = this.options;
    if (signal.aborted) return;
    try {
      const asking = await session;
      const row = tickets.known(ticketId) ?? (await api.ticket(ticketId, signal));
      const change = expected(row, asking);
      if (change) tickets.expect(ticketId, by, change);
      const ticket = await insist(() => call(row, { key: id, signal, session: asking }), signal, this.options.pause);
      if (signal.aborted) return;
      tickets.expect(ticketId, by, null);
      if (ticket) tickets.accept(ticket);
      work.end(id);
    } catch (error) {
      if (signal.aborted) return;
      tickets.expect(ticketId, by, null);
      const refusal = asDeskError(error);
      if (isTicket(refusal.details.content)) tickets.accept(refusal.details.content);
      work.fail(id, refusal);
    }
  }
}

function nameOf({ customer, fields, categoryId, priority }: requests.TicketEditRequest['change']): Task['action'] {
  if (fields || categoryId !== undefined) return 'fields';
  if (customer) return 'customer';
  return priority === undefined ? 'handling_type' : 'priority';
}
