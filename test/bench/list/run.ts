import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { chromium, type CDPSession, type Page } from 'playwright';
import { findBrowser } from '../../../tools/browser.js';
import { median, type BenchRow } from '../row.js';
import type { Kind } from './page.js';

const kinds: readonly Kind[] = ['ours', 'reference'];
const size = { width: 1240, height: 36 + 28 + 20 * 36 + 2 };
const document = `<!doctype html><html lang="ko"><meta charset="utf-8"><style>
  body { margin: 0 } #place { width: 1200px; height: 785px; --desk-list-row-height: 36px }
</style><div id="place"></div></html>`;

type Figures = Record<Kind, number[]>;

/** Drives the page and reads what the browser itself says of it. */
class Driver {
  constructor(
    readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  /** Milliseconds that the page's main thread worked. */
  async cpu(work: () => Promise<unknown>): Promise<number> {
    const before = await this.#task();
    await work();
    return (await this.#task()) - before;
  }

  /** Megabytes in use after everything that can go is gone. */
  async heap(): Promise<number> {
    await this.session.send('HeapProfiler.collectGarbage');
    await this.session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.session.send('Runtime.getHeapUsage');
    return usedSize / 2 ** 20;
  }

  mount(kind: Kind): Promise<number> {
    return this.page.evaluate((which) => window.bench.mount(which), kind);
  }

  unmount(): Promise<void> {
    return this.page.evaluate(() => window.bench.unmount());
  }

  async #task(): Promise<number> {
    const { metrics } = await this.session.send('Performance.getMetrics');
    return (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0) * 1000;
  }
}

async function open(): Promise<{ driver: Driver; close: () => Promise<void> }> {
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
  const found = await findBrowser();
  const browser = await chromium.launch({ ...found, args: [...found.args, '--js-flags=--expose-gc'] });
  const page = await browser.newPage({ viewport: size });
  await page.setContent(document);
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' });
  const session = await page.context().newCDPSession(page);
  await session
    .send('Performance.enable', { timeDomain: 'threadTicks' })
    .catch(() => session.send('Performance.enable'));
  return { driver: new Driver(page, session), close: () => browser.close() };
}

/** No part starts another round after this many milliseconds, however slow the machine is. */
const patience = 8_000;

/** Runs a work for one list after the other, several times, so that a noisy moment hits both. */
async function rounds(count: number, work: (kind: Kind) => Promise<number>): Promise<Figures> {
  const figures: Figures = { ours: [], reference: [] };
  const end = Date.now() + patience;
  for (let round = 0; round < count && (round === 0 || Date.now() < end); round++) {
    const order = round % 2 ? [...kinds].reverse() : kinds;
    for (const kind of order) figures[kind].push(await work(kind));
  }
  return figures;
}

/** As a ratio to the same work done by hand. */
function compared(what: string, unit: string, figures: Figures, target: number): BenchRow {
  return { what, unit, limit: median(figures.reference), ours: median(figures.ours), target };
}

/** As a figure of its own; what the list written by hand has is told beside it. */
function bounded(what: string, unit: string, ours: number, target: number, reference?: number): BenchRow {
  const beside = reference === undefined ? '' : ` (by hand: ${Math.round(reference * 100) / 100})`;
  return { what: `${what}${beside}`, unit, limit: null, ours, target };
}

async function movement(driver: Driver): Promise<BenchRow[]> {
  const { page } = driver;
  const long: Figures = { ours: [], reference: [] };
  const dropped: Figures = { ours: [], reference: [] };
  const scroll = await rounds(3, async (kind) => {
    await driver.mount(kind);
    await page.evaluate(() => window.bench.rest(300));
    const cpu = await driver.cpu(async () => {
      const frames = await page.evaluate(() => window.bench.scroll(200));
      long[kind].push(frames.long);
      dropped[kind].push(frames.dropped);
    });
    await driver.unmount();
    return cpu;
  });
  return [
    compared('scroll, 200 steps, CPU ms', 'ms', scroll, 1.25),
    bounded('scroll: frames over 16.7 ms', '', median(long.ours), 0, median(long.reference)),
    bounded('scroll: frames dropped', '', median(dropped.ours), 0, median(dropped.reference)),
  ];
}

async function live(driver: Driver): Promise<BenchRow[]> {
  const figures = await rounds(2, async (kind) => {
    await driver.mount(kind);
    await driver.page.evaluate(() => window.bench.rest(300));
    const cpu = await driver.cpu(() => driver.page.evaluate(() => window.bench.live(5)));
    await driver.unmount();
    return cpu;
  });
  return [compared('live, 1,000 changes a second for 5 s, CPU ms', 'ms', figures, 1.25)];
}

async function ticks(driver: Driver, name = ''): Promise<BenchRow[]> {
  const clear: Figures = { ours: [], reference: [] };
  const all: Figures = { ours: [], reference: [] };
  for (const kind of kinds) {
    await driver.mount(kind);
    await driver.page.evaluate(() => window.bench.rest(300));
    for (let round = 0; round < 9; round++) {
      all[kind].push(await driver.cpu(() => driver.page.evaluate(() => window.bench.tick(true))));
      clear[kind].push(await driver.cpu(() => driver.page.evaluate(() => window.bench.tick(false))));
    }
    await driver.unmount();
  }
  return [compared(`select all${name}, CPU ms`, 'ms', all, 1.5), compared(`clear${name}, CPU ms`, 'ms', clear, 1.5)];
}

async function sorting(driver: Driver): Promise<BenchRow[]> {
  const figures = await rounds(5, async (kind) => {
    await driver.mount(kind);
    await driver.page.evaluate(() => window.bench.rest(100));
    const up = await driver.page.evaluate(() => window.bench.sort(false));
    const down = await driver.page.evaluate(() => window.bench.sort(true));
    await driver.unmount();
    return (up + down) / 2;
  });
  return [compared('sort by updated time, wall ms', 'ms', figures, 1.2)];
}

/** Heap that the list needs beside its data, and the nodes it stands for. */
async function weight(driver: Driver, most = 0.5, name = ''): Promise<BenchRow[]> {
  const heap: Record<Kind, number> = { ours: 0, reference: 0 };
  const nodes: Record<Kind, number> = { ours: 0, reference: 0 };
  const elements: Record<Kind, number> = { ours: 0, reference: 0 };
  for (const kind of kinds) {
    const before = await driver.heap();
    await driver.mount(kind);
    await driver.page.evaluate(() => window.bench.scroll(10));
    await driver.page.evaluate(() => window.bench.rest(400));
    heap[kind] = (await driver.heap()) - before;
    const count = await driver.page.evaluate(() => window.bench.nodes());
    nodes[kind] = count.all;
    elements[kind] = count.elements;
    await driver.unmount();
  }
  return [
    bounded(`heap over the data${name}`, 'MB', heap.ours, most, heap.reference),
    bounded(`elements${name}`, '', elements.ours, 500, elements.reference),
    compared(`elements and texts${name}`, '', { ours: [nodes.ours], reference: [nodes.reference] }, 1.12),
  ];
}

async function correctness(driver: Driver): Promise<BenchRow[]> {
  const wrong: Record<Kind, number> = { ours: 0, reference: 0 };
  for (const kind of kinds) {
    await driver.mount(kind);
    await driver.page.evaluate(() => window.bench.rest(100));
    wrong[kind] = await driver.page.evaluate(() => window.bench.blanks(200));
    await driver.unmount();
  }
  return [bounded('blank or late rows in 200 movements', '', wrong.ours, 0, wrong.reference)];
}

async function million(driver: Driver): Promise<BenchRow[]> {
  await driver.page.evaluate(() => window.bench.make(1_000_000));
  await driver.mount('ours');
  await driver.page.evaluate(() => window.bench.rest(100));
  const isReached = await driver.page.evaluate(() => window.bench.reachesLast());
  await driver.unmount();
  const row = bounded('1,000,000 tickets: last ones that cannot be reached', '', isReached ? 0 : 1, 0);
  const [heap] = await weight(driver, 1, ', 1,000,000 tickets');
  return [row, ...(await ticks(driver, ', 1,000,000 tickets')), ...(heap ? [heap] : [])];
}

async function remote(driver: Driver): Promise<BenchRow[]> {
  const { jumps, requests } = await driver.page.evaluate(() => window.bench.remote());
  return [
    bounded('1,000,000 behind 25 ms: far jump to right rows, p50', 'ms', median(jumps), 55),
    bounded('the same, thumb dragged to the end in 120 frames: requests', '', requests, 15),
  ];
}

async function firstRows(driver: Driver): Promise<BenchRow[]> {
  const figures = await rounds(7, async (kind) => {
    const time = await driver.mount(kind);
    await driver.unmount();
    return time;
  });
  return [compared('first rows painted, wall ms', 'ms', figures, 1.15)];
}

type Part = (driver: Driver) => Promise<BenchRow[]>;

export const parts: readonly Part[] = [
  firstRows,
  movement,
  live,
  sorting,
  (driver) => ticks(driver),
  (driver) => weight(driver),
  correctness,
  remote,
  million,
];

/** `ticket-list` against a windowed list written by hand, on the same 100,000 tickets in the same page. */
export default async function run(chosen: readonly Part[] = parts): Promise<BenchRow[]> {
  const { driver, close } = await open();
  const rows: BenchRow[] = [];
  try {
    await driver.page.evaluate(() => window.bench.make(100_000));
    for (const part of chosen) rows.push(...(await part(driver)));
  } finally {
    await close();
  }
  return rows;
}
