import { lt } from 'drizzle-orm';
import type { Database } from '../db/database.js';
import { idempotency } from '../db/schema.js';
import type { CallbackPort } from '../ports/callback.js';
import type { DoorayPort } from '../ports/dooray.js';
import type { MailPort } from '../ports/mail.js';
import type { SmsPort } from '../ports/sms.js';
import type { Vault } from '../vault/vault.js';
import { renameTypes } from './admin/renamed-types.js';
import { addViews } from './articles/views.js';
import { pruneAudit } from './audit.js';
import { tellDueCalls } from './calls/due.js';
import type { DoorayTimeouts } from './dooray/client.js';
import { pruneLog } from './event-log.js';
import { idempotencyLifetime } from './idempotency.js';
import { DooraySweep } from './dooray/sweep.js';
import { doorayChannel } from './dooray/sync-due.js';
import { JobRunner } from './job-runner.js';
import { jobChannel } from './jobs.js';
import { VaultKeeper } from './masks/vault-keeper.js';
import { outboxChannel, outboxKinds } from './outbox.js';
import { OutboxQueue } from './outbox-queue.js';
import { Rounds } from './rounds.js';
import { TallyKeeper } from './tickets/tally-keeper.js';
import { forgetInquiries } from './open/spam-limits.js';
import { forgetSignatures } from './open/signed-calls.js';
import { forgetUploads } from './uploads.js';

export interface WorkerDeps {
  readonly database: Database;
  readonly mail: MailPort;
  /** Takes text messages; without it none can be sent. */
  readonly sms?: SmsPort;
  /** Milliseconds for which their carrier is waited for, instead of the usual ones. */
  readonly smsPatience?: number;
  /** Calls other servers; without it nobody is called. */
  readonly callbacks?: CallbackPort;
  /** Keeps what was masked. */
  readonly vault?: Vault;
  /** The line to Dooray!; without it nothing gets there. */
  readonly dooray?: DoorayPort;
  /** Longest waits for its answers, instead of the usual ones. */
  readonly doorayTimeouts?: DoorayTimeouts;
  readonly now: () => number;
  /** No other process works on this database: what is on lease at the start was left by one that died. */
  readonly alone?: boolean;
  /** Milliseconds after which a mail or a call that comes to no end is given up. */
  readonly longestTry?: number;
  readonly onError?: (error: unknown) => void;
}

const cleaningEvery = 10 * 60_000;

/**
 * Does what no request waits for: mails, calls of other servers, runs over many tickets, kept figures. Each kind has rounds
 * of its own, so that neither a long run nor a slow server holds a mail back. Any number of workers may run on one database.
 */
export class Worker {
  #deps: WorkerDeps;
  #queues: readonly OutboxQueue[];
  #jobs: JobRunner;
  #tallies: TallyKeeper;
  #keeper: VaultKeeper;
  #sweep: DooraySweep;
  #rounds: {
    readonly queues: readonly Rounds[];
    readonly jobs: Rounds;
    readonly vault: Rounds;
    readonly dooray: Rounds;
    readonly calls: Rounds;
    readonly upkeep: Rounds;
  };
  #unlisten: (() => Promise<void>)[] = [];
  #cleanAt = 0;

  constructor(deps: WorkerDeps) {
    this.#deps = deps;
    this.#queues = outboxKinds.map((kind) => new OutboxQueue(deps, kind));
    this.#jobs = new JobRunner(deps);
    this.#tallies = new TallyKeeper(deps);
    this.#keeper = new VaultKeeper(deps);
    this.#sweep = new DooraySweep(deps);
    this.#rounds = {
      queues: this.#queues.flatMap(({ lanes }) => lanes.map((work) => new Rounds(work, deps.onError))),
      jobs: new Rounds(() => this.#jobs.drain(), deps.onError),
      vault: new Rounds(() => this.#keeper.drain(), deps.onError),
      dooray: new Rounds(() => this.#sweep.drain(), deps.onError),
      calls: new Rounds(() => tellDueCalls(deps.database, deps.now(), deps.onError), deps.onError),
      upkeep: new Rounds(() => this.#keepUp(), deps.onError),
    };
  }

  async start(): Promise<void> {
    if (this.#deps.alone) {
      for (const queue of this.#queues) await queue.freeLeases();
      await this.#jobs.freeLeases();
      await this.#sweep.freeLeases();
    }
    const { queues, jobs, vault, dooray, calls, upkeep } = this.#rounds;
    const { database } = this.#deps;
    const wakeQueues = (): void => queues.forEach((rounds) => rounds.wake());
    this.#unlisten.push(await database.listen(outboxChannel, wakeQueues));
    this.#unlisten.push(await database.listen(jobChannel, () => jobs.wake()));
    if (this.#deps.dooray) this.#unlisten.push(await database.listen(doorayChannel, () => dooray.wake()));
    wakeQueues();
    jobs.wake();
    if (this.#deps.vault) vault.wake();
    if (this.#deps.dooray) dooray.wake();
    calls.wake();
    upkeep.wake();
  }

  /** Finishes what is under way, if it comes to an end, and stops. */
  async stop(): Promise<void> {
    for (const queue of this.#queues) queue.stop();
    this.#jobs.stop();
    this.#sweep.stop();
    const { queues, jobs, vault, dooray, calls, upkeep } = this.#rounds;
    await Promise.all([...queues, jobs, vault, dooray, calls, upkeep].map((rounds) => rounds.stop()));
    for (const unlisten of this.#unlisten) await unlisten();
  }

  /** Does everything of the outbox that is due now; answers with the number of tries. */
  async drain(): Promise<number> {
    const tries = await Promise.all(this.#queues.map((queue) => queue.drain()));
    return tries.reduce((sum, some) => sum + some, 0);
  }

  /** Works until no run is left to be worked at. */
  runJobs(): Promise<void> {
    return this.#jobs.drain();
  }

  /** Tells the vault everything that the tickets wrote down for it. */
  keepVault(): Promise<void> {
    return this.#keeper.drain();
  }

  /** Reads the tasks of Dooray! that are due; answers with how many. */
  readTasks(): Promise<number> {
    return this.#sweep.drain();
  }

  async #keepUp(): Promise<void> {
    await this.#tallies.round();
    await renameTypes(this.#deps.database);
    await this.#deps.database.system(addViews);
    await this.#clean();
  }

  /** Forgets first answers and live events that nobody can ask for any more, and what was done long ago. */
  async #clean(): Promise<void> {
    const now = this.#deps.now();
    if (now < this.#cleanAt) return;
    this.#cleanAt = now + cleaningEvery;
    const { database, onError } = this.#deps;
    const tasks = [
      ...this.#queues.map((queue) => () => queue.forget()),
      () => this.#jobs.forget(),
      () => database.system((tx) => tx.delete(idempotency).where(lt(idempotency.createdAt, now - idempotencyLifetime))),
      () => database.system((tx) => pruneLog(tx, now)),
      () => database.system((tx) => forgetUploads(tx, now)),
      () => database.system((tx) => forgetInquiries(tx, now)),
      () => database.system((tx) => forgetSignatures(tx, now)),
      () => database.system((tx) => pruneAudit(tx, now)),
      () => this.#keeper.clean(),
    ];
    // One that fails keeps none of the others from being done.
    for (const task of tasks) await task().catch((error: unknown) => onError?.(error));
  }
}
