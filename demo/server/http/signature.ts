import { md5 } from '@noble/hashes/legacy.js';
import { hex } from '../random.js';

/** The parts of a call that its signature covers. */
export interface SignedParts {
  readonly organizationId: string;
  /** Path as it was sent, still encoded, without host and query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly timestamp: string;
  /** Bytes of the body; of a multipart upload those of its file. */
  readonly body: Uint8Array;
  readonly multipart: boolean;
}

const encoder = new TextEncoder();

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

function keyOf(serviceKey: string, usage: 'sign' | 'verify'): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', encoder.encode(serviceKey), algorithm, false, [usage]);
}

export async function sign(serviceKey: string, parts: SignedParts): Promise<string> {
  const signature = await crypto.subtle.sign('HMAC', await keyOf(serviceKey, 'sign'), bytesToSign(parts));
  return btoa(String.fromCharCode(...new Uint8Array(signature)));
}

/** Whether a text can be a signature at all. */
export function isSignature(text: string): boolean {
  return /^[A-Za-z0-9+/]{43}=$/.test(text);
}

/** Compares in constant time. */
export async function verify(serviceKey: string, parts: SignedParts, signature: string): Promise<boolean> {
  if (!isSignature(signature)) return false;
  const given = Uint8Array.from(atob(signature), (character) => character.charCodeAt(0));
  return crypto.subtle.verify('HMAC', await keyOf(serviceKey, 'verify'), given, bytesToSign(parts));
}
