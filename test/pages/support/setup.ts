import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../../../tools/browser.js';
import { at } from '../../../tools/project.js';
import { startDemo } from './demo-server.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the shared demo server answers. */
    origin: string;
    /** Where the shared browser takes connections. */
    browser: string;
  }
}

/** One browser and one server for all files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(at('dist/page/deskparts.js')))
    throw new Error('The host pages load the built kit: run "npm run build".');
  const folder = mkdtempSync(join(tmpdir(), 'deskparts-pages-'));
  const server = await startDemo({ folder });
  const browser = await chromium.launchServer(await findBrowser());
  project.provide('origin', server.origin);
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
