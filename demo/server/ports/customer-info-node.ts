import { maxReply, replyTimeout, type CustomerInfoPort } from './customer-info.js';

async function limited(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > maxReply) throw new RangeError('The answer is too long');
    parts.push(part);
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
}

export interface HttpOptions {
  /** What a path stands below, for a demo that asks itself. */
  readonly base?: string;
  readonly timeout?: number;
}

/**
 * Asks over HTTP: the address that was configured and no other, so an answer cannot send the server on to a neighbour that
 * only it can reach.
 */
export function customerInfoOverHttp({ base, timeout = replyTimeout }: HttpOptions = {}): CustomerInfoPort {
  return {
    ask: async ({ url, headers, body }) => {
      const target = new URL(url, base);
      if (target.protocol !== 'https:' && target.protocol !== 'http:') throw new TypeError('Only HTTP is asked');
      const response = await fetch(target, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8', Accept: 'application/json' },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(timeout),
      });
      const isJson = /^application\/(?:[\w.-]+\+)?json\b/i.test(response.headers.get('Content-Type') ?? '');
      if (isJson) return { status: response.status, text: await limited(response) };
      await response.body?.cancel();
      return { status: response.status, text: '' };
    },
  };
}
