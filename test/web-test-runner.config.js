// Browser tests: elements, hub, base, and flows (which need `npx tsx tools/snapshot.ts` first). One file: npx wtr --config test/web-test-runner.config.js --files test/elements/view-menu.test.ts
import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { findBrowser } from '../tools/browser.js';
import { at } from '../tools/project.js';
import { spokenTree } from './support/spoken-tree.js';
import { summaryReporter } from './support/summary-reporter.js';

const browser = await findBrowser();

/**
 * Serves the server and the database of the flows as they were built: the runner would take parts of them for text.
 * @type {import('@web/dev-server-core').Middleware}
 */
function serveBuilt(context, next) {
  const file = at(`.${context.path}`);
  if (!context.path.startsWith('/.cache/') || !existsSync(file)) return next();
  context.type = extname(file);
  context.body = readFileSync(file);
}

/**
 * A worker is asked for as it is called once it is built.
 * @type {import('@web/dev-server-core').Middleware}
 */
function serveWorker(context, next) {
  if (context.path === '/src/hub/personal-data-worker.js') context.path = '/src/hub/personal-data-worker.ts';
  return next();
}

const isWatching = process.argv.includes('--watch');

/**
 * Lets the pages of one run share what they load, and the browser what it made of it, where nothing changes meanwhile.
 * @type {import('@web/dev-server-core').Middleware}
 */
async function keep(context, next) {
  await next();
  const isShared = /^\/(node_modules|src|demo|test|\.cache)\//.test(context.path) && context.search === '';
  if (isShared && !isWatching && context.status === 200) context.set('Cache-Control', 'max-age=3600');
}

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  rootDir: fileURLToPath(new URL('..', import.meta.url)),
  files: ['test/{api,base,elements,flows,hub,util}/**/*.test.ts'],
  nodeResolve: { exportConditions: ['development', 'browser'] },
  concurrency: 1,
  middleware: [keep, serveBuilt, serveWorker],
  browsers: [
    chromeLauncher({
      launchOptions: browser,
      async createPage({ context }) {
        const page = await context.newPage();
        // A test may end with a text that is not saved, of which leaving the page asks.
        page.on('dialog', (dialog) => void dialog.accept());
        return page;
      },
    }),
  ],
  plugins: [
    spokenTree(),
    // Without the path the decorators of the sources are not understood.
    esbuildPlugin({
      ts: true,
      json: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)),
    }),
  ],
  reporters: [summaryReporter()],
  testFramework: { config: { timeout: 40_000 } },
  testsFinishTimeout: 600_000,
  testRunnerHtml: (framework) => `<!doctype html>
    <html lang="ko">
      <head><meta charset="utf-8"><script>window.process = { env: { NODE_ENV: 'development' } };</script></head>
      <body><script type="module" src="${framework}"></script></body>
    </html>`,
};
