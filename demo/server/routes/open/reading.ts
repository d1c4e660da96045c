import { sql, type SQL } from 'drizzle-orm';
import type { Context } from 'hono';
import type { Api } from '../../api.js';
import { readBody } from '../../http/body.js';
import { notFound } from '../../refusal.js';
import {
  findOpenService,
  isServiceName,
  openServiceQuery,
  type OpenService,
} from '../../services/open/open-service.js';
import { checkCaller, checkSignature, countingRefused } from '../authenticate.js';
import {
  answering,
  answerTo,
  contextOf,
  inService,
  patience,
  register,
  usualLimit,
  type Answered,
  type OpenContext,
  type OpenEndpoint,
  type OpenInput,
} from './endpoint.js';
import { readOpenInput } from './input.js';

/** A call that is one query. */
export interface Reading<E extends OpenEndpoint, Found> {
  /** The query, which makes one JSON value. */
  ask(context: OpenContext, input: OpenInput<E>): SQL;
  tell(context: OpenContext, input: OpenInput<E>, found: Found): Answered<E['answer']>;
}

/**
 * Adds a signed call that changes nothing and is made so often that waiting for the database more than once would be most
 * of it. Who calls is judged by the service as it was last seen, and what was read is told only if the service that was
 * read with it, as it is now, lets the caller in too.
 */
export function signedReading<const E extends OpenEndpoint, Found>(
  api: Api,
  endpoint: E,
  { ask, tell }: Reading<E, Found>,
): void {
  const path = register(api, endpoint, true);
  const seen = new Map<string, OpenService>();

  const lookUp = async (c: Context, serviceId: string) => {
    const service = await inService(api, c, (tx) => findOpenService(tx, serviceId));
    if (!service) throw notFound();
    seen.set(serviceId, service);
    return service;
  };

  const answer = async (c: Context) => {
    const serviceId = c.req.param('serviceId') ?? '';
    if (!isServiceName(serviceId)) throw notFound();
    const sent = { bytes: await readBody(c.req.raw, usualLimit), multipart: false };
    const letIn = async (by: OpenService) => checkSignature(c, by, checkCaller(api, c, by), sent);
    const last = seen.get(serviceId);
    // Whoever is not let in any more may be by what the service is now.
    const admitted =
      last &&
      (await letIn(last).then(
        () => last,
        () => undefined,
      ));
    const before = admitted ?? (await lookUp(c, serviceId));
    if (!admitted) await letIn(before);
    const input = { ...readOpenInput(c, endpoint), body: undefined, file: undefined } as unknown as OpenInput<E>;
    const asked = ask(contextOf(api, c, before, null), input);
    const { service, found } = await api.customers.take(() =>
      api.deps.database.read<{ service: OpenService | null; found: Found }>(
        { serviceId, patience: patience.signed },
        sql`select json_build_object('service', (select to_json(now) from (${openServiceQuery(serviceId)}) as now),
          'found', (${asked})) as value`,
      ),
    );
    if (!service) throw notFound();
    seen.set(serviceId, service);
    if (isSameCaller(before, service)) checkCaller(api, c, service);
    else await letIn(service);
    return answerTo(api, endpoint, tell(contextOf(api, c, service, null), input, found));
  };
  const handler = answering(api, (c) => countingRefused(api, c, () => answer(c)));
  api.app.on(endpoint.method.toUpperCase(), path, handler);
}

/** Whether a signature that counts for one of them counts for the other. */
function isSameCaller(one: OpenService, other: OpenService): boolean {
  return one.serviceKey === other.serviceKey && one.organizationId === other.organizationId;
}
