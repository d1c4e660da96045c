import { Worker } from '../../../demo/server/services/worker.js';
import type { TestServer } from './server.js';

/** A worker of the server; no mail leaves it. */
export function workerOf({ database, vault, clock }: TestServer, onError?: (error: unknown) => void): Worker {
  const mail = { repeatable: true, send: () => Promise.resolve('250 OK') };
  return new Worker({ database, vault, mail, now: () => clock.now, onError });
}

/** Does the runs that were begun, to their end. */
export async function runJobs(server: TestServer): Promise<void> {
  const failures: unknown[] = [];
  await workerOf(server, (error) => failures.push(error)).runJobs();
  if (failures.length > 0) throw new AggregateError(failures, 'The worker failed');
}
