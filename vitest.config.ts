import { defineConfig } from 'vitest/config';

/** What has no database at all, or one of its own on either: once is enough. */
const withoutOurs = [
  'test/conformance/{command,faults}.test.ts',
  'test/mail/{parse-mail,sanitise}.test.ts',
  'test/server/{body-paths,jobs-kill,kill,masks-body,pages,postgres-client,postgres-listener,sms-kill,vault-keys}.test.ts',
];

/**
 * What asks the rules of a route, whose statements other tests ask of both databases: in the whole check once is enough,
 * on the faster one. Without `TEST_DATABASE` everything runs on the embedded one.
 */
const onceInTheCheck = [
  'test/server/{bulk,chat,customer-info,dooray-in,dooray-out,dooray-out-faults,export,rate-limits}.test.ts',
  'test/server/{open-administration,open-content,open-members,open-tickets}.test.ts',
  'test/server/{related,sms,templates,transfer-issue,transfer-leaks,triggers}.test.ts',
  'test/server/tickets/{assignment,by-hand,calls,mail-steps,own-fields,preview}.test.ts',
];

const database = process.env['TEST_DATABASE'];
const excluded = {
  postgres: withoutOurs,
  embedded: ['**/*.postgres.test.ts'],
  // Some tests need two connections, which only a database server has.
  check: ['**/*.postgres.test.ts', ...onceInTheCheck],
};

/** Tests in Node: rules, server, mail, tools. The runner of browser tests has its own configuration in `test/`. */
export default defineConfig({
  test: {
    exclude: database === 'postgres' || database === 'check' ? excluded[database] : excluded.embedded,
    include: ['test/{conformance,domain,server,mail,tools,strings}/**/*.test.ts'],
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
