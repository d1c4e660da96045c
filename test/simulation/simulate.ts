import type { App } from '../../demo/server/app.js';
import type { Database } from '../../demo/server/db/database.js';
import { agentGroups, agents } from '../../demo/server/db/schema.js';
import { MailMemory } from '../../demo/server/ports/mail-memory.js';
import { recount } from '../../demo/server/services/tickets/tallies.js';
import { Worker } from '../../demo/server/services/worker.js';
import type { View } from '../../src/domain/types.js';
import { dice, type Dice } from '../server/tickets/dice.js';
import { pretendBrowser } from './browser.js';
import { UnreliableLine } from './line.js';
import { Tab } from './tab.js';
import { Truth } from './truth.js';
import { Agent, type Done } from './work.js';

export interface SimulationOptions {
  readonly app: App;
  readonly database: Database;
  readonly now: () => number;
  readonly seed: number;
  readonly agents: number;
  /** Ends the work: after so many milliseconds, or so many checks. */
  readonly until: { readonly milliseconds: number } | { readonly checks: number };
  /** Steps of each agent between two checks. */
  readonly steps: number;
  /** Longest pause of an agent between two steps, in milliseconds. */
  readonly pause: number;
  /** How much more often than usual a line breaks. */
  readonly roughness?: number;
  readonly onCheck?: (check: number, report: Report) => void;
}

/** What came of it. */
export interface Report {
  checks: number;
  steps: number;
  /** How often what was done, and how it was answered. */
  readonly done: Map<string, number>;
  /** Answers that no server should give. */
  readonly failures: string[];
  /** Figures that were not as a recount has them. */
  readonly drifts: string[];
  /** Milliseconds until each page showed what is true: since the last change, or since its stream was whole again. */
  readonly lags: number[];
  /** The same, with the time in which the stream was broken. */
  readonly brokenLags: number[];
  /** Pages that did not come to show what is true. */
  readonly misses: string[];
  readonly faults: UnreliableLine['faults'];
  /** Streams that were open at each check, beside the agents. */
  readonly streams: number[];
}

/** A page that is not true after so long never will be. */
const patience = 60_000;
const betweenLooks = 20;
/** The server is asked again by then: clocks go on, and what a page shows is marked as seen. */
const truthLifetime = 500;
const pageViews: readonly View[] = ['all', 'mine_processing', 'unassigned', 'group'];
const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

async function addAgents(database: Database, usercodes: readonly string[]): Promise<void> {
  const permissions = { forward: true, mask: true, reveal: true, unmask: true, purge: true, audit: true, export: true };
  await database.system(async (tx) => {
    await tx.insert(agents).values(
      usercodes.map((usercode, at) => ({
        serviceId: 'demo',
        usercode,
        name: `상담원 ${at + 1}`,
        role: at < 2 ? ('admin' as const) : ('agent' as const),
        permissions,
        assignable: true,
      })),
    );
    await tx
      .insert(agentGroups)
      .values(usercodes.flatMap((usercode) => [1, 2].map((groupId) => ({ serviceId: 'demo', usercode, groupId }))));
  });
}

