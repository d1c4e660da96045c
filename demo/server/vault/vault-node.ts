import { join } from 'node:path';
import { embeddedDatabase } from '../db/embedded.js';
import { postgresDatabase } from '../db/postgres.js';
import type { NodeSettings } from '../settings.js';
import { keysInFile } from './keys-node.js';
import { keysFromText } from './keys.js';
import { vaultPlan } from './plan.js';
import { Vault } from './vault.js';

/** The vault of a server, or of a data folder that no server holds. */
export function makeVault({
  vaultUrl,
  vaultKey,
  vaultKeyFile,
  dataFolder,
}: Pick<NodeSettings, 'vaultUrl' | 'vaultKey' | 'vaultKeyFile' | 'dataFolder'>): Vault {
  return new Vault({
    open: () =>
      vaultUrl
        ? postgresDatabase(vaultUrl, { plan: vaultPlan, connections: 4 })
        : embeddedDatabase(join(dataFolder, 'vault'), vaultPlan),
    keys: vaultKey ? keysFromText(vaultKey, 'VAULT_KEY') : keysInFile(vaultKeyFile),
    now: Date.now,
    opensToCheck: vaultUrl !== undefined,
  });
}
