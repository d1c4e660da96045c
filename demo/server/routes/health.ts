import type { Api } from '../api.js';
import { json } from '../http/answers.js';
import { failure, success } from '../http/envelope.js';

/** `healthz`: the process lives, and is there to be tested where it says so. `readyz`: it can also work, with the databases that it needed so far. */
export function healthRoutes({ app, deps }: Api): void {
  const testServer = deps.testServer && { testServer: true };
  app.get('/healthz', () => json(200, success(200, { content: { status: 'up', ...testServer } })));
  app.get('/readyz', async () => {
    const notReady = (code: string, message: string) => json(503, failure(503, code, message), { 'Retry-After': '5' });
    try {
      await deps.database.ping();
    } catch {
      return notReady('database', 'The database does not answer');
    }
    try {
      await deps.vault?.check();
    } catch {
      return notReady('vault', 'The vault does not answer');
    }
    return json(200, success(200, { content: { status: 'ready' } }));
  });
}
