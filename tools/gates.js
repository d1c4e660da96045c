/**
 * One check. `counts` says whose report holds its number of tests; a check without one counts as a test itself. `tests`
 * are the files that it runs, where its configuration does not name them.
 * @typedef {{
 *   name: string,
 *   command: string[],
 *   tests?: string[],
 *   after?: string[],
 *   counts?: 'vitest' | 'own',
 *   env?: Record<string, string>,
 * }} Gate
 */

/** Asked for by TEST_ENGINES, because Firefox and WebKit come with no package of npm. @type {Gate} */
const engines = {
  name: 'engines',
  command: ['wtr', '--config', 'test/engines/web-test-runner.config.js'],
  counts: 'own',
};

/**
 * All checks: what others wait for, then the longest first, so that two cores are busy to the end.
 * @type {readonly Gate[]}
 */
export const gates = [
  { name: 'build', command: ['node', 'tools/build.js'] },
  { name: 'demo database', command: ['node', '--import', 'tsx', 'tools/snapshot.ts'] },
  { name: 'manifest and README', command: ['node', '--import', 'tsx', 'tools/analyze.ts', '--check'] },
  {
    name: 'stories',
    command: ['vitest', 'run', '--config', '.storybook/vitest.config.ts'],
    counts: 'vitest',
    after: ['demo database', 'manifest and README'],
  },
  {
    name: 'flows',
    command: ['wtr', '--config', 'test/web-test-runner.config.js'],
    tests: ['test/flows/*.test.ts'],
    counts: 'own',
    after: ['demo database'],
  },
  {
    name: 'elements and hub',
    command: ['wtr', '--config', 'test/web-test-runner.config.js'],
    tests: ['test/{api,base,elements,hub,util}/**/*.test.ts'],
    counts: 'own',
  },
  ...(process.env['TEST_ENGINES'] ? [engines] : []),
  {
    name: 'rules and server on PGlite',
    command: ['vitest', 'run'],
    counts: 'vitest',
    env: { TEST_DATABASE: 'check' },
  },
  {
    name: 'server on PostgreSQL',
    command: ['vitest', 'run'],
    tests: ['test/server', 'test/mail', 'test/conformance'],
    counts: 'vitest',
    env: { TEST_DATABASE: 'postgres' },
  },
  {
    name: 'host pages',
    command: ['vitest', 'run', '--config', 'test/pages/vitest.config.ts'],
    counts: 'vitest',
    after: ['build'],
  },
  {
    name: 'Storybook builds',
    command: ['storybook', 'build', '--quiet', '--output-dir', '.cache/check/storybook'],
    env: { STORYBOOK_DISABLE_TELEMETRY: '1' },
    after: ['demo database', 'manifest and README'],
  },
  { name: 'lint', command: ['eslint', '.'] },
  { name: 'types', command: ['tsc', '-p', '.', '--incremental', 'false', '--singleThreaded'] },
  { name: 'lint by types', command: ['oxlint', '--threads=1'], env: { GOMAXPROCS: '1' } },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'contract', command: ['node', '--import', 'tsx', 'tools/contract.ts', '--check'] },
  { name: 'sizes', command: ['node', '--import', 'tsx', 'tools/sizes.ts', '--check'] },
];
