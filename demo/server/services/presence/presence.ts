import { sql } from 'drizzle-orm';
import { beatInterval, type Beat, type TicketPresence } from '../../../../src/domain/presence.js';
import type { Database, Tx } from '../../db/database.js';
import { serviceOf, type AgentContext } from '../context.js';
import { requireTicket } from '../tickets/load.js';
import { PresenceBook, type AgentBeat } from './presence-book.js';

/** On which processes tell each other what their pages tell them. */
const presenceChannel = 'desk_presence';
/** How often pages are looked for of which nothing is heard any more, in milliseconds. */
const sweepInterval = 1_000;
/** What happens within so many milliseconds is told at once. */
const gathering = 100;
/** So long after a process began to hear the others every page in sight was heard once, its way included. */
const wholeRound = beatInterval + 1_000;
/** A notice has room for 8,000 bytes. */
const longestName = 200;

/** Hears of tickets whose viewers are others now. */
type Follower = (serviceId: string, changed: readonly TicketPresence[]) => void;

interface Told extends AgentBeat {
  readonly serviceId: string;
}

/** Tells every process what a page of an agent shows. Written nowhere: who is told keeps it in memory. */
export async function tellPresence(tx: Tx, context: AgentContext, beat: Beat): Promise<void> {
  if (beat.ticketId !== null) await requireTicket(tx, context, beat.ticketId);
  const { usercode, name } = context.session.agent;
  const told: Told = { ...beat, serviceId: serviceOf(context), usercode, name: name.slice(0, longestName) };
  await tx.execute(sql`select pg_notify(${presenceChannel}, ${JSON.stringify(told)})`);
}

/**
 * Who has which ticket open, as all processes tell each other. Each has the whole in its memory, and one that comes later
 * knows it after the next round of beats.
 */
export class Presence {
  readonly #database: Database;
  readonly #now: () => number;
  readonly #books = new Map<string, PresenceBook>();
  readonly #changed = new Map<string, Set<string>>();
  readonly #followers: Follower[] = [];
  #listening: Promise<() => Promise<void>> | undefined;
  #knownFrom = Infinity;
  #sweeping: ReturnType<typeof setInterval> | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  /** Begins to hear the others. */
  async start(): Promise<void> {
    this.#listening ??= this.#database
      .listen(presenceChannel, (payload) => this.#hear(payload))
      .then((stop) => {
        this.#beginRound();
        return stop;
      })
      .catch((error: unknown) => {
        this.#listening = undefined;
        throw error;
      });
    await this.#listening;
  }

  follow(follower: Follower): void {
    this.#followers.push(follower);
  }

  /** Whether every page in sight had its turn to be heard: who was not heard before that may be there all the same. */
  get isWhole(): boolean {
    return this.#now() >= this.#knownFrom;
  }

  /** Everything that is known of a service. */
  all(serviceId: string): readonly TicketPresence[] {
    return this.#books.get(serviceId)?.all() ?? [];
  }

  async close(): Promise<void> {
    clearInterval(this.#sweeping);
    clearTimeout(this.#telling);
    this.#books.clear();
    const stop = await this.#listening?.catch(() => undefined);
    await stop?.();
  }

  #hear(payload: string): void {
    // Empty where notices may have been missed: the next beats say it all again.
    if (!payload) return this.#beginRound();
    const { serviceId, ...beat } = JSON.parse(payload) as Told;
    const book = this.#books.get(serviceId) ?? new PresenceBook();
    this.#books.set(serviceId, book);
    this.#tell(serviceId, book.hear(beat, this.#now()));
    this.#sweeping ??= setInterval(() => this.#sweep(), sweepInterval);
  }

  #beginRound(): void {
    this.#knownFrom = this.#now() + wholeRound;
  }

  #sweep(): void {
    for (const [serviceId, book] of this.#books) {
      this.#tell(serviceId, book.sweep(this.#now()));
      if (book.isEmpty) this.#books.delete(serviceId);
    }
    if (this.#books.size > 0) return;
    clearInterval(this.#sweeping);
    this.#sweeping = undefined;
  }

  #tell(serviceId: string, ticketIds: readonly string[]): void {
    if (ticketIds.length === 0) return;
    const waiting = this.#changed.get(serviceId) ?? new Set();
    this.#changed.set(serviceId, waiting);
    for (const ticketId of ticketIds) waiting.add(ticketId);
    this.#telling ??= setTimeout(() => this.#tellAll(), gathering);
  }

  #tellAll(): void {
    this.#telling = undefined;
    for (const [serviceId, ticketIds] of this.#changed) {
      const book = this.#books.get(serviceId) ?? new PresenceBook();
      const changed = [...ticketIds].map((ticketId) => book.of(ticketId));
      for (const follower of this.#followers) follower(serviceId, changed);
    }
    this.#changed.clear();
  }
}
