// What the plain-Node commands need to know of the project before anything is installed.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** Folder of the project, as a URL that ends with a slash. */
export const root = new URL('../', import.meta.url);

/** @param {string} path relative to the project */
export function at(path) {
  return fileURLToPath(new URL(path, root));
}

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} Lock */

/** @param {string} path @returns {Lock} */
function lock(path) {
  return JSON.parse(readFileSync(at(path), 'utf8'));
}

/** Tells whether node_modules holds what the lock file names. Packages for other systems may be absent. */
export function isInstalled() {
  if (!existsSync(at('node_modules/.package-lock.json'))) return false;
  const wanted = lock('package-lock.json').packages;
  const there = lock('node_modules/.package-lock.json').packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || (there[path] ? there[path].version === version : optional === true),
  );
}

/**
 * Time of the latest change below some files and folders, so that a build can be compared with its sources. Folders
 * count too: a deleted file changes nothing else.
 * @param {string[]} paths
 * @returns {number}
 */
export function lastChange(paths) {
  let latest = 0;
  for (const path of paths) {
    const full = at(path);
    if (!existsSync(full)) continue;
    const stat = statSync(full);
    latest = Math.max(latest, stat.mtimeMs);
    if (!stat.isDirectory()) continue;
    for (const name of readdirSync(full, { recursive: true, encoding: 'utf8' })) {
      latest = Math.max(latest, statSync(join(full, name)).mtimeMs);
    }
  }
  return latest;
}

/** Tells whether the kit that host pages load is older than what it is made of. */
export function isPageStale() {
  const built = 'dist/page/deskparts.js';
  return (
    !existsSync(at(built)) ||
    lastChange([built]) < lastChange(['src', 'demo/pages/neighbour.ts', 'vite.config.ts', 'package-lock.json'])
  );
}
