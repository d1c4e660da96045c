// The demo's database as one file, which stories and flow tests load in place of making it anew in every page.
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { pgliteDatabase } from '../demo/server/db/pglite.js';
import { seedWhenEmpty } from '../demo/seed/seed.js';
import { at, lastChange } from './project.js';

const folder = '.cache/demo';
const file = `${folder}/demo.bin`;
const tickets = 300;

/** Older than this, what the demo calls today would be yesterday. */
const freshFor = 6 * 3_600_000;

function isFresh(): boolean {
  if (!existsSync(at(file))) return false;
  const made = statSync(at(file)).mtimeMs;
  return made > lastChange(['demo/seed', 'demo/server/db', 'demo/server/services']) && Date.now() - made < freshFor;
}

if (!isFresh()) {
  const client = await PGlite.create();
  const database = await pgliteDatabase(client);
  await seedWhenEmpty(database, { tickets, now: Date.now() });
  const dump = await client.dumpDataDir('gzip');
  await database.close();
  mkdirSync(at(folder), { recursive: true });
  writeFileSync(at(file), new Uint8Array(await dump.arrayBuffer()));
  process.stdout.write(`${file} written, ${(dump.size / 1e6).toFixed(1)} MB\n`);
}
