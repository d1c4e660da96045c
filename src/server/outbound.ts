import { hmac, isHmac } from './signature.js';

function bytesOf(body: string, timestamp: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(body + timestamp);
}

/**
 * The signature of what the support server sends to a host's own: customer-information questions and callbacks of triggers.
 * It covers the body and `X-TC-Timestamp`, in this order.
 */
export function signOutbound(key: string, body: string, timestamp: string): Promise<string> {
  return hmac(key, bytesOf(body, timestamp));
}

/** A question or a callback as it reached the host's own server. */
export interface OutboundCall {
  /** The body exactly as it came. */
  readonly body: string;
  /** The header `X-TC-Timestamp`: epoch milliseconds in decimal digits. */
  readonly timestamp: string;
  /** The header `Authorization`. */
  readonly signature: string;
}

/** How far the clocks of two servers may differ, in milliseconds. */
const timeWindow = 5 * 60_000;

/**
 * Whether a customer-information question, or a callback of a trigger, comes from the service that has this encryption key,
 * and is at most five minutes old or ahead by the clock `now` (epoch milliseconds). Compares in constant time. Source: the
 * sample verifier of "customer information linkage" of the published Open API. The key of a callback is the service key.
 */
export async function verifyOutbound(
  key: string,
  { body, timestamp, signature }: OutboundCall,
  now: number = Date.now(),
): Promise<boolean> {
  const isInTime = /^\d{1,15}$/.test(timestamp) && Math.abs(Number(timestamp) - now) <= timeWindow;
  return isInTime && isHmac(key, bytesOf(body, timestamp), signature);
}
