import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { at } from './project.js';

/**
 * Command line of a program of an installed package, run by this Node and without a shell, alike on every system.
 * @param {string} name as in `npx name`
 * @returns {string[]}
 */
function program(name) {
  const packageName = packages[name] ?? name;
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(at(`node_modules/${packageName}/package.json`), 'utf8'));
  const file = typeof bin === 'string' ? bin : bin[name];
  return [process.execPath, at(`node_modules/${packageName}/${file}`)];
}

/**
 * Programs whose package has another name. The native compiler does the work of `tsc` in a quarter of the time; the
 * other is there for tools that load it as a library, which the native one is not.
 * @type {Record<string, string>}
 */
const packages = { tsc: '@typescript/native', wtr: '@web/test-runner' };

/**
 * Runs a program to its end and answers with its exit code. Node files run as they are; `npm` is npm.
 * @param {string[]} parts
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export async function command(parts, options = {}) {
  const child = start(parts, options);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/**
 * @param {string[]} parts
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start([name, ...args], options = {}) {
  if (name === undefined) throw new Error('A command without a name');
  if (name === 'npm') {
    // On Windows npm is a batch file, which only a shell can run.
    return spawn('npm', args, { cwd: at('.'), shell: process.platform === 'win32', ...options });
  }
  const [node, ...before] = name === 'node' ? [process.execPath] : program(name);
  return spawn(/** @type {string} */ (node), [...before, ...args], { cwd: at('.'), ...options });
}

/** Installs what the lock file names. */
export async function install() {
  process.stdout.write('Installing packages (once; about a minute) …\n');
  const code = await command(['npm', 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
  });
  if (code !== 0) {
    process.stderr.write('npm ci failed; the reason stands above.\n');
    process.exit(code);
  }
}
