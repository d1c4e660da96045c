import { z } from '@hono/zod-openapi';
import { doorayFileTimeout, doorayTimeout, type DoorayPort } from '../../ports/dooray.js';
import { DoorayFailure, failureOf, unanswered } from './failure.js';
import { paceOf, type Pace } from './pace.js';
import { redirected } from './redirect.js';

export type DoorayQuery = Readonly<Record<string, string | number | boolean | undefined>>;

export interface DoorayFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** Longest waits for an answer, in milliseconds. */
export interface DoorayTimeouts {
  readonly usual: number;
  readonly file: number;
}

interface Call {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly token: string;
  readonly body?: string | FormData;
  /** A file is on its way, in either direction. */
  readonly isFile?: boolean;
}

const pageSize = 100;
/** Most pages of a list that are read. */
const mostPages = 50;
/** Most addresses that one call is sent on to. */
const mostHops = 3;
/** Longest answer that is read, in characters. */
const longestAnswer = 20_000_000;

const envelope = z.object({
  header: z.object({ isSuccessful: z.boolean(), resultCode: z.coerce.number() }),
  result: z.unknown(),
  // A string in some answers.
  totalCount: z.coerce.number().optional(),
});

const created = z.object({ id: z.string().min(1) });

/**
 * Speaks Dooray!'s Open API: its envelope, its pages, its limits, its redirects. Rejects with a `DoorayFailure`, whatever
 * went wrong. Ids are strings: they are longer than a JavaScript number.
 */
export class DoorayClient {
  readonly #port: DoorayPort;
  readonly #pace: Pace;
  readonly #timeouts: DoorayTimeouts;

  constructor(port: DoorayPort, timeouts: DoorayTimeouts = { usual: doorayTimeout, file: doorayFileTimeout }) {
    this.#port = port;
    this.#pace = paceOf(port);
    this.#timeouts = timeouts;
  }

  /** Where its calls start. */
  get base(): string {
    return this.#port.base;
  }

  /** One thing. */
  async get<T>(token: string, path: string, schema: z.ZodType<T>, query: DoorayQuery = {}): Promise<T> {
    const { result } = await this.#json({ method: 'GET', url: this.#address(path, query), token });
    return readable(schema, result);
  }

  /** One page of a list, without what cannot be read of it; `count` is how long it was. Pages count from 0. */
  async page<T>(
    token: string,
    path: string,
    schema: z.ZodType<T>,
    query: DoorayQuery & { readonly page: number },
  ): Promise<{ readonly items: readonly T[]; readonly count: number; readonly total: number | null }> {
    const url = this.#address(path, { size: pageSize, ...query });
    const { result, totalCount = null } = await this.#json({ method: 'GET', url, token });
    const all = readable(z.array(z.unknown()), result ?? []);
    // One odd item must not hide all others.
    const items = all.flatMap((one) => schema.safeParse(one).data ?? []);
    return { items, count: all.length, total: totalCount };
  }

  /** A whole list, or as much of it as anybody can need. */
  async all<T>(token: string, path: string, schema: z.ZodType<T>, query: DoorayQuery = {}): Promise<readonly T[]> {
    const found: T[] = [];
    for (let page = 0; page < mostPages; page++) {
      const { items, count, total } = await this.page(token, path, schema, { ...query, page });
      found.push(...items);
      if (count < pageSize || (total !== null && (page + 1) * pageSize >= total)) break;
    }
    return found;
  }

  /** Makes something; answers with its id. */
  async create(token: string, path: string, body: object): Promise<string> {
    const url = this.#address(path, {});
    const { result } = await this.#json({ method: 'POST', url, token, body: JSON.stringify(body) });
    return readable(created, result).id;
  }

  /** Adds a file; answers with its id. */
  async upload(token: string, path: string, { fileName, contentType, content }: DoorayFile): Promise<string> {
    const body = new FormData();
    body.append('file', new File([new Uint8Array(content)], fileName, { type: contentType }), fileName);
    const url = this.#address(path, {});
    const { result } = await this.#json({ method: 'POST', url, token, body, isFile: true });
    return readable(created, result).id;
  }

  /** The bytes of a file; refused where they are more than `most`. */
  async download(token: string, path: string, most: number): Promise<Uint8Array<ArrayBuffer>> {
    const url = this.#address(path, { media: 'raw' });
    return this.#call({ method: 'GET', url, token, isFile: true }, async ({ body }) => {
      const parts: Uint8Array[] = [];
      let size = 0;
      for (const reader = body?.getReader(); reader;) {
        const { done, value } = await reader.read();
        if (done) break;
        size += value.byteLength;
        if (size > most) {
          await reader.cancel();
          throw new DoorayFailure('refused');
        }
        parts.push(value);
      }
      return joined(parts, size);
    });
  }

  /** Waits until an answer cannot be one to somebody who asks too fast. */
  rest(): Promise<void> {
    return this.#pace.rest();
  }

  #address(path: string, query: DoorayQuery): URL {
    const url = new URL(this.#port.base + path);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    return url;
  }

  /** The envelope of a success. */
  async #json(call: Call): Promise<z.output<typeof envelope>> {
    const text = await this.#call(call, async (response) => {
      const answer = await response.text();
      if (answer.length > longestAnswer) throw new DoorayFailure('refused');
      return answer;
    });
    const answer = readable(envelope, parsed(text));
    if (answer.header.isSuccessful && answer.header.resultCode === 0) return answer;
    throw new DoorayFailure('refused', { status: 200 });
  }

  /** One call to its end. What is read of its answer counts as part of it. */
  async #call<T>(call: Call, read: (response: Response) => Promise<T>): Promise<T> {
    const time = call.isFile ? this.#timeouts.file : this.#timeouts.usual;
    await this.#pace.turn(time);
    const ended = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const over = new Promise<never>((_, fail) => {
      timer = setTimeout(() => {
        fail(new DoorayFailure('unreachable', { again: true, uncertain: true }));
        ended.abort();
      }, time);
    });
    try {
      return await Promise.race([this.#answer(call, ended.signal).then(read), over]);
    } catch (error) {
      throw error instanceof DoorayFailure ? error : unanswered(error);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Sends a call and follows where it is sent on to, with what says who asks. */
  async #answer({ method, url, token, body }: Call, signal: AbortSignal): Promise<Response> {
    let target = url;
    for (let hop = 0; ; hop++) {
      const headers = {
        Authorization: `dooray-api ${token}`,
        Accept: 'application/json',
        ...(typeof body === 'string' && { 'Content-Type': 'application/json' }),
      };
      const response = await this.#port.fetch(
        new Request(target, { method, headers, redirect: 'manual', signal, ...(body !== undefined && { body }) }),
      );
      this.#pace.heed(response.headers);
      if (response.ok) return response;
      await response.body?.cancel();
      if (response.status < 300 || response.status > 399) throw failureOf(response.status, response.headers);
      const next = hop < mostHops ? redirected(response, method, target, this.#port.base) : null;
      if (!next) throw new DoorayFailure('refused', { status: response.status });
      target = next;
    }
  }
}

/** An answer that cannot be read says nothing about what was done. */
const unreadable = () => new DoorayFailure('unreachable', { again: true, uncertain: true });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable();
  }
}

function readable<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) throw unreadable();
  return result.data;
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.byteLength;
  }
  return all;
}
