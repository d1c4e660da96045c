import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Api } from '../api.js';
import { failure as failureSchema, one } from '../contract/envelope.js';
import type { Tx } from '../db/database.js';
import { isAllowed } from '../http/allow-list.js';
import { json } from '../http/answers.js';
import { readBody } from '../http/body.js';
import { success } from '../http/envelope.js';
import { isSignature, verify } from '../http/signature.js';
import { notFound, Refusal } from '../refusal.js';
import { findService, publicService, type ServiceContext, type ServiceRow } from '../services/context.js';

/** A call of the host's server, signed with the service key. */
export interface SignedEndpoint<S extends z.ZodType> {
  readonly path: `/{serviceId}/${string}`;
  readonly summary: string;
  /** Largest body, in bytes. */
  readonly limit: number;
  /** Media type and schema of the body, for the document. */
  readonly body: { readonly type: string; readonly schema: z.ZodType };
  readonly answer: S;
  readonly status?: 200 | 201;
}

/** Both directions: clocks of two servers differ. */
const timeWindow = 5 * 60 * 1000;

const unsigned = () => new Refusal(400, 'invalid_signature', 'The signature is missing, wrong or too old');
const denied = () => new Refusal(403, 'denied', 'Access Denied');

async function signedBytes(
  type: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ body: Uint8Array; multipart: boolean }> {
  if (!/^multipart\/form-data\b/i.test(type)) return { body: bytes, multipart: false };
  const form = await new Response(bytes, { headers: { 'Content-Type': type } }).formData().catch(() => undefined);
  const file = form?.get('file');
  if (!(file instanceof Blob)) throw unsigned();
  return { body: new Uint8Array(await file.arrayBuffer()), multipart: true };
}

/** What can be told before the body has come: who calls, from where and when. */
function checkCaller(api: Api, c: Context, service: ServiceRow): string {
  const { serviceKey } = service;
  if (!serviceKey || api.deps.refusedKeys?.includes(serviceKey)) throw denied();
  if (!isAllowed(service.allowList, api.deps.clientAddress(c))) throw denied();
  const timestamp = c.req.header('X-TC-Timestamp') ?? '';
  const inTime = /^\d{1,15}$/.test(timestamp) && Math.abs(api.deps.now() - Number(timestamp)) <= timeWindow;
  if (!inTime || !isSignature(c.req.header('Authorization') ?? '')) throw unsigned();
  return serviceKey;
}

async function checkSignature(
  c: Context,
  serviceKey: string,
  organizationId: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const url = new URL(c.req.url);
  const parts = {
    organizationId,
    path: url.pathname,
    query: url.searchParams,
    timestamp: c.req.header('X-TC-Timestamp') ?? '',
    ...(await signedBytes(c.req.header('Content-Type') ?? '', bytes)),
  };
  if (!(await verify(serviceKey, parts, c.req.header('Authorization') ?? ''))) throw unsigned();
}

function register<S extends z.ZodType>(api: Api, endpoint: SignedEndpoint<S>): string {
  api.app.openAPIRegistry.registerPath({
    method: 'post',
    path: endpoint.path,
    summary: endpoint.summary,
    tags: ['host'],
    security: [{ serviceSignature: [] }],
    request: {
      params: z.object({ serviceId: z.string() }),
      headers: z.object({ 'X-TC-Timestamp': z.string() }),
      body: { required: true, content: { [endpoint.body.type]: { schema: endpoint.body.schema } } },
    },
    responses: {
      [endpoint.status ?? 200]: {
        description: 'Done',
        content: { 'application/json': { schema: one(endpoint.answer) } },
      },
      default: { description: 'Refused', content: { 'application/json': { schema: failureSchema } } },
    },
  });
  return endpoint.path.replace('{serviceId}', ':serviceId');
}

/** What a signed call is about and what it does. */
export interface SignedWork<S extends z.ZodType, Given> {
  /** Makes of the body what the work needs. No connection to the database is held meanwhile. */
  read(bytes: Uint8Array<ArrayBuffer>): Given | Promise<Given>;
  /** Runs in a transaction of the service, perhaps more than once. */
  work(tx: Tx, context: ServiceContext, given: Given): Promise<z.input<S>>;
}

/** Adds a route for signed calls. */
export function signed<S extends z.ZodType, Given>(
  api: Api,
  endpoint: SignedEndpoint<S>,
  { read, work }: SignedWork<S, Given>,
): void {
  const { database, now, clientAddress, checkAnswers } = api.deps;
  api.app.post(register(api, endpoint), async (c) => {
    const serviceId = c.req.param('serviceId') ?? '';
    const service = await database.transaction({ serviceId }, (tx) => findService(tx, serviceId));
    if (!service) throw notFound();
    const serviceKey = checkCaller(api, c, service);
    const bytes = await readBody(c.req.raw, endpoint.limit);
    await checkSignature(c, serviceKey, service.organizationId, bytes);
    const context = { service: publicService(service), now: now(), client: clientAddress(c) };
    const given = await read(bytes);
    const content = await database.transaction({ serviceId }, (tx) => work(tx, context, given));
    const status = endpoint.status ?? 200;
    const envelope = success(status, { content });
    if (checkAnswers) one(endpoint.answer).parse(envelope);
    return json(status, envelope);
  });
}
