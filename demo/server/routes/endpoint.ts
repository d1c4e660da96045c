/**
 * How a route of the console is made:
 *
 *     reading(api, { path: '/tickets/{ticketId}.json', summary: '…', params: z.object({ ticketId }), answer: { content: ticket } },
 *       (tx, context, { params }) => findTicket(tx, context, params.ticketId));
 *
 *     mutating(api, { method: 'post', path: '/tickets/{ticketId}/claim.json', summary: '…', params, body: claimBody, answer: { content: ticket } },
 *       (tx, context, { params, body }) => claim(tx, context, { ...params, ...body }));
 *
 * Both check the token, read the agent's rights, open the transaction of the service, check the input by its schemas
 * and put what the work returns into the envelope. `mutating` also takes the idempotency key: its row and the work are
 * one transaction. The work throws a `Refusal` for what it does not do.
 */
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Api } from '../api.js';
import { failure as failureSchema } from '../contract/envelope.js';
import type { Tx } from '../db/database.js';
import { isTooSlow } from '../db/retry.js';
import { jsonText } from '../http/answers.js';
import { readForm } from '../http/form.js';
import { isOptional, readJson } from '../http/json-body.js';
import { notFound, Refusal } from '../refusal.js';
import { auditApart } from '../services/audit.js';
import { findSession, type AgentContext } from '../services/context.js';
import {
  answeredBefore,
  fingerprintOf,
  idempotencyKey,
  once,
  type Intention,
  type StoredAnswer,
} from '../services/idempotency.js';
import type { Limited } from '../services/rate-limits.js';
import type { TokenClaims } from '../services/tokens.js';
import { ticketIn, type About } from './about.js';
import { contentOf, serialise, type Answered, type AnswerShape } from './answer-shape.js';
import { readInput } from './input.js';

export const consoleBase = '/{serviceId}/openapi/v1/console';

/** Longest that one statement of a request may take, in milliseconds: the page waits a little longer. */
const usualPatience = 10_000;
/** Seconds after which a statement that took too long may be tried again. */
const tooSlowPause = 30;

export interface Endpoint {
  /** Below `consoleBase`. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly answer: AnswerShape;
  readonly status?: 200 | 201 | 202;
  /** It may be asked for only so often: counted before anything of it is read. */
  readonly limit?: Limited;
  /** Longest that one statement may take, in milliseconds, where it is more than usual. */
  readonly patience?: number;
}

export interface MutatingEndpoint extends Endpoint {
  readonly method: 'post' | 'put' | 'patch' | 'delete';
  /** May be left out where the schema says so. */
  readonly body?: z.ZodType;
  /** True where the body is a form with one file. */
  readonly form?: boolean;
  /** False where the work can be repeated as it is: its answers are not kept. */
  readonly kept?: boolean;
  /** True where it changes nothing and has a body only because it has much to say: needs no idempotency key. */
  readonly reads?: boolean;
  /** What it answers with status 200 where it does not do the work. */
  readonly unless?: z.ZodType;
}

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;

export interface Input<E extends Endpoint> {
  readonly params: Parsed<E['params']>;
  readonly query: Parsed<E['query']>;
  readonly body: E extends MutatingEndpoint ? Parsed<E['body']> : undefined;
  /** The idempotency key; empty where none is needed. */
  readonly key: string;
}

type Work<E extends Endpoint> = (tx: Tx, context: AgentContext, input: Input<E>) => Promise<Answered<E['answer']>>;

/** Reads the token of a request to a service. A token of another service finds nothing there. */
export async function claimsOf(api: Api, c: Context): Promise<TokenClaims> {
  const claims = await api.tokens.read(c.req.header('Authorization'), api.deps.now());
  if (claims.serviceId !== c.req.param('serviceId')) throw notFound();
  return claims;
}

/** Runs work for the agent of a token, in a transaction of its service, with the rights of this moment. */
export async function asAgent<T>(
  api: Api,
  c: Context,
  claims: TokenClaims,
  work: (tx: Tx, context: AgentContext) => Promise<T>,
  patience = usualPatience,
): Promise<T> {
  const now = api.deps.now();
  const client = api.deps.clientAddress(c);
  const { serviceId, usercode } = claims;
  await api.cipher.prepare();
  let context: AgentContext | undefined;
  try {
    return await api.customers.before(() =>
      api.deps.database.transaction({ serviceId, patience }, async (tx) => {
        const session = await findSession(tx, serviceId, usercode);
        if (!session) throw new Refusal(401, 'token_invalid', 'A valid token is needed');
        context = { session, now, client };
        return work(tx, context);
      }),
    );
  } catch (error) {
    if (context && error instanceof Refusal && error.noted) await auditApart(api.deps.database, context, error.noted);
    if (!isTooSlow(error)) throw error;
    throw new Refusal(503, 'too_slow', 'This took too long: ask for less', { retryAfter: tooSlowPause });
  }
}

