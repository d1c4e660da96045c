import { and, asc, eq, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { BulkCode } from '../../../src/domain/bulk.js';
import type { Database, Tx } from '../db/database.js';
import { jobItems, jobs } from '../db/schema.js';
import { randomHex } from '../random.js';
import { Refusal } from '../refusal.js';
import { applyTo, codeOf } from './bulk/apply.js';
import { findService, findSession, publicService, type ServiceContext } from './context.js';
import { emit } from './events.js';
import { itemsOf, jobKey, type JobRecord } from './jobs.js';

export interface RunnerDeps {
  readonly database: Database;
  readonly now: () => number;
  readonly onError?: (error: unknown) => void;
}

/** A run belongs to the worker that took it for this long after each ticket. */
const lease = 60_000;
/** Tickets of a run before another run has its turn. */
const turn = 20;
/** Least time between two words about how far a run is, in milliseconds. */
const pace = 250;
/** Longest pause after a ticket. */
const longestPause = 50;
/** How long it can be seen what became of a run. */
const kept = 7 * 24 * 3_600_000;

/** Somebody else has the run now, or it was cancelled. */
class NotMine extends Error {}

/**
 * Does the tickets of runs, each in a transaction of its own that also marks it as done: whatever ends a process, no ticket
 * is done twice. Any number of runners may work on one database.
 */
export class JobRunner {
  #deps: RunnerDeps;
  #id = randomHex(8);
  #told = new Map<string, number>();
  #stopped = false;

  constructor(deps: RunnerDeps) {
    this.#deps = deps;
  }

  stop(): void {
    this.#stopped = true;
  }

  /** What is on lease was left by a process that died: there is no other. */
  async freeLeases(): Promise<void> {
    const free = { leaseOwner: null, leaseUntil: null };
    await this.#deps.database.system((tx) => tx.update(jobs).set(free).where(eq(jobs.state, 'running')));
  }

  /** Works until no run is left that nobody else is at. */
  async drain(): Promise<void> {
    while (!this.#stopped) {
      const job = await this.#take();
      if (!job) break;
      await this.#work(job);
    }
  }

  /** Forgets old runs. */
  async forget(): Promise<void> {
    const before = this.#deps.now() - kept;
    await this.#deps.database.system(async (tx) => {
      const old = and(lt(jobs.createdAt, before), ne(jobs.state, 'running'));
      const gone = await tx.delete(jobs).where(old).returning({ serviceId: jobs.serviceId, jobId: jobs.jobId });
      for (const { serviceId, jobId } of gone) await tx.delete(jobItems).where(itemsOf(serviceId, jobId));
    });
  }

  /** Takes the run that waited longest for its turn. */
  #take(): Promise<JobRecord | undefined> {
    const now = this.#deps.now();
    return this.#deps.database.system(async (tx) => {
      const next = tx
        .select({ jobId: jobs.jobId })
        .from(jobs)
        .where(and(eq(jobs.state, 'running'), or(isNull(jobs.leaseUntil), lt(jobs.leaseUntil, now))))
        .orderBy(asc(jobs.turnAt), asc(jobs.createdAt))
        .limit(1)
        .for('update', { skipLocked: true });
      const mine = { leaseOwner: this.#id, leaseUntil: now + lease };
      // Equal to one, not among some: the planner might ask for some more than once, and each time lock another.
      const [taken] = await tx
        .update(jobs)
        .set(mine)
        .where(eq(jobs.jobId, sql`(${next})`))
        .returning();
      return taken;
    });
  }

  /** One turn of a run. */
  async #work(job: JobRecord): Promise<void> {
    try {
      for (let count = 0; count < turn && !this.#stopped; count++) {
        const begun = performance.now();
        if (!(await this.#step(job))) return;
        // A database inside the process has one connection: whoever waits for it has it now.
        const pause = Math.min(performance.now() - begun, longestPause);
        await new Promise((done) => setTimeout(done, pause));
      }
      await this.#giveBack(job);
    } catch (error) {
      // Cancelled, or another worker goes on with it once the lease has run out: that one tells how far it is.
      this.#told.delete(job.jobId);
      if (!(error instanceof NotMine)) this.#deps.onError?.(error);
    }
  }

  async #giveBack({ serviceId, jobId }: JobRecord): Promise<void> {
    // By a clock that goes on within a millisecond, so that turns are fair.
    const free = {
      leaseOwner: null,
      leaseUntil: null,
      turnAt: sql`(extract(epoch from clock_timestamp()) * 1000000)::bigint`,
    };
    const mine = and(jobKey(serviceId, jobId), eq(jobs.leaseOwner, this.#id));
    await this.#deps.database.system((tx) => tx.update(jobs).set(free).where(mine));
  }

  /** Does the next ticket of a run; false when there is none left. */
  async #step(job: JobRecord): Promise<boolean> {
    const { database } = this.#deps;
    const scope = { serviceId: job.serviceId };
    let position: number | undefined;
    try {
      return await database.transaction(scope, async (tx) => {
        await this.#hold(tx, job);
        const item = await nextItem(tx, job);
        if (!item) return this.#end(tx, job);
        position = item.position;
        return this.#do(tx, job, item);
      });
    } catch (error) {
      if (error instanceof NotMine || position === undefined) throw error;
      this.#deps.onError?.(error);
      const failed = position;
      await database.transaction(scope, async (tx) => {
        await this.#hold(tx, job);
        await this.#mark(tx, job, failed, { code: 'failed' });
      });
      return true;
    }
  }

  /** Keeps the run for this transaction: it is cancelled before it or after it. */
  async #hold(tx: Tx, { serviceId, jobId }: JobRecord): Promise<void> {
    const own = and(jobKey(serviceId, jobId), eq(jobs.state, 'running'), eq(jobs.leaseOwner, this.#id));
    const [held] = await tx.select({ jobId: jobs.jobId }).from(jobs).where(own).for('update');
    if (!held) throw new NotMine();
  }

  /** Does one ticket, and writes down what became of it. */
  async #do(tx: Tx, job: JobRecord, { position, ticketId }: Item): Promise<boolean> {
    // Rights are those of this moment, not those of the beginning.
    const session = await findSession(tx, job.serviceId, job.usercode);
    if (!session) return this.#abandon(tx, job);
    const context = { session, now: this.#deps.now(), client: job.client };
    try {
      const mails = await tx.transaction((inner) => applyTo(inner, context, ticketId, job.intent));
      await this.#mark(tx, job, position, { mails });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.#mark(tx, job, position, { code: codeOf(error) });
    }
    return true;
  }

  async #mark(
    tx: Tx,
    job: JobRecord,
    position: number,
    { code = null, mails = 0 }: { code?: BulkCode | null; mails?: number },
  ): Promise<void> {
    const { serviceId, jobId } = job;
    const item = and(itemsOf(serviceId, jobId), eq(jobItems.position, position));
    // One whose commit went through without its answer is done, and stays so.
    const marked = await tx
      .update(jobItems)
      .set({ state: code ? 'failed' : 'done', code })
      .where(and(item, eq(jobItems.state, 'waiting')))
      .returning({ position: jobItems.position });
    if (marked.length === 0) return;
    const counted = code ? { failed: sql`${jobs.failed} + 1` } : { succeeded: sql`${jobs.succeeded} + 1` };
    await tx
      .update(jobs)
      .set({ ...counted, mails: sql`${jobs.mails} + ${mails}`, leaseUntil: this.#deps.now() + lease })
      .where(jobKey(serviceId, jobId));
    await this.#tell(tx, job, false);
  }

  async #end(tx: Tx, job: JobRecord): Promise<false> {
    const over = { state: 'done', finishedAt: this.#deps.now(), leaseOwner: null, leaseUntil: null } as const;
    await tx.update(jobs).set(over).where(jobKey(job.serviceId, job.jobId));
    await this.#tell(tx, job, true);
    return false;
  }

  /** The agent may not work here any more: nothing more is done in that name. */
  async #abandon(tx: Tx, job: JobRecord): Promise<false> {
    const { serviceId, jobId } = job;
    const left = await tx
      .update(jobItems)
      .set({ state: 'failed', code: 'needs_permission' })
      .where(and(itemsOf(serviceId, jobId), eq(jobItems.state, 'waiting')))
      .returning({ position: jobItems.position });
    await tx
      .update(jobs)
      .set({ failed: sql`${jobs.failed} + ${left.length}` })
      .where(jobKey(serviceId, jobId));
    return this.#end(tx, job);
  }

  /** Says how far a run is, not oftener than anybody can look. */
  async #tell(tx: Tx, { serviceId, jobId, usercode }: JobRecord, last: boolean): Promise<void> {
    const now = performance.now();
    if (!last && now - (this.#told.get(jobId) ?? -pace) < pace) return;
    if (last) this.#told.delete(jobId);
    else this.#told.set(jobId, now);
    const service = await findService(tx, serviceId);
    if (!service) return;
    const context: ServiceContext = { service: publicService(service), now: this.#deps.now(), client: 'worker' };
    await emit(tx, context, { topic: 'job', jobId, audience: usercode });
  }
}

type Item = Pick<typeof jobItems.$inferSelect, 'position' | 'ticketId'>;

async function nextItem(tx: Tx, { serviceId, jobId }: JobRecord): Promise<Item | undefined> {
  const [item] = await tx
    .select({ position: jobItems.position, ticketId: jobItems.ticketId })
    .from(jobItems)
    .where(and(itemsOf(serviceId, jobId), eq(jobItems.state, 'waiting')))
    .orderBy(asc(jobItems.position))
    .limit(1);
  return item;
}
