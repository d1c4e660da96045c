import { demoKeys, organizationId } from '../../../demo/seed/organisation.js';
import { sign } from '../../../src/server/signature.js';
import type { App } from '../../../demo/server/app.js';
import type { Answer, ServiceId } from './caller.js';

export interface OpenCallOptions {
  readonly body?: unknown;
  readonly file?: File;
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: string;
  readonly timestamp?: number;
  /** False: the call is not signed. */
  readonly signed?: boolean;
}

interface Sending {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly signedBytes: Uint8Array<ArrayBuffer>;
  readonly type: string | null;
}

async function sending({ body, file }: OpenCallOptions): Promise<Sending> {
  if (file) {
    const form = new FormData();
    form.append('file', file, file.name);
    const sent = new Response(form);
    const type = sent.headers.get('Content-Type');
    return {
      bytes: new Uint8Array(await sent.arrayBuffer()),
      signedBytes: new Uint8Array(await file.arrayBuffer()),
      type,
    };
  }
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const bytes = new TextEncoder().encode(text);
  return { bytes, signedBytes: bytes, type: body === undefined ? null : 'application/json; charset=utf-8' };
}

/** A host's server: calls the published Open API of one service. */
export class OpenCaller {
  readonly #app: App;
  readonly #serviceId: ServiceId;

  readonly #key: string;
  #calls = 0;

  constructor(app: App, serviceId: ServiceId = 'demo', key: string = demoKeys[serviceId]) {
    this.#app = app;
    this.#serviceId = serviceId;
    this.#key = key;
  }

  /** The request as it goes out; `path` stands below the service. */
  async request(method: string, path: string, options: OpenCallOptions = {}): Promise<Request> {
    const url = new URL(`http://desk.test/${this.#serviceId}${path}`);
    const { bytes, signedBytes, type } = await sending(options);
    // A clock that stands still would sign the same call in the same way, which counts once.
    const timestamp = String(options.timestamp ?? this.#app.deps.now() + this.#calls++);
    const parts = {
      organizationId,
      path: url.pathname,
      query: url.searchParams,
      timestamp,
      body: signedBytes,
      multipart: options.file !== undefined,
    };
    const signature: Record<string, string> =
      options.signed === false
        ? {}
        : {
            Authorization: await sign(options.key ?? this.#key, parts),
            'X-TC-Timestamp': timestamp,
          };
    return new Request(url, {
      method,
      headers: { ...signature, ...(type && { 'Content-Type': type }), ...options.headers },
      ...(bytes.length > 0 && { body: bytes }),
    });
  }

  async send(request: Request): Promise<Answer> {
    const response = await this.#app.fetch(request);
    const { status, headers } = response;
    const text = await response.text();
    const isJson = headers.get('Content-Type')?.startsWith('application/json');
    return { status, headers, text, body: isJson ? JSON.parse(text) : undefined };
  }

  async call(method: string, path: string, options?: OpenCallOptions): Promise<Answer> {
    return this.send(await this.request(method, path, options));
  }

  get(path: string, options?: OpenCallOptions): Promise<Answer> {
    return this.call('GET', path, options);
  }

  post(path: string, body?: unknown, options?: OpenCallOptions): Promise<Answer> {
    return this.call('POST', path, { ...options, body });
  }

  upload(file: File): Promise<Answer> {
    return this.call('POST', '/openapi/v1/ticket/attachments/upload.json', { file });
  }
}
