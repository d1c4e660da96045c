import type { Api } from '../api/api.js';
import type { MaskingApi } from '../api/mask-api.js';
import type { Task } from '../base/hub-context.js';
import * as requests from '../events/requests.js';
import { newKey } from '../util/key.js';
import { insist } from './insist.js';
import { asDeskError } from './load.js';
import type { Masks } from './masks.js';
import type { Tickets } from './tickets.js';
import type { Work } from './work.js';

export interface MaskParts {
  readonly api: Pick<Api, 'masking'>;
  readonly tickets: Tickets;
  readonly masks: Masks;
  readonly work: Work;
  /** Ends when another agent takes over. */
  signal(): AbortSignal;
  readonly pause?: (attempt: number) => number;
}

/** What the hub does for masks. */
export function createMaskHandlers({ api, tickets, masks, work, signal, pause }: MaskParts) {
  async function run(
    id: string,
    action: Task['action'],
    ticketId: string,
    calls: (api: MaskingApi, own: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const own = signal();
    work.begin(id, ticketId, action);
    try {
      await calls(await api.masking(), own);
      if (!own.aborted) work.end(id);
    } catch (error) {
      if (!own.aborted) work.fail(id, asDeskError(error));
    } finally {
      // As the server has it now, whether it was done, refused, or done by somebody else.
      if (!own.aborted && tickets.$currentId.get() === ticketId) tickets.reload.history();
    }
  }

  return {
    [requests.MaskRequest.type]: ({ id, ticketId, ranges, manner }: requests.MaskRequest) =>
      run(id, 'mask', ticketId, async (calls, own) => {
        // From the end, so that ranges of one message keep their places; each mask makes another version of its body.
        for (const range of [...ranges].sort((a, b) => a.entryId - b.entryId || b.start - a.start)) {
          const key = newKey();
          const done = await insist(() => calls.mask(range, manner, { key, signal: own }), own, pause);
          if (own.aborted) return;
          masks.$selection.set(null);
          if (tickets.$currentId.get() === ticketId) masks.$outcome.set({ ticketId, ...done });
        }
      }),

    [requests.MaskRemoveRequest.type]: ({ id, ticketId, mask, how, reason }: requests.MaskRemoveRequest) =>
      run(id, how, ticketId, async (calls, own) => {
        await insist(() => calls.remove(mask, how, reason, { key: id, signal: own }), own, pause);
      }),
  };
}
