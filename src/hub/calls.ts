import type { Api } from '../api/api.js';
import type { PromisedCall } from '../domain/calls.js';
import * as requests from '../events/requests.js';
import { insist } from './insist.js';
import type { Live } from './live.js';
import { asDeskError, createLoad } from './load.js';
import { figurePace } from './pace.js';
import type { Work } from './work.js';

export type Calls = ReturnType<typeof createCalls>;

/** The calls that the agent promised and has not made, in the order of their times. */
export function createCalls(api: Pick<Api, 'late'>, live: Live) {
  const load = createLoad<readonly PromisedCall[]>(async (_, signal) => (await api.late()).calls(undefined, signal), {
    interval: figurePace,
    whileMounted: () =>
      live.on(({ topic }) => {
        if (topic === 'live' && load.$load.get().status === 'failed') load.recover();
        else if (topic === 'live' || topic === 'call' || topic === 'reset') load.refresh();
      }),
  });
  return {
    $load: load.$load,
    reload: load.reload,
    clear: load.clear,
    /** A call as the server answered: it shows at once, if it is the agent's. */
    accept(call: PromisedCall, usercode: string): void {
      const others = load.value?.filter(({ callId }) => callId !== call.callId);
      if (!others) return;
      const isOwn = call.state === 'open' && call.assignee.usercode === usercode;
      load.set((isOwn ? [...others, call] : others).toSorted((one, other) => one.at - other.at));
      load.refresh();
    },
  };
}

export interface CallParts {
  readonly api: Pick<Api, 'late'>;
  readonly work: Work;
  calls(): Promise<Calls>;
  session(): Promise<{ readonly agent: { readonly usercode: string } }>;
  /** Ends when another agent takes over. */
  signal(): AbortSignal;
  readonly pause?: (attempt: number) => number;
}

/** What the hub does about promised calls. */
export function createCallHandlers({ api, work, calls, session, signal, pause }: CallParts) {
  return {
    [requests.CallRequest.type]: async ({ id, ticketId, step }: requests.CallRequest): Promise<void> => {
      const own = signal();
      work.begin(id, ticketId, 'call');
      try {
        const late = await api.late();
        const call = await insist(() => late.saveCall(ticketId, step, { key: id, signal: own }), own, pause);
        const [known, { agent }] = await Promise.all([calls(), session()]);
        if (own.aborted) return;
        known.accept(call, agent.usercode);
        work.end(id);
      } catch (error) {
        if (!own.aborted) work.fail(id, asDeskError(error));
      }
    },
  };
}
