import ky, { HTTPError, TimeoutError, type AfterResponseHook, type BeforeRequestHook } from 'ky';
import { DeskError } from '../base/desk-error.js';
import { problemOf } from './problem.js';
import type { TokenSource } from './token-source.js';

/** One call, in the words of the contract. */
export interface Call {
  readonly method?: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly search?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly json?: unknown;
  /** What is sent where it is no JSON. */
  readonly body?: FormData;
  /** Hears the share of the body that was sent; a `fetch` of the page's own tells of none. */
  readonly onProgress?: (share: number) => void;
  /** One per intention. With it a call that changes something may be repeated. */
  readonly key?: string;
  readonly signal?: AbortSignal;
  /** The call outlives the page. */
  readonly keepalive?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  /** Nobody waits for this call: it does not ask the page for a token again that it just did not give. */
  readonly isPatient?: boolean;
  /** Token to be used for this call alone. */
  readonly bearer?: string;
  /** Milliseconds for one try; false for none. */
  readonly timeout?: number;
  readonly tries?: number;
}

export interface HttpOptions {
  /** With the service and the path of the console. */
  readonly baseUrl: string;
  readonly fetch: () => typeof globalThis.fetch;
  readonly token: TokenSource;
  /** Ends everything under way. */
  readonly signal: AbortSignal;
  /** A call ended, well or not. */
  readonly onEnd?: () => void;
  /** What the server's clock said. */
  readonly onDate: (server: number) => void;
  /** Milliseconds before the n-th repetition; tests make it short. */
  readonly pause?: (attempt: number) => number;
}

export interface Http {
  /** Content of the envelope. */
  json<T>(path: string, call?: Call): Promise<T>;
  /** The bare answer, for what is no JSON. */
  raw(path: string, call?: Call): Promise<Response>;
}

/** First try and seven more for what must not be left in doubt: 38 s without jitter. Who only reads is told sooner. */
const mostTries = 8;
const readingTries = 3;
const tryTimeout = 15_000;
/** Longest pause that somebody who reads waits through, in milliseconds: a longer one is told, and who shows it asks again. */
const longestPause = 5_000;
const repeatable = ['offline', 'timeout', 'server', 'busy'];
/** Statuses after which the same call may succeed. */
const passing = [408, 429, 500, 502, 503, 504];

/** The one file that knows ky. */
export function createHttp(options: HttpOptions): Http {
  const client = ky.create({
    prefixUrl: options.baseUrl,
    fetch: (input, init) => options.fetch()(input, init),
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    hooks: {
      beforeRequest: [signRequest(options.token)],
      afterResponse: [renewToken(options.token), readAnswer(options)],
    },
  });

  async function send(path: string, call: Call, context: Record<string, unknown>): Promise<Response> {
    const method = call.method ?? 'get';
    const signal = call.signal ? AbortSignal.any([call.signal, options.signal]) : options.signal;
    const isSafe = method === 'get' || call.key !== undefined;
    const tries = call.tries ?? (method === 'get' ? readingTries : mostTries);
    try {
      return await client(path, {
        method,
        searchParams: call.search,
        json: call.json,
        body: call.body,
        keepalive: call.keepalive,
        headers: { ...call.headers, ...(call.key === undefined ? {} : { 'Idempotency-Key': call.key }) },
        signal,
        timeout: call.timeout ?? tryTimeout,
        context,
        ...(call.onProgress ? { fetch: await progressFetch(options.fetch(), call.onProgress) } : {}),
        retry: {
          // One at least, for the try with a renewed token.
          limit: isSafe ? Math.max(1, tries - 1) : 1,
          methods: [method],
          statusCodes: passing,
          afterStatusCodes: [429, 503],
          maxRetryAfter: 30_000,
          backoffLimit: 20_000,
          retryOnTimeout: true,
          delay: options.pause ?? ((attempt) => 300 * 2 ** (attempt - 1)),
          jitter: (delay) => delay * (0.5 + Math.random() / 2),
          shouldRetry: ({ error }) => {
            if (signal.aborted || !isSafe || tries === 1) return false;
            if (tries <= readingTries && pauseAskedBy(error) > longestPause) return false;
            return error instanceof HTTPError || error instanceof TimeoutError
              ? undefined
              : repeatable.includes(toDeskError(error).kind);
          },
        },
      });
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw error instanceof HTTPError ? await readProblem(error.response) : toDeskError(error);
    } finally {
      options.onEnd?.();
    }
  }

  return {
    raw: (path, call = {}) => send(path, call, { isPatient: call.isPatient }),
    async json<T>(path: string, call: Call = {}) {
      let result: unknown;
      // ky copies the context; only a function reaches back.
      const take = (read: unknown): unknown => (result = read);
      await send(path, call, { take, bearer: call.bearer, isPatient: call.isPatient });
      return result as T;
    },
  };
}

