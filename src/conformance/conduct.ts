import type { Exchange } from './client.js';
import { cleanUp, keepAll, type Cleanup } from './cleanup.js';
import { LeftOut, Violation, type Rule } from './rule.js';
import type { Run } from './run.js';

export interface RuleResult {
  readonly id: string;
  readonly says: string;
  readonly source: string;
  readonly outcome: 'passed' | 'failed' | 'left out';
  /** What was wrong, or why it was left out. */
  readonly why: string | null;
  /** Requests and answers of a rule that failed, the last ones. */
  readonly exchanges: readonly Exchange[];
}

export interface Report {
  readonly url: string;
  readonly serviceId: string;
  readonly mark: string;
  readonly startedAt: string;
  readonly passed: number;
  readonly failed: number;
  readonly leftOut: number;
  readonly rules: readonly RuleResult[];
  readonly cleanup: Cleanup;
}

/** Most requests that are shown of a rule that failed. */
const mostExchanges = 4;

async function lookAt(run: Run, rule: Rule): Promise<RuleResult> {
  const { id, says, source } = rule;
  const result = (outcome: RuleResult['outcome'], why: string | null, exchanges: readonly Exchange[] = []) => ({
    id,
    says,
    source,
    outcome,
    why,
    exchanges,
  });
  run.client.takeExchanges();
  try {
    await rule.check(run);
    return result('passed', null);
  } catch (error) {
    if (error instanceof LeftOut) return result('left out', error.message);
    // Whatever else goes wrong is wrong with what the server answered, too.
    const why = error instanceof Violation ? error.message : `The answer could not be read: ${String(error)}`;
    return result('failed', run.client.redacted(why), run.client.takeExchanges().slice(-mostExchanges));
  }
}

export interface Manner {
  /** Told of every rule as soon as it was looked at. */
  readonly tell?: (result: RuleResult) => void;
  /** Whether what the rules made stays there. */
  readonly keep?: boolean;
}

/** Looks at every rule: first at those that only read, and takes away at the end what the others made. */
export async function conduct(
  run: Run,
  rules: readonly Rule[],
  { tell = () => {}, keep = false }: Manner = {},
): Promise<Report> {
  const startedAt = new Date().toISOString();
  const results: RuleResult[] = [];
  for (const rule of [...rules.filter(({ writes }) => !writes), ...rules.filter(({ writes }) => writes)]) {
    const result = await lookAt(run, rule);
    results.push(result);
    tell(result);
  }
  const count = (outcome: RuleResult['outcome']) => results.filter((result) => result.outcome === outcome).length;
  return {
    url: run.target.url,
    serviceId: run.target.serviceId,
    mark: run.mark,
    startedAt,
    passed: count('passed'),
    failed: count('failed'),
    leftOut: count('left out'),
    rules: results,
    cleanup: keep ? keepAll(run) : await cleanUp(run),
  };
}
