import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Database } from './db/database.js';
import type { CustomerInfoPort } from './ports/customer-info.js';
import type { DoorayPort } from './ports/dooray.js';
import type { DoorayTimeouts } from './services/dooray/client.js';
import type { FieldCipher } from './services/field-cipher.js';
import type { Limits, RateLimits } from './services/rate-limits.js';
import type { EventFeed } from './services/event-feed.js';
import type { Presence } from './services/presence/presence.js';
import type { Tokens } from './services/tokens.js';
import type { Turns } from './services/turns.js';
import type { Vault } from './vault/vault.js';

/** What differs between the homes of the server. */
export interface Deps {
  readonly database: Database;
  /** The server's clock. */
  readonly now: () => number;
  /** Origins whose pages may call; compared as they are. */
  readonly allowedOrigins: readonly string[];
  /** Where browsers reach the server, when that is not where requests say they go. */
  readonly publicOrigin?: string;
  /** Address of whoever sent a request. */
  readonly clientAddress: (context: Context) => string;
  /** Asks the customer-information links of the services; without it they cannot be reached. */
  readonly customerInfo?: CustomerInfoPort;
  /** The line to Dooray!; without it nothing of it can be read. */
  readonly dooray?: DoorayPort;
  /** Longest waits for its answers, instead of the usual ones. */
  readonly doorayTimeouts?: DoorayTimeouts;
  /** Keeps what is masked; without it nothing can be. */
  readonly vault?: Vault;
  /** Whether triggers may call addresses without encryption, as in a demo. */
  readonly plainCallbacks?: boolean;
  /** Service keys that are published and so protect nothing: refused. */
  readonly refusedKeys?: readonly string[];
  /** How often agents may ask for what is dear, instead of the usual; null: as often as they like. */
  readonly limits?: Limits | null;
  /** Whether it is there to be tested, and says so: the conformance suite writes to no other. */
  readonly testServer?: boolean;
  /** Checks every answer against its schema, for tests. */
  readonly checkAnswers?: boolean;
  /** Told about failures that are the server's own. */
  readonly onError?: (error: unknown, requestId: string) => void;
}

export interface AppEnv {
  Variables: { requestId: string };
}

/** Where routes are added, and what they work with. */
export interface Api {
  readonly app: OpenAPIHono<AppEnv>;
  readonly deps: Deps;
  readonly tokens: Tokens;
  readonly cipher: FieldCipher;
  readonly feed: EventFeed;
  readonly presence: Presence;
  readonly limits: RateLimits;
  /** Customers wait for each other, so that agents do not wait for them. */
  readonly customers: Turns;
}
