// `npm run simulate`: ten agents work at random for five minutes, each with two pages open on one server, while the lines of
// their event streams break, repeat and lose what they carry. Now and then everything stands still for a moment, and every
// figure and every page is compared with a recount. `--minutes 1`, `--seed 7` and `--postgres` change what is done.
import { PGlite } from '@electric-sql/pglite';
import { createApp } from '../demo/server/app.js';
import { postgresDatabase } from '../demo/server/db/postgres.js';
import { pgliteDatabase } from '../demo/server/db/pglite.js';
import { seedOrganisation } from '../demo/seed/organisation.js';
import { simulate, type Report } from '../test/simulation/simulate.js';
import { startDatabase } from './postgres.js';

const asked = (name: string, usual: number): number => {
  const place = process.argv.indexOf(`--${name}`);
  return place < 0 ? usual : Number(process.argv[place + 1]);
};
const minutes = asked('minutes', 5);
const seed = asked('seed', 1);
const say = (text: string): void => void process.stdout.write(`${text}\n`);

function figures(lags: readonly number[]): string {
  const sorted = [...lags].sort((one, other) => one - other);
  const share = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return `half within ${share(0.5)} ms, 95 % within ${share(0.95)} ms, all within ${share(1)} ms`;
}

function tell({ checks, steps, done, failures, drifts, lags, brokenLags, misses, faults, streams }: Report): void {
  for (const [what, count] of [...done].sort(([, one], [, other]) => other - one))
    say(`${String(count).padStart(6)} ${what}`);
  say(
    `${steps} steps, ${checks} checks; streams were cut ${faults.cuts} times, repeated ${faults.repeats}, out of order ${faults.swaps}, older than kept ${faults.losses}.`,
  );
  say(`Streams open at a check: at most ${Math.max(0, ...streams)}.`);
  say(`Pages were true, once their stream was whole: ${figures(lags)}.`);
  say(`Later than a second: ${lags.filter((lag) => lag > 1_000).length} of ${lags.length}.`);
  say(`With the time in which it was broken: ${figures(brokenLags)}.`);
  for (const [what, list] of Object.entries({ failures, drifts, misses })) {
    say(`${what}: ${list.length}`);
    for (const one of list.slice(0, 10)) say(`  ${one}`);
  }
}

const server = process.argv.includes('--postgres') ? await startDatabase() : undefined;
const database = server ? await postgresDatabase(server.url) : await pgliteDatabase(await PGlite.create());
await database.system((tx) => seedOrganisation(tx));
const errors: unknown[] = [];
const app = createApp({
  database,
  now: Date.now,
  allowedOrigins: [],
  clientAddress: () => '127.0.0.1',
  limits: null,
  onError: (error) => errors.push(error),
});
say(`${minutes} minutes on ${server ? 'PostgreSQL' : 'PGlite'}, seed ${seed}.`);
const report = await simulate({
  app,
  database,
  now: Date.now,
  seed,
  agents: 10,
  until: { milliseconds: minutes * 60_000 },
  steps: 8,
  pause: 1_500,
  onCheck: (check, { steps, misses, lags }) =>
    say(`${check}: ${steps} steps, ${misses.length} misses, ${Math.max(0, ...lags.slice(-20))} ms`),
});
tell(report);
for (const error of errors.slice(0, 10)) say(String(error));
await app.close();
await database.close();
await server?.stop();
const isFine = [report.failures, report.drifts, report.misses, errors].every(({ length }) => length === 0);
process.exit(isFine ? 0 : 1);
