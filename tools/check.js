// `npm test`: every check of the project, two at a time, ending in one line `N passed, N failed`.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { install, start } from './command.js';
import { gates } from './gates.js';
import { at, isInstalled } from './project.js';

/** @typedef {import('./gates.js').Gate} Gate */
/** @typedef {{ passed: number, failed: number }} Count */

const atOnce = 2;
const results = '.cache/check';

/** Longest that one check may take before it counts as hanging. */
const limit = 20 * 60_000;

/**
 * Runs a check with its output held back, so that side by side they do not mix.
 * @param {Gate} gate
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(gate) {
  const summary = at(`${results}/${gate.name.replaceAll(/\W+/g, '-')}.json`);
  const [head = '', ...rest] = gate.command;
  const counted =
    gate.counts === 'vitest' ? ['--reporter=default', '--reporter=json', `--outputFile.json=${summary}`] : [];
  const child = start([head, ...rest, ...counted], {
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

/**
 * How many tests a check stands for: those of its own report, or itself.
 * @param {Gate} gate
 * @param {number} code
 * @returns {Count}
 */
function count(gate, code) {
  const itself = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  if (!gate.counts) return itself;
  try {
    const report = JSON.parse(readFileSync(at(`${results}/${gate.name.replaceAll(/\W+/g, '-')}.json`), 'utf8'));
    const passed = gate.counts === 'vitest' ? report.numPassedTests : report.passed;
    const failed = gate.counts === 'vitest' ? report.numTotalTests - report.numPassedTests : report.failed;
    // A suite may fail as a whole although no test of it did, and a suite without tests has proved nothing.
    return { passed, failed: Math.max(failed, code === 0 && passed > 0 ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** @param {Gate} gate @returns {Promise<Count>} */
async function check(gate) {
  const began = Date.now();
  const { code, output } = await run(gate);
  const sum = count(gate, code);
  const seconds = Math.round((Date.now() - began) / 1000);
  const line = `${sum.failed ? '✗' : '✓'} ${gate.name}: ${sum.passed} passed, ${sum.failed} failed (${seconds} s)\n`;
  process.stdout.write(sum.failed ? `${line}${output.trimEnd().replaceAll(/^/gm, '  ')}\n` : line);
  return sum;
}

if (!isInstalled()) await install();
rmSync(at(results), { recursive: true, force: true });
mkdirSync(at(results), { recursive: true });

/** @type {Map<string, Promise<Count>>} */
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
for (const sum of await Promise.all(begun.values())) {
  total.passed += sum.passed;
  total.failed += sum.failed;
}
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed ? 1 : 0;
