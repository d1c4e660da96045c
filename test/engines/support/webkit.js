import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { findWebKit } from '../../../tools/engines.js';

/** @typedef {import('./launcher.js').Engine} Engine */
/** @typedef {(method: string, path: string, body?: object) => Promise<any>} Call */

/** Longest that a step may take on a busy machine. */
const limit = 120_000;

/** Keys by their code points in WebDriver. @type {Readonly<Record<string, string>>} */
const keys = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

/**
 * A display that nobody looks at: WebKitGTK has no window without one.
 * @param {string} program
 */
async function startDisplay(program) {
  const child = spawn(program, ['-displayfd', '3', '-screen', '0', '1200x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const told = /** @type {import('node:stream').Readable} */ (child.stdio[3]);
  const number = await new Promise((resolve, reject) => {
    told.once('data', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
  return { name: `:${String(number).trim()}`, stop: () => void child.kill() };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** @param {string} origin @returns {Call} */
const caller = (origin) => async (method, path, body) => {
  const answer = await fetch(`${origin}${path}`, {
    method,
    body: body ? JSON.stringify(body) : null,
    signal: AbortSignal.timeout(limit),
  });
  const { value } = /** @type {{ value: any }} */ (await answer.json());
  if (!answer.ok) throw new Error(`${method} ${path}: ${value.error}, ${value.message}`);
  return value;
};

/** @param {Call} call @param {object} wanted */
async function openSession(call, wanted) {
  const end = Date.now() + limit;
  for (;;) {
    try {
      await call('GET', '/status');
      break;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return call('POST', '/session', { capabilities: { alwaysMatch: wanted } });
}

/** WebKitGTK's small browser, driven over WebDriver. @returns {Promise<Engine>} */
export async function webkit() {
  const programs = findWebKit();
  const display = await startDisplay(programs.display);
  const port = await freePort();
  const driver = spawn(programs.driver, [`--port=${port}`], {
    env: { ...process.env, DISPLAY: display.name, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' },
    stdio: 'ignore',
  });
  const call = caller(`http://127.0.0.1:${port}`);
  const stop = () => {
    driver.kill();
    display.stop();
  };
  try {
    const options = { binary: programs.browser, args: ['--automation', '--geometry=1000x800'] };
    const { sessionId } = await openSession(call, { 'webkitgtk:browserOptions': options });
    const path = `/session/${sessionId}`;
    return {
      page: pageOf((method, below, body) => call(method, path + below, body)),
      async close() {
        await call('DELETE', path).catch(() => undefined);
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** @param {Call} call @returns {import('./launcher.js').EnginePage} */
function pageOf(call) {
  let address = 'about:blank';
  const code = (/** @type {string} */ key) => keys[key] ?? key;
  /** @param {...object} actions */
  const press = (...actions) => call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  /** @param {'mouse' | 'touch'} pointerType @param {...object} actions */
  const point = (pointerType, ...actions) =>
    call('POST', '/actions', { actions: [{ type: 'pointer', id: pointerType, parameters: { pointerType }, actions }] });
  const down = (/** @type {string} */ key) => ({ type: 'keyDown', value: code(key) });
  const up = (/** @type {string} */ key) => ({ type: 'keyUp', value: code(key) });
  const to = (/** @type {number} */ x, /** @type {number} */ y) => ({
    type: 'pointerMove',
    x: Math.round(x),
    y: Math.round(y),
    duration: 20,
  });
  const [hold, release] = [
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  return {
    async goto(url) {
      await call('POST', '/url', { url });
      address = url;
    },
    url: () => address,
    keyboard: {
      type: async (text) => press(...[...text].flatMap((letter) => [down(letter), up(letter)])),
      press: async (key) => press(down(key), up(key)),
      down: async (key) => press(down(key)),
      up: async (key) => press(up(key)),
    },
    mouse: {
      move: async (x, y) => point('mouse', to(x, y)),
      down: async () => point('mouse', hold),
      up: async () => point('mouse', release),
      click: async (x, y) => point('mouse', to(x, y), hold, release),
      reset: async () => call('DELETE', '/actions'),
    },
    touchscreen: { tap: async (x, y) => point('touch', to(x, y), hold, release) },
  };
}
