import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { findBrowser } from '../../../tools/browser.js';
import { median, type BenchRow } from '../row.js';
import type { Kind, Opening } from './page.js';

const kinds: readonly Kind[] = ['ours', 'reference'];
/** No round starts after this many milliseconds, however slow the machine is. */
const patience = 20_000;
const document = `<!doctype html><html lang="ko"><meta charset="utf-8"><style>
  body { margin: 0 }
  ticket-history, .reference { display: block; width: 640px; height: 560px; overflow: auto }
  reply-composer { width: 640px }
</style><div id="place"></div></html>`;

async function openPage(): Promise<{ page: Page; close: () => Promise<void> }> {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL('page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    conditions: ['production', 'browser'],
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfig: fileURLToPath(new URL('../../../tsconfig.json', import.meta.url)),
    logLevel: 'silent',
  });
  const browser = await chromium.launch(await findBrowser());
  const page = await browser.newPage({ viewport: { width: 700, height: 760 } });
  await page.setContent(document);
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' });
  return { page, close: () => browser.close() };
}

/** Opens the ticket both ways in turns, so that a noisy moment hits both. */
async function openings(page: Page): Promise<Record<Kind, Opening[]>> {
  const figures: Record<Kind, Opening[]> = { ours: [], reference: [] };
  const end = Date.now() + patience;
  // The first time loads the sanitiser and warms the engine.
  await page.evaluate(() => window.openBench.open('ours'));
  await page.evaluate(() => window.openBench.clear());
  for (let round = 0; round < 3 && (round === 0 || Date.now() < end); round += 1) {
    for (const kind of round % 2 ? [...kinds].reverse() : kinds) {
      figures[kind].push(await page.evaluate((which) => window.openBench.open(which), kind));
      await page.evaluate(() => window.openBench.clear());
    }
  }
  return figures;
}

function middle(openings: readonly Opening[], pick: keyof Opening): number {
  return median(openings.map((opening) => opening[pick]));
}

/** A figure that has to be small by itself; beside it, without a target, what the plain way took in the same run. */
function rows(what: string, figures: Record<Kind, Opening[]>, pick: keyof Opening, most: number | null): BenchRow[] {
  const ours = middle(figures.ours, pick);
  const beside = { what: `${what}, beside all at once`, unit: 'ms', limit: middle(figures.reference, pick), ours };
  const itself = { what, unit: 'ms', limit: null, ours, target: most };
  return [...(most === null ? [] : [itself]), { ...beside, target: null }];
}

/** The longest wait for a key pressed while the ticket is being opened. */
async function typing(page: Page): Promise<BenchRow> {
  await page.evaluate(() => window.openBench.startTyping());
  await page.keyboard.type('The refund is on its way to you.', { delay: 20 });
  const ours = await page.evaluate(() => window.openBench.longestKey());
  await page.evaluate(() => window.openBench.clear());
  return { what: 'open 500 entries: longest wait for a key meanwhile', unit: 'ms', limit: null, ours, target: 16.7 };
}

/** Whether the text of an entry is missing in the frame in which the reader jumps to it. */
async function oldest(page: Page): Promise<BenchRow> {
  const isThere = await page.evaluate(() => window.openBench.reachesOldest());
  await page.evaluate(() => window.openBench.clear());
  return { what: 'jump to the oldest: entries without text', unit: '', limit: null, ours: isThere ? 0 : 1, target: 0 };
}

/** Going to and fro between two tickets that were seen before. */
async function switching(page: Page): Promise<BenchRow> {
  const times = await page.evaluate(() => window.openBench.switches(6));
  await page.evaluate(() => window.openBench.clear());
  return {
    what: 'switch between seen tickets: next paint',
    unit: 'ms',
    limit: null,
    ours: median(times),
    target: 16.7,
  };
}

/** Measures into the table, so that a machine too busy for all of it still shows a part. */
async function measure(page: Page, table: BenchRow[]): Promise<void> {
  table.push(await typing(page), await oldest(page), await switching(page));
  const figures = await openings(page);
  table.push(
    ...rows('open 500 entries: next paint', figures, 'nextPaint', 30),
    ...rows('open 500 entries: longest task', figures, 'longestTask', 50),
    ...rows('open 500 entries: all there', figures, 'allThere', null),
  );
}

/** Opening a ticket with 500 entries of 10 kB, beside making all bodies safe first and then showing them. */
export default async function run(): Promise<BenchRow[]> {
  const { page, close } = await openPage();
  const table: BenchRow[] = [];
  const tooLate = new Promise<void>((resolve) => {
    setTimeout(resolve, 55_000).unref();
  });
  const measuring = measure(page, table);
  // Closing the page ends what is under way; nobody waits for it any more.
  measuring.catch(() => {});
  try {
    await Promise.race([measuring, tooLate]);
    return [...table];
  } finally {
    await close();
  }
}
