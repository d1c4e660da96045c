import { sign } from '../../src/server/index.js';
import { demoKeys, organizationId } from '../../demo/seed/organisation.js';
import type { Handler } from './own-server.js';

/** What a fault makes of a request. What is not told stays. */
export interface Changed {
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: BodyInit;
  readonly timestamp?: string;
}

export function pathOf(request: Request): string {
  return new URL(request.url).pathname;
}

function isForm(request: Request): boolean {
  return request.headers.get('Content-Type')?.startsWith('multipart/') === true;
}

/** The same request with something else in it. */
export async function withOther(request: Request, { path, headers = {}, body }: Changed): Promise<Request> {
  const url = new URL(request.url);
  const all = new Headers(request.headers);
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) all.delete(name);
    else all.set(name, value);
  }
  const bytes = body ?? (request.method === 'GET' ? undefined : await request.clone().arrayBuffer());
  // A form has a border of its own.
  if (body instanceof FormData) all.delete('Content-Type');
  return new Request(`${url.origin}${path ?? url.pathname}${url.search}`, {
    method: request.method,
    headers: all,
    body: bytes,
    signal: request.signal,
  });
}

/** The same request, signed anew: whatever was wrong with its signature is not noticed. */
export async function resigned(request: Request, changed: Changed = {}): Promise<Request> {
  const given = await withOther(request, changed);
  const url = new URL(given.url);
  const multipart = isForm(given);
  const file = multipart ? (await given.clone().formData()).get('file') : null;
  const body = multipart ? (file instanceof File ? await file.arrayBuffer() : null) : await given.clone().arrayBuffer();
  const timestamp = changed.timestamp ?? given.headers.get('X-TC-Timestamp') ?? '';
  const serviceId = url.pathname.split('/')[1] as keyof typeof demoKeys;
  const signature = await sign(demoKeys[serviceId], {
    organizationId,
    path: url.pathname,
    query: url.searchParams,
    timestamp,
    body: new Uint8Array(body ?? new ArrayBuffer(0)),
    multipart,
  });
  return withOther(given, { headers: { Authorization: signature, 'X-TC-Timestamp': timestamp } });
}

export type Json = Record<string, unknown>;

/** The answer with its JSON changed. */
export async function rewritten(response: Response, change: (body: Json) => void): Promise<Response> {
  const body = (await response.json()) as Json;
  change(body);
  return new Response(JSON.stringify(body), { status: response.status, headers: response.headers });
}

export function resultOf(body: Json): Json {
  return (body['result'] ?? {}) as Json;
}

export function contentsOf(body: Json): Json[] {
  return (resultOf(body)['contents'] ?? []) as Json[];
}

/** A handler that treats the requests to some paths in its own way, and leaves the others as they are. */
export function where(
  inner: Handler,
  path: RegExp,
  treat: (request: Request, inner: Handler) => Promise<Response>,
): Handler {
  return (request) => (path.test(pathOf(request)) ? treat(request, inner) : inner(request));
}
