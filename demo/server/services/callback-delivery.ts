import type { Database } from '../db/database.js';
import { CallbackRefused, type CallbackPort } from '../ports/callback.js';
import { findService } from './context.js';
import { signOutbound } from '../../../src/server/outbound.js';
import type { Delivery } from './mail-delivery.js';
import { failure } from './notice-delivery.js';
import type { StoredEntry } from './outbox.js';
import type { ArrivalKind } from './triggers/run.js';

interface CallbackPayload {
  readonly event: ArrivalKind;
  readonly ticketId: string;
  readonly trigger: string;
  readonly triggerId: number;
  readonly url: string;
  readonly ticket: Readonly<Record<string, string | number | null>>;
}

/** How long a server is called before it is given up. */
const patience = 24 * 3_600_000;

/** Answers that mean: another time. */
const later: ReadonlySet<number> = new Set([408, 425, 429]);

/**
 * Calls the server that a trigger names, signed with the service key as the questions of the customer-information link
 * are. A call may come twice: its `X-TC-Delivery` is the same then.
 */
export async function deliverCallback(
  database: Database,
  port: CallbackPort | undefined,
  entry: StoredEntry,
  now: () => number,
): Promise<Delivery> {
  const { serviceId, key, createdAt } = entry;
  const { event, trigger, triggerId, url, ticket } = entry.payload as unknown as CallbackPayload;
  const fail = (answer: string): Delivery => failure(entry, 'callback_failed', answer, now());
  const service = await database.transaction({ serviceId }, (tx) => findService(tx, serviceId));
  if (!service?.serviceKey) return fail('no_key');
  if (!port) return fail('switched_off');
  const { organizationId } = service;
  const body = JSON.stringify({
    event,
    organizationId,
    serviceId,
    trigger: { triggerId, name: trigger },
    ticket,
  });
  const timestamp = String(now());
  const headers = {
    Authorization: await signOutbound(service.serviceKey, body, timestamp),
    'X-TC-Timestamp': timestamp,
    'X-TC-Delivery': key,
  };
  try {
    const status = await port.call({ url, headers, body });
    if (status >= 200 && status < 300) return { outcome: 'done', answer: String(status) };
    if (status < 500 && !later.has(status)) return fail(String(status));
    return now() - createdAt > patience ? fail(String(status)) : { outcome: 'later', answer: String(status) };
  } catch (error) {
    if (error instanceof CallbackRefused) return fail(`not_allowed ${error.message}`.trim());
    const answer = 'unreachable';
    return now() - createdAt > patience ? fail(answer) : { outcome: 'later', answer };
  }
}
