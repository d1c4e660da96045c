// Precision, recall and speed of the detector of personal data, and that its time grows with the text alone.
import { findPersonalData } from '../../../src/domain/personal-data.js';
import { rivals, type BenchRow } from '../row.js';
import { hostile, hostilePatterns } from './hostile.js';
import { labelled } from './labelled.js';
import { precision, recall, score, type Tally } from './score.js';

/** Letters of the text whose speed is measured. */
const letters = 100_000;
/** Letters of the shortest hostile text. */
const smallest = 10_000;

function shares(name: string, tally: Tally): BenchRow {
  const told = `${name} (${tally.found} found, ${tally.wrong} wrong, ${tally.missed} missed)`;
  const faults = 100 * (1 - Math.min(precision(tally), recall(tally)));
  const figures = `precision ${(100 * precision(tally)).toFixed(1)} %, recall ${(100 * recall(tally)).toFixed(1)} %`;
  return { what: `${told}: ${figures}; worse of both`, unit: '% amiss', limit: null, ours: faults, target: null };
}

/** The same text again and again, as long as wanted. */
function longText(): string {
  const once = labelled()
    .map(({ text }) => text)
    .join('\n');
  return once.repeat(Math.ceil(letters / once.length)).slice(0, letters);
}

/** What a service without a detector would do: one pass of a simple expression. */
function plainPass(text: string): number {
  return text.match(/\d{2,4}[- ]?\d{3,4}[- ]?\d{4}/g)?.length ?? 0;
}

async function speed(): Promise<BenchRow> {
  const text = longText();
  const times = await rivals({ plain: async () => plainPass(text), ours: async () => findPersonalData(text) }, 15);
  const megabytes = new TextEncoder().encode(text).length / 1_000_000;
  const perMegabyte = (milliseconds: number): number => milliseconds / megabytes;
  const rate = (1000 / perMegabyte(times.ours)).toFixed(1);
  return {
    what: `a megabyte of such lines beside one pass of a simple expression; ours ${rate} MB/s`,
    unit: 'ms',
    limit: perMegabyte(times.plain),
    ours: perMegabyte(times.ours),
    target: null,
  };
}

/** Time of 2, 4 and 8 times the text, by the time of the text; linear is 2, 4 and 8. */
async function growth(name: string, make: (letters: number) => string): Promise<BenchRow> {
  const factors = [1, 2, 4, 8] as const;
  const texts = factors.map((factor) => make(smallest * factor));
  const times = await rivals(
    Object.fromEntries(
      texts.map((text, at) => [
        `x${factors[at] ?? 0}`,
        async () => findPersonalData(text, { patterns: hostilePatterns }),
      ]),
    ),
    5,
  );
  const one = times['x1'] ?? Number.NaN;
  const told = factors.map((factor) => `${((times[`x${factor}`] ?? Number.NaN) / one).toFixed(1)}×`).join(' ');
  return {
    what: `growth on ${name}: ${told}; eight times the text, by eight times its time`,
    unit: 'ms',
    limit: one * 8,
    ours: times['x8'] ?? Number.NaN,
    target: 1.5,
  };
}

export default async function run(): Promise<BenchRow[]> {
  const lines = labelled();
  const { tallies, all } = score(lines, (text) => findPersonalData(text));
  const rows = [
    { ...shares(`${lines.length} lines`, all), target: 3 },
    ...[...tallies].sort(([a], [b]) => a.localeCompare(b, 'en')).map(([name, tally]) => shares(name, tally)),
    await speed(),
  ];
  for (const [name, make] of Object.entries(hostile)) rows.push(await growth(name, make));
  return rows;
}
