/**
 * How a call of the published Open API is made:
 *
 *     open(api, { method: 'get', path: '/api/v2/service.json', summary: '…', query, answer: { content: service } },
 *       (tx, context, { query }) => readService(tx, context, query));
 *
 *     signed(api, { method: 'post', path: '/openapi/v1/ticket.json', summary: '…', body, answer: { content: ticket } },
 *       (tx, context, { body }) => createOpenTicket(tx, context, body));
 *
 * Both find the service, open its transaction, check the input by its schemas and put what the work returns into the
 * envelope; `signed` also asks for the common authentication. The work throws an `OpenFailure` or a `Refusal` for what it
 * does not do. Paths stand below `/{serviceId}`.
 */
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Api } from '../../api.js';
import { openFailureSchema, openNothing, openPage } from '../../contract/open/common.js';
import { many, one } from '../../contract/envelope.js';
import type { Tx } from '../../db/database.js';
import { json } from '../../http/answers.js';
import { readBody } from '../../http/body.js';
import { success, type Envelope } from '../../http/envelope.js';
import { openFailure, pageEnvelope, type OpenPage } from '../../http/open-envelope.js';
import { openFileAnswer, type OpenFile } from '../../http/open-file.js';
import { parseJson, parseValues } from '../../http/parse.js';
import { notFound } from '../../refusal.js';
import { publicService, type ServiceContext } from '../../services/context.js';
import { findOpenService, isServiceName, type OpenService } from '../../services/open/open-service.js';
import { keepMethod, useSignature } from '../../services/open/signed-calls.js';
import { anybodyAt, checkCaller, checkSignature, countingRefused, signatureOf } from '../authenticate.js';
import { readForm, readFormFile, readOpenInput } from './input.js';

/** One thing, many things, one page of a list, a file, or nothing. */
export type OpenAnswer =
  | { readonly content: z.ZodType }
  | { readonly contents: z.ZodType }
  | { readonly page: z.ZodType }
  | { readonly file: true }
  | { readonly nothing: true };

export interface OpenEndpoint {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Below `/{serviceId}`. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  /** The JSON body. */
  readonly body?: z.ZodType;
  /** True where the body is a form with one file, named `file`. */
  readonly form?: boolean;
  readonly answer: OpenAnswer;
  /** True where a signed call may be made again with its signature; those that are no GET may not, unless it is said. */
  readonly repeatable?: boolean;
  /** True where the same address takes other methods, for which its signature would do. */
  readonly shared?: boolean;
}

/** Largest JSON body, in bytes. */
export const usualLimit = 2_000_000;

/** Longest that one statement of a call may take, in milliseconds; of one that anybody may make, less. */
export const patience = { signed: 10_000, open: 2_000 };

export interface OpenContext extends ServiceContext {
  /** Address of the customer as the host's server tells it; only a signed call may. */
  readonly customerAddress: string | null;
}

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;

export interface OpenInput<E extends OpenEndpoint> {
  readonly params: Parsed<E['params']>;
  readonly query: Parsed<E['query']>;
  readonly body: Parsed<E['body']>;
  /** The file of a form. */
  readonly file: E['form'] extends true ? File : undefined;
}

export type Answered<A extends OpenAnswer> = A extends { content: infer S extends z.ZodType }
  ? z.input<S>
  : A extends { contents: infer S extends z.ZodType }
    ? readonly z.input<S>[]
    : A extends { page: infer S extends z.ZodType }
      ? OpenPage<z.input<S>>
      : A extends { file: true }
        ? OpenFile
        : void;

type Work<E extends OpenEndpoint> = (
  tx: Tx,
  context: OpenContext,
  input: OpenInput<E>,
) => Promise<Answered<E['answer']>>;

function schemaOf(answer: OpenAnswer): z.ZodType {
  if ('content' in answer) return one(answer.content);
  if ('contents' in answer) return many(answer.contents);
  if ('page' in answer) return openPage(answer.page);
  return 'file' in answer ? z.string() : openNothing;
}

/** Adds a call to the description of the API; answers with its address for the router. */
export function register(api: Api, endpoint: OpenEndpoint, isSigned: boolean): string {
  const { method, params, query, body, form, answer, summary } = endpoint;
  const path = `/{serviceId}${endpoint.path}`;
  const serviceId = z.object({ serviceId: z.string() });
  const type = 'file' in answer ? 'application/octet-stream' : 'application/json';
  const file = z.object({ file: z.string().openapi({ format: 'binary' }) });
  api.app.openAPIRegistry.registerPath({
    method,
    path,
    summary,
    tags: ['open'],
    ...(isSigned && { security: [{ serviceSignature: [] }] }),
    request: {
      params: params instanceof z.ZodObject ? serviceId.extend(params.shape) : serviceId,
      ...(query instanceof z.ZodObject && { query }),
      ...(isSigned && { headers: z.object({ 'X-TC-Timestamp': z.string() }) }),
      ...(body && { body: { required: true, content: { 'application/json': { schema: body } } } }),
      ...(form && { body: { required: true, content: { 'multipart/form-data': { schema: file } } } }),
    },
    responses: {
      200: { description: 'Done', content: { [type]: { schema: schemaOf(answer) } } },
      default: { description: 'Refused', content: { 'application/json': { schema: openFailureSchema } } },
    },
  });
  // The router takes a pattern for a whole segment only: the ending is part of it, and cut off when it is read.
  return path.replace(/\{(\w+)\}\.json$/, ':$1{[^/]+\\.json}').replace(/\{(\w+)\}(?=\/|$)/g, ':$1');
}

