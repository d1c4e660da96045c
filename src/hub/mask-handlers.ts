import type { Api } from '../api/api.js';
import type { MaskingApi } from '../api/mask-api.js';
import { DeskError } from '../base/desk-error.js';
import type { Task } from '../base/hub-context.js';
import type { MaskTarget, Revealed } from '../domain/masks.js';
import type { HistoryEntry } from '../domain/types.js';
import * as requests from '../events/requests.js';
import { newKey } from '../util/key.js';
import { insist } from './insist.js';
import { asDeskError } from './load.js';
import type { Masks, Waiting } from './masks.js';
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

/** Shows an original. A mask that is gone, or is another by now, is not offered again. */
export async function revealed(
  { api, tickets }: Pick<MaskParts, 'api' | 'tickets'>,
  maskId: string,
  purpose: string,
  signal: AbortSignal,
): Promise<Revealed> {
  const ticketId = tickets.$currentId.get() ?? '';
  try {
    return await (await api.masking()).reveal(maskId, purpose, signal);
  } catch (error) {
    if (error instanceof DeskError && ['gone', 'missing'].includes(error.kind)) tickets.refresh(ticketId);
    throw error;
  }
}

/** What the hub does for masks. */
export function createMaskHandlers({ api, tickets, masks, work, signal, pause }: MaskParts) {
  /** What is asked for a ticket is done in turn: each mask makes another version of its message. */
  const turns = new Map<string, Promise<void>>();
  /** What is being masked: asked for once more, as by a double click, it is done by the same run. */
  const underWay = new Set<string>();

  async function run(
    id: string,
    action: Task['action'],
    ticketId: string,
    calls: (api: MaskingApi, own: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const own = signal();
    work.begin(id, ticketId, action);
    const former = turns.get(ticketId);
    const turn = (async () => {
      await former;
      if (own.aborted) return;
      try {
        await calls(await api.masking(), own);
        if (!own.aborted) work.end(id);
      } catch (error) {
        if (own.aborted) return;
        // As the server has it now, so that what is still there to be masked can be.
        const entry = entryIn(asDeskError(error));
        if (entry) tickets.acceptEntry(ticketId, entry);
        else tickets.refresh(ticketId);
        work.fail(id, asDeskError(error));
      }
    })();
    turns.set(ticketId, turn);
    await turn;
    if (turns.get(ticketId) === turn) turns.delete(ticketId);
  }

  async function maskAll(
    { id, ticketId, manner }: requests.MaskRequest,
    waiting: Waiting<MaskTarget>,
    calls: MaskingApi,
    own: AbortSignal,
  ): Promise<void> {
    let isFirst = !masks.goesOn(ticketId, waiting.ranges);
    for (let range = nextOf(waiting); range; range = nextOf(waiting)) {
      const { category = manner.category } = range;
      const by = { key: newKey(), signal: own };
      const place = range;
      const done = await insist(() => calls.mask(place, { ...manner, category }, by), own, pause);
      if (own.aborted) return;
      tickets.acceptEntry(ticketId, done.entry);
      // Where its history is not shown, words before these ones in the same message are where they were.
      waiting.ranges = waiting.ranges.map((each) =>
        each.entryId === place.entryId && each.bodyVersion === place.bodyVersion
          ? { ...each, bodyVersion: done.entry.bodyVersion }
          : each,
      );
      const copies = done.copies.map((copy) => (category ? { ...copy, category } : copy));
      masks.tell({ ticketId, taskId: id, notReached: done.notReached, copies }, isFirst);
      isFirst = false;
    }
    if (waiting.hasLost) throw new DeskError('conflict', 'Words to be masked are not what they were.');
  }

  return {
    [requests.MaskRequest.type]: async (request: requests.MaskRequest) => {
      const nameOf = ({ entryId, bodyVersion, start, length }: MaskTarget): string =>
        [request.ticketId, entryId, bodyVersion, start, length].join(' ');
      const ranges = request.ranges.filter((range) => !underWay.has(nameOf(range)));
      for (const range of ranges) underWay.add(nameOf(range));
      const waiting: Waiting<MaskTarget> = { ranges, hasLost: false };
      masks.waiting.add(waiting);
      await run(request.id, 'mask', request.ticketId, (calls, own) => maskAll(request, waiting, calls, own));
      masks.waiting.delete(waiting);
      for (const range of ranges) underWay.delete(nameOf(range));
    },

    [requests.MaskRemoveRequest.type]: ({ id, ticketId, mask, how, reason }: requests.MaskRemoveRequest) =>
      run(id, how, ticketId, async (calls, own) => {
        const entry = await insist(() => calls.remove(mask, how, reason, { key: id, signal: own }), own, pause);
        if (own.aborted) return;
        tickets.acceptEntry(ticketId, entry);
        // That something was masked is not the last word any more; what was out of reach stays until it is read.
        const last = masks.$outcome.get();
        if (last?.notReached.length === 0 && last.copies.length === 0) masks.$outcome.set(null);
      }),
  };
}

/** Takes the next range: from the end of each message, so that the words before it keep their places. */
function nextOf(waiting: Waiting<MaskTarget>): MaskTarget | undefined {
  const [next, ...others] = [...waiting.ranges].sort((a, b) => a.entryId - b.entryId || b.start - a.start);
  waiting.ranges = others;
  return next;
}

/** The message that a refusal brought along. */
function entryIn({ details: { content } }: DeskError): HistoryEntry | undefined {
  const entry = (content?.['entry'] ?? content) as Partial<HistoryEntry> | undefined;
  return typeof entry?.bodyVersion === 'number' && typeof entry.html === 'string' ? (entry as HistoryEntry) : undefined;
}
