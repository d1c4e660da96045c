import { Hono } from 'hono';
import { callerOf, scheme } from './access.js';
import { missing, Refused, refused } from './answers.js';
import { Faults, LateWork, spoiled, type Fault } from './faults.js';
import { fileCalls, storageCalls } from './file-calls.js';
import { HookPost, type Deliver } from './hooks.js';
import { Buckets, type Limit } from './limits.js';
import { logCalls } from './log-calls.js';
import { hookCalls, memberCalls, projectCalls } from './project-calls.js';
import type { CallEnv, Service } from './service.js';
import type { DoorayState } from './state.js';
import { taskCalls } from './task-calls.js';

export interface DoorayOptions {
  readonly state: DoorayState;
  /** Where its calls start, without a slash at the end. */
  readonly base?: string;
  /** Where its files are: another host. */
  readonly fileBase?: string;
  readonly now?: () => number;
  /** How hooks are sent; by HTTP unless told. */
  readonly deliver?: Deliver;
  /** Null: as many calls as somebody likes. */
  readonly limit?: Limit | null;
  /** Called after every call that may have changed something. */
  readonly onChange?: () => void;
}

/** One call that came in, for who wants to know what was asked. */
export interface SeenCall {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly at: number;
}

/** A stand-in for the project service of Dooray!, as its Open API is documented. */
export interface Dooray {
  readonly base: string;
  readonly fileBase: string;
  readonly state: DoorayState;
  readonly faults: Faults;
  readonly hooks: HookPost;
  /** Everything that was asked, oldest first. */
  readonly calls: readonly SeenCall[];
  /** Answers one call; rejects where a fault lets nobody be reached. */
  fetch(request: Request): Promise<Response>;
  /** A token that was revoked is not known any more. */
  revoke(token: string): void;
}

export const usualLimit: Limit = { burst: 20, perSecond: 5, tooMany: 'refused' };

const mostCalls = 2_000;
/** By which the project page says that a person is at it. */
export const personHeader = 'X-Dooray-Page';

function routesOf(service: Service, fileHost: string): Hono<CallEnv> {
  const app = new Hono<CallEnv>();
  app.onError((error) => {
    if (error instanceof Refused) return refused(error);
    throw error;
  });
  app.notFound(() => refused(missing('The address')));
  app.use(async (c, next) => {
    // Files are on a host of their own, and only files are there.
    const isFile = /^\/(uploads|downloads)\//.test(c.req.path);
    if (isFile !== (new URL(c.req.url).host === fileHost)) throw missing('The address');
    c.set('caller', callerOf(service.state, c.req.raw));
    await next();
  });
  memberCalls(app, service);
  projectCalls(app, service);
  hookCalls(app, service);
  taskCalls(app, service);
  logCalls(app, service);
  fileCalls(app, service);
  storageCalls(app, service);
  return app;
}

function tooMany(limit: Limit, method: string): Fault {
  return { kind: limit.tooMany === 'empty' && method === 'GET' ? 'empty' : 429 };
}

/** Starts a stand-in that answers by direct call. */
export function createDooray(options: DoorayOptions): Dooray {
  const { state, base = 'https://api.dooray.example', fileBase = 'https://file-api.dooray.example' } = options;
  const { now = Date.now, deliver = fetch, limit = usualLimit, onChange } = options;
  const hooks = new HookPost(state, (request) => deliver(request));
  const isProgram = (request: Request): boolean => !request.headers.has(personHeader);
  const app = routesOf({ state, hooks, now, fileBase, isProgram }, new URL(fileBase).host);
  const faults = new Faults();
  const lateWork = new LateWork();
  const buckets = limit && new Buckets(limit, now);
  const calls: SeenCall[] = [];

  const answered = async (request: Request): Promise<Response> => {
    const answer = await app.fetch(request);
    if (request.method !== 'GET') onChange?.();
    return answer;
  };

  const failing = async (
    fault: Fault,
    request: Request,
    headers: Readonly<Record<string, string>>,
  ): Promise<Response> => {
    const needsAnswer = fault.done || fault.kind === 'truncated';
    const answer = needsAnswer ? await answered(request.clone()) : undefined;
    const { late } = fault;
    if (late === undefined) return spoiled(fault, request, answer, headers);
    const again = request.clone();
    return spoiled(fault, request, answer, headers).finally(() => lateWork.owe(now() + late, () => answered(again)));
  };

  const respond = async (request: Request): Promise<Response> => {
    const { pathname: path, search: query } = new URL(request.url);
    const { method } = request;
    await lateWork.catchUp(now());
    calls.push({ method, path, query, at: now() });
    if (calls.length > mostCalls) calls.shift();
    const token = request.headers.get('Authorization')?.slice(scheme.length) ?? '';
    const { allowed = true, headers = {} } = buckets?.take(token) ?? {};
    // Whoever looks at the project page is spared: what a program meets is to be seen there.
    const asked = isProgram(request) ? faults.meet(method, path) : undefined;
    const fault = limit && !allowed ? tooMany(limit, method) : asked;
    const given = fault ? await failing(fault, request, headers) : await answered(request.clone());
    const told = new Headers(given.headers);
    for (const [name, value] of Object.entries(headers)) if (!told.has(name)) told.set(name, value);
    return new Response(given.body, { status: given.status, headers: told });
  };

  return {
    base,
    fileBase,
    state,
    faults,
    hooks,
    calls,
    fetch: respond,
    revoke: (token) => {
      const place = state.tokens.findIndex((one) => one.token === token);
      if (place >= 0) state.tokens.splice(place, 1);
    },
  };
}
