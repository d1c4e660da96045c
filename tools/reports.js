import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { at } from './project.js';

/** @typedef {import('./gates.js').Gate} Gate */

/**
 * What came of a check: how many tests it stands for, and the files of those that failed, where that is all that failed.
 * @typedef {{ passed: number, failed: number, files: string[] }} Report
 */

/** @typedef {{ name: string, status: string, assertionResults: { status: string }[] }} VitestFile */
/** @typedef {{ numPassedTests: number, numTotalTests: number, testResults: VitestFile[] }} Vitest */

export const reports = '.cache/check';

/** @param {Gate} gate */
export const reportOf = ({ name }) => at(`${reports}/${name.replaceAll(/\W+/g, '-')}.json`);

/**
 * How many tests a check stands for: those of its own report, or itself.
 * @param {Gate} gate
 * @param {number} code
 * @returns {Report}
 */
export function readReport(gate, code) {
  if (!gate.counts) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, files: [] };
  try {
    /** @type {unknown} */
    const told = JSON.parse(readFileSync(reportOf(gate), 'utf8'));
    const report = gate.counts === 'vitest' ? ofVitest(/** @type {Vitest} */ (told)) : /** @type {Report} */ (told);
    const { passed, failed } = report;
    // A suite may fail as a whole although no test of it did, and a suite without tests has proved nothing.
    const isWhole = code === 0 && passed > 0;
    return {
      passed,
      failed: Math.max(failed, isWhole ? 0 : 1),
      files: report.files.map((file) => relative(at('.'), file)),
    };
  } catch {
    return { passed: 0, failed: 1, files: [] };
  }
}

/** @param {Vitest} report @returns {Report} */
function ofVitest({ numPassedTests: passed, numTotalTests, testResults }) {
  const failed = testResults.filter(({ status }) => status === 'failed');
  // What was left out elsewhere counts as failed, and another run of the files that failed says nothing of it.
  const isAll = testResults
    .filter((file) => !failed.includes(file))
    .every(({ assertionResults }) => assertionResults.every(({ status }) => status === 'passed'));
  return { passed, failed: numTotalTests - passed, files: isAll ? failed.map(({ name }) => name) : [] };
}
