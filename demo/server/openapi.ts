import { createApp } from './app.js';
import type { Database } from './db/database.js';

function unavailable(): never {
  throw new Error('A document needs no database');
}

const noDatabase: Database = {
  transaction: unavailable,
  read: unavailable,
  system: unavailable,
  listen: unavailable,
  analyse: unavailable,
  ping: unavailable,
  close: unavailable,
};

/**
 * Says of what may be null that it may: `allOf` of a named schema and of "or null" can never be null, for the named schema
 * is not. The generator writes it that way.
 */
function withNulls(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withNulls);
  if (typeof part !== 'object' || part === null) return part;
  const { allOf, ...others } = part as { allOf?: unknown };
  const rest = Object.entries(others).map(([name, value]) => [name, withNulls(value)] as const);
  if (!Array.isArray(allOf)) return Object.fromEntries(rest);
  const [named, orNull] = allOf as { $ref?: string; type?: unknown }[];
  const isNullable = allOf.length === 2 && named?.$ref && Array.isArray(orNull?.type) && orNull.type.includes('null');
  const choice = isNullable ? { anyOf: [named, { type: 'null' }] } : { allOf: withNulls(allOf) };
  return { ...choice, ...Object.fromEntries(rest) };
}

/** The contract of every route as OpenAPI 3.1, from the same schemas that check the requests. */
export function openApiDocument(): object {
  const { app } = createApp({
    database: noDatabase,
    now: Date.now,
    allowedOrigins: [],
    clientAddress: () => '',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'agentToken', { type: 'http', scheme: 'bearer' });
  app.openAPIRegistry.registerComponent('securitySchemes', 'serviceSignature', {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: 'Base64 of the HMAC-SHA256 of organisation, path, query values, body and X-TC-Timestamp',
  });
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Support desk console', version: '1', description: 'What the elements of the console call.' },
    servers: [{ url: '/' }],
  });
  return withNulls(JSON.parse(JSON.stringify(document))) as object;
}
