import { md5 } from '@noble/hashes/legacy.js';

/** The parts of a call that its signature covers. */
export interface SignedParts {
  /** The organisation's identifier, 16 characters. */
  readonly organizationId: string;
  /** Path as it is sent, still encoded, with the service and without host and query: `/demo/openapi/v1/ticket.json`. */
  readonly path: string;
  /** Of a repeated name only the first value is signed; the values are the decoded ones. */
  readonly query: URLSearchParams;
  /** `X-TC-Timestamp` of the same call: epoch milliseconds in decimal digits. */
  readonly timestamp: string;
  /** Bytes of the body, none where there is no body; of a multipart upload those of the part named `file`. */
  readonly body: Uint8Array;
  /** Whether the call is a multipart upload. */
  readonly multipart: boolean;
}

const encoder = new TextEncoder();

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function values(query: URLSearchParams): string[] {
  const names = [...new Set(query.keys())].sort((a, b) => (a < b ? -1 : 1));
  return names.map((name) => query.get(name) ?? '');
}

/** The bytes under the signature. Bodies go in as they are: a mail is not UTF-8. */
export function bytesToSign(parts: SignedParts): Uint8Array<ArrayBuffer> {
  const params = values(parts.query);
  const before = parts.organizationId + parts.path;
  const head = parts.multipart
    ? encoder.encode(before + hex(md5(parts.body)))
    : encoder.encode(before + params.join('&') + (params.length && parts.body.length ? '&' : ''));
  const body = parts.multipart ? new Uint8Array() : parts.body;
  const tail = encoder.encode(parts.timestamp);
  const bytes = new Uint8Array(head.length + body.length + tail.length);
  bytes.set(head);
  bytes.set(body, head.length);
  bytes.set(tail, head.length + body.length);
  return bytes;
}

/** The same as text, to be compared with what another implementation signs. A body that is not UTF-8 loses bytes here. */
export function stringToSign(parts: SignedParts): string {
  return new TextDecoder().decode(bytesToSign(parts));
}

const keys = new Map<string, Promise<CryptoKey>>();
/** Keys of more services than that are made again when they are needed. */
const mostKeys = 1_000;

/** Made once: it takes longer than a signature. */
function keyOf(key: string): Promise<CryptoKey> {
  const known = keys.get(key);
  if (known) return known;
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const made = crypto.subtle.importKey('raw', encoder.encode(key), algorithm, false, ['sign', 'verify']);
  if (keys.size === mostKeys) keys.clear();
  keys.set(key, made);
  made.catch(() => keys.delete(key));
  return made;
}

/** Base64 of the HMAC-SHA256 of these bytes under the UTF-8 bytes of the key. */
export async function hmac(key: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const signature = await crypto.subtle.sign('HMAC', await keyOf(key), bytes);
  return btoa(String.fromCharCode(...new Uint8Array(signature)));
}

/** Whether `signature` is the one of these bytes. Compares in constant time; what is no signature at all is refused. */
export async function isHmac(key: string, bytes: Uint8Array<ArrayBuffer>, signature: string): Promise<boolean> {
  if (!isSignature(signature)) return false;
  const decoded = atob(signature);
  // The last letter has bits that mean nothing: one spelling alone counts.
  if (btoa(decoded) !== signature) return false;
  const given = Uint8Array.from(decoded, (character) => character.charCodeAt(0));
  return crypto.subtle.verify('HMAC', await keyOf(key), given, bytes);
}

/**
 * The value of the header `Authorization` of a signed call: Base64 of HMAC-SHA256 under the service key, bare, without a
 * scheme in front. Source: "common authentication" of the published Open API.
 */
export function sign(serviceKey: string, parts: SignedParts): Promise<string> {
  return hmac(serviceKey, bytesToSign(parts));
}

/** Whether a text can be a signature at all. */
export function isSignature(text: string): boolean {
  return /^[A-Za-z0-9+/]{43}=$/.test(text);
}

/** Compares in constant time. Whether the timestamp is in its window of five minutes is for the caller to judge. */
export function verify(serviceKey: string, parts: SignedParts, signature: string): Promise<boolean> {
  return isHmac(serviceKey, bytesToSign(parts), signature);
}
