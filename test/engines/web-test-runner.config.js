// The same tests in Chromium, Firefox and WebKit, with real keys and a real pointer: npm run test:engines
import config from '../web-test-runner.config.js';
import { engineLauncher } from './support/launcher.js';
import { chromium, firefox } from './support/puppeteer.js';
import { webkit } from './support/webkit.js';

/**
 * A finger on the glass, which the runner has no command for.
 * @returns {import('@web/test-runner-core').TestRunnerPlugin}
 */
function tapping() {
  return {
    name: 'tap',
    async executeCommand({ command, payload, session }) {
      if (command !== 'tap') return undefined;
      const { x, y } = /** @type {{ x: number, y: number }} */ (payload);
      const browser = /** @type {{ getPage(): import('./support/launcher.js').EnginePage }} */ (
        /** @type {unknown} */ (session.browser)
      );
      await browser.getPage().touchscreen.tap(x, y);
      return true;
    },
  };
}

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  ...config,
  files: [
    'test/engines/*.test.ts',
    'test/base/mask-ranges.test.ts',
    'test/elements/history-{masks,found,choosing}.test.ts',
    'test/elements/word-list.test.ts',
  ],
  browsers: [
    engineLauncher('Chromium', chromium),
    engineLauncher('Firefox', firefox),
    engineLauncher('WebKit', webkit),
  ],
  concurrentBrowsers: 3,
  plugins: [...(config.plugins ?? []), tapping()],
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testFramework: { config: { timeout: 60_000 } },
};
