import { failure, refused, type Envelope } from './envelope.js';
import { Refusal, withoutVault } from '../refusal.js';
import { VaultFailure } from '../vault/vault.js';

/** What every answer of the API says to a browser: show nothing, keep nothing, guess nothing. */
export const protectiveHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
};

/** An answer whose JSON was made before. */
export function jsonText(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, {
    status,
    headers: { ...protectiveHeaders, 'Content-Type': 'application/json; charset=utf-8', ...headers },
  });
}

export function json(status: number, envelope: Envelope, headers?: Record<string, string>): Response {
  return jsonText(status, JSON.stringify(envelope), headers);
}

/** The answer to a request that failed, for whatever reason. The sender learns no more than a refusal says. */
export function failed(error: unknown): Response {
  if (error instanceof VaultFailure) return failed(withoutVault());
  if (!(error instanceof Refusal)) return json(500, failure(500, 'server_error', 'Server error'));
  const headers = error.retryAfter === undefined ? undefined : { 'Retry-After': String(error.retryAfter) };
  return json(error.status, refused(error), headers);
}
