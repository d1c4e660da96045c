import { atom, onMount, type ReadableAtom } from 'nanostores';
import type { Viewers } from '../base/hub-context.js';
import { once } from '../util/once.js';
import type { Presence } from './presence.js';

export type LatePresence = ReturnType<typeof createLatePresence>;

/** Stands for what tells and knows who is there, until the first ticket is shown or somebody asks. */
export function createLatePresence($current: ReadableAtom<unknown>, load: () => Promise<Presence>) {
  const $viewers = atom<Viewers>(new Map());
  let made: Presence | undefined;
  let isShown = false;
  const make = once(async () => {
    made = await load();
    made.show(isShown);
    return made;
  });
  const show = (on: boolean): void => {
    isShown = on;
    made?.show(on);
  };

  onMount($current as typeof $viewers, () => {
    show(true);
    // The next who shows a ticket tries again.
    void make().catch(() => undefined);
    return () => show(false);
  });
  onMount($viewers, () => {
    let isRead = true;
    let stop: (() => void) | undefined;
    void make().then(
      (presence) => {
        if (isRead) stop = presence.$viewers.subscribe((viewers) => $viewers.set(viewers));
      },
      () => undefined,
    );
    return () => {
      isRead = false;
      stop?.();
    };
  });

  return {
    $viewers: $viewers as ReadableAtom<Viewers>,
    typed: (ticketId: string) => made?.typed(ticketId),
    look: () => made?.look(),
    leave: async () => made?.leave(),
    clear: () => made?.clear(),
  };
}
