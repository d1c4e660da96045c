import { and, asc, eq, inArray, isNull, lt, lte, ne, or, sql } from 'drizzle-orm';
import type { Database } from '../db/database.js';
import { idempotency, outbox } from '../db/schema.js';
import type { MailPort } from '../ports/mail.js';
import { pruneLog } from './event-log.js';
import { idempotencyLifetime } from './idempotency.js';
import { deliverMail, type Delivery } from './mail-delivery.js';
import { outboxChannel } from './outbox.js';
import { TallyKeeper } from './tickets/tally-keeper.js';

export interface WorkerDeps {
  readonly database: Database;
  readonly mail: MailPort;
  readonly now: () => number;
  /** No other process works on this database: what is on lease at the start was left by one that died. */
  readonly alone?: boolean;
  readonly onError?: (error: unknown) => void;
}

/** An entry belongs to the worker that took it for this long, and longer while that one says that it is at it. */
const lease = 60_000;
const renewedEvery = 20_000;
/** How long `stop` waits for what is under way. */
const farewell = 10_000;
/** Pauses between tries; the last one is repeated. */
const backOff = [1, 5, 30, 120, 600, 1800].map((seconds) => seconds * 1000);
const idle = 1_000;
const cleaningEvery = 10 * 60_000;
/** How long it can be seen what became of an entry. */
const kept = 7 * 24 * 3_600_000;

type Entry = typeof outbox.$inferSelect;

/** Does what the outbox says, once each. Any number of workers may run on one database. */
export class Worker {
  #deps: WorkerDeps;
  #tallies: TallyKeeper;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #unlisten: (() => Promise<void>) | undefined;
  #stopped = false;
  #cleanAt = 0;

  constructor(deps: WorkerDeps) {
    this.#deps = deps;
    this.#tallies = new TallyKeeper(deps);
  }

  async start(): Promise<void> {
    if (this.#deps.alone) await this.#freeLeases();
    this.#unlisten = await this.#deps.database.listen(outboxChannel, () => this.#soon(0));
    this.#soon(0);
  }

  /** Finishes what is under way, if it comes to an end, and stops. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const waited = new Promise<void>((done) => (waiting = setTimeout(done, farewell)));
    await Promise.race([this.#running, waited]);
    clearTimeout(waiting);
    await this.#unlisten?.();
  }

  /** Does everything that is due now; answers with the number of tries. */
  async drain(): Promise<number> {
    let tries = 0;
    while (!this.#stopped) {
      const entry = await this.#take();
      if (!entry) break;
      await this.#do(entry);
      tries += 1;
    }
    return tries;
  }

  #soon(milliseconds: number): void {
    if (this.#stopped || this.#running) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#running = this.#round().finally(() => {
        this.#running = undefined;
        this.#soon(idle);
      });
    }, milliseconds);
  }

  async #round(): Promise<void> {
    try {
      await this.drain();
      await this.#tallies.round();
      await this.#clean();
    } catch (error) {
      this.#deps.onError?.(error);
    }
  }

  async #freeLeases(): Promise<void> {
    await this.#deps.database.system((tx) =>
      tx.update(outbox).set({ leaseUntil: null }).where(eq(outbox.state, 'waiting')),
    );
  }

  /** Takes a due entry for itself. One whose taker died is free again when its lease is over. */
  #take(): Promise<Entry | undefined> {
    const now = this.#deps.now();
    return this.#deps.database.system(async (tx) => {
      const due = tx
        .select({ id: outbox.id })
        .from(outbox)
        .where(
          and(
            eq(outbox.state, 'waiting'),
            lte(outbox.dueAt, now),
            or(isNull(outbox.leaseUntil), lt(outbox.leaseUntil, now)),
          ),
        )
        .orderBy(asc(outbox.dueAt))
        .limit(1)
        .for('update', { skipLocked: true });
      const [taken] = await tx
        .update(outbox)
        .set({ leaseUntil: now + lease, attempts: sql`${outbox.attempts} + 1` })
        .where(inArray(outbox.id, due))
        .returning();
      return taken;
    });
  }

  async #do(entry: Entry): Promise<void> {
    const { database, mail, now } = this.#deps;
    const renewing = setInterval(() => void this.#renew(entry), renewedEvery);
    try {
      await this.#finish(entry, await deliverMail(database, mail, entry.serviceId, entry.key, now));
    } catch (error) {
      // The database is away: the lease runs out and the entry is tried again.
      this.#deps.onError?.(error);
    } finally {
      clearInterval(renewing);
    }
  }

  async #renew(entry: Entry): Promise<void> {
    await this.#update(entry, { leaseUntil: this.#deps.now() + lease }).catch((error) => this.#deps.onError?.(error));
  }

  async #finish(entry: Entry, { outcome, answer }: Delivery): Promise<void> {
    const again = outcome === 'later';
    const pause = backOff[Math.min(entry.attempts, backOff.length) - 1] ?? 0;
    await this.#update(entry, {
      state: again ? 'waiting' : outcome,
      leaseUntil: null,
      error: answer,
      ...(again && { dueAt: this.#deps.now() + pause }),
    });
  }

  /** Changes an entry that is still this worker's: whoever takes it counts a try. */
  async #update({ serviceId, id, attempts }: Entry, set: Partial<Entry>): Promise<void> {
    const own = and(
      eq(outbox.serviceId, serviceId),
      eq(outbox.id, id),
      eq(outbox.attempts, attempts),
      eq(outbox.state, 'waiting'),
    );
    await this.#deps.database.system((tx) => tx.update(outbox).set(set).where(own));
  }

  /** Forgets first answers and live events that nobody can ask for any more, and what left long ago. */
  async #clean(): Promise<void> {
    const now = this.#deps.now();
    if (now < this.#cleanAt) return;
    this.#cleanAt = now + cleaningEvery;
    await this.#deps.database.system(async (tx) => {
      await tx.delete(idempotency).where(lt(idempotency.createdAt, now - idempotencyLifetime));
      await tx.delete(outbox).where(and(ne(outbox.state, 'waiting'), lt(outbox.dueAt, now - kept)));
      await pruneLog(tx, now);
    });
  }
}
