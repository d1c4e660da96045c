import { computed, type ReadableAtom } from 'nanostores';
import type { Api } from '../api/api.js';
import type { Load } from '../base/hub-context.js';
import { known } from '../base/known.js';
import type { DoorayComment, DoorayConversation } from '../domain/transfer.js';
import type { Ticket } from '../domain/types.js';
import type { Live } from './live.js';
import { createLoad } from './load.js';

/** Shortest time between two unseen readings, in milliseconds: several news of one ticket come at once. */
const interval = 500;
/** How often it is read while nothing is told of it: that Dooray! does not answer is told by nobody. In milliseconds. */
const pace = 30_000;

export type Dooray = ReturnType<typeof createDooray>;

/** What is said with Dooray! about the open ticket. A ticket that was never transferred is not asked for. */
export function createDooray(
  api: Pick<Api, 'dooray'>,
  live: Live,
  $currentId: ReadableAtom<string | null>,
  $current: ReadableAtom<Load<Ticket>>,
) {
  const $key = computed([$currentId, $current], (ticketId, load) => {
    const ticket = known(load);
    return ticket?.ticketId === ticketId && ticket?.transfer ? ticketId : null;
  });
  const load = createLoad<DoorayConversation, string>(
    async (ticketId, signal) => (await api.dooray()).conversation(ticketId, signal),
    {
      $key,
      interval,
      whileMounted() {
        const timer = setInterval(() => document.hidden || load.refresh(), pace);
        const stop = live.on((event) => {
          const isOurs = event.topic === 'ticket' && event.ticketId === $key.get();
          if (event.topic === 'live') load.recover();
          else if (isOurs || event.topic === 'reset') load.refresh();
        });
        return () => {
          clearInterval(timer);
          stop();
        };
      },
    },
  );

  return {
    $load: load.$load,
    reload: load.reload,
    clear: load.clear,
    /** A comment as the server answered: it is there before the conversation is read again. */
    accept(ticketId: string, comment: DoorayComment): void {
      const { value } = load;
      if (ticketId !== $key.get() || !value) return;
      const isKnown = value.comments.some(({ id }) => id === comment.id);
      const comments = isKnown
        ? value.comments.map((each) => (each.id === comment.id ? comment : each))
        : [...value.comments, comment];
      load.set({ ...value, comments });
      load.refresh();
    },
  };
}