function pauseAskedBy(error: unknown): number {
  return error instanceof HTTPError ? Number(error.response.headers.get('Retry-After') ?? 0) * 1000 : 0;
}

function signRequest(token: TokenSource): BeforeRequestHook {
  return async (request, options) => {
    const bearer =
      (options.context['bearer'] as string | undefined) ?? (await token.get(options.context['isPatient'] === true));
    // A renewed token may be another agent's, who does not send what the former one asked for.
    request.signal.throwIfAborted();
    request.headers.set('Authorization', `Bearer ${bearer}`);
  };
}

/** A refused token is renewed once for a call; whether that helps is for the server to say. */
function renewToken(token: TokenSource): AfterResponseHook {
  return (request, options, response) => {
    if (response.status !== 401) return;
    token.refuse(request.headers.get('Authorization')?.slice('Bearer '.length) ?? '');
    if (options.context['wasRenewed'] || options.context['bearer']) return;
    options.context['wasRenewed'] = true;
    return ky.retry({ delay: 0, code: 'TOKEN' });
  };
}

/** Reads the body as part of the try, so that an answer that breaks off counts as none. */
function readAnswer({ onDate }: HttpOptions): AfterResponseHook {
  return async (_request, options, response) => {
    const date = Date.parse(response.headers.get('Date') ?? '');
    if (date) onDate(date);
    const take = options.context['take'] as ((result: unknown) => void) | undefined;
    if (!take || !response.ok) return;
    if (/text\/html/i.test(response.headers.get('Content-Type') ?? '')) {
      throw new DeskError('signed-out', 'A sign-in page stands before the server.');
    }
    const body = await withLimit(response, tryTimeout).catch((cause: unknown) => {
      throw new DeskError('server', 'The answer broke off.', { cause });
    });
    const envelope = body as { header?: { isSuccessful?: unknown }; result?: unknown } | null;
    if (envelope?.header?.isSuccessful !== true) throw new DeskError('server', 'The answer has no envelope.');
    take(envelope.result);
  };
}

async function withLimit(response: Response, milliseconds: number): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('The body stood still.', 'TimeoutError')), milliseconds);
  });
  try {
    return await Promise.race([response.json(), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function readProblem(response: Response): Promise<DeskError> {
  const body: unknown = await withLimit(response, tryTimeout).catch(() => null);
  return problemOf(response.status, response.headers.get('Retry-After'), body);
}

function toDeskError(error: unknown): DeskError {
  if (error instanceof DeskError) return error;
  if (error instanceof TimeoutError) return new DeskError('timeout', 'The server took too long.', { cause: error });
  // fetch tells every failure of the network, and every answer withheld by the browser, as a TypeError.
  if (error instanceof TypeError) return new DeskError('offline', 'The server cannot be reached.', { cause: error });
  return new DeskError('server', 'The call failed.', { cause: error });
}

/** A fetch that tells how much was sent, where nobody exchanged the browser's own. */
async function progressFetch(
  fetch: typeof globalThis.fetch,
  onProgress: (share: number) => void,
): Promise<typeof globalThis.fetch> {
  return fetch === globalThis.fetch ? (await import('./sending-fetch.js')).sendingFetch(onProgress) : fetch;
}
