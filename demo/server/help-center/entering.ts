import type { Context } from 'hono';
import type { Api } from '../api.js';
import { OpenFailure } from '../http/open-envelope.js';
import type { MemberFacts, Members } from '../services/open/member-link.js';
import { addressOf, pageAnswer } from './page.js';
import { visitCookie, type Visit } from './session.js';
import { messagePage } from './views.js';
import { helpWords } from './words.js';

export function redirect(location: string, cookie?: string): Response {
  return new Response(null, {
    status: 303,
    headers: {
      Location: location,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      ...(cookie !== undefined && { 'Set-Cookie': cookie }),
    },
  });
}

/** Somebody who comes with a token goes on without it: addresses are kept and shown in many places. */
export async function entering(api: Api, c: Context, members: Members, visit: Visit): Promise<Response | null> {
  const query = c.req.query();
  if (query['accessToken'] === undefined && query['token'] === undefined) return null;
  const { view, context } = visit;
  const member = await entrant(api, members, query, visit).catch((error: unknown) => {
    if (error instanceof OpenFailure) return null;
    throw error;
  });
  if (!member) return pageAnswer(view, messagePage(view, helpWords[view.language].expired, 403));
  const cookie = visitCookie(api, c, view.serviceId, await members.visit(member, context.now));
  const path = new URL(c.req.url).pathname.split('/hc/')[1] ?? '';
  const { categoryId, page } = query;
  const more = { ...(categoryId !== undefined && { categoryId }), ...(page !== undefined && { page }) };
  return redirect(addressOf(view, path, more), cookie);
}

async function entrant(
  api: Api,
  members: Members,
  query: Readonly<Record<string, string>>,
  { view, context }: Visit,
): Promise<MemberFacts | null> {
  const { accessToken } = query;
  if (accessToken !== undefined) return members.readEntry(accessToken, view.serviceId, context.now);
  const { returnUrl: _returnUrl, ...values } = { ...query, service: view.serviceId } as Record<string, string>;
  const linked = await api.customers.take(() => members.readLink(values, context.now, api.deps.refusedKeys));
  const { usercode, username, email, phone } = linked;
  return { serviceId: view.serviceId, usercode, username, email, phone };
}
