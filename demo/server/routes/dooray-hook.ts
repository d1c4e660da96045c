import { z } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import type { Api } from '../api.js';
import { failure } from '../contract/envelope.js';
import { doorayTasks } from '../db/schema.js';
import { isAllowed } from '../http/allow-list.js';
import { json } from '../http/answers.js';
import { readBody } from '../http/body.js';
import { success } from '../http/envelope.js';
import { notFound, Refusal } from '../refusal.js';
import { findService, publicService } from '../services/context.js';
import { readDooraySettings } from '../services/dooray/config.js';
import { askSync } from '../services/dooray/sync-due.js';
import { anybodyAt } from './authenticate.js';

const path = '/{serviceId}/api/v2/dooray/hook';
/** Largest hook, in bytes: a comment comes along, and may be long. */
const largest = 2_000_000;

/** Of both spellings no more is needed than which task it is about: everything else is read back. */
const hook = z.object({ post: z.object({ id: z.string().regex(/^\d{1,30}$/) }) }).openapi('DoorayHook');

function register({ app }: Api): void {
  const refused = { 'application/json': { schema: failure } };
  app.openAPIRegistry.registerPath({
    method: 'post',
    path,
    summary: 'Dooray! says that there is news of a task',
    tags: ['host'],
    request: {
      params: z.object({ serviceId: z.string() }),
      body: { required: true, content: { 'application/json': { schema: hook } } },
    },
    responses: {
      200: { description: 'Heard, whether or not anything comes of it' },
      429: { description: 'Called too often: again after `Retry-After` seconds (`too_often`)', content: refused },
      default: { description: 'Refused', content: refused },
    },
  });
}

function taskIn(bytes: Uint8Array): string | null {
  try {
    const told = hook.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return told.success ? told.data.post.id : null;
  } catch {
    return null;
  }
}

/**
 * Nothing that a hook says counts: it is not signed, so anybody can send one. It only lets the worker look sooner at a task
 * that belongs to a ticket of the service.
 */
export function doorayHookRoutes(api: Api): void {
  register(api);
  const { database, now, clientAddress } = api.deps;
  api.app.post(path.replace('{serviceId}', ':serviceId'), async (c) => {
    api.limits.take('hook', anybodyAt(api, c));
    const serviceId = c.req.param('serviceId') ?? '';
    const taskId = taskIn(await readBody(c.req.raw, largest));
    await database.transaction({ serviceId }, async (tx) => {
      const service = await findService(tx, serviceId);
      if (!service) throw notFound();
      const client = clientAddress(c);
      const { hookAddresses } = await readDooraySettings(tx, { service: publicService(service), now: now(), client });
      if (!isAllowed(hookAddresses, client)) throw new Refusal(403, 'denied', 'Not permitted');
      if (taskId !== null) await askSync(tx, serviceId, eq(doorayTasks.taskId, taskId), now());
    });
    return json(200, success(200, {}));
  });
}
