import { KeptForAgent } from '../../base/agent-guard.js';
import type { Hub } from '../../base/hub-context.js';
import type { CustomerInfo } from '../../domain/customer-info.js';

/** How long an answer is shown again instead of asking again, in milliseconds. */
const moment = 60_000;

interface KeptAnswer {
  /** What was asked, in one line. */
  readonly asked: string;
  readonly info: CustomerInfo;
  readonly at: number;
}

const kept = new KeptForAgent<Map<string, KeptAnswer>>();
const serverTime = (hub: Hub): number => Date.now() + hub.session.$clockOffset.get();

/** What the agent was told of customers within the last moment, by ticket: the same whichever panel shows it. */
export const keptAnswers = {
  keep(hub: Hub, ticketId: string, asked: string, info: CustomerInfo): void {
    // What failed may go well the next time.
    if (info.outcome !== 'found' && info.outcome !== 'none') return;
    const at = serverTime(hub);
    const fresh = [...(kept.get(hub) ?? [])].filter(([, one]) => at - one.at < moment);
    kept.set(hub, new Map([...fresh, [ticketId, { asked, info, at }]]));
  },

  of(hub: Hub, ticketId: string, asked: string): CustomerInfo | undefined {
    const one = kept.get(hub)?.get(ticketId);
    return one && one.asked === asked && serverTime(hub) - one.at < moment ? one.info : undefined;
  },
};
