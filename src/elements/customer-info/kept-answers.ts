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
    const others = freshOf(hub).filter(([id]) => id !== ticketId);
    const at = serverTime(hub);
    // What failed may go well the next time, and what was known before is not what was told last.
    const isKept = info.outcome === 'found' || info.outcome === 'none';
    kept.set(hub, new Map(isKept ? [...others, [ticketId, { asked, info, at }]] : others));
  },

  of(hub: Hub, ticketId: string, asked: string): CustomerInfo | undefined {
    const fresh = new Map(freshOf(hub));
    kept.set(hub, fresh);
    const one = fresh.get(ticketId);
    return one?.asked === asked ? one.info : undefined;
  },

  /** The agent was refused: nothing told before is shown again. */
  drop(hub: Hub): void {
    kept.set(hub, new Map());
  },
};

/** What is too old leaves the memory of the page, too. */
function freshOf(hub: Hub): [string, KeptAnswer][] {
  const now = serverTime(hub);
  return [...(kept.get(hub) ?? [])].filter(([, one]) => now - one.at < moment);
}