/** Tells the contract of a route; answers with its path as the router takes it. */
export function register(
  api: Api,
  method: 'get' | MutatingEndpoint['method'],
  endpoint: Endpoint & Partial<MutatingEndpoint>,
): string {
  const path = consoleBase + endpoint.path;
  const { params, query, body, form, answer, unless, status = 200, summary, reads = method === 'get' } = endpoint;
  const bodyType = form ? 'multipart/form-data' : 'application/json';
  const serviceId = z.object({ serviceId: z.string() });
  const refused = { 'application/json': { schema: failureSchema } };
  api.app.openAPIRegistry.registerPath({
    method,
    path,
    summary,
    tags: ['console'],
    security: [{ agentToken: [] }],
    request: {
      params: params instanceof z.ZodObject ? serviceId.extend(params.shape) : serviceId,
      ...(query instanceof z.ZodObject && { query }),
      ...(!reads && !('file' in answer) && { headers: z.object({ 'Idempotency-Key': z.string() }) }),
      ...(body && { body: { required: !isOptional(body), content: { [bodyType]: { schema: body } } } }),
    },
    responses: {
      [status]: { description: 'Done', content: contentOf(answer) },
      ...(unless && { 200: { description: 'Not done', content: contentOf({ content: unless }) } }),
      429: { description: 'Asked too often: again after `Retry-After` seconds (`too_often`)', content: refused },
      503: { description: 'A statement took too long: ask for less, or later (`too_slow`)', content: refused },
      default: { description: 'Refused', content: refused },
    },
  });
  // The router takes a pattern for a whole segment only: the ending is part of it, and cut off when it is read.
  return path.replace(/\{(\w+)\}\.json$/, ':$1{[^/]+\\.json}').replace(/\{(\w+)\}(?=\/|$)/g, ':$1');
}

/** Adds a route that changes nothing. */
export function reading<const E extends Endpoint>(api: Api, endpoint: E, work: Work<E>): void {
  api.app.get(register(api, 'get', endpoint), async (c) => {
    const claims = await claimsOf(api, c);
    if (endpoint.limit) api.limits.take(endpoint.limit, claims);
    const value = await asAgent(
      api,
      c,
      claims,
      (tx, context) => {
        const input = { ...readInput(c, endpoint), body: undefined, key: '' };
        return work(tx, context, input as Input<E>);
      },
      endpoint.patience,
    );
    const { status, answer } = serialise(api, endpoint, value);
    return jsonText(status, await api.cipher.openAnswer(claims.serviceId, answer));
  });
}

/** One call whose input is read and checked. */
export interface Call<E extends MutatingEndpoint> {
  readonly input: Omit<Input<E>, 'key'>;
  /** Where browsers reach the server. */
  readonly origin: string;
  /** Does a part of the work for the agent, with the rights of this moment. */
  asAgent<T>(work: (tx: Tx, context: AgentContext) => Promise<T>): Promise<T>;
  /** Does the whole work in one transaction, once for its idempotency key. */
  once(work: Work<E>, about?: About): Promise<Response>;
  /** What was answered to the call before, if it was. Refuses its key in time for what no transaction can undo. */
  answered(about?: About): Promise<Response | null>;
  /** Counts the call, where only some of its kind are limited. */
  count(what: Limited): void;
  /** What is answered where the work is not done, or not in one transaction. */
  answer(value: unknown): Response;
}

/** Adds a route that is not simply one transaction: it asks somebody else, answers with a file, or only looks. */
export function calling<const E extends MutatingEndpoint>(
  api: Api,
  endpoint: E,
  handle: (call: Call<E>) => Promise<Response>,
): void {
  const path = register(api, endpoint.method, endpoint);
  const route = `${endpoint.method} ${endpoint.path}`;
  const { answer, status, unless } = endpoint;
  api.app.on(endpoint.method.toUpperCase(), path, async (c) => {
    const claims = await claimsOf(api, c);
    if (endpoint.limit) api.limits.take(endpoint.limit, claims);
    const body = endpoint.form ? await readForm(c.req.raw) : await readJson(c, endpoint.body);
    const input = { ...readInput(c, endpoint), body } as Input<E>;
    const intentionOf = async (about: About): Promise<Intention> => ({
      route,
      key: idempotencyKey(c.req.header('Idempotency-Key')),
      fingerprint: await fingerprintOf(about.input ?? input),
      ticketId: about.ticketId ?? ticketIn(input.params) ?? null,
    });
    const sent = async (done: StoredAnswer) =>
      jsonText(done.status, await api.cipher.openAnswer(claims.serviceId, done.answer));
    return handle({
      input,
      origin: new URL(api.deps.publicOrigin ?? c.req.url).origin,
      asAgent: (work) => asAgent(api, c, claims, work, endpoint.patience),
      once: async (work, about = {}) => {
        const intention = await intentionOf(about);
        const { key, ticketId } = intention;
        const done = await asAgent(
          api,
          c,
          claims,
          (tx, context) => {
            const answered = async (inner: Tx) => {
              const value = await work(inner, context, { ...input, key });
              return { ...serialise(api, endpoint, value), ticketId: ticketId ?? ticketIn(value) ?? null };
            };
            return endpoint.kept === false ? answered(tx) : once(tx, context, intention, answered);
          },
          endpoint.patience,
        );
        return sent(done);
      },
      answered: async (about = {}) => {
        const intention = await intentionOf(about);
        const done = await asAgent(api, c, claims, (tx, context) => answeredBefore(tx, context, intention));
        return done ? sent(done) : null;
      },
      count: (what) => api.limits.take(what, claims),
      answer: (value) => {
        const done = serialise(api, unless ? { answer: { content: unless } } : { answer, status }, value);
        return jsonText(done.status, done.answer);
      },
    });
  });
}

/** Adds a route that changes something, once for each idempotency key. */
export function mutating<const E extends MutatingEndpoint>(api: Api, endpoint: E, work: Work<E>): void {
  calling(api, endpoint, (call) => call.once(work));
}
