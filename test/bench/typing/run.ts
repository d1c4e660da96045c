import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { findBrowser } from '../../../tools/browser.js';
import { median, type BenchRow } from '../row.js';
import type { Kind } from './page.js';

const kinds: readonly Kind[] = ['ours', 'reference'];
const rounds = 5;
/** No round starts after this many milliseconds, however slow the machine is. */
const patience = 45_000;
const sentence = 'Your refund is on its way, and it takes three days. ';
const document = `<!doctype html><html lang="ko"><meta charset="utf-8"><style>
  body { margin: 0 } ticket-list { display: block; width: 1200px; height: 400px }
  ticket-history { display: block; width: 640px; height: 240px; overflow: auto }
  reply-composer, .reference { display: block; width: 640px; max-height: 420px; overflow: auto }
</style><div id="place"></div></html>`;

interface Figures {
  readonly waits: number[];
  readonly late: number[];
  /** Milliseconds of the page's main thread for one key. */
  readonly cpu: number[];
}

async function openPage(): Promise<{ page: Page; busy: () => Promise<number>; close: () => Promise<void> }> {
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
  const page = await browser.newPage({ viewport: { width: 1240, height: 1100 } });
  await page.setContent(document);
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' });
  const session = await page.context().newCDPSession(page);
  await session
    .send('Performance.enable', { timeDomain: 'threadTicks' })
    .catch(() => session.send('Performance.enable'));
  const busy = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
  };
  return { page, busy, close: () => browser.close() };
}

/** Types into a text of so many paragraphs, both ways in turns, while a hundred events a second come in. */
async function typing(page: Page, busy: () => Promise<number>, paragraphs: number): Promise<Record<Kind, Figures>> {
  const none = (): Figures => ({ waits: [], late: [], cpu: [] });
  const figures = { ours: none(), reference: none() };
  const end = Date.now() + patience / 2;
  for (let round = 0; round <= rounds && (round < 2 || Date.now() < end); round += 1) {
    for (const kind of round % 2 ? [...kinds].reverse() : kinds) {
      await page.evaluate(([which, size]) => window.typingBench.begin(which, size), [kind, paragraphs] as const);
      await page.waitForTimeout(500);
      const before = await busy();
      const began = Date.now();
      await page.keyboard.type(sentence, { delay: 25 });
      const typed = (await busy()) - before;
      const time = Date.now() - began;
      await page.waitForTimeout(time);
      const idle = ((await busy()) - before - typed) * (time / (Date.now() - began - time));
      const { waits, late } = await page.evaluate(() => window.typingBench.end());
      // The first round warms the engine.
      if (round === 0) continue;
      figures[kind].waits.push(...waits);
      figures[kind].late.push(late);
      figures[kind].cpu.push((typed - idle) / sentence.length);
    }
  }
  return figures;
}

/** The figures of one length of text, beside what a bare field took in the same run. */
function rows(what: string, { ours, reference }: Record<Kind, Figures>): BenchRow[] {
  const beside = (name: string, unit: string, pick: keyof Figures, target: number | null): BenchRow => ({
    what: `${what}: ${name}`,
    unit,
    limit: median(reference[pick]),
    ours: median(ours[pick]),
    target,
  });
  // The page's own time, and not what a busy machine takes from it.
  const frame = { what: `${what}: work for a key`, unit: 'ms', limit: null, ours: median(ours.cpu), target: 16.7 };
  return [
    frame,
    beside('the same, beside a bare field', 'ms', 'cpu', null),
    beside('wait for a key', 'ms', 'waits', 1.5),
    beside(`keys of ${sentence.length} later than a frame`, '', 'late', null),
  ];
}

/** Typing in the editor of an open ticket while a hundred events a second arrive, beside a bare editable field. */
export default async function run(): Promise<BenchRow[]> {
  const { page, busy, close } = await openPage();
  try {
    const short = await typing(page, busy, 2);
    const long = await typing(page, busy, 60);
    return [...rows('type, 100 events a second', short), ...rows('the same in a text of 60 paragraphs', long)];
  } finally {
    await close();
  }
}
