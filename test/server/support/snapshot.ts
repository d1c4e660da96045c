import { PGlite } from '@electric-sql/pglite';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, openAsBlob, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seedAnswers } from '../../../demo/seed/answers.js';
import { seedLinks } from '../../../demo/seed/customer-info.js';
import { seedFields } from '../../../demo/seed/fields.js';
import { organisation, seedOrganisation } from '../../../demo/seed/organisation.js';
import type { Database } from '../../../demo/server/db/database.js';
import { migrations } from '../../../demo/server/db/migrations/index.js';
import { pgliteDatabase } from '../../../demo/server/db/pglite.js';

const folder = fileURLToPath(new URL('../../../node_modules/.cache/deskparts/', import.meta.url));

/** A dump of the empty organisation, made when its tables or its data changed: opening one is far cheaper than making one. */
export async function organisationDump(): Promise<string> {
  const content = JSON.stringify([migrations, organisation, seedAnswers, seedFields, seedLinks]);
  const path = join(folder, `organisation-${createHash('sha256').update(content).digest('hex').slice(0, 16)}.tar`);
  if (existsSync(path)) return path;
  const client = await PGlite.create();
  const database = await pgliteDatabase(client);
  await database.system(seedOrganisation);
  const dump = await client.dumpDataDir('none');
  await database.close();
  mkdirSync(folder, { recursive: true });
  const half = `${path}.${process.pid}`;
  writeFileSync(half, new Uint8Array(await dump.arrayBuffer()));
  renameSync(half, path);
  return path;
}

/** A fresh embedded database with the demo's organisation and no tickets. */
export async function freshEmbedded(): Promise<Database> {
  const dump = await openAsBlob(await organisationDump());
  return pgliteDatabase(await PGlite.create({ loadDataDir: dump }));
}
