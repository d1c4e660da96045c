import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Api } from '../../api.js';
import { one } from '../../contract/envelope.js';
import { openFailureSchema } from '../../contract/open/common.js';
import { memberPageRoutes } from '../../help-center/routes.js';
import { publicOrigin, visitCookie } from '../../help-center/session.js';
import { json, protectiveHeaders } from '../../http/answers.js';
import { readBody } from '../../http/body.js';
import { success } from '../../http/envelope.js';
import { OpenFailure } from '../../http/open-envelope.js';
import { notFound } from '../../refusal.js';
import { findService } from '../../services/context.js';
import { Members, type MemberLink } from '../../services/open/member-link.js';
import { answering, patience } from './endpoint.js';

const largestForm = 20_000;

/** The values of a form, or of JSON. Of a repeated name the first one counts. */
async function valuesOf(c: Context): Promise<Record<string, unknown>> {
  const bytes = await readBody(c.req.raw, largestForm);
  const type = c.req.header('Content-Type') ?? '';
  if (/^application\/json\b/i.test(type)) {
    const value: unknown = await new Response(bytes).json().catch(() => null);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  }
  const form = await new Response(bytes, { headers: { 'Content-Type': type } }).formData().catch(() => new FormData());
  return Object.fromEntries([...form.entries()].reverse());
}

/** Where a browser may go after it was linked: pages of the host, and the help center itself. */
async function allowedReturn(api: Api, c: Context, { service, returnUrl }: MemberLink): Promise<string | null> {
  if (returnUrl === '') return null;
  const row = await api.customers.take(() =>
    api.deps.database.transaction({ serviceId: service, patience: patience.open }, (tx) => findService(tx, service)),
  );
  if (!row) throw notFound();
  const own = publicOrigin(api, c);
  const target = URL.canParse(returnUrl, own) ? new URL(returnUrl, own) : null;
  const isKnown = target !== null && [own, ...row.hostOrigins].includes(target.origin);
  if (!isKnown || target.username !== '')
    throw new OpenFailure(400, 'The returnUrl is not a page of an allowed origin (admin/host-origins).');
  return target.href;
}

const linkBody = z
  .object({
    service: z.string(),
    usercode: z.string(),
    username: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
    memberno: z.string().optional(),
    time: z.string().openapi({ description: 'Epoch milliseconds; it counts for three minutes' }),
    token: z.string(),
  })
  .openapi('OpenMemberLink');

function register(api: Api): void {
  const form = 'application/x-www-form-urlencoded';
  const refused = { description: 'Refused', content: { 'application/json': { schema: openFailureSchema } } };
  api.app.openAPIRegistry.registerPath({
    method: 'post',
    path: '/v2/enduser/remote.json',
    summary: 'A browser links a member of the host, and goes to `returnUrl`',
    tags: ['open'],
    request: {
      body: { required: true, content: { [form]: { schema: linkBody.extend({ returnUrl: z.string().optional() }) } } },
    },
    responses: {
      200: { description: '`SUCCESS`', content: { 'text/plain': { schema: z.string() } } },
      303: { description: 'To `returnUrl`, which must be a page of the host' },
      default: refused,
    },
  });
  api.app.openAPIRegistry.registerPath({
    method: 'post',
    path: '/api/v2/enduser/remote.json',
    summary: 'A server links a member: the access token opens the help center within five minutes',
    tags: ['open'],
    request: {
      body: { required: true, content: { [form]: { schema: linkBody }, 'application/json': { schema: linkBody } } },
    },
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: one(z.string()) } } },
      default: refused,
    },
  });
}

/** Member linkage: a host vouches for its members, who enter the help center. */
export function memberRoutes(api: Api): void {
  const { database, now, refusedKeys } = api.deps;
  const members = new Members(database);
  register(api);
  const read = (values: Record<string, unknown>) =>
    api.customers.take(() => members.readLink(values, now(), refusedKeys));

  api.app.post(
    '/v2/enduser/remote.json',
    answering(api, async (c) => {
      const linked = await read(await valuesOf(c));
      const location = await allowedReturn(api, c, linked);
      const { service: serviceId, usercode, username, email, phone } = linked;
      const visit = await members.visit({ serviceId, usercode, username, email, phone }, now());
      const headers = { ...protectiveHeaders, 'Set-Cookie': visitCookie(api, c, serviceId, visit) };
      if (location !== null) return new Response(null, { status: 303, headers: { ...headers, Location: location } });
      return new Response('SUCCESS', { headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' } });
    }),
  );

  api.app.post(
    '/api/v2/enduser/remote.json',
    answering(api, async (c) => {
      const { returnUrl: _returnUrl, ...values } = await valuesOf(c);
      const linked = await read(values);
      return json(200, success(200, { content: await members.entry(linked, now()) }));
    }),
  );

  memberPageRoutes(api, members);
}
