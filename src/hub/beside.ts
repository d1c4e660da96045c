import { atom } from 'nanostores';
import type { Api } from '../api/api.js';
import type { Assignment, Hub } from '../base/hub-context.js';
import { once } from '../util/once.js';
import { createLatePresence } from './late-presence.js';
import type { Live } from './live.js';
import type { SessionStores } from './session.js';
import type { Tickets } from './tickets.js';

export interface BesideOptions {
  readonly api: Api;
  readonly live: Live;
  readonly tickets: Pick<Tickets, 'stores' | '$currentId'>;
  readonly session: Pick<SessionStores, 'session'>;
  /** Ends when another agent takes over. */
  signal(): AbortSignal;
}

export type Beside = ReturnType<typeof createBeside>;

/** What agents know of each other: who has a ticket open, and what one gives to another. */
export function createBeside({ api, live, tickets, session, signal }: BesideOptions) {
  const { $currentId } = tickets;
  const agent = (): string | undefined => session.session.value?.agent.usercode;
  const presence = createLatePresence(tickets.stores.$current, async () => {
    const { Presence } = await import('./presence.js');
    return new Presence({ api, live, $currentId, agent, signal });
  });
  const $assigned = atom<readonly Assignment[]>([]);
  let clear = (): void => undefined;
  const assignments = once(async () => {
    const { Assignments } = await import('./assignments.js');
    const made = new Assignments({ api, live, $assigned, $currentId, agent, signal });
    clear = () => made.clear();
    return made;
  });
  live.overhear((event) => {
    if (event.topic !== 'assigned') return;
    const { ticketId, version } = event;
    // What a page cannot load it cannot tell; the ticket is in the agent's list all the same.
    assignments().then(
      (made) => made.hear(ticketId, version),
      () => undefined,
    );
  });

  return {
    stores: {
      presence: { $viewers: presence.$viewers },
      assignments: { $assigned },
    } satisfies Pick<Hub, 'presence' | 'assignments'>,
    typed: presence.typed,
    dismiss: (ticketIds: readonly string[]) => void assignments().then((made) => made.dismiss(ticketIds)),
    look: presence.look,
    leave: presence.leave,
    clear(): void {
      presence.clear();
      clear();
    },
  };
}
