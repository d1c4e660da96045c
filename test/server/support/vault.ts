import { PGlite } from '@electric-sql/pglite';
import type { Database } from '../../../demo/server/db/database.js';
import { pgliteDatabase } from '../../../demo/server/db/pglite.js';
import { postgresDatabase } from '../../../demo/server/db/postgres.js';
import { vaultPlan } from '../../../demo/server/vault/plan.js';
import { emptyPostgres } from './postgres.js';

/** An empty vault of the kind under test. */
export async function freshVaultDatabase(postgresUrl: string | undefined): Promise<Database> {
  if (postgresUrl === undefined) return pgliteDatabase(await PGlite.create(), vaultPlan);
  return emptyPostgres(postgresUrl, (url) => postgresDatabase(url, { plan: vaultPlan }));
}
