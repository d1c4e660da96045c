import { getConnInfo } from '@hono/node-server/conninfo';
import { serve, type ServerType } from '@hono/node-server';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { demoKeys } from '../seed/organisation.js';
import { seedWhenEmpty } from '../seed/seed.js';
import { createApp, type App } from './app.js';
import type { Database } from './db/database.js';
import { embeddedDatabase } from './db/embedded.js';
import { postgresDatabase } from './db/postgres.js';
import { callbacksOverHttp } from './ports/callback-node.js';
import { customerInfoOverHttp } from './ports/customer-info-node.js';
import { folderArchive } from './ports/mail-archive-node.js';
import { mailFolder, mailServer } from './ports/mail-node.js';
import { pages } from './ports/pages-node.js';
import { demoRoutes } from './routes/demo.js';
import { Worker } from './services/worker.js';
import { readSettings, type NodeSettings } from './settings.js';
import { keysInFile } from './vault/keys-node.js';
import { keysFromText } from './vault/keys.js';
import { vaultPlan } from './vault/plan.js';
import { Vault } from './vault/vault.js';

function report(error: unknown, requestId?: string): void {
  const what = error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : 'Unknown failure';
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
  process.stderr.write(`${requestId ? `[${requestId}] ` : ''}${what}${cause}\n`);
}

function openDatabase(settings: NodeSettings): Promise<Database> {
  return settings.databaseUrl ? postgresDatabase(settings.databaseUrl) : embeddedDatabase(settings.dataFolder);
}

function makeVault({ vaultUrl, vaultKey, vaultKeyFile, dataFolder }: NodeSettings): Vault {
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

function makeApp(settings: NodeSettings, database: Database, vault: Vault, mailPath: string): App {
  const app = createApp({
    database,
    vault,
    now: Date.now,
    allowedOrigins: settings.allowedOrigins,
    clientAddress: (context) => getConnInfo(context).remote.address ?? '',
    customerInfo: customerInfoOverHttp(settings.production ? {} : { base: settings.publicOrigin }),
    plainCallbacks: !settings.production,
    refusedKeys: settings.production ? Object.values(demoKeys) : [],
    onError: report,
  });
  if (!settings.production) {
    demoRoutes(app, settings.smtpUrl ? undefined : folderArchive(mailPath));
    app.app.route('/', pages());
  }
  return app;
}

async function listen(settings: NodeSettings, app: App): Promise<ServerType> {
  const server = serve({ fetch: app.app.fetch, port: settings.port, hostname: settings.host });
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Error(`Port ${settings.port} of ${settings.host} is in use. Set PORT to another number.`);
  });
  return server;
}

type Closing = Pick<Database, 'close'>;

/** Ends in the order in which nothing is cut off: streams, requests, worker, databases. */
function stopOnSignal(app: App, server: ServerType, worker: Worker, databases: readonly Closing[]): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    const closed = once(server, 'close');
    server.close();
    await app.close();
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    await Promise.race([closed, new Promise((done) => setTimeout(done, 5_000).unref())]);
    await worker.stop();
    for (const database of databases) await database.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop());
}

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  mkdirSync(settings.dataFolder, { recursive: true });
  const mailPath = join(settings.dataFolder, 'mail');
  const database = await openDatabase(settings);
  const { seedTickets } = settings;
  if (seedTickets !== undefined) await seedWhenEmpty(database, { tickets: seedTickets, now: Date.now() });
  const mail = settings.smtpUrl ? mailServer(settings.smtpUrl) : mailFolder(mailPath);
  const callbacks = callbacksOverHttp({ anywhere: !settings.production });
  const alone = !settings.databaseUrl;
  const vault = makeVault(settings);
  const worker = new Worker({ database, vault, mail, callbacks, now: Date.now, alone, onError: report });
  const app = makeApp(settings, database, vault, mailPath);
  const server = await listen(settings, app);
  await worker.start();
  stopOnSignal(app, server, worker, [vault, database]);
  process.stdout.write(`${settings.publicOrigin}\n`);
}

main().catch((error: unknown) => {
  report(error);
  process.exit(1);
});
