import { PGlite } from '@electric-sql/pglite';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from '../../../demo/server/db/database.js';

const folder = fileURLToPath(new URL('../../../node_modules/.cache/deskparts/', import.meta.url));

/** A dump of a database, made when what it is made of changed: opening one is far cheaper than making one. */
export async function keptDump(
  name: string,
  content: unknown,
  make: (client: PGlite) => Promise<Database>,
): Promise<string> {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const path = join(folder, `${name}-${digest.slice(0, 16)}.tar`);
  if (existsSync(path)) return path;
  const client = await PGlite.create();
  const database = await make(client);
  const dump = await client.dumpDataDir('none');
  await database.close();
  mkdirSync(folder, { recursive: true });
  const half = `${path}.${process.pid}`;
  writeFileSync(half, new Uint8Array(await dump.arrayBuffer()));
  renameSync(half, path);
  return path;
}
