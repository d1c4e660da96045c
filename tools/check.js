// `npm test`: every check of the project, two at a time, ending in one line `N passed, N failed`.
import { mkdirSync, rmSync } from 'node:fs';
import { install, start } from './command.js';
import { gates } from './gates.js';
import { at, isInstalled } from './project.js';
import { readReport, reports, reportOf } from './reports.js';

/** @typedef {import('./gates.js').Gate} Gate */
/** @typedef {import('./reports.js').Report} Report */

const atOnce = 2;

/** Longest that one check may take before it counts as hanging. */
const limit = 20 * 60_000;

/** With more files that fail, it is no longer the machine that was late. */
const mostLookedAtAgain = 3;

/**
 * Runs a check with its output held back, so that side by side they do not mix.
 * @param {Gate} gate
 * @param {string[]} [files] the only ones to run
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(gate, files = gate.tests ?? []) {
  const summary = reportOf(gate);
  rmSync(summary, { force: true });
  const [head = '', ...rest] = gate.command;
  if (files.length > 0 && head === 'wtr') rest.push('--files');
  const counted =
    gate.counts === 'vitest' ? ['--reporter=default', '--reporter=json', `--outputFile.json=${summary}`] : [];
  const child = start([head, ...rest, ...files, ...counted], {
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', CI: '1', TEST_SUMMARY: summary, ...gate.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limit,
  });
  let output = '';
  child.stdout?.on('data', (data) => (output += data));
  child.stderr?.on('data', (data) => (output += data));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: String(error) }));
    child.once('close', (code, signal) => {
      if (signal) output += `\nended by ${signal}${signal === 'SIGTERM' ? ` after ${limit / 60_000} minutes` : ''}`;
      resolve({ code: code ?? 1, output });
    });
  });
}

/** @param {Gate} gate @returns {Promise<Report>} */
async function check(gate) {
  const began = Date.now();
  const { code, output } = await run(gate);
  const report = readReport(gate, code);
  // An error that belongs to no test is not told of by running some of them again.
  if (output.includes('Unhandled')) report.files = [];
  const { passed, failed } = report;
  const seconds = Math.round((Date.now() - began) / 1000);
  const line = `${failed ? '✗' : '✓'} ${gate.name}: ${passed} passed, ${failed} failed (${seconds} s)\n`;
  process.stdout.write(failed ? `${line}${output.trimEnd().replaceAll(/^/gm, '  ')}\n` : line);
  return report;
}

/**
 * Runs the files that failed once more, alone: a machine that does everything at once may be late. What passes then is
 * still told, for whoever wrote it to make it steady.
 * @param {Gate} gate
 * @param {Report} first
 * @returns {Promise<Report>}
 */
async function lookAgain(gate, first) {
  const { code, output } = await run(gate, first.files);
  const { passed, failed } = readReport(gate, code);
  const names = first.files.join(', ');
  if (failed) {
    process.stdout.write(`✗ again, alone: ${names}\n${output.trimEnd().replaceAll(/^/gm, '  ')}\n`);
    return first;
  }
  process.stdout.write(`✓ unsteady, but alone it passed: ${names} (${passed} passed)\n`);
  return { passed: first.passed + first.failed, failed: 0, files: [] };
}

if (!isInstalled()) await install();
rmSync(at(reports), { recursive: true, force: true });
mkdirSync(at(reports), { recursive: true });

/** @type {Map<string, Promise<Report>>} */
const begun = new Map();
/** @type {Set<string>} */
const ended = new Set();
const total = { passed: 0, failed: 0 };

while (ended.size < gates.length) {
  const ready = gates.filter((gate) => !begun.has(gate.name) && (gate.after ?? []).every((name) => ended.has(name)));
  for (const gate of ready.slice(0, atOnce - (begun.size - ended.size))) {
    begun.set(
      gate.name,
      check(gate).finally(() => ended.add(gate.name)),
    );
  }
  await Promise.race([...begun].filter(([name]) => !ended.has(name)).map(([, sum]) => sum));
}
const first = await Promise.all(gates.map(async (gate) => ({ gate, report: await begun.get(gate.name) })));
const isMachine = first.flatMap(({ report }) => report?.files ?? []).length <= mostLookedAtAgain;
for (const { gate, report } of first) {
  if (!report) continue;
  const sum = isMachine && report.files.length > 0 ? await lookAgain(gate, report) : report;
  total.passed += sum.passed;
  total.failed += sum.failed;
}
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed ? 1 : 0;
