import type { TestProject } from 'vitest/node';
import { preparePostgres } from './postgres.js';
import { organisationDump } from './snapshot.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a PostgreSQL server with the template of the tests, when the suite runs on PostgreSQL. */
    postgresUrl: string | undefined;
  }
}

/** Makes what every database of the suite is copied from, once and before any test has its time limit. */
export default async function prepareDatabases(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (process.env['TEST_DATABASE'] !== 'postgres') {
    project.provide('postgresUrl', undefined);
    await organisationDump();
    return undefined;
  }
  const { url, stop } = await preparePostgres();
  project.provide('postgresUrl', url);
  return stop;
}
