// Finds the engines beside Chromium that tests drive. No package of npm ships one, so they are those of the system.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What a Debian needs for them. */
export const debianPackages = ['firefox-esr', 'webkit2gtk-driver', 'xvfb'];

/** @param {string[]} names */
function program(names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** The small browser that comes with WebKitGTK lies in a folder of the system's architecture and of its own version. */
function miniBrowser() {
  const folders = ['/usr/lib', '/usr/libexec', '/usr/local/lib', '/usr/local/libexec'].filter(existsSync);
  const inner = folders.flatMap((folder) => [folder, ...readdirSync(folder).map((name) => join(folder, name))]);
  return inner
    .flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((name) => join(folder, name, 'MiniBrowser')),
    )
    .find((path) => existsSync(path));
}

/**
 * @template T
 * @param {string} engine
 * @param {{ [K in keyof T]: T[K] | undefined }} parts
 * @returns {T}
 */
function whole(engine, parts) {
  const missing = Object.entries(parts).flatMap(([name, path]) => (path ? [] : [name]));
  if (missing.length > 0) {
    throw new Error(
      `${engine} is not on this machine (${missing.join(', ')} missing). On Debian: apt-get install ${debianPackages.join(' ')}`,
    );
  }
  return /** @type {T} */ (parts);
}

/** @returns {{ firefox: string }} */
export function findFirefox() {
  return whole('Firefox', { firefox: process.env['FIREFOX_PATH'] ?? program(['firefox-esr', 'firefox']) });
}

/** @returns {{ driver: string, browser: string, display: string }} */
export function findWebKit() {
  return whole('WebKit', {
    driver: program(['WebKitWebDriver']),
    browser: miniBrowser(),
    display: program(['Xvfb']),
  });
}
