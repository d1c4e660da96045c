import { and, eq, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Database } from '../../db/database.js';
import { doorayTasks } from '../../db/schema.js';
import type { DoorayPort } from '../../ports/dooray.js';
import { FieldCipher } from '../field-cipher.js';
import { DoorayClient, type DoorayTimeouts } from './client.js';
import type { TaskRow } from './keep-comment.js';
import { syncTask, type SyncDeps } from './sync.js';

export interface SweepDeps {
  readonly database: Database;
  /** Without it nothing is read. */
  readonly dooray?: DoorayPort;
  readonly doorayTimeouts?: DoorayTimeouts;
  readonly now: () => number;
  readonly onError?: (error: unknown) => void;
}

/** A task belongs to the worker that took it for this long. */
const lease = 5 * 60_000;

/**
 * Reads the tasks that are due: those of which Dooray! said that there is news, and every open one from time to time,
 * because what it says can get lost. Any number of them may work on one database.
 */
export class DooraySweep {
  readonly #deps: SweepDeps;
  readonly #sync: SyncDeps | undefined;
  #stopped = false;

  constructor(deps: SweepDeps) {
    this.#deps = deps;
    const { database, dooray, doorayTimeouts, now } = deps;
    const cipher = new FieldCipher(database);
    this.#sync = dooray && { database, client: new DoorayClient(dooray, doorayTimeouts), cipher, now };
  }

  stop(): void {
    this.#stopped = true;
  }

  /** What is on lease was left by a process that died: there is no other. */
  async freeLeases(): Promise<void> {
    await this.#deps.database.system((tx) =>
      tx.update(doorayTasks).set({ syncLease: null }).where(isNotNull(doorayTasks.syncLease)),
    );
  }

  /** Reads what is due, until there is nothing left or Dooray! cannot be reached; answers with how many were read. */
  async drain(): Promise<number> {
    const sync = this.#sync;
    let count = 0;
    while (sync && !this.#stopped) {
      const task = await this.#take();
      if (!task) break;
      count += 1;
      if (!(await this.#read(sync, task))) break;
    }
    return count;
  }

  async #read(sync: SyncDeps, task: TaskRow): Promise<boolean> {
    await sync.cipher.prepare();
    try {
      return await syncTask(sync, task);
    } catch (error) {
      // The database is away: the lease runs out and the task is read again.
      this.#deps.onError?.(error);
      return false;
    }
  }

  /** Takes the task that waited longest. */
  #take(): Promise<TaskRow | undefined> {
    const now = this.#deps.now();
    return this.#deps.database.system(async (tx) => {
      const [due] = await tx
        .select({ serviceId: doorayTasks.serviceId, key: doorayTasks.key })
        .from(doorayTasks)
        .where(
          and(
            lte(doorayTasks.syncAt, now),
            eq(doorayTasks.state, 'sent'),
            or(isNull(doorayTasks.syncLease), lt(doorayTasks.syncLease, now)),
          ),
        )
        .orderBy(sql`${doorayTasks.syncAt}`)
        .limit(1)
        .for('update', { skipLocked: true });
      if (!due) return undefined;
      const [taken] = await tx
        .update(doorayTasks)
        .set({ syncLease: now + lease })
        .where(and(eq(doorayTasks.serviceId, due.serviceId), eq(doorayTasks.key, due.key)))
        .returning();
      return taken;
    });
  }
}
