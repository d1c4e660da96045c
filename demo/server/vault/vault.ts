import { and, asc, eq, inArray, isNotNull, lt, ne } from 'drizzle-orm';
import type { Database } from '../db/database.js';
import type { KeySource } from './keys.js';
import { Sealer, type SealPlace } from './seal.js';
import { sealed } from './tables.js';

/** Something that is to be kept out of the tickets. */
export interface ToSeal {
  readonly sealId: string;
  readonly place: SealPlace;
  readonly value: unknown;
}

/** Something that was sealed. */
export interface SealRef {
  readonly sealId: string;
  readonly place: SealPlace;
}

export interface VaultDeps {
  /** Opens the database. It is asked when something is masked for the first time, not before. */
  readonly open: () => Promise<Database>;
  readonly keys: KeySource;
  readonly now: () => number;
  /** Whether asking if it is ready opens it: so where it is on a server, not where it would have to be made first. */
  readonly opensToCheck?: boolean;
}

interface Opened {
  readonly database: Database;
  readonly sealer: Sealer;
}

/** Rows that are wrapped anew at once. */
const batch = 200;

/** What masks took out of the tickets, in a database of its own and under keys that the tickets do not have. */
export class Vault {
  readonly #deps: VaultDeps;
  #opened: Promise<Opened> | undefined;

  constructor(deps: VaultDeps) {
    this.#deps = deps;
  }

  /** Whether this process has needed it yet. */
  get isOpen(): boolean {
    return this.#opened !== undefined;
  }

  /** Answers when the vault does. One that was never needed is ready. */
  async check(): Promise<void> {
    if (this.isOpen || this.#deps.opensToCheck) await (await this.#open()).database.ping();
  }

  /** Keeps things before the tickets lose them. What the tickets do not take over is swept later. */
  async prepare(things: readonly ToSeal[]): Promise<void> {
    if (things.length === 0) return;
    const { database, sealer } = await this.#open();
    const rows = await Promise.all(
      things.map(async ({ sealId, place, value }) => ({
        serviceId: place.serviceId,
        sealId,
        state: 'prepared' as const,
        ...(await sealer.seal(place, value)),
        createdAt: this.#deps.now(),
      })),
    );
    await database.transaction({ serviceId: rows[0]?.serviceId ?? '' }, (tx) => tx.insert(sealed).values(rows));
  }

  /** What was sealed, by its seals. One that is missing was destroyed. */
  async read(serviceId: string, refs: readonly SealRef[]): Promise<ReadonlyMap<string, unknown>> {
    if (refs.length === 0) return new Map();
    const { database, sealer } = await this.#open();
    const ids = refs.map(({ sealId }) => sealId);
    const rows = await database.transaction({ serviceId }, (tx) =>
      tx
        .select()
        .from(sealed)
        .where(and(eq(sealed.serviceId, serviceId), inArray(sealed.sealId, ids), isNotNull(sealed.wrapped))),
    );
    const found = new Map<string, unknown>();
    for (const { sealId, place } of refs) {
      const row = rows.find((one) => one.sealId === sealId);
      if (row?.wrapped) found.set(sealId, await sealer.open(place, { ...row, wrapped: row.wrapped }));
    }
    return found;
  }

  /** The tickets have them now. */
  async keep(serviceId: string, sealIds: readonly string[]): Promise<void> {
    if (sealIds.length === 0) return;
    await this.#run(serviceId, sealIds, (tx, some) => tx.update(sealed).set({ state: 'live' }).where(some));
  }

  /** Nobody can open them again. That they were there can still be seen, until they are removed. */
  async destroyKeys(serviceId: string, sealIds: readonly string[]): Promise<void> {
    if (sealIds.length === 0) return;
    const nothing = { wrapped: null, content: new Uint8Array() };
    await this.#run(serviceId, sealIds, (tx, some) => tx.update(sealed).set(nothing).where(some));
  }

  async remove(serviceId: string, sealIds: readonly string[]): Promise<void> {
    if (sealIds.length === 0) return;
    await this.#run(serviceId, sealIds, (tx, some) => tx.delete(sealed).where(some));
  }

  /** What was prepared before a time and never kept. */
  async prepared(before: number): Promise<readonly { readonly serviceId: string; readonly sealId: string }[]> {
    const { database } = await this.#open();
    return database.system((tx) =>
      tx
        .select({ serviceId: sealed.serviceId, sealId: sealed.sealId })
        .from(sealed)
        .where(and(eq(sealed.state, 'prepared'), lt(sealed.createdAt, before)))
        .orderBy(asc(sealed.createdAt))
        .limit(batch),
    );
  }

  /** Puts data keys under the current master key that are under an older one; answers with how many. */
  async rewrap(): Promise<number> {
    const { database, sealer } = await this.#open();
    for (let done = 0; ;) {
      const rows = await database.system((tx) =>
        tx
          .select({
            serviceId: sealed.serviceId,
            sealId: sealed.sealId,
            wrapped: sealed.wrapped,
            keyVersion: sealed.keyVersion,
          })
          .from(sealed)
          .where(and(ne(sealed.keyVersion, sealer.current), isNotNull(sealed.wrapped)))
          .limit(batch),
      );
      if (rows.length === 0) return done;
      for (const { serviceId, sealId, wrapped, keyVersion } of rows) {
        if (!wrapped) continue;
        const again = await sealer.rewrap(serviceId, { wrapped, keyVersion });
        const same = and(
          eq(sealed.serviceId, serviceId),
          eq(sealed.sealId, sealId),
          // Not one whose key was destroyed meanwhile.
          isNotNull(sealed.wrapped),
        );
        await database.system((tx) =>
          tx.update(sealed).set({ wrapped: again, keyVersion: sealer.current }).where(same),
        );
        done++;
      }
    }
  }

  async close(): Promise<void> {
    const opened = await this.#opened?.catch(() => undefined);
    this.#opened = undefined;
    await opened?.database.close();
  }

  async #run(
    serviceId: string,
    sealIds: readonly string[],
    work: (tx: Parameters<Parameters<Database['system']>[0]>[0], some: ReturnType<typeof and>) => Promise<unknown>,
  ): Promise<void> {
    const { database } = await this.#open();
    const some = and(eq(sealed.serviceId, serviceId), inArray(sealed.sealId, [...sealIds]));
    await database.transaction({ serviceId }, (tx) => work(tx, some));
  }

  #open(): Promise<Opened> {
    if (this.#opened) return this.#opened;
    const opened = (async () => {
      const sealer = new Sealer(await this.#deps.keys.read());
      return { database: await this.#deps.open(), sealer };
    })();
    this.#opened = opened;
    opened.catch(() => {
      if (this.#opened === opened) this.#opened = undefined;
    });
    return opened;
  }
}
