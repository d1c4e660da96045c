import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Api } from '../api.js';
import { failure as failureSchema, one } from '../contract/envelope.js';
import type { Tx } from '../db/database.js';
import { json } from '../http/answers.js';
import { readBody } from '../http/body.js';
import { success } from '../http/envelope.js';
import { notFound } from '../refusal.js';
import { findService, publicService, type ServiceContext } from '../services/context.js';
import { useSignature } from '../services/open/signed-calls.js';
import { checkCaller, checkSignature, countingRefused, signatureOf, unsigned, type Sent } from './authenticate.js';

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
  /** True where the work knows a call that comes again; else its signature counts once. */
  readonly repeatable?: boolean;
}

async function sentIn(type: string, bytes: Uint8Array<ArrayBuffer>): Promise<Sent> {
  if (!/^multipart\/form-data\b/i.test(type)) return { bytes, multipart: false };
  const form = await new Response(bytes, { headers: { 'Content-Type': type } }).formData().catch(() => undefined);
  const file = form?.get('file');
  if (!(file instanceof Blob)) throw unsigned();
  return { bytes: new Uint8Array(await file.arrayBuffer()), multipart: true };
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
  const { repeatable = false } = endpoint;
  const answer = async (c: Context) => {
    const serviceId = c.req.param('serviceId') ?? '';
    const service = await database.transaction({ serviceId }, (tx) => findService(tx, serviceId));
    if (!service) throw notFound();
    const serviceKey = checkCaller(api, c, service);
    const bytes = await readBody(c.req.raw, endpoint.limit);
    await checkSignature(c, service, serviceKey, await sentIn(c.req.header('Content-Type') ?? '', bytes));
    const context = { service: publicService(service), now: now(), client: clientAddress(c) };
    const given = await read(bytes);
    const content = await database.transaction({ serviceId }, async (tx) => {
      // Key, addresses and time count as they are when the call is done, however long its body was on its way.
      const latest = await findService(tx, serviceId);
      if (!latest || checkCaller(api, c, latest) !== serviceKey) throw unsigned();
      if (!repeatable) await useSignature(tx, context, { ...signatureOf(c), repeatable });
      return work(tx, context, given);
    });
    const status = endpoint.status ?? 200;
    const envelope = success(status, { content });
    if (checkAnswers) one(endpoint.answer).parse(envelope);
    return json(status, envelope);
  };
  api.app.post(register(api, endpoint), (c) => countingRefused(api, c, () => answer(c)));
}
