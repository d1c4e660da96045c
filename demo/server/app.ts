import { OpenAPIHono } from '@hono/zod-openapi';
import { cors } from 'hono/cors';
import type { Api, AppEnv, Deps } from './api.js';
import { failed } from './http/answers.js';
import { notFound, Refusal } from './refusal.js';
import { randomHex } from './random.js';
import { registerRoutes } from './routes/index.js';
import { EventFeed, type FeedOptions } from './services/event-feed.js';
import { FieldCipher } from './services/field-cipher.js';
import { RateLimits, usualLimits } from './services/rate-limits.js';
import { Tokens } from './services/tokens.js';

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
  app.use(
    cors({
      origin: (origin) => (allowed.has(origin) ? origin : null),
      allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'Last-Event-ID'],
      exposeHeaders: ['Date', 'Retry-After', 'X-Request-Id', 'Content-Disposition'],
      maxAge: 600,
    }),
  );
}

/** The server as a function from request to answer, the same in every home. */
export function createApp(deps: Deps, options: FeedOptions = {}): App {
  const app = new OpenAPIHono<AppEnv>();
  const feed = new EventFeed(deps.database, options);
  const limits = new RateLimits(deps.limits === undefined ? usualLimits : deps.limits, deps.now);
  const tokens = new Tokens(deps.database);
  const api: Api = { app, deps, tokens, cipher: new FieldCipher(deps.database), feed, limits };
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
    close: () => feed.close(),
  };
}
