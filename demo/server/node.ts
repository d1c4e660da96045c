import { getConnInfo } from '@hono/node-server/conninfo';
import { serve, type ServerType } from '@hono/node-server';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createServerClient, type ServerClient } from '../../src/server/index.js';
import type { Dooray } from '../dooray/dooray.js';
import { pageCalls } from '../dooray/page-calls.js';
import { startDemoDooray } from '../dooray/start-node.js';
import { hostWithSession } from '../pages/host-session/backend.js';
import { demoKeys, demoMemberKey, organizationId } from '../seed/organisation.js';
import { seedWhenEmpty } from '../seed/seed.js';
import { playChannels } from '../telephone.js';
import { createApp, type App } from './app.js';
import type { Database } from './db/database.js';
import { embeddedDatabase } from './db/embedded.js';
import { postgresDatabase } from './db/postgres.js';
import { clientAddressBehind } from './http/client-address.js';
import { failureLine } from './failure-line.js';
import { callbacksOverHttp } from './ports/callback-node.js';
import { customerInfoOverHttp } from './ports/customer-info-node.js';
import type { DoorayPort } from './ports/dooray.js';
import { doorayOverHttp } from './ports/dooray-node.js';
import { folderArchive } from './ports/mail-archive-node.js';
import { mailFolder, mailServer } from './ports/mail-node.js';
import { smsFolder } from './ports/sms-node.js';
import { pages } from './ports/pages-node.js';
import { demoRoutes } from './routes/demo.js';
import { Worker } from './services/worker.js';
import { readSettings, type NodeSettings } from './settings.js';
import { makeVault } from './vault/vault-node.js';
import type { Vault } from './vault/vault.js';

function report(error: unknown, requestId?: string): void {
  process.stderr.write(`${failureLine(error, requestId)}\n`);
}

function openDatabase(settings: NodeSettings): Promise<Database> {
  return settings.databaseUrl ? postgresDatabase(settings.databaseUrl) : embeddedDatabase(settings.dataFolder);
}

interface Parts {
  readonly database: Database;
  readonly vault: Vault;
  readonly mailPath: string;
  readonly dooray: DoorayPort;
  /** The stand-in for it, where there is one. */
  readonly demoDooray: Dooray | undefined;
}

function makeApp(settings: NodeSettings, { database, vault, mailPath, dooray, demoDooray }: Parts): App {
  const app = createApp({
    database,
    vault,
    dooray,
    now: Date.now,
    allowedOrigins: settings.allowedOrigins,
    clientAddress: (context) => {
      const remote = getConnInfo(context).remote.address ?? '';
      return clientAddressBehind(settings.trustedProxies, remote, context.req.header('X-Forwarded-For') ?? '');
    },
    customerInfo: customerInfoOverHttp(settings.production ? {} : { base: settings.publicOrigin }),
    plainCallbacks: !settings.production,
    testServer: !settings.production,
    refusedKeys: settings.production ? [...Object.values(demoKeys), demoMemberKey] : [],
    publicOrigin: settings.publicOrigin,
    onError: report,
  });
  if (!settings.production) {
    demoRoutes(app, settings.smtpUrl ? undefined : folderArchive(mailPath));
    const host = exampleHost(settings);
    app.app.all('/host-session/*', (context) => host(context.req.raw));
    if (demoDooray) projectPage(app, demoDooray);
    app.app.route('/', pages());
  }
  return app;
}

/** What the project page asks for, and the addresses of its tasks. */
function projectPage({ app }: App, demo: Dooray): void {
  app.route('/dooray', pageCalls(demo));
  app.get('/project/tasks/:task', (context) =>
    context.redirect(`/dooray.html#task=${encodeURIComponent(context.req.param('task'))}`),
  );
}

/** Dooray! itself, or the stand-in that comes with the demo. */
async function openDooray(
  { doorayBaseUrl, dataFolder, host, port }: NodeSettings,
  database: Database,
): Promise<{ port: DoorayPort; demo?: Dooray }> {
  if (doorayBaseUrl) return { port: doorayOverHttp(doorayBaseUrl) };
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const origin = `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
  const demo = await startDemoDooray({ database, file: join(dataFolder, 'dooray.json'), origin, onError: report });
  return { port: demo, demo };
}

/** An intranet with a session of its own, which calls this server as it would call any other. */
function exampleHost(settings: NodeSettings): (request: Request) => Promise<Response> {
  const { publicOrigin: origin, port } = settings;
  const desk = hostsClient(settings);
  // Developers call their own machine by either name.
  return hostWithSession({ desk, origins: [origin, `http://localhost:${port}`, `http://127.0.0.1:${port}`] });
}

function hostsClient({ publicOrigin: origin }: NodeSettings): ServerClient {
  return createServerClient({ origin, organizationId, serviceId: 'demo', serviceKey: demoKeys.demo });
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
  const { seedTickets, publicOrigin: origin } = settings;
  if (seedTickets !== undefined) await seedWhenEmpty(database, { tickets: seedTickets, now: Date.now(), origin });
  const sms = smsFolder(join(settings.dataFolder, 'sms'));
  const mail = settings.smtpUrl ? mailServer(settings.smtpUrl) : mailFolder(mailPath);
  const callbacks = callbacksOverHttp({ anywhere: !settings.production });
  const alone = !settings.databaseUrl;
  const vault = makeVault(settings);
  const { port: dooray, demo: demoDooray } = await openDooray(settings, database);
  const worker = new Worker({ database, vault, mail, sms, callbacks, dooray, now: Date.now, alone, onError: report });
  const app = makeApp(settings, { database, vault, mailPath, dooray, demoDooray });
  const server = await listen(settings, app);
  if (!settings.production) {
    const host = hostsClient(settings);
    playChannels((body) => host.request('POST', '/openapi/v1/console/channels.json', { body }));
  }
  await worker.start();
  stopOnSignal(app, server, worker, [vault, database]);
  process.stdout.write(`${settings.publicOrigin}\n`);
}

main().catch((error: unknown) => {
  report(error);
  process.exit(1);
});
