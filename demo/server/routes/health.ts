import type { Api } from '../api.js';
import { json } from '../http/answers.js';
import { failure, success } from '../http/envelope.js';

/** `healthz`: the process lives. `readyz`: it can also work. */
export function healthRoutes({ app, deps }: Api): void {
  app.get('/healthz', () => json(200, success(200, { content: { status: 'up' } })));
  app.get('/readyz', async () => {
    try {
      await deps.database.ping();
      return json(200, success(200, { content: { status: 'ready' } }));
    } catch {
      return json(503, failure(503, 'database', 'The database does not answer'), { 'Retry-After': '5' });
    }
  });
}
