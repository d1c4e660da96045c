import { sign, type SignedParts } from '../server/index.js';
import type { Answer } from './answer.js';
import type { Client, Query } from './client.js';
import { formOf } from './form.js';

export interface SignedOptions {
  readonly query?: Query;
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of the clock. */
  readonly timestamp?: string;
  /** Instead of the key of the service. */
  readonly key?: string;
  /** What goes under the signature in place of what is sent. */
  readonly signed?: Partial<SignedParts>;
  /** What becomes of the signature; null: it is left out. */
  readonly authorization?: (signature: string) => string | null;
}

export interface Signer {
  readonly serviceId: string;
  readonly organizationId: string;
  readonly key: string;
  readonly now: () => number;
}

interface Content {
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly shown?: string;
  readonly contentType: string;
  /** The bytes that the signature covers. */
  readonly covered: Uint8Array;
  readonly multipart?: boolean;
}

const none: Content = { contentType: 'application/json; charset=utf-8', covered: new Uint8Array() };

/** Calls of the host's server, signed with the key of its service. Paths begin below the service. */
export class SignedCaller {
  readonly #client: Client;
  readonly #signer: Signer;
  #latest = 0;

  constructor(client: Client, signer: Signer) {
    this.#client = client;
    this.#signer = signer;
    client.hide(signer.key);
  }

  get(path: string, options: SignedOptions = {}): Promise<Answer> {
    return this.#send('GET', path, none, options);
  }

  post(path: string, body?: unknown, options: SignedOptions = {}): Promise<Answer> {
    if (body === undefined) return this.#send('POST', path, none, options);
    const text = JSON.stringify(body);
    return this.#send('POST', path, { ...none, body: text, covered: new TextEncoder().encode(text) }, options);
  }

  /** Sends a form; without a file, one that has only another field. */
  async upload(path: string, file: File | null, options: SignedOptions = {}): Promise<Answer> {
    const { body, contentType } = await formOf(file);
    const covered = file ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    const shown = file ? `(form with the file "${file.name}", ${file.size} bytes)` : '(form without a file)';
    return this.#send('POST', path, { body, contentType, covered, shown, multipart: true }, options);
  }

  /** A later one for each call: a server may take a signature once, and equal calls of one moment have the same. */
  #moment(): number {
    this.#latest = Math.max(this.#signer.now(), this.#latest + 1);
    return this.#latest;
  }

  async #send(method: string, below: string, content: Content, options: SignedOptions): Promise<Answer> {
    const { serviceId, organizationId, key } = this.#signer;
    const path = `/${serviceId}${below}`;
    const { query = [], timestamp = String(this.#moment()) } = options;
    const signature = await sign(options.key ?? key, {
      organizationId,
      path,
      query: new URLSearchParams(query.map(([name, value]) => [name, value])),
      timestamp,
      body: content.covered,
      multipart: content.multipart ?? false,
      ...options.signed,
    });
    const authorization = options.authorization ? options.authorization(signature) : signature;
    return this.#client.send(method, path, {
      query,
      body: content.body,
      shown: content.shown,
      headers: {
        ...(authorization !== null && { Authorization: authorization }),
        'X-TC-Timestamp': timestamp,
        'Content-Type': content.contentType,
        ...options.headers,
      },
    });
  }
}
