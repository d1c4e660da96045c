import { sign } from '../../../src/server/signature.js';
import { demoKeys, organizationId } from '../../../demo/seed/organisation.js';
import type { App } from '../../../demo/server/app.js';

export type ServiceId = keyof typeof demoKeys;

/** What a client received. `content` and `contents` are those of the envelope. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // Tests compare answers of many shapes; the schemas are checked by the server in tests.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

async function received(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json');
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
}

export interface CallOptions {
  /** Another one for every call unless told; null: none. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

let keys = 0;

/** An agent's page: calls the console of one service with a token. */
export class Caller {
  readonly #app: App;
  readonly #base: string;
  readonly token: string;

  constructor(app: App, serviceId: string, token: string) {
    this.#app = app;
    this.#base = `http://desk.test/${serviceId}/openapi/v1/console`;
    this.token = token;
  }

  /** The raw response, for streams and files. */
  open(path: string, options: CallOptions = {}): Promise<Response> {
    return this.#send('GET', path, undefined, { key: null, ...options });
  }

  async get(path: string, options?: CallOptions): Promise<Answer> {
    return received(await this.open(path, options));
  }

  async post(path: string, body?: unknown, options?: CallOptions): Promise<Answer> {
    return received(await this.#send('POST', path, body, options));
  }

  async put(path: string, body?: unknown, options?: CallOptions): Promise<Answer> {
    return received(await this.#send('PUT', path, body, options));
  }

  async patch(path: string, body?: unknown, options?: CallOptions): Promise<Answer> {
    return received(await this.#send('PATCH', path, body, options));
  }

  async delete(path: string, body?: unknown, options?: CallOptions): Promise<Answer> {
    return received(await this.#send('DELETE', path, body, options));
  }

  /** Sends a form with one file, as a page does. */
  async upload(path: string, file: File, options: CallOptions = {}): Promise<Answer> {
    const form = new FormData();
    form.append('file', file, file.name);
    const sent = new Response(form);
    const headers = { ...options.headers, 'Content-Type': sent.headers.get('Content-Type') ?? '' };
    return received(await this.#fetch('POST', path, await sent.arrayBuffer(), { ...options, headers }));
  }

  #send(method: string, path: string, body: unknown, options: CallOptions = {}): Promise<Response> {
    const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
    const headers = { ...(text !== undefined && { 'Content-Type': 'application/json' }), ...options.headers };
    return this.#fetch(method, path, text, { ...options, headers });
  }

  #fetch(method: string, path: string, body: BodyInit | undefined, options: CallOptions): Promise<Response> {
    const { key = `key-${++keys}`, headers = {}, signal } = options;
    return this.#app.fetch(
      new Request(`${this.#base}${path}`, {
        method,
        headers: {
          ...(this.token && { Authorization: `Bearer ${this.token}` }),
          ...(key !== null && { 'Idempotency-Key': key }),
          ...headers,
        },
        ...(body !== undefined && { body }),
        ...(signal && { signal }),
      }),
    );
  }
}

export interface SignedOptions {
  readonly timestamp?: number;
  readonly key?: string;
  readonly signature?: string;
  readonly contentType?: string;
}

/** A call of the host's server, signed with the key of the service. */
export async function signedPost(
  app: App,
  serviceId: ServiceId,
  path: string,
  body: Uint8Array<ArrayBuffer> | string,
  options: SignedOptions = {},
): Promise<Answer> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const url = new URL(`http://desk.test/${serviceId}${path}`);
  const timestamp = String(options.timestamp ?? app.deps.now());
  const parts = {
    organizationId,
    path: url.pathname,
    query: url.searchParams,
    timestamp,
    body: bytes,
    multipart: false,
  };
  const signature = options.signature ?? (await sign(options.key ?? demoKeys[serviceId], parts));
  return received(
    await app.fetch(
      new Request(url, {
        method: 'POST',
        body: bytes,
        headers: {
          Authorization: signature,
          'X-TC-Timestamp': timestamp,
          'Content-Type': options.contentType ?? 'application/json',
        },
      }),
    ),
  );
}
