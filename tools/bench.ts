// `npm run bench`: every benchmark below test/bench, as ratios to a limit measured in the same run. Never fails by time.
import { existsSync, readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { BenchRow } from '../test/bench/row.js';
import { at } from './project.js';

const asked = process.argv.slice(2);
const all = readdirSync(at('test/bench')).filter((name) => existsSync(at(`test/bench/${name}/run.ts`)));
const names = asked.length > 0 ? asked : all.sort();

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(2);
}

/** Beside each figure the limit, the ratio, the target, and whether it was met. */
function line({ what, unit, limit, ours, target }: BenchRow): string[] {
  const compared = limit === null ? ours : ours / limit;
  const sign = limit === null ? unit : '×';
  const verdict = target === null ? '' : compared <= target ? 'met' : 'MISSED';
  return [
    what,
    limit === null ? '' : `${figure(limit)} ${unit}`,
    `${figure(ours)} ${unit}`,
    limit === null ? '' : `${compared.toFixed(2)}×`,
    target === null ? '' : `≤ ${target} ${sign}`,
    verdict,
  ];
}

function print(rows: readonly string[][]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  for (const row of rows) {
    process.stdout.write(
      `${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
  }
}

for (const name of names) {
  process.stdout.write(`\n${name}\n`);
  const { default: run } = (await import(pathToFileURL(at(`test/bench/${name}/run.ts`)).href)) as {
    default: () => Promise<BenchRow[]>;
  };
  print([['', 'limit', 'ours', 'ratio', 'target', ''], ...(await run()).map(line)]);
}
