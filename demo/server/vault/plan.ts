import type { Plan } from '../db/database.js';
import { vaultMigrations } from './migrations.js';

/** What masks hide: a database of its own. */
export const vaultPlan: Plan = {
  migrations: vaultMigrations,
  roles: { app: 'vault_app', system: 'vault_system' },
  apartFrom: 'tickets',
};
