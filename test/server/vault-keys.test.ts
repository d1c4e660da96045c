import { PGlite } from '@electric-sql/pglite';
import { mkdtempSync, openAsBlob, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pgliteDatabase } from '../../demo/server/db/pglite.js';
import { readSettings } from '../../demo/server/settings.js';
import { keysInFile } from '../../demo/server/vault/keys-node.js';
import { newKey, readKeys, writeKey } from '../../demo/server/vault/keys.js';
import { vaultPlan } from '../../demo/server/vault/plan.js';
import { emptyVault } from './support/vault.js';

describe('the keys of the vault', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'desk-keys-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are made once, in a file that its owner alone may read', async () => {
    const path = join(folder, 'below', 'key');
    const [one, two] = await Promise.all([keysInFile(path).read(), keysInFile(path).read()]);
    expect([one.current, one.keys.get(1)]).toEqual([1, two.keys.get(1)]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const before = readFileSync(path, 'utf8');
    writeFileSync(path, `${writeKey(2, newKey())}\n${before}`);
    const turned = await keysInFile(path).read();
    expect([turned.current, [...turned.keys.keys()], turned.keys.get(1)]).toEqual([2, [2, 1], one.keys.get(1)]);
  });

  it.each(['', '1:short', `0:${'A'.repeat(43)}=`, `${writeKey(1, newKey())} ${writeKey(1, newKey())}`])(
    'are refused as "%s", without being told',
    (text) => {
      const refused = () => readKeys(text, 'VAULT_KEY');
      expect(refused).toThrow(/VAULT_KEY/);
      expect(() => readKeys(`1:${'B'.repeat(42)}`, 'VAULT_KEY')).not.toThrow(/BBB/);
    },
  );

  it('are not those of the tickets’ own database', () => {
    const url = 'postgres://user@db/desk';
    expect(() => readSettings({ DATABASE_URL: url, VAULT_DATABASE_URL: url })).toThrow(/VAULT_DATABASE_URL/);
  });

  it('and its content are never in the database of the tickets, by whatever address that is reached', async () => {
    const client = await PGlite.create({ loadDataDir: await openAsBlob(await emptyVault()) });
    await expect(pgliteDatabase(client)).rejects.toThrow(/two databases/);
    // Those of somebody else are none of ours.
    await client.exec('create schema other; create table other.tickets (id integer)');
    await (await pgliteDatabase(client, vaultPlan)).ping();
    await client.exec('create table tickets (id integer)');
    await expect(pgliteDatabase(client, vaultPlan)).rejects.toThrow(/two databases/);
    await client.close();
  });
});
