import { chromium, type Browser, type Page, type Request } from 'playwright';
import { inject, onTestFinished } from 'vitest';

/** One connection for all files; it ends with the browser. */
let browser: Promise<Browser> | undefined;

/** A page that somebody has open, and what could be noticed about it. */
export interface Visit {
  readonly page: Page;
  /** Errors and warnings of the console, uncaught errors, and violations of the policy. */
  readonly complaints: readonly string[];
  readonly requests: readonly Request[];
}

export interface VisitOptions {
  readonly agent?: string;
  readonly service?: string;
  readonly lang?: string;
  readonly theme?: string;
  readonly width?: number;
  readonly origin?: string;
}

/** Opens a host page as an agent, in a browser session of its own that ends with the test. */
export async function visit(name: string, options: VisitOptions = {}): Promise<Visit> {
  const { origin = inject('origin'), width = 1440, ...choice } = options;
  browser ??= chromium.connect(inject('browser'));
  const context = await (await browser).newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: Request[] = [];
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => requests.push(request));
  const query = new URLSearchParams({ service: 'demo', agent: 'agent1', ...choice });
  await page.goto(`${origin}/${name}?${query}`);
  return { page, complaints, requests };
}

/** Rows of the first list of a page, without its heading. */
export function rowsOf(page: Page) {
  return page
    .getByRole('grid')
    .first()
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });
}

/** The row that stands first in the list, wherever its element is at the moment. */
export function firstRowOf(page: Page) {
  return page.getByRole('grid').first().locator('[role=row][aria-rowindex="2"]');
}
