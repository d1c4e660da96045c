import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../../db/database.js';
import { mails, maskSpans, vaultDuties } from '../../db/schema.js';
import type { Vault } from '../../vault/vault.js';

export interface KeeperDeps {
  readonly database: Database;
  readonly vault?: Vault;
  readonly now: () => number;
}

const batch = 200;

/** How long something may wait in the vault for the ticket that is to lose it. */
const patience = 10 * 60_000;

/** Tells the vault what became of the tickets. All of it can be done twice. */
export class VaultKeeper {
  readonly #deps: KeeperDeps;

  constructor(deps: KeeperDeps) {
    this.#deps = deps;
  }

  /** Does what the tickets wrote down for the vault. */
  async drain(): Promise<void> {
    const { database, vault } = this.#deps;
    if (!vault) return;
    for (;;) {
      const duties = await database.system((tx) =>
        tx.select().from(vaultDuties).orderBy(asc(vaultDuties.serviceId), asc(vaultDuties.id)).limit(batch),
      );
      if (duties.length === 0) return;
      for (const serviceId of new Set(duties.map((duty) => duty.serviceId))) {
        const own = duties.filter((duty) => duty.serviceId === serviceId);
        const sealsFor = (duty: 'keep' | 'remove') =>
          own.filter((one) => one.duty === duty).map(({ sealId }) => sealId);
        // What was to be kept and then to be removed is removed.
        await vault.keep(serviceId, sealsFor('keep'));
        await vault.remove(serviceId, sealsFor('remove'));
        const done = and(
          eq(vaultDuties.serviceId, serviceId),
          inArray(
            vaultDuties.id,
            own.map(({ id }) => id),
          ),
        );
        await database.system((tx) => tx.delete(vaultDuties).where(done));
      }
    }
  }

  /**
   * Clears away what was prepared and never taken over, and puts keys under the current master key. A vault that nobody
   * has opened since the start is left alone: what waits there is sealed and does not spoil.
   */
  async clean(): Promise<void> {
    const { database, vault, now } = this.#deps;
    if (!vault?.isOpen) return;
    const left = await vault.prepared(now() - patience);
    for (const serviceId of new Set(left.map((one) => one.serviceId))) {
      const sealIds = left.filter((one) => one.serviceId === serviceId).map(({ sealId }) => sealId);
      const known = await this.#known(database, serviceId, sealIds);
      await vault.keep(serviceId, [...known]);
      await vault.remove(
        serviceId,
        sealIds.filter((id) => !known.has(id)),
      );
    }
    await vault.rewrap();
  }

  /** Those of some seals that the tickets name. */
  async #known(database: Database, serviceId: string, sealIds: readonly string[]): Promise<Set<string>> {
    const ids = [...sealIds];
    const found = await database.system(async (tx) => [
      ...(await tx
        .select({ sealId: maskSpans.sealId })
        .from(maskSpans)
        .where(and(eq(maskSpans.serviceId, serviceId), eq(maskSpans.state, 'masked'), inArray(maskSpans.sealId, ids)))),
      ...(await tx
        .select({ sealId: mails.sealId })
        .from(mails)
        .where(and(eq(mails.serviceId, serviceId), inArray(mails.sealId, ids)))),
    ]);
    return new Set(found.flatMap(({ sealId }) => sealId ?? []));
  }
}
