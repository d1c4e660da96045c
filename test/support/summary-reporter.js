import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

/** @typedef {import('@web/test-runner-core').TestSession} TestSession */
/** @typedef {NonNullable<TestSession['testResults']>} Suite */

/**
 * Prints failures in full and ends with `N passed, N failed` on a line of its own. With TEST_SUMMARY the two numbers
 * and the files that failed are also written to that file, for whoever adds suites up.
 * @returns {import('@web/test-runner-core').Reporter}
 */
export function summaryReporter() {
  return {
    reportTestFileResults({ sessionsForTestFile, testFile, logger }) {
      for (const session of sessionsForTestFile) {
        const { passed, failed } = counted(session);
        const where = sessionsForTestFile.length > 1 ? ` in ${session.browser.name}` : '';
        logger.log(`${failed.length ? '✗' : '✓'} ${relative(process.cwd(), testFile)}${where} (${passed})`);
        for (const problem of failed) logger.log(`    ${problem.replaceAll('\n', '\n    ')}`);
        for (const line of session.logs) if (!known(line)) logger.log('    log:', ...line);
      }
    },
    stop({ sessions }) {
      const all = sessions.map(counted);
      const passed = all.reduce((sum, one) => sum + one.passed, 0);
      const failed = all.reduce((sum, one) => sum + one.failed.length, 0);
      const file = process.env['TEST_SUMMARY'];
      if (file) {
        mkdirSync(dirname(file), { recursive: true });
        const files = sessions.filter((_, at) => all[at]?.failed.length).map(({ testFile }) => testFile);
        writeFileSync(file, JSON.stringify({ passed, failed, files: [...new Set(files)] }));
      }
      // Files are reported asynchronously, and the sum belongs below them.
      process.once('exit', () => process.stdout.write(`${passed} passed, ${failed} failed\n`));
    },
  };
}

/** @param {unknown[]} line */
function known(line) {
  return line.length === 0 || String(line[0]).startsWith('Lit is in dev mode');
}

/** @param {{ name?: string, message?: string, stack?: string, expected?: string, actual?: string }} error */
function explained({ name, message, stack, expected, actual }) {
  const difference = expected === undefined && actual === undefined ? '' : `expected ${expected}\nbut got  ${actual}`;
  return [`${name ?? 'Error'}: ${message ?? ''}`, difference, stack].filter(Boolean).join('\n');
}

/**
 * @param {TestSession} session
 * @returns {{ passed: number, failed: string[] }}
 */
function counted(session) {
  const failed = session.errors.map(explained);
  for (const url of session.request404s) failed.push(`not found: ${url}`);
  let passed = 0;
  /** @param {Suite} suite @param {string} path */
  const walk = (suite, path) => {
    for (const test of suite.tests) {
      if (test.passed) passed += 1;
      else failed.push(`${path}${test.name}\n${test.error ? explained(test.error) : 'skipped'}`);
    }
    for (const inner of suite.suites) walk({ ...inner }, `${path}${inner.name} › `);
  };
  if (session.testResults) walk(session.testResults, '');
  else if (failed.length === 0) failed.push('the file ran no test');
  return { passed, failed };
}
