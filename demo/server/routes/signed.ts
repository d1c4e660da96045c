import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Api } from '../api.js';
import { failure as failureSchema, one } from '../contract/envelope.js';
import type { Tx } from '../db/database.js';
import { isAllowed } from '../http/allow-list.js';
import { json } from '../http/answers.js';
import { readBody } from '../http/body.js';
import { success } from '../http/envelope.js';
import { verify } from '../http/signature.js';
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

async function checkSignature(
  api: Api,
  c: Context,
  service: ServiceRow,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const { serviceKey, organizationId } = service;
  if (!serviceKey || api.deps.refusedKeys?.includes(serviceKey)) throw denied();
  if (!isAllowed(service.allowList, api.deps.clientAddress(c))) throw denied();
  const timestamp = c.req.header('X-TC-Timestamp') ?? '';
  const inTime = /^\d{1,15}$/.test(timestamp) && Math.abs(api.deps.now() - Number(timestamp)) <= timeWindow;
  if (!inTime) throw unsigned();
  const url = new URL(c.req.url);
  const parts = {
    organizationId,
    path: url.pathname,
    query: url.searchParams,
    timestamp,
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

/** Adds a route for signed calls. The work runs in a transaction of the service and gets the bytes of the body. */
export function signed<S extends z.ZodType>(
  api: Api,
  endpoint: SignedEndpoint<S>,
  work: (tx: Tx, context: ServiceContext, body: Uint8Array<ArrayBuffer>) => Promise<z.input<S>>,
): void {
  api.app.post(register(api, endpoint), async (c) => {
    const serviceId = c.req.param('serviceId') ?? '';
    const bytes = await readBody(c.req.raw, endpoint.limit);
    const now = api.deps.now();
    const client = api.deps.clientAddress(c);
    const content = await api.deps.database.transaction({ serviceId }, async (tx) => {
      const service = await findService(tx, serviceId);
      if (!service) throw notFound();
      await checkSignature(api, c, service, bytes);
      return work(tx, { service: publicService(service), now, client }, bytes);
    });
    const status = endpoint.status ?? 200;
    const envelope = success(status, { content });
    if (api.deps.checkAnswers) one(endpoint.answer).parse(envelope);
    return json(status, envelope);
  });
}
