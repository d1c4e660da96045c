import { and, asc, eq, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
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

/** Longest time that one effect may take; after it another worker may try. */
const lease = 60_000;
/** Pauses between tries; the last one is repeated. */
const backOff = [1, 5, 30, 120, 600].map((seconds) => seconds * 1000);
const batch = 10;
const idle = 1_000;
const cleaningEvery = 10 * 60_000;

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

  /** Finishes what is under way and stops. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
    await this.#unlisten?.();
  }

  /** Does everything that is due now; answers with the number of tries. */
  async drain(): Promise<number> {
    let tries = 0;
    for (;;) {
      const entries = await this.#take();
      if (entries.length === 0) return tries;
      for (const entry of entries) await this.#do(entry);
      tries += entries.length;
    }
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

  /** Takes some due entries for itself. An entry whose taker died is free again when its lease is over. */
  #take(): Promise<Entry[]> {
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
        .limit(batch)
        .for('update', { skipLocked: true });
      return tx
        .update(outbox)
        .set({ leaseUntil: now + lease, attempts: sql`${outbox.attempts} + 1` })
        .where(inArray(outbox.id, due))
        .returning();
    });
  }

  async #do(entry: Entry): Promise<void> {
    const { database, mail, now } = this.#deps;
    try {
      await this.#finish(entry, await deliverMail(database, mail, entry.serviceId, entry.key, now, entry.attempts));
    } catch (error) {
      // The database is away: the lease runs out and the entry is tried again.
      this.#deps.onError?.(error);
    }
  }

  async #finish(entry: Entry, delivery: Delivery): Promise<void> {
    const again = delivery.outcome === 'later';
    const pause = backOff[Math.min(entry.attempts, backOff.length) - 1] ?? 0;
    await this.#deps.database.system((tx) =>
      tx
        .update(outbox)
        .set({
          state: again ? 'waiting' : delivery.outcome,
          leaseUntil: null,
          error: delivery.answer,
          ...(again && { dueAt: this.#deps.now() + pause }),
        })
        .where(and(eq(outbox.serviceId, entry.serviceId), eq(outbox.id, entry.id))),
    );
  }

  /** Forgets first answers and live events that nobody can ask for any more. */
  async #clean(): Promise<void> {
    const now = this.#deps.now();
    if (now < this.#cleanAt) return;
    this.#cleanAt = now + cleaningEvery;
    await this.#deps.database.system(async (tx) => {
      await tx.delete(idempotency).where(lt(idempotency.createdAt, now - idempotencyLifetime));
      await pruneLog(tx, now);
    });
  }
}
