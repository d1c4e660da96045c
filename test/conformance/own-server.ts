import { chooseRules } from '../../src/conformance/choose.js';
import { conduct, type Manner, type Report } from '../../src/conformance/conduct.js';
import { rules } from '../../src/conformance/rules/index.js';
import { Run, type Target } from '../../src/conformance/run.js';
import { resolverOf } from '../../src/conformance/schema.js';
import { openApiDocument } from '../../demo/server/openapi.js';
import { demoKeys, demoMemberKey, organizationId } from '../../demo/seed/organisation.js';
import type { Clock, TestServer } from '../server/support/server.js';

// Of this moment: the file in the package is made from it.
export const document = openApiDocument();

/** As the suite is called against the demo: two agents, an administrator, another service. */
export const target: Target = {
  url: 'http://desk.test',
  serviceId: 'demo',
  organizationId,
  key: demoKeys.demo,
  organizationKey: demoMemberKey,
  agent: 'agent1',
  secondAgent: 'agent2',
  admin: 'admin1',
  other: { serviceId: 'demojp', key: demoKeys.demojp, agent: 'jpadmin' },
  inquiryLimit: 60,
};

export type Handler = (request: Request) => Promise<Response>;

/** Runs rules against a server in this process. */
export function conform(
  handler: Handler,
  clock: Clock,
  only: readonly string[] = [],
  manner?: Manner,
): Promise<Report> {
  // A clock that stands still would sign the calls of one run as those of another, which count once.
  clock.advance(5_000);
  const run = new Run(target, {
    fetch: (url, init) => handler(new Request(url, init)),
    now: () => clock.now,
    wait: (milliseconds) => {
      clock.advance(milliseconds);
      return Promise.resolve();
    },
    timeout: 30_000,
    document,
    resolve: resolverOf(document),
  });
  return conduct(run, chooseRules(rules, only, []), manner);
}

export function handlerOf({ app }: TestServer): Handler {
  return (request) => app.fetch(request);
}

/** The rules that did not pass, with why. */
export function broken(report: Report): string[] {
  return report.rules
    .filter(({ outcome }) => outcome !== 'passed')
    .map(({ id, outcome, why }) => `${id} ${outcome}: ${why ?? ''}`);
}
