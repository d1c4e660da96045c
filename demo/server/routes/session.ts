import type { Api } from '../api.js';
import { session } from '../contract/session.js';
import { reading } from './endpoint.js';

/** `session.json`: who is at work here, and what the service offers. */
export function sessionRoutes(api: Api): void {
  reading(
    api,
    { path: '/session.json', summary: 'Agent, service and capabilities', answer: { content: session } },
    (_tx, context) => Promise.resolve(context.session),
  );
}
