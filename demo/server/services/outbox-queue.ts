import { and, asc, eq, isNull, lt, lte, ne, notInArray, or, sql } from 'drizzle-orm';
import type { Database } from '../db/database.js';
import { outbox } from '../db/schema.js';
import type { CallbackPort } from '../ports/callback.js';
import type { DoorayPort } from '../ports/dooray.js';
import type { MailPort } from '../ports/mail.js';
import type { SmsPort } from '../ports/sms.js';
import type { Vault } from '../vault/vault.js';
import { deliverCallback } from './callback-delivery.js';
import type { DoorayTimeouts } from './dooray/client.js';
import { deliverTask } from './dooray/create-task.js';
import type { DoorayDeps } from './dooray/delivery.js';
import { deliverComment } from './dooray/send-comment.js';
import { FieldCipher } from './field-cipher.js';
import { inTime } from './in-time.js';
import { deliverMail, type Delivery } from './mail-delivery.js';
import { deliverNotice } from './notice-delivery.js';
import type { OutboxKind } from './outbox.js';
import { deliverSms } from './sms/delivery.js';
import type { SmsDeps } from './sms/progress.js';
import { deliverReport } from './sms/report.js';

export interface OutboxDeps {
  readonly database: Database;
  readonly mail: MailPort;
  /** Calls other servers; without it nobody is called. */
  readonly callbacks?: CallbackPort;
  /** Keeps mails of messages that were masked before they left. */
  readonly vault?: Vault;
  /** The line to Dooray!; without it nothing gets there. */
  readonly dooray?: DoorayPort;
  readonly doorayTimeouts?: DoorayTimeouts;
  /** Takes text messages; without it none can be sent. */
  readonly sms?: SmsPort;
  /** Milliseconds for which their carrier is waited for, instead of the usual ones. */
  readonly smsPatience?: number;
  readonly now: () => number;
  /** Milliseconds after which a try that comes to no end is given up. */
  readonly longestTry?: number;
  readonly onError?: (error: unknown) => void;
}

/** An entry belongs to the worker that took it for this long, and longer while that one says that it is at it. */
const lease = 60_000;
const renewedEvery = 20_000;
/** Large mails to slow servers take minutes. */
const longestTry = 10 * 60_000;
/** Seconds between tries; the last one is repeated. Servers that are called are asked less often than those for mails. */
const backOff: Readonly<Record<OutboxKind, readonly number[]>> = {
  mail: [1, 5, 30, 120, 600, 1800],
  notice: [1, 5, 30, 120, 600, 1800],
  callback: [10, 60, 300, 1800, 7200, 21_600],
  task: [5, 15, 60, 120, 300, 600],
  task_comment: [5, 15, 60, 120, 300, 600],
  sms: [2, 10, 60, 300, 600, 1800],
  sms_report: [10, 60, 300, 600, 1800],
};
/** Most seconds that somebody who is called may ask to wait. */
const longestAsked = 300;
/** How many of a kind are tried at once. Whoever is called may keep the line open; no two calls go to one host. */
const atOnce: Readonly<Record<OutboxKind, number>> = {
  mail: 1,
  notice: 1,
  callback: 4,
  task: 2,
  task_comment: 1,
  sms: 3,
  sms_report: 2,
};
/** How long it can be seen what became of an entry. */
const kept = 7 * 24 * 3_600_000;

type Entry = typeof outbox.$inferSelect;

/** The host that an entry is for, as the database takes it from the address. */
const hostOf = ({ payload }: Entry): string => String(payload['url'] ?? '').split('/')[2] ?? '';

/**
 * Does what the outbox holds of one kind, once each. Kinds do not wait for each other: a server that does not answer a
 * call keeps no customer waiting. Any number of queues may work on one database.
 */
export class OutboxQueue {
  #deps: OutboxDeps;
  #kind: OutboxKind;
  /** Hosts that are called now. */
  #busy = new Set<string>();
  #taking: Promise<unknown> = Promise.resolve();
  #stopped = false;
  #cipher: FieldCipher;

  constructor(deps: OutboxDeps, kind: OutboxKind) {
    this.#deps = deps;
    this.#kind = kind;
    this.#cipher = new FieldCipher(deps.database);
  }

  stop(): void {
    this.#stopped = true;
  }