/** The answer that tells this value. */
export function answerTo(api: Api, endpoint: OpenEndpoint, value: unknown): Response {
  const { answer } = endpoint;
  if ('file' in answer) return openFileAnswer(value as OpenFile);
  const envelope = envelopeOf(answer, value);
  if (api.deps.checkAnswers) schemaOf(answer).parse(envelope);
  return json(200, envelope);
}

function envelopeOf(answer: OpenAnswer, value: unknown): Envelope {
  if ('content' in answer) return success(200, { content: value });
  if ('contents' in answer) return success(200, { contents: value });
  if ('page' in answer) return pageEnvelope(value as OpenPage<unknown>);
  return { ...success(200, {}), result: null };
}

export function contextOf(api: Api, c: Context, service: OpenService, customerAddress: string | null): OpenContext {
  return {
    service: publicService(service),
    now: api.deps.now(),
    client: api.deps.clientAddress(c),
    customerAddress,
  };
}

/** Runs a handler; whatever it throws is answered in the envelope of the Open API. */
export function answering(api: Api, handle: (c: Context) => Promise<Response>): (c: Context) => Promise<Response> {
  return async (c) => {
    try {
      return await handle(c);
    } catch (error) {
      const { status, envelope, headers } = openFailure(error);
      if (status === 500) api.deps.onError?.(error, String(c.get('requestId')));
      return json(status, envelope, headers);
    }
  };
}

/** Runs work in a transaction of the service that is called. */
export async function inService<T>(
  api: Api,
  c: Context,
  work: (tx: Tx, service: OpenService) => Promise<T>,
  whose: keyof typeof patience = 'signed',
): Promise<T> {
  const serviceId = c.req.param('serviceId') ?? '';
  if (!isServiceName(serviceId)) throw notFound();
  return api.customers.take(() =>
    api.deps.database.transaction({ serviceId, patience: patience[whose] }, async (tx) => {
      const service = await findOpenService(tx, serviceId);
      if (!service) throw notFound();
      return work(tx, service);
    }),
  );
}

/** Counts a call that needs no signature for the address that makes it; one that searches costs more. */
export function limitAnybody(api: Api, c: Context): void {
  const caller = anybodyAt(api, c);
  api.limits.take('open', caller);
  if (c.req.query('query')) api.limits.take('open_search', caller);
}

/** Adds a call that needs no signature. Where one is sent it is not looked at. */
export function open<const E extends OpenEndpoint>(api: Api, endpoint: E, work: Work<E>): void {
  const path = register(api, endpoint, false);
  const handler = answering(api, async (c) => {
    limitAnybody(api, c);
    const answered = (tx: Tx, service: OpenService) => {
      const input = { ...readOpenInput(c, endpoint), body: undefined, file: undefined };
      return work(tx, contextOf(api, c, service, null), input as OpenInput<E>);
    };
    return answerTo(api, endpoint, await inService(api, c, answered, 'open'));
  });
  api.app.on(endpoint.method.toUpperCase(), path, handler);
}

/** A body may be left out where its schema says so. */
function bodyOf(schema: z.ZodType, bytes: Uint8Array): unknown {
  return bytes.length > 0 ? parseJson(schema, bytes) : parseValues(schema, undefined);
}

/** Adds a call that the host's server signs with the service key. */
export function signed<const E extends OpenEndpoint>(api: Api, endpoint: E, work: Work<E>): void {
  const path = register(api, endpoint, true);
  const hasBody = endpoint.body !== undefined || endpoint.form === true;
  const { method, repeatable = method === 'get', shared = false } = endpoint;
  const answer = async (c: Context) => {
    const caller = hasBody && (await inService(api, c, (_tx, service) => Promise.resolve(service)));
    const before = caller && { service: caller, serviceKey: checkCaller(api, c, caller) };
    const bytes = endpoint.form ? await readForm(c) : await readBody(c.req.raw, usualLimit);
    const file = endpoint.form ? await readFormFile(c, bytes) : undefined;
    const sent = file ? { bytes: file.bytes, multipart: true } : { bytes, multipart: false };
    if (before) await checkSignature(c, before.service, before.serviceKey, sent);
    await api.cipher.prepare();
    if (shared && method !== 'post') {
      await inService(api, c, async (tx, service) => {
        await checkSignature(c, service, checkCaller(api, c, service), sent);
        await keepMethod(tx, contextOf(api, c, service, null), signatureOf(c), method);
      });
    }
    const value = await inService(api, c, async (tx, service) => {
      // Key, addresses and time count as they are when the call is done, however long its body was on its way.
      const serviceKey = checkCaller(api, c, service);
      if (!before || serviceKey !== before.serviceKey) await checkSignature(c, service, serviceKey, sent);
      const body = endpoint.body && bodyOf(endpoint.body, bytes);
      const input = { ...readOpenInput(c, endpoint), body, file: file?.file };
      const context = contextOf(api, c, service, c.req.header('OC-Client-IP')?.trim() || null);
      if (!repeatable) await useSignature(tx, context, { ...signatureOf(c), repeatable });
      return work(tx, context, input as OpenInput<E>);
    });
    return answerTo(api, endpoint, value);
  };
  const handler = answering(api, (c) => countingRefused(api, c, () => answer(c)));
  api.app.on(endpoint.method.toUpperCase(), path, handler);
}
