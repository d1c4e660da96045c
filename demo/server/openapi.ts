import { createApp } from './app.js';
import type { Database } from './db/database.js';

function unavailable(): never {
  throw new Error('A document needs no database');
}

const noDatabase: Database = {
  transaction: unavailable,
  system: unavailable,
  listen: unavailable,
  analyse: unavailable,
  ping: unavailable,
  close: unavailable,
};

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
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Support desk console', version: '1', description: 'What the elements of the console call.' },
    servers: [{ url: '/' }],
  });
}
