import { PGlite } from '@electric-sql/pglite';
import { openAsBlob } from 'node:fs';
import type { Database } from '../../../demo/server/db/database.js';
import { pgliteDatabase } from '../../../demo/server/db/pglite.js';
import { postgresDatabase } from '../../../demo/server/db/postgres.js';
import { vaultMigrations } from '../../../demo/server/vault/migrations.js';
import { vaultPlan } from '../../../demo/server/vault/plan.js';
import { keptDump } from './dump.js';
import { emptyPostgres } from './postgres.js';

/** A dump of an empty vault. */
export function emptyVault(): Promise<string> {
  return keptDump('vault', vaultMigrations, (client) => pgliteDatabase(client, vaultPlan));
}

/** An empty vault of the kind under test. */
export async function freshVaultDatabase(postgresUrl: string | undefined): Promise<Database> {
  if (postgresUrl !== undefined) return emptyPostgres(postgresUrl, (url) => postgresDatabase(url, { plan: vaultPlan }));
  return pgliteDatabase(await PGlite.create({ loadDataDir: await openAsBlob(await emptyVault()) }), vaultPlan);
}