  /** What is on lease was left by a process that died: there is no other. */
  async freeLeases(): Promise<void> {
    await this.#deps.database.system((tx) =>
      tx
        .update(outbox)
        .set({ leaseUntil: null })
        .where(and(eq(outbox.kind, this.#kind), eq(outbox.state, 'waiting'))),
    );
  }

  /** Does everything that is due now; answers with the number of tries. */
  async drain(): Promise<number> {
    const tries = await Promise.all(this.lanes.map((work) => work()));
    return tries.reduce((sum, some) => sum + some, 0);
  }

  /** Each of them does what is due, one after the other; together they are as many as may be at it at once. */
  get lanes(): readonly (() => Promise<number>)[] {
    return Array.from({ length: atOnce[this.#kind] }, () => () => this.#work());
  }

  async #work(): Promise<number> {
    for (let tries = 0; ; tries++) {
      const entry = this.#stopped ? undefined : await this.#next();
      if (!entry) return tries;
      const host = hostOf(entry);
      await this.#do(entry).finally(() => this.#busy.delete(host));
    }
  }

  /** One after the other, so that each knows which hosts are busy. */
  #next(): Promise<Entry | undefined> {
    const next = this.#taking.then(async () => {
      const entry = await this.#take();
      if (entry?.kind === 'callback') this.#busy.add(hostOf(entry));
      return entry;
    });
    this.#taking = next.catch(() => undefined);
    return next;
  }

  /** Forgets what left long ago. */
  async forget(): Promise<void> {
    const before = this.#deps.now() - kept;
    await this.#deps.database.system((tx) =>
      tx.delete(outbox).where(and(eq(outbox.kind, this.#kind), ne(outbox.state, 'waiting'), lt(outbox.dueAt, before))),
    );
  }

  /** Takes a due entry for itself. One whose taker died is free again when its lease is over. */
  #take(): Promise<Entry | undefined> {
    const now = this.#deps.now();
    const host = sql`split_part(${outbox.payload}->>'url', '/', 3)`;
    return this.#deps.database.system(async (tx) => {
      const due = tx
        .select({ id: outbox.id })
        .from(outbox)
        .where(
          and(
            eq(outbox.kind, this.#kind),
            eq(outbox.state, 'waiting'),
            this.#busy.size > 0 ? notInArray(host, [...this.#busy]) : undefined,
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
        // Equal to one, not among some: the planner might ask for some more than once, and each time lock another.
        .where(eq(outbox.id, sql`(${due})`))
        .returning();
      return taken;
    });
  }

  async #do(entry: Entry): Promise<void> {
    const renewing = setInterval(() => void this.#renew(entry), renewedEvery);
    try {
      await this.#finish(entry, await inTime(this.#deliver(entry), this.#deps.longestTry ?? longestTry));
    } catch (error) {
      // The database is away, or nothing came of it: the lease runs out and the entry is tried again.
      this.#deps.onError?.(error);
    } finally {
      clearInterval(renewing);
    }
  }

  #deliver(entry: Entry): Promise<Delivery> {
    const { database, mail, callbacks, vault, now } = this.#deps;
    switch (entry.kind) {
      case 'mail':
        return deliverMail({ database, port: mail, vault, now }, entry.serviceId, entry.key);
      case 'notice':
        return deliverNotice(database, mail, entry, now);
      case 'callback':
        return deliverCallback(database, callbacks, entry, now);
      case 'task':
        return deliverTask(this.#dooray(), entry);
      case 'task_comment':
        return deliverComment(this.#dooray(), entry);
      case 'sms':
        return deliverSms(this.#sms(), entry);
      case 'sms_report':
        return deliverReport(this.#sms(), entry);
    }
  }

  #sms(): SmsDeps {
    const { database, sms: port, smsPatience: patience, now } = this.#deps;
    return { database, port, patience, now };
  }

  #dooray(): DoorayDeps {
    const { database, dooray: port, doorayTimeouts: timeouts, now } = this.#deps;
    return { database, port, timeouts, cipher: this.#cipher, now };
  }

  async #renew(entry: Entry): Promise<void> {
    const set = { leaseUntil: this.#deps.now() + lease };
    await this.#deps.database
      .system((tx) => tx.update(outbox).set(set).where(stillOf(entry)))
      .catch((error) => this.#deps.onError?.(error));
  }

  async #finish(entry: Entry, { outcome, answer, pause: least = 0, tell }: Delivery): Promise<void> {
    const again = outcome === 'later';
    const pauses = backOff[entry.kind];
    const pause = Math.max(Math.min(least, longestAsked), pauses[Math.min(entry.attempts, pauses.length) - 1] ?? 0);
    const set = {
      state: again ? ('waiting' as const) : outcome,
      leaseUntil: null,
      error: answer,
      ...(again && { dueAt: this.#deps.now() + pause * 1000 }),
    };
    await this.#deps.database.transaction({ serviceId: entry.serviceId }, async (tx) => {
      const done = await tx.update(outbox).set(set).where(stillOf(entry)).returning({ id: outbox.id });
      if (done.length > 0) await tell?.(tx);
    });
  }
}

/** An entry that is still this worker's: whoever takes it counts a try. */
function stillOf({ serviceId, id, attempts }: Entry) {
  return and(
    eq(outbox.serviceId, serviceId),
    eq(outbox.id, id),
    eq(outbox.attempts, attempts),
    eq(outbox.state, 'waiting'),
  );
}
