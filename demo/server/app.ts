import { OpenAPIHono } from '@hono/zod-openapi';
import { cors } from 'hono/cors';
import type { Api, AppEnv, Deps } from './api.js';
import { failed } from './http/answers.js';
import { notFound, Refusal } from './refusal.js';
import { randomHex } from './random.js';
import { registerRoutes } from './routes/index.js';
import { EventFeed, type FeedOptions } from './services/event-feed.js';
import { FieldCipher } from './services/field-cipher.js';
import { Presence } from './services/presence/presence.js';
import { RateLimits, usualLimits } from './services/rate-limits.js';
import { Tokens } from './services/tokens.js';
import { Turns } from './services/turns.js';

/**
 * How many calls of customers have a connection at the same time. Their readings are one trip each, so that a few keep the
 * server busy. What an agent asks is several trips, each behind all that is under way: meanwhile one customer is served
 * after the other, and the server rests in between.
 */
const customersAtOnce = { usually: 3, meanwhile: 1 };

/** A running application. */
export interface App extends Api {
  /** Answers one request. */
  fetch(request: Request, environment?: unknown): Promise<Response>;
  /** Ends the open streams. */
  close(): Promise<void>;
}

function addRequestIds({ app }: Api): void {
  app.use(async (c, next) => {
    const requestId = randomHex(8);
    c.set('requestId', requestId);
    await next();
    c.res.headers.set('X-Request-Id', requestId);
  });
}

function addCors({ app, deps }: Api): void {
  const allowed = new Set(deps.allowedOrigins);
  const preflight = cors({
    origin: (origin) => (allowed.has(origin) ? origin : null),
    allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'Last-Event-ID'],
    maxAge: 600,
  });
  app.use(async (c, next) => {
    if (c.req.method === 'OPTIONS') return preflight(c, next);
    await next();
    // The middleware would copy the answer twice to write this into it, which takes longer than to send it.
    const { headers } = c.res;
    headers.append('Vary', 'Origin');
    const origin = c.req.header('Origin');
    if (!origin || !allowed.has(origin)) return;
    headers.set('Access-Control-Allow-Origin', origin);
    headers.set('Access-Control-Expose-Headers', 'Date, Retry-After, X-Request-Id, Content-Disposition');
  });
}

/** The server as a function from request to answer, the same in every home. */
export function createApp(deps: Deps, options: FeedOptions = {}): App {
  const app = new OpenAPIHono<AppEnv>();
  const presence = new Presence(deps.database, deps.now);
  const feed = new EventFeed(deps.database, presence, options);
  const limits = new RateLimits(deps.limits === undefined ? usualLimits : deps.limits, deps.now);
  const tokens = new Tokens(deps.database);
  const customers = new Turns(customersAtOnce);
  const cipher = new FieldCipher(deps.database);
  const api: Api = { app, deps, tokens, cipher, feed, presence, limits, customers };
  addRequestIds(api);
  addCors(api);
  app.onError((error, c) => {
    if (!(error instanceof Refusal)) deps.onError?.(error, c.get('requestId'));
    return failed(error);
  });
  app.notFound(() => failed(notFound()));
  registerRoutes(api);
  return {
    ...api,
    fetch: async (request, environment) => app.fetch(request, environment as object),
    close: async () => {
      await feed.close();
      await presence.close();
    },
  };
}
