import { z } from '@hono/zod-openapi';
import type { Api } from '../api.js';
import { failure } from '../contract/envelope.js';
import { beatBody, ticketPresence } from '../contract/presence.js';
import { protectiveHeaders } from '../http/answers.js';
import { readJson } from '../http/json-body.js';
import { Refusal } from '../refusal.js';
import { tellPresence } from '../services/presence/presence.js';
import { asAgent, claimsOf, consoleBase, reading } from './endpoint.js';

/** Seconds after which every page was heard. */
const retryAfter = 6;

/** `presence.json`: who has which ticket open. */
export function presenceRoutes(api: Api): void {
  const path = `${consoleBase}/presence.json`;
  const refused = { 'application/json': { schema: failure } };
  api.app.openAPIRegistry.registerPath({
    method: 'post',
    path,
    summary:
      'What this page shows: told every five seconds while it is in sight, forgotten twelve seconds after the last',
    tags: ['console'],
    security: [{ agentToken: [] }],
    request: {
      params: z.object({ serviceId: z.string() }),
      body: { required: true, content: { 'application/json': { schema: beatBody } } },
    },
    responses: {
      204: { description: 'Done' },
      429: { description: 'Asked too often: again after `Retry-After` seconds (`too_often`)', content: refused },
      default: { description: 'Refused', content: refused },
    },
  });
  // Nothing of it is kept, and a beat that comes twice says the same: it needs no idempotency key.
  api.app.post(path.replace('{serviceId}', ':serviceId'), async (c) => {
    const claims = await claimsOf(api, c);
    api.limits.take('presence', claims);
    const beat = (await readJson(c, beatBody)) as z.output<typeof beatBody>;
    await api.presence.start();
    await asAgent(api, c, claims, (tx, context) => tellPresence(tx, context, beat));
    return new Response(null, { status: 204, headers: protectiveHeaders });
  });

  reading(
    api,
    {
      path: '/presence.json',
      summary:
        'Who has which ticket open; refused (503 `not_known_yet`) where this process has not heard every page since it began to listen',
      answer: { contents: ticketPresence },
    },
    async (_tx, { session }) => {
      // Not waited for: to listen takes the connection that an embedded database has but once. A later call tries again.
      api.presence.start().catch(() => undefined);
      // An empty answer would say that nobody is there.
      if (!api.presence.isWhole) throw new Refusal(503, 'not_known_yet', 'Not every page was heard', { retryAfter });
      return api.presence.all(session.service.serviceId);
    },
  );
}
