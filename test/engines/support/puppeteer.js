import { launch } from 'puppeteer-core';
import { findBrowser } from '../../../tools/browser.js';
import { findFirefox } from '../../../tools/engines.js';

/** @typedef {import('./launcher.js').Engine} Engine */

/**
 * @param {import('puppeteer-core').LaunchOptions} options
 * @returns {Promise<Engine>}
 */
async function started(options) {
  const browser = await launch({ headless: true, timeout: 120_000, protocolTimeout: 120_000, ...options });
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 700 });
  return { page: /** @type {never} */ (page), close: () => browser.close() };
}

/** @returns {Promise<Engine>} */
export async function chromium() {
  return started(await findBrowser());
}

/** Firefox speaks WebDriver BiDi by itself. @returns {Promise<Engine>} */
export async function firefox() {
  return started({ browser: 'firefox', executablePath: findFirefox().firefox });
}
