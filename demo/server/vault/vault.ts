import { and, asc, desc, eq, inArray, isNotNull, lt, ne, sql } from 'drizzle-orm';
import type { Database, Tx } from '../db/database.js';
import type { KeySource } from './keys.js';
import { Sealer, type SealPlace } from './seal.js';
import { keyMarks, sealed } from './tables.js';

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

/** The vault could not do it: its database is away, its keys are missing or others, or a seal cannot be opened. */
export class VaultFailure extends Error {
  override readonly name = 'VaultFailure';
}

export interface FoundSeals {
  readonly found: ReadonlyMap<string, unknown>;
  readonly broken: ReadonlyMap<string, VaultFailure>;
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
  #database: Promise<Database> | undefined;

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
    await done(database.transaction({ serviceId: rows[0]?.serviceId ?? '' }, (tx) => tx.insert(sealed).values(rows)));
  }

  /**
   * What is known again of something that nobody is to guess: one digest for each version of the keys, that of the current
   * one first.
   */
  async digests(serviceId: string, text: string): Promise<readonly string[]> {
    return done((await this.#open()).sealer.digests(serviceId, text));
  }

  /** What was sealed, by its seals. One that is missing was destroyed. */
  async read(serviceId: string, refs: readonly SealRef[]): Promise<ReadonlyMap<string, unknown>> {
    const { found, broken } = await this.readSome(serviceId, refs);
    for (const failure of broken.values()) throw failure;
    return found;
  }

  /** What was sealed, and what cannot be opened: the key is missing, or the content is another one's. */
  async readSome(serviceId: string, refs: readonly SealRef[]): Promise<FoundSeals> {
    const found = new Map<string, unknown>();
    const broken = new Map<string, VaultFailure>();
    if (refs.length === 0) return { found, broken };
    const { database, sealer } = await this.#open();
    const ids = refs.map(({ sealId }) => sealId);
    const some = and(eq(sealed.serviceId, serviceId), inArray(sealed.sealId, ids), isNotNull(sealed.wrapped));
    const rows = await done(database.transaction({ serviceId }, (tx) => tx.select().from(sealed).where(some)));
    for (const { sealId, place } of refs) {
      const row = rows.find((one) => one.sealId === sealId);
      if (!row?.wrapped) continue;
      try {
        found.set(sealId, await sealer.open(place, { ...row, wrapped: row.wrapped }));
      } catch (cause) {
        broken.set(sealId, new VaultFailure(`The vault cannot open the seal ${sealId}`, { cause }));
      }
    }
    return { found, broken };
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

  /**
   * Puts data keys under the current master key that are under an older one; answers with how many. One that cannot be
   * opened does not keep the others from it, and fails the whole at the end.
   */
  async rewrap(): Promise<number> {
    const { database, sealer } = await this.#open();
    let done = 0;
    let broken = 0;
    for (let after = { serviceId: '', sealId: '' }; ;) {
      const rows = await database.system((tx) =>
        tx
          .select({
            serviceId: sealed.serviceId,
            sealId: sealed.sealId,
            wrapped: sealed.wrapped,
            keyVersion: sealed.keyVersion,
          })
          .from(sealed)
          .where(
            and(
              ne(sealed.keyVersion, sealer.current),
              isNotNull(sealed.wrapped),
              sql`(${sealed.serviceId}, ${sealed.sealId}) > (${after.serviceId}, ${after.sealId})`,
            ),
          )
          .orderBy(asc(sealed.serviceId), asc(sealed.sealId))
          .limit(batch),
      );
      for (const { wrapped, ...row } of rows) {
        after = row;
        const again = wrapped && (await sealer.rewrap(row.serviceId, { ...row, wrapped }).catch(() => null));
        if (again) await this.#rewrapped(database, row, again, sealer.current);
        if (again) done++;
        else broken++;
      }
      if (rows.length < batch) break;
    }
    if (broken > 0) throw new Error(`The vault cannot open ${broken} seals with the keys that there are`);
    return done;
  }

  async #rewrapped(
    database: Database,
    { serviceId, sealId }: { readonly serviceId: string; readonly sealId: string },
    wrapped: Uint8Array,
    keyVersion: number,
  ): Promise<void> {
    // Not one whose key was destroyed meanwhile.
    const same = and(eq(sealed.serviceId, serviceId), eq(sealed.sealId, sealId), isNotNull(sealed.wrapped));
    await database.system((tx) => tx.update(sealed).set({ wrapped, keyVersion }).where(same));
  }

  async close(): Promise<void> {
    const database = await this.#database?.catch(() => undefined);
    this.#opened = undefined;
    this.#database = undefined;
    await database?.close();
  }

  async #run(
    serviceId: string,
    sealIds: readonly string[],
    work: (tx: Parameters<Parameters<Database['system']>[0]>[0], some: ReturnType<typeof and>) => Promise<unknown>,
  ): Promise<void> {
    const { database } = await this.#open();
    const some = and(eq(sealed.serviceId, serviceId), inArray(sealed.sealId, [...sealIds]));
    await done(database.transaction({ serviceId }, (tx) => work(tx, some)));
  }

  #open(): Promise<Opened> {
    if (this.#opened) return done(this.#opened);
    const opened = (async () => {
      const sealer = new Sealer(await this.#deps.keys.read());
      const database = await this.#connected();
      await requireSameKeys(database, sealer);
      return { database, sealer };
    })();
    this.#opened = opened;
    opened.catch(() => {
      if (this.#opened === opened) this.#opened = undefined;
    });
    return done(opened);
  }

  /** Once, however often the keys are asked for until they are the right ones. */
  #connected(): Promise<Database> {
    const database = (this.#database ??= this.#deps.open());
    database.catch(() => {
      if (this.#database === database) this.#database = undefined;
    });
    return database;
  }
}

/** A part of the work, whose failure is the vault's. */
async function done<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw cause instanceof VaultFailure ? cause : new VaultFailure(`The vault: ${String(cause)}`, { cause });
  }
}

/**
 * Refuses keys that are not those of the vault: a new key in the place of a lost one would seal what the lost one, once it
 * is found, cannot open. Keys that the vault has not seen are written down, where none of them is refused.
 */
async function requireSameKeys(database: Database, sealer: Sealer): Promise<void> {
  const marks = await Promise.all(
    sealer.versions.map(async (version) => ({ version, mark: await sealer.mark(version) })),
  );
  await database.system(async (tx) => {
    const written = await tx.insert(keyMarks).values(marks).onConflictDoNothing().returning();
    const known = await tx.select().from(keyMarks);
    for (const { version, mark } of marks) {
      const isOther = known.some((one) => one.version === version && one.mark !== mark);
      const isNew = written.some((one) => one.version === version);
      if (isOther || (isNew && !(await opensWhatIsThere(tx, sealer, version))))
        throw new Error(`Version ${version} of the key is not the one that the vault was used with`);
    }
  });
}

/** Whether a key that the vault has no mark of opens what is sealed under its version. */
async function opensWhatIsThere(tx: Tx, sealer: Sealer, version: number): Promise<boolean> {
  const rows = await tx
    .select()
    .from(sealed)
    .where(and(eq(sealed.keyVersion, version), isNotNull(sealed.wrapped)))
    .orderBy(desc(sealed.createdAt))
    .limit(5);
  for (const { serviceId, keyVersion, wrapped } of rows) {
    if (wrapped && (await sealer.fits(serviceId, { wrapped, keyVersion }))) return true;
  }
  return rows.length === 0;
}
