import type { Context } from 'hono';
import { parseParams, parseQuery } from '../http/parse.js';
import type { Endpoint } from './endpoint.js';

/** Path and query of a request, as their schemas want them. */
export function readInput(
  c: Context,
  endpoint: Pick<Endpoint, 'params' | 'query'>,
): { params: unknown; query: unknown } {
  return {
    params: endpoint.params && parseParams(endpoint.params, withoutService(c.req.param())),
    query: endpoint.query && parseQuery(endpoint.query, new URL(c.req.url).searchParams),
  };
}

function withoutService(params: Record<string, string>): Record<string, string> {
  const named = Object.entries(params).filter(([name]) => name !== 'serviceId');
  return Object.fromEntries(named.map(([name, value]) => [name, value.replace(/\.json$/, '')]));
}
