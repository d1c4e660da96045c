// What stories and flow tests load in their pages: the demo's database as one file, in place of making it anew in every
// page, and the server as one module, because the runner of the flow tests bundles nothing.
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { build } from 'vite';
import type { Database } from '../demo/server/db/database.js';
import { pgliteDatabase } from '../demo/server/db/pglite.js';
import { seedWhenEmpty } from '../demo/seed/seed.js';
import { vaultPlan } from '../demo/server/vault/plan.js';
import { at, lastChange } from './project.js';

const folder = '.cache/demo';
const file = `${folder}/demo.bin`;
const vaultFile = `${folder}/vault.bin`;
const tickets = 300;

/** Older than this, what the demo calls today would be yesterday. */
const freshFor = 6 * 3_600_000;

function isFresh(): boolean {
  if (!existsSync(at(file)) || !existsSync(at(vaultFile))) return false;
  const made = statSync(at(file)).mtimeMs;
  return (
    made > lastChange(['demo/seed', 'demo/server/db', 'demo/server/services', 'demo/server/vault']) &&
    Date.now() - made < freshFor
  );
}

async function bundleServer(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Modules and the database's program find each other wherever the folder is served.
    base: './',
    build: {
      target: 'es2022',
      outDir: at('.cache/flows'),
      emptyOutDir: true,
      assetsDir: '',
      minify: false,
      modulePreload: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: { server: at('demo/server/page.ts') },
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js' },
      },
    },
  });
}

async function writeDump(path: string, make: (client: PGlite) => Promise<Database>): Promise<void> {
  const client = await PGlite.create();
  const database = await make(client);
  const dump = await client.dumpDataDir('gzip');
  await database.close();
  mkdirSync(at(folder), { recursive: true });
  writeFileSync(at(path), new Uint8Array(await dump.arrayBuffer()));
  process.stdout.write(`${path} written, ${(dump.size / 1e6).toFixed(1)} MB\n`);
}

if (!isFresh()) {
  await writeDump(vaultFile, (client) => pgliteDatabase(client, vaultPlan));
  await writeDump(file, async (client) => {
    const database = await pgliteDatabase(client);
    await seedWhenEmpty(database, { tickets, now: Date.now() });
    return database;
  });
}
await bundleServer();
