import { inject } from 'vitest';
import { createApp, type App } from '../../../demo/server/app.js';
import type { Deps } from '../../../demo/server/api.js';
import type { Database } from '../../../demo/server/db/database.js';
import type { FeedOptions } from '../../../demo/server/services/event-feed.js';
import { Vault } from '../../../demo/server/vault/vault.js';
import { Caller, type ServiceId } from './caller.js';
import { freshPostgres } from './postgres.js';
import { freshEmbedded } from './snapshot.js';
import { freshVaultDatabase } from './vault.js';
import { keysInMemory } from '../../../demo/server/vault/keys.js';

/** Which database the suite runs on: the same tests pass on both. */
const postgresUrl = inject('postgresUrl');
export const onPostgres = postgresUrl !== undefined;

/** A time of day in Korea and Japan that is far from midnight. */
const start = Date.UTC(2026, 4, 12, 3, 0, 0);

/** A clock that moves only when told. */
export class Clock {
  now = start;

  advance(milliseconds: number): void {
    this.now += milliseconds;
  }
}

export interface TestServer {
  readonly app: App;
  readonly database: Database;
  readonly vault: Vault;
  readonly clock: Clock;
  /** Failures of the server itself; a test that expects none finds it empty. */
  readonly errors: readonly unknown[];
  /** The page of an agent. */
  as(usercode: string, serviceId?: ServiceId): Promise<Caller>;
  close(): Promise<void>;
}

/** A fresh database of the kind under test, with the demo's organisation and no tickets. */
export async function freshDatabase(): Promise<Database> {
  return postgresUrl === undefined ? freshEmbedded() : (await freshPostgres(postgresUrl)).database;
}

/** The server on a fresh database. Close it when the tests of the file are done. */
export async function startServer(overrides: Partial<Deps> & FeedOptions = {}): Promise<TestServer> {
  const database = overrides.database ?? (await freshDatabase());
  const clock = new Clock();
  const errors: unknown[] = [];
  const { heartbeat, ...deps } = overrides;
  const vault =
    overrides.vault ??
    new Vault({ open: () => freshVaultDatabase(postgresUrl), keys: keysInMemory(), now: () => clock.now });
  const app = createApp(
    {
      database,
      vault,
      now: () => clock.now,
      allowedOrigins: [],
      clientAddress: () => '127.0.0.1',
      checkAnswers: true,
      limits: null,
      onError: (error) => errors.push(error),
      ...deps,
    },
    heartbeat === undefined ? {} : { heartbeat },
  );
  return {
    app,
    database,
    vault,
    clock,
    errors,
    as: async (usercode, serviceId = 'demo') => {
      const { token } = await app.tokens.mint(serviceId, usercode, clock.now);
      return new Caller(app, serviceId, token);
    },
    close: async () => {
      await app.close();
      await vault.close();
      await database.close();
    },
  };
}
