import type { Fetch } from './client.js';

/**
 * Whether a server says that it is there to be tested: `GET /healthz` answers `testServer: true` in its content. What the
 * suite makes could otherwise end up among the tickets of real customers.
 */
export async function isTestServer(url: string, fetch: Fetch, timeout: number): Promise<boolean> {
  const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(timeout), redirect: 'manual' });
  try {
    const body = (await response.json()) as { result?: { content?: { testServer?: unknown } } } | null;
    return response.ok && body?.result?.content?.testServer === true;
  } catch {
    return false;
  }
}
