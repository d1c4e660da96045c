import type { Answer } from './answer.js';
import type { Client, Query } from './client.js';
import { formOf } from './form.js';

export interface AgentOptions {
  readonly query?: Query;
  readonly headers?: Readonly<Record<string, string>>;
  /** The idempotency key; another one for every call unless told, none where null. */
  readonly key?: string | null;
}

/** Calls of one agent's page. Paths are below the console of the service. */
export class AgentCaller {
  readonly usercode: string;
  readonly #client: Client;
  readonly #base: string;
  readonly #token: string;

  constructor(client: Client, serviceId: string, usercode: string, token: string) {
    this.#client = client;
    this.#base = `/${serviceId}/openapi/v1/console`;
    this.#token = token;
    this.usercode = usercode;
    client.hide(token);
  }

  get(path: string, options: AgentOptions = {}): Promise<Answer> {
    return this.#send('GET', path, undefined, { key: null, ...options });
  }

  post(path: string, body?: unknown, options?: AgentOptions): Promise<Answer> {
    return this.#send('POST', path, body, options);
  }

  put(path: string, body?: unknown, options?: AgentOptions): Promise<Answer> {
    return this.#send('PUT', path, body, options);
  }

  patch(path: string, body?: unknown, options?: AgentOptions): Promise<Answer> {
    return this.#send('PATCH', path, body, options);
  }

  delete(path: string, body?: unknown, options?: AgentOptions): Promise<Answer> {
    return this.#send('DELETE', path, body, options);
  }

  async upload(path: string, file: File, options: AgentOptions = {}): Promise<Answer> {
    const { body, contentType } = await formOf(file);
    return this.#client.send('POST', this.#base + path, {
      ...options,
      body,
      shown: `(form with the file "${file.name}", ${file.size} bytes)`,
      headers: { ...this.#headers(options), 'Content-Type': contentType },
    });
  }

  /** The answer before its body was read: for streams. */
  open(path: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Response> {
    return this.#client.open('GET', this.#base + path, {
      headers: { ...this.#headers({ key: null }), ...headers },
      signal,
    });
  }

  #headers({ key = crypto.randomUUID(), headers }: AgentOptions): Record<string, string> {
    return {
      Authorization: `Bearer ${this.#token}`,
      ...(key !== null && { 'Idempotency-Key': key }),
      ...headers,
    };
  }

  #send(method: string, path: string, body: unknown, options: AgentOptions = {}): Promise<Answer> {
    const json = body !== undefined && { 'Content-Type': 'application/json' };
    return this.#client.send(method, this.#base + path, {
      query: options.query,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      headers: { ...json, ...this.#headers(options) },
    });
  }
}
