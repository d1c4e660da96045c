import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Host pages as people meet them: the real server, the built kit, a real browser. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/pages/**/*.test.ts'],
    globalSetup: [fileURLToPath(new URL('support/setup.ts', import.meta.url))],
    environment: 'node',
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The files share one browser and one server; two at once would only wait for each other.
    fileParallelism: false,
    isolate: false,
  },
});
