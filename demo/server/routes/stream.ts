import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Api } from '../api.js';
import { protectiveHeaders } from '../http/answers.js';
import type { Subscriber } from '../services/service-feed.js';
import type { TokenClaims } from '../services/tokens.js';
import { asAgent, claimsOf, consoleBase } from './endpoint.js';

/** Pieces that may wait for a slow reader before the stream is ended. It comes back and is told what it missed. */
const maxWaiting = 1_000;

const encoder = new TextEncoder();

/** One open stream, as the feed sees it. */
class OpenStream implements Subscriber {
  readonly usercode: string;
  #controller: ReadableStreamDefaultController<Uint8Array>;
  #expiry: ReturnType<typeof setTimeout>;
  #leave: (() => void) | undefined;
  #ended = false;

  constructor(usercode: string, lifetime: number, controller: ReadableStreamDefaultController<Uint8Array>) {
    this.usercode = usercode;
    this.#controller = controller;
    this.#expiry = setTimeout(() => this.end(), lifetime);
  }

  /** Says how to leave the feed, which may have been joined too late. */
  joined(leave: () => void): void {
    if (this.#ended) leave();
    else this.#leave = leave;
  }

  send(text: string): void {
    if (this.#ended) return;
    this.#controller.enqueue(encoder.encode(text));
    if ((this.#controller.desiredSize ?? 0) < -maxWaiting) this.end();
  }

  end(): void {
    if (this.#ended) return;
    this.gone();
    this.#controller.close();
  }

  /** The reader went away. */
  gone(): void {
    this.#ended = true;
    clearTimeout(this.#expiry);
    this.#leave?.();
  }
}

function streamOf(api: Api, c: Context, claims: TokenClaims): ReadableStream<Uint8Array> {
  let stream: OpenStream;
  return new ReadableStream<Uint8Array>({
    start: async (controller) => {
      stream = new OpenStream(claims.usercode, claims.expiresAt - api.deps.now(), controller);
      c.req.raw.signal.addEventListener('abort', () => stream.end());
      const now = api.deps.now();
      const within = Number(c.req.query('within'));
      try {
        stream.joined(
          await api.feed.subscribe(claims.serviceId, stream, {
            lastEventId: c.req.header('Last-Event-ID'),
            since: within > 0 ? now - within : undefined,
            now,
          }),
        );
      } catch {
        // The page comes back by itself, and is told then what it missed.
        stream.end();
      }
    },
    cancel: () => stream.gone(),
  });
}

/** `events`: what changes while a page is open. It says what to read again, never what stands there. */
export function streamRoutes(api: Api): void {
  const path = `${consoleBase}/events`;
  api.app.openAPIRegistry.registerPath({
    method: 'get',
    path,
    summary: 'Live events',
    tags: ['console'],
    security: [{ agentToken: [] }],
    request: {
      params: z.object({ serviceId: z.string() }),
      query: z.object({
        within: z.string().optional().openapi({
          description: 'Tell first what happened within this many milliseconds, for a page that heard no event yet',
        }),
      }),
      headers: z.object({ 'Last-Event-ID': z.string().optional() }),
    },
    responses: {
      200: { description: 'Server-sent events', content: { 'text/event-stream': { schema: { type: 'string' } } } },
    },
  });
  api.app.get(path.replace('{serviceId}', ':serviceId'), async (c) => {
    const claims = await claimsOf(api, c);
    await asAgent(api, c, claims, () => Promise.resolve());
    return new Response(streamOf(api, c, claims), {
      headers: {
        ...protectiveHeaders,
        'Content-Type': 'text/event-stream; charset=utf-8',
        // Proxies keep back what they think is a slow answer.
        'X-Accel-Buffering': 'no',
      },
    });
  });
}
