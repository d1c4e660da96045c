/** @typedef {import('@web/test-runner-core').BrowserLauncher} BrowserLauncher */

/**
 * A page of an engine: as much of puppeteer's `Page` as the runner's commands for keyboard and mouse ask for.
 * @typedef {{
 *   goto(url: string): Promise<unknown>,
 *   url(): string,
 *   keyboard: { type(text: string): Promise<void>, press(key: string): Promise<void>, down(key: string): Promise<void>, up(key: string): Promise<void> },
 *   mouse: { move(x: number, y: number): Promise<void>, down(): Promise<void>, up(): Promise<void>, click(x: number, y: number): Promise<void>, reset(): Promise<void> },
 *   touchscreen: { tap(x: number, y: number): Promise<void> },
 * }} EnginePage
 */

/** @typedef {{ page: EnginePage, close(): Promise<void> }} Engine */

/**
 * Runs test files one after the other in one page of an engine, which starts with the first.
 * @param {string} name
 * @param {() => Promise<Engine>} start
 * @returns {BrowserLauncher}
 */
export function engineLauncher(name, start) {
  /** @type {Promise<Engine> | undefined} */
  let starting;
  /** @type {EnginePage | undefined} */
  let page;
  /** @type {string | undefined} */
  let active;
  return /** @type {BrowserLauncher} */ ({
    name,
    // The commands for keyboard and mouse know what such a page can do.
    type: 'puppeteer',
    concurrency: 1,
    async startSession(sessionId, url) {
      starting ??= start();
      ({ page } = await starting);
      active = sessionId;
      await page.goto(url);
    },
    isActive: (sessionId) => sessionId === active,
    getBrowserUrl: () => page?.url(),
    getPage: () => page,
    async stopSession() {
      active = undefined;
      await page?.goto('about:blank');
      return {};
    },
    startDebugSession() {
      throw new Error(`${name} has no debug session here.`);
    },
    async stop() {
      await (await starting?.catch(() => undefined))?.close();
    },
  });
}
