import type { Context } from 'hono';
import type { Api } from '../api.js';
import { isAllowed } from '../http/allow-list.js';
import { isSignature, verify } from '../../../src/server/signature.js';
import { Refusal } from '../refusal.js';
import type { ServiceRow } from '../services/context.js';
import { countedAddress } from '../services/open/spam-limits.js';
import type { Asker } from '../services/rate-limits.js';

/** Both directions: clocks of two servers differ. */
const timeWindow = 5 * 60 * 1000;

export const unsigned = () => new Refusal(400, 'invalid_signature', 'The signature is missing, wrong or too old');
const denied = () => new Refusal(403, 'denied', 'Access Denied');

/** What can be told before the body has come: who calls, from where and when. */
export function checkCaller(api: Api, c: Context, service: Pick<ServiceRow, 'serviceKey' | 'allowList'>): string {
  const { serviceKey } = service;
  if (!serviceKey || api.deps.refusedKeys?.includes(serviceKey)) throw denied();
  if (!isAllowed(service.allowList, api.deps.clientAddress(c))) throw denied();
  const timestamp = c.req.header('X-TC-Timestamp') ?? '';
  const inTime = /^\d{1,15}$/.test(timestamp) && Math.abs(api.deps.now() - Number(timestamp)) <= timeWindow;
  if (!inTime || !isSignature(c.req.header('Authorization') ?? '')) throw unsigned();
  return serviceKey;
}

/** The signature of a call that was let in, and how long it would be. */
export function signatureOf(c: Context): { readonly signature: string; readonly until: number } {
  const until = Number(c.req.header('X-TC-Timestamp')) + timeWindow;
  return { signature: c.req.header('Authorization') ?? '', until };
}

/** What a call carries beside its address: the bytes of its body, or of the file of its form. */
export interface Sent {
  readonly bytes: Uint8Array;
  readonly multipart: boolean;
}

/** Refuses a call that the key of the service did not sign as it came. */
export async function checkSignature(
  c: Context,
  service: Pick<ServiceRow, 'organizationId'>,
  serviceKey: string,
  sent: Sent,
): Promise<void> {
  const url = new URL(c.req.url);
  const parts = {
    organizationId: service.organizationId,
    path: url.pathname,
    query: url.searchParams,
    timestamp: c.req.header('X-TC-Timestamp') ?? '',
    body: sent.bytes,
    multipart: sent.multipart,
  };
  if (!(await verify(serviceKey, parts, c.req.header('Authorization') ?? ''))) throw unsigned();
}

/** Those of an address, as limits count who has shown no key. */
export function anybodyAt(api: Api, c: Context): Asker {
  return { serviceId: '', usercode: countedAddress(api.deps.clientAddress(c)) ?? '' };
}

/** Answers calls of those who have the key. An address whose calls were refused too often is not listened to for a while. */
export async function countingRefused<T>(api: Api, c: Context, work: () => Promise<T>): Promise<T> {
  const caller = anybodyAt(api, c);
  api.limits.require('refused', caller);
  try {
    return await work();
  } catch (error) {
    const isStranger = error instanceof Refusal && (error.code === 'invalid_signature' || error.code === 'denied');
    if (isStranger) api.limits.take('refused', caller);
    throw error;
  }
}
