import { AgentTokens, type AgentToken } from './agent-tokens.js';
import { resultOf, type ServerResult } from './answer.js';
import { noticeable, RemoteClock } from './clock.js';
import { ServerCallError } from './server-call-error.js';
import { sign } from './signature.js';

export interface ServerClientOptions {
  /** Where the Open API server is, without a path: `https://example.oc.nhncloud.com`. */
  readonly origin: string;
  readonly serviceId: string;
  readonly organizationId: string;
  /** Secret: it belongs to the host's server and never into a page. */
  readonly serviceKey: string;
  /** Instead of the platform's own. */
  readonly fetch?: typeof fetch;
  /** Longest wait for an answer, in milliseconds; 10,000 unless told. */
  readonly timeout?: number;
  /** Epoch milliseconds of this machine; `Date.now` unless told. */
  readonly now?: () => number;
}

export interface ServerRequest {
  /** Values of the query, by name; absent ones are left out. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Becomes JSON; bytes go as they are. */
  readonly body?: unknown;
  /** Of the body, where it is not JSON. */
  readonly contentType?: string;
  /** More headers, such as `OC-Client-IP` with the customer's address. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** A file that was taken in and can be named by `attachmentId` in a ticket or a re-inquiry. */
export interface UploadedFile {
  /** 32 hexadecimal digits. */
  readonly attachmentId: string;
  readonly fileName: string;
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
}

/** The Open API of one service, as a host's own server calls it. */
export interface ServerClient {
  /**
   * A token for the page of this agent. It is kept until shortly before its end, and whoever asks meanwhile shares one
   * call. `fresh` asks again: for a page whose token was refused.
   * @throws {ServerCallError} with `resultCode` 404 where the service has no such agent
   */
  mintAgentToken(usercode: string, options?: { readonly fresh?: boolean }): Promise<AgentToken>;
  /**
   * A signed call. `path` begins below the service, its parts encoded by the caller: `/openapi/v1/ticket.json`.
   * @throws {ServerCallError}
   */
  request<T = unknown>(method: string, path: string, request?: ServerRequest): Promise<ServerResult<T>>;
  /**
   * Uploads a file for a ticket: less than 10 MB, its name shorter than 100 characters.
   * @throws {ServerCallError}
   */
  upload(file: File, options?: { readonly signal?: AbortSignal }): Promise<UploadedFile>;
}

/** Milliseconds. */
const defaultTimeout = 10_000;
/** A clock that was wrong by this much, in milliseconds, may be why a signature was refused. */
const doubtful = 30_000;
const uploadPath = '/openapi/v1/ticket/attachments/upload.json';

interface Sending {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: BodyInit;
  /** What the signature covers of the body. */
  readonly signed: Uint8Array;
  readonly multipart: boolean;
  readonly signal?: AbortSignal;
}

function originOf(text: string): URL {
  const origin = new URL(text);
  const isHttp = origin.protocol === 'https:' || origin.protocol === 'http:';
  if (!isHttp || origin.pathname !== '/' || origin.search) throw new TypeError(`"${text}" is no origin of a server`);
  return origin;
}

function bodyOf(body: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (body === undefined) return undefined;
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return new TextEncoder().encode(JSON.stringify(body));
}

class SignedClient implements ServerClient {
  readonly #options: ServerClientOptions;
  readonly #origin: URL;
  readonly #clock: RemoteClock;
  readonly #tokens: AgentTokens;
  #last = 0;

  constructor(options: ServerClientOptions) {
    this.#options = options;
    this.#origin = originOf(options.origin);
    this.#clock = new RemoteClock(options.now ?? Date.now);
    this.#tokens = new AgentTokens(
      (usercode) => this.#mint(usercode),
      () => this.#clock.now(),
    );
  }

  mintAgentToken(usercode: string, { fresh = false }: { readonly fresh?: boolean } = {}): Promise<AgentToken> {
    return this.#tokens.get(usercode, fresh);
  }

