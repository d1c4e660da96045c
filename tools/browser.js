// Finds the browser that tests drive: an installed Chrome, Chromium or Edge, else the one that an npm package ships.
import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What a launcher needs; the same names as in playwright's and puppeteer's options.
 * @typedef {{ executablePath: string, args: string[], env: Record<string, string> }} Browser
 */

/** Where there is a shell without a window of its own it comes first: it does the same for a quarter less of the machine. */
const names = [
  'chromium-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const macs = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
);

const windows = [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LOCALAPPDATA']]
  .filter((folder) => folder !== undefined)
  .flatMap((folder) => [
    join(folder, 'Google/Chrome/Application/chrome.exe'),
    join(folder, 'Chromium/Application/chrome.exe'),
    join(folder, 'Microsoft/Edge/Application/msedge.exe'),
  ]);

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns {string | undefined} */
function installed() {
  const told = process.env['CHROME_PATH'];
  if (told) {
    if (!isProgram(told)) throw new Error(`CHROME_PATH names ${told}, which is no program.`);
    return told;
  }
  if (process.platform === 'win32') return windows.find(isProgram);
  if (process.platform === 'darwin') return macs.find(isProgram);
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/**
 * Unpacks the browser of @sparticuz/chromium once. The package takes whatever file of its name lies in the temporary
 * folder, even a half-unpacked one, so it gets a folder of its own, and a mark says that the folder is whole.
 * @returns {Promise<Browser>}
 */
async function shipped() {
  const folder = fileURLToPath(new URL('../.cache/browser', import.meta.url));
  const program = join(folder, 'chromium');
  const mark = join(folder, 'whole');
  if (!existsSync(mark)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const before = {
      TMPDIR: process.env['TMPDIR'],
      LD: process.env['LD_LIBRARY_PATH'],
      FONTS: process.env['FONTCONFIG_PATH'],
    };
    process.env['TMPDIR'] = folder;
    // Makes the package unpack the shared libraries too, which a bare system lacks.
    process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x';
    try {
      const { default: chromium } = await import('@sparticuz/chromium');
      await chromium.executablePath();
    } finally {
      delete process.env['AWS_LAMBDA_JS_RUNTIME'];
      restore('TMPDIR', before.TMPDIR);
      restore('LD_LIBRARY_PATH', before.LD);
      restore('FONTCONFIG_PATH', before.FONTS);
    }
    writeFileSync(mark, '');
  }
  return {
    executablePath: program,
    args: flags(),
    env: { ...environment(), LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  };
}

/** @param {string} name @param {string | undefined} value */
function restore(name, value) {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

function flags() {
  const quiet = [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--font-render-hinting=none',
  ];
  // Root and most containers have no user namespaces, which the sandbox needs; the pages under test are our own.
  return process.platform === 'linux' ? [...quiet, '--no-sandbox', '--disable-gpu'] : quiet;
}

/** @returns {Record<string, string>} */
function environment() {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/**
 * The browser for tests. Throws with what to install where there is none.
 * @returns {Promise<Browser>}
 */
export async function findBrowser() {
  const program = process.env['TEST_BROWSER'] === 'npm' ? undefined : installed();
  if (program) return { executablePath: program, args: flags(), env: environment() };
  if (process.platform === 'linux' && process.arch === 'x64') return shipped();
  throw new Error(
    'The tests need a browser: install Google Chrome, Chromium or Microsoft Edge, or set CHROME_PATH to one.',
  );
}
