import { isTestServer } from './announcement.js';
import { chooseRules } from './choose.js';
import type { Fetch } from './client.js';
import { conduct } from './conduct.js';
import { readOptions, usage, UsageError, type Options } from './options.js';
import { jsonText, ruleText, summaryText } from './report.js';
import { rules } from './rules/index.js';
import { Run } from './run.js';
import { resolverOf } from './schema.js';

/** What the command has of the machine that it runs on. */
export interface Machine {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly fetch: Fetch;
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** The document of the console. */
  readonly document: unknown;
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
  readonly write: (file: string, text: string) => void;
}

async function requireTestServer({ target, force, timeout }: Options, fetch: Fetch): Promise<void> {
  let announced: boolean;
  try {
    announced = await isTestServer(target.url, fetch, timeout);
  } catch (error) {
    throw new UsageError(`${target.url} does not answer: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (announced || force) return;
  throw new UsageError(
    `${target.url} does not announce itself as a test server: GET /healthz must answer "testServer": true in its content. ` +
      'The suite makes tickets and customers there; --force runs it all the same.',
  );
}

async function runSuite(options: Options, machine: Machine): Promise<number> {
  const { fetch, now, wait, document, say } = machine;
  const chosen = chooseRules(rules, options.only, options.except);
  await requireTestServer(options, fetch);
  const { timeout, keep } = options;
  const run = new Run(options.target, { fetch, now, wait, timeout, document, resolve: resolverOf(document) });
  const report = await conduct(run, chosen, { tell: (result) => say(ruleText(result)), keep });
  say(summaryText(report));
  if (options.json !== undefined) machine.write(options.json, jsonText(report));
  if (report.failed > 0) return 1;
  return report.leftOut > 0 ? 3 : 0;
}

/** Runs the command and tells its exit code. */
export async function command(args: readonly string[], machine: Machine): Promise<number> {
  try {
    const options = readOptions(args, machine.environment);
    if (options === 'help') {
      machine.say(usage);
      return 0;
    }
    if (options === 'list') {
      for (const { id, says, source } of rules) machine.say(`${id}  ${says}  [${source}]`);
      return 0;
    }
    return await runSuite(options, machine);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    machine.complain(`${error.message}\nMore: --help`);
    return 2;
  }
}