/** Agents work at random on one server, each with two pages open, while their lines break; now and then all is compared. */
export async function simulate(options: SimulationOptions): Promise<Report> {
  const restore = pretendBrowser();
  const { app, database, now } = options;
  const worker = new Worker({ database, mail: new MailMemory(), now });
  const random = dice(options.seed);
  const line = new UnreliableLine(dice(options.seed + 1), options.roughness);
  const report: Report = {
    checks: 0,
    steps: 0,
    done: new Map(),
    failures: [],
    drifts: [],
    lags: [],
    brokenLags: [],
    misses: [],
    faults: line.faults,
    streams: [],
  };
  const usercodes = Array.from({ length: options.agents }, (_, at) => `sim${at + 1}`);
  let tabs: Tab[] = [];
  const closed: Tab[] = [];
  const close = async (tab: Tab | undefined): Promise<void> => {
    if (!tab) return;
    closed.push(tab);
    await tab.close();
  };
  try {
    await addAgents(database, usercodes);
    await worker.start();
    const { createHub } = await import('../../src/hub/create-hub.js');
    const open = (usercode: string): Tab =>
      new Tab({ app, usercode, view: random.pick(pageViews), now, line, createHub });
    const parts = { app, database, now, usercodes };
    const staff = usercodes.map((usercode, at) => new Agent(usercode, parts, dice(options.seed + 10 + at)));
    tabs = usercodes.flatMap((usercode) => [open(usercode), open(usercode)]);
    await allTrue(options, tabs, report, false);
    const start = Date.now();
    const isOver = (): boolean =>
      'checks' in options.until
        ? report.checks >= options.until.checks
        : Date.now() - start >= options.until.milliseconds;
    while (!isOver()) {
      await Promise.all(staff.map((agent, at) => work(agent, dice(random.upTo(1e9) + at), options, report)));
      line.isCalm = true;
      // What was asked for in bulk goes on behind the answer.
      await worker.drain();
      await check(options, line, tabs, report);
      line.isCalm = false;
      options.onCheck?.(report.checks, report);
      for (const tab of tabs) if (random.chance(0.5)) tab.openSome(random);
      // One page is closed, the one with the stream perhaps, and another is opened.
      const at = random.upTo(tabs.length);
      await close(tabs[at]);
      tabs[at] = open(usercodes[Math.floor(at / 2)] ?? '');
    }
    return report;
  } finally {
    await Promise.all(tabs.map(close));
    // What a page has left to do needs the browser that it thinks it is in.
    await Promise.all(closed.map((tab) => tab.over()));
    await worker.stop();
    restore();
  }
}

async function work(agent: Agent, random: Dice, options: SimulationOptions, report: Report): Promise<void> {
  for (let step = 0; step < options.steps; step += 1) {
    if (options.pause > 0) await pause(random.upTo(options.pause));
    count(await agent.step(), report);
  }
}

function count({ what, status }: Done, report: Report): void {
  report.steps += 1;
  const name = `${status} ${what}`;
  report.done.set(name, (report.done.get(name) ?? 0) + 1);
  if (status >= 500 || status === 400 || status === 401) report.failures.push(name);
}

/** Nobody does anything for a moment, and every line is whole: then all figures and all pages are as a recount says. */
async function check(options: SimulationOptions, line: UnreliableLine, tabs: readonly Tab[], report: Report) {
  const { database, now } = options;
  await allTrue(options, tabs, report, true);
  await shared(line, options.agents);
  const drifts = await database.system((tx) => recount(tx, 'demo', now()));
  for (const { name, at, value } of drifts) report.drifts.push(`${name}@${at} ${value}`);
  report.streams.push(line.open);
  report.checks += 1;
}

/** While the lead goes from one page to another, both may have a stream for a moment. */
async function shared(line: UnreliableLine, agents: number): Promise<void> {
  const start = Date.now();
  while (line.open > agents && Date.now() - start < patience) await pause(betweenLooks);
}

async function allTrue(options: SimulationOptions, tabs: readonly Tab[], report: Report, isMeasured: boolean) {
  const start = Date.now();
  let truth = new Truth(options);
  let askedAt = start;
  await Promise.all(
    tabs.map(async (tab) => {
      for (;;) {
        const looked = Date.now();
        if (looked - askedAt > truthLifetime) {
          truth = new Truth(options);
          askedAt = looked;
        }
        const difference = await tab.difference(truth);
        // It was true when it was looked at, not when all answers were there.
        if (difference === undefined) {
          if (isMeasured) report.brokenLags.push(looked - start);
          if (isMeasured) report.lags.push(Math.max(0, looked - Math.max(start, tab.liveAt)));
          return;
        }
        if (Date.now() - start > patience) {
          report.misses.push(`${tab.name}: ${difference}`);
          return;
        }
        await pause(betweenLooks);
      }
    }),
  );
}
