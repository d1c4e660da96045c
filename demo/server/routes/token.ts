import { and, eq } from 'drizzle-orm';
import type { Api } from '../api.js';
import { token, tokenBody } from '../contract/session.js';
import { agents } from '../db/schema.js';
import { parseJson } from '../http/parse.js';
import { notFound } from '../refusal.js';
import { signed } from './signed.js';

/** `token.json`: the host's server asks for a token of one of its agents. */
export function tokenRoutes(api: Api): void {
  api.app.use('/:serviceId/openapi/v1/console/token.json', async (_c, next) => {
    await api.tokens.prepare();
    await next();
  });
  signed(
    api,
    {
      path: '/{serviceId}/openapi/v1/console/token.json',
      summary: 'Mint an agent token',
      limit: 10_000,
      body: { type: 'application/json', schema: tokenBody },
      answer: token,
    },
    {
      read: (bytes) => parseJson(tokenBody, bytes),
      async work(tx, { service, now }, { usercode }) {
        const [agent] = await tx
          .select({ usercode: agents.usercode })
          .from(agents)
          .where(and(eq(agents.serviceId, service.serviceId), eq(agents.usercode, usercode), eq(agents.active, true)));
        if (!agent) throw notFound();
        return api.tokens.mint(service.serviceId, usercode, now);
      },
    },
  );
}
