import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Database } from './db/database.js';
import type { CustomerInfoPort } from './ports/customer-info.js';
import type { FieldCipher } from './services/field-cipher.js';
import type { Limits, RateLimits } from './services/rate-limits.js';
import type { EventFeed } from './services/event-feed.js';
import type { Tokens } from './services/tokens.js';
import type { Vault } from './vault/vault.js';

/** What differs between the homes of the server. */
export interface Deps {
  readonly database: Database;
  /** The server's clock. */
  readonly now: () => number;
  /** Origins whose pages may call; compared as they are. */
  readonly allowedOrigins: readonly string[];
  /** Address of whoever sent a request. */
  readonly clientAddress: (context: Context) => string;
  /** Asks the customer-information links of the services; without it they cannot be reached. */
  readonly customerInfo?: CustomerInfoPort;
  /** Keeps what is masked; without it nothing can be. */
  readonly vault?: Vault;
  /** Whether triggers may call addresses without encryption, as in a demo. */
  readonly plainCallbacks?: boolean;
  /** Service keys that are published and so protect nothing: refused. */
  readonly refusedKeys?: readonly string[];
  /** How often agents may ask for what is dear, instead of the usual; null: as often as they like. */
  readonly limits?: Limits | null;
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
  readonly limits: RateLimits;
}
