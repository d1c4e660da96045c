import { PGlite } from '@electric-sql/pglite';
import { hookDemo } from '../dooray/demo-hooks.js';
import { createDooray, type Dooray } from '../dooray/dooray.js';
import { fillFromDesk } from '../dooray/fill.js';
import { seedState } from '../dooray/seed.js';
import { createApp, type App } from './app.js';
import type { Database } from './db/database.js';
import { pgliteDatabase } from './db/pglite.js';
import { customerInfoInMemory } from './ports/customer-info-demo.js';
import { MailMemory } from './ports/mail-memory.js';
import { SmsMemory } from './ports/sms-memory.js';
import { Worker } from './services/worker.js';
import { keysInMemory } from './vault/keys.js';
import { vaultPlan } from './vault/plan.js';
import { Vault } from './vault/vault.js';

export interface PageServerOptions {
  /** A dump with demo data; without it the database is empty. */
  readonly snapshot?: Blob;
  /** A dump of the empty vault, asked for when something is masked; without it one is made then, which takes a while. */
  readonly vault?: () => Promise<Blob>;
  /** Where the program of the database is, when the page's build moved it. */
  readonly database?: ConstructorParameters<typeof PGlite>[0] & object;
  readonly now?: () => number;
  /** Milliseconds between two signs of life of an event stream. */
  readonly heartbeat?: number;
}

/** The whole server inside a page, with the real rules and the real database. */
export interface PageServer {
  readonly app: App;
  readonly database: Database;
  readonly mail: MailMemory;
  readonly sms: SmsMemory;
  /** What stands in for Dooray!. */
  readonly dooray: Dooray;
  readonly worker: Worker;
  /** For the hub in place of the page's own `fetch`. */
  fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
  /** For the hub's token callback. */
  token(serviceId: string, usercode: string): Promise<{ token: string; expiresAt: number }>;
  close(): Promise<void>;
}

/** Starts the server in this page, in memory. */
export async function startPageServer(options: PageServerOptions = {}): Promise<PageServer> {
  const { snapshot, now = Date.now, heartbeat } = options;
  const client = await PGlite.create({ ...options.database, ...(snapshot && { loadDataDir: snapshot }) });
  const database = await pgliteDatabase(client);
  // As on a server: a database of its own, made when something is masked.
  const vault = new Vault({
    open: async () => {
      const loadDataDir = await options.vault?.();
      return pgliteDatabase(
        await PGlite.create({ ...options.database, ...(loadDataDir && { loadDataDir }) }),
        vaultPlan,
      );
    },
    keys: keysInMemory(),
    now,
  });
  const state = seedState();
  await fillFromDesk(database, state);
  hookDemo(state, 'http://page');
  // It tells only when the server below is there: nothing happens at Dooray! before.
  const dooray = createDooray({ state, now, limit: null, deliver: (request) => app.fetch(request) });
  const deps = {
    database,
    dooray,
    vault,
    now,
    allowedOrigins: [],
    clientAddress: () => 'page',
    customerInfo: customerInfoInMemory(database, now),
  };
  const app: App = createApp(deps, heartbeat === undefined ? {} : { heartbeat });
  const mail = new MailMemory();
  const sms = new SmsMemory();
  const worker = new Worker({ database, vault, mail, sms, dooray, now });
  await worker.start();
  return {
    app,
    database,
    mail,
    sms,
    dooray,
    worker,
    fetch: (input, init) => app.fetch(new Request(input, init)),
    token: (serviceId, usercode) => app.tokens.mint(serviceId, usercode, now()),
    close: async () => {
      await worker.stop();
      await app.close();
      await vault.close();
      await database.close();
    },
  };
}
