// Precision, recall and speed of the detector of personal data, and that its time grows with the text alone.
import { findPersonalData } from '../../../src/domain/personal-data.js';
import type { BenchRow } from '../row.js';
import { hostile, hostilePatterns } from './hostile.js';
import { labelled } from './labelled.js';
import { precision, recall, score, type Tally } from './score.js';

/** Letters of the text whose speed is measured. */
const letters = 100_000;
/** Letters of the shortest hostile text. */
const smallest = 25_000;

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

/** What most messages are made of. */
const prose = (
  '안녕하세요. 주문한 상품의 배송이 아직 시작되지 않았습니다. 언제 받을 수 있나요?\n' +
  '届いた商品のサイズが合いませんでした。交換をお願いできますか。\n' +
  'Thank you for your help. I ordered 2 of them on the 3rd and would like to change the size.\n'
).repeat(letters / 150);

/** What a service without a detector would do: one pass of a simple expression. */
function plainPass(text: string): number {
  return text.match(/\d{2,4}[- ]?\d{3,4}[- ]?\d{4}/g)?.length ?? 0;
}

/** Rounds of each measurement, after one that warms up. */
const rounds = 5;

/** Milliseconds of the processor that some work takes at best: what else the machine does meanwhile counts for nothing. */
function effort(work: () => unknown): number {
  const once = (): number => {
    const began = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  };
  once();
  return Math.min(...Array.from({ length: rounds }, once));
}

function speed(what: string, text: string): BenchRow {
  const megabytes = new TextEncoder().encode(text).length / 1_000_000;
  const plain = effort(() => plainPass(text)) / megabytes;
  const ours = effort(() => findPersonalData(text)) / megabytes;
  const rate = (1000 / ours).toFixed(1);
  return {
    what: `a megabyte of ${what} beside one pass of a simple expression; ours ${rate} MB/s`,
    unit: 'ms',
    limit: plain,
    ours,
    target: null,
  };
}

/** Effort of 2, 4 and 8 times the text, by the effort of the text; linear is 2, 4 and 8. */
function growth(name: string, make: (letters: number) => string): BenchRow {
  const efforts = [1, 2, 4, 8].map((factor) => {
    const text = make(smallest * factor);
    return effort(() => findPersonalData(text, { patterns: hostilePatterns }));
  });
  const [one = Number.NaN] = efforts;
  const told = efforts.map((each) => `${(each / one).toFixed(1)}×`).join(' ');
  return {
    what: `growth on ${name}: ${told}; eight times the text, by eight times its effort`,
    unit: 'ms',
    limit: one * 8,
    ours: efforts.at(-1) ?? Number.NaN,
    target: 1.5,
  };
}

export default function run(): Promise<BenchRow[]> {
  const lines = labelled();
  const { tallies, all } = score(lines, (text) => findPersonalData(text));
  const rows = [
    { ...shares(`${lines.length} lines`, all), target: 3 },
    ...[...tallies].sort(([a], [b]) => a.localeCompare(b, 'en')).map(([name, tally]) => shares(name, tally)),
    speed('such lines', longText()),
    speed('prose', prose),
  ];
  for (const [name, make] of Object.entries(hostile)) rows.push(growth(name, make));
  return Promise.resolve(rows);
}
