import { defineConfig } from 'vitest/config';

/** What has no database at all, or one of its own on either: once is enough. */
const withoutOurs = [
  'test/mail/{parse-mail,sanitise}.test.ts',
  'test/server/{body-paths,jobs-kill,kill,masks-body,pages,postgres-client,postgres-listener,vault-keys}.test.ts',
];

/** Tests in Node: rules, server, mail, tools. The runner of browser tests has its own configuration in `test/`. */
export default defineConfig({
  test: {
    // Some tests need two connections, which only a database server has.
    exclude: process.env['TEST_DATABASE'] === 'postgres' ? withoutOurs : ['**/*.postgres.test.ts'],
    include: ['test/{domain,server,mail,tools,strings}/**/*.test.ts'],
    environment: 'node',
    globalSetup: 'test/server/support/databases.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What is waited for comes late on a busy machine.
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 2,
    // A process loads the server once for all its files.
    isolate: false,
  },
});