  request<T = unknown>(method: string, path: string, request: ServerRequest = {}): Promise<ServerResult<T>> {
    const body = bodyOf(request.body);
    const contentType = request.contentType ?? 'application/json; charset=utf-8';
    return this.#call<T>({
      method,
      url: this.#urlOf(path, request.query),
      headers: { ...request.headers, ...(body && { 'Content-Type': contentType }) },
      ...(body && { body }),
      signed: body ?? new Uint8Array(),
      multipart: false,
      ...(request.signal && { signal: request.signal }),
    });
  }

  async upload(file: File, { signal }: { readonly signal?: AbortSignal } = {}): Promise<UploadedFile> {
    const form = new FormData();
    form.append('file', file, file.name);
    const { content } = await this.#call<UploadedFile>({
      method: 'POST',
      url: this.#urlOf(uploadPath),
      headers: {},
      body: form,
      signed: new Uint8Array(await file.arrayBuffer()),
      multipart: true,
      ...(signal && { signal }),
    });
    return content ?? unexpected('The upload was answered without a file');
  }

  async #mint(usercode: string): Promise<AgentToken> {
    const { content } = await this.request<AgentToken>('POST', '/openapi/v1/console/token.json', {
      body: { usercode },
    });
    if (typeof content?.token === 'string' && Number.isFinite(content.expiresAt)) return content;
    return unexpected('The call for a token was answered without one');
  }

  #urlOf(path: string, query: ServerRequest['query'] = {}): URL {
    const url = new URL(`/${encodeURIComponent(this.#options.serviceId)}${path}`, this.#origin);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    return url;
  }

  /** A refusal because of a clock that turns out wrong is tried once more: the server refused it before doing anything. */
  async #call<T>(sending: Sending): Promise<ServerResult<T>> {
    const limit = AbortSignal.timeout(this.#options.timeout ?? defaultTimeout);
    const signal = sending.signal ? AbortSignal.any([limit, sending.signal]) : limit;
    try {
      const first = await this.#send(sending, signal);
      const wasWrongBy = this.#clock.learn(first);
      const isAgain = first.status === 400 && wasWrongBy >= doubtful;
      if (isAgain) await first.body?.cancel();
      return await resultOf<T>(isAgain ? await this.#send(sending, signal) : first);
    } catch (cause) {
      if (cause instanceof ServerCallError || sending.signal?.aborted) throw cause;
      if (limit.aborted) throw new ServerCallError('timeout', 'The Open API server did not answer in time', { cause });
      throw new ServerCallError('network', 'The Open API server cannot be reached', { cause });
    }
  }

  /** Two calls that are the same need two signatures: one counts once. */
  #moment(): number {
    const now = this.#clock.now();
    const isTaken = now <= this.#last && this.#last - now < noticeable;
    this.#last = isTaken ? this.#last + 1 : now;
    return this.#last;
  }

  async #send({ method, url, headers, body, signed, multipart }: Sending, signal: AbortSignal): Promise<Response> {
    const { organizationId, serviceKey } = this.#options;
    const timestamp = String(this.#moment());
    const parts = { organizationId, path: url.pathname, query: url.searchParams, timestamp, body: signed, multipart };
    const authorization = await sign(serviceKey, parts);
    // Called as a function: the platform's own is refused as a method of anything else.
    const send = this.#options.fetch ?? fetch;
    return send(url, {
      method,
      headers: { Accept: 'application/json', ...headers, Authorization: authorization, 'X-TC-Timestamp': timestamp },
      ...(body !== undefined && { body }),
      // Another address would be called with a signature for this one.
      redirect: 'manual',
      signal,
    });
  }
}

function unexpected(message: string): never {
  throw new ServerCallError('unreadable', message, { status: 200 });
}

/**
 * Calls the Open API of a service from a host's own server: signs each call ("common authentication") and mints agent
 * tokens. Keep one client for a service as long as the process lives. It needs WebCrypto and `fetch`: Node 20 or newer, or
 * a worker.
 */
export function createServerClient(options: ServerClientOptions): ServerClient {
  return new SignedClient(options);
}
