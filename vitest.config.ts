import { defineConfig } from 'vitest/config';

/** Tests in Node: rules, server, mail, tools. The runner of browser tests has its own configuration in `test/`. */
export default defineConfig({
  test: {
    include: ['test/{domain,server,mail,tools,strings}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
