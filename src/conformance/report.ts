import type { Exchange } from './client.js';
import type { Report, RuleResult } from './conduct.js';

const signs = { passed: '✓', failed: '✗', 'left out': '–' } as const;

function indented(text: string, depth: number): string {
  return text.replaceAll(/^/gm, ' '.repeat(depth));
}

function exchangeText({ request, answer }: Exchange): string {
  const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`);
  const sent = [`${request.method} ${request.path}`, ...headers, ...(request.body ? [request.body] : [])];
  const received = answer ? [`HTTP ${answer.status}`, answer.body] : ['(the answer was not read)'];
  return `${indented(sent.join('\n'), 6)}\n${indented(received.join('\n'), 8)}`;
}

/** The lines of one rule. A failure has all that is needed to see it again. */
export function ruleText({ id, says, source, outcome, why, exchanges }: RuleResult): string {
  const head = `${signs[outcome]} ${id}  ${says}`;
  if (outcome === 'passed') return head;
  const reason = `    ${outcome === 'failed' ? 'failed' : 'left out'}: ${why ?? ''}`;
  if (outcome === 'left out') return `${head}\n${reason}`;
  return [head, reason, `    source: ${source}`, ...exchanges.map(exchangeText)].join('\n');
}

/** What stands below the rules. */
export function summaryText({ passed, failed, leftOut, mark, cleanup }: Report): string {
  const left = cleanup.left.map((what) => `  still there: ${what}`);
  const cleaned = `Cleaned up: ${cleanup.removed.length} removed, ${cleanup.left.length} left (marked ${mark})`;
  return ['', cleaned, ...left, `${passed} passed, ${failed} failed, ${leftOut} left out`].join('\n');
}

export function jsonText(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
