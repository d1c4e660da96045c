import { atom, type ReadableAtom } from 'nanostores';

interface Taken {
  take(): boolean;
}

/** Hands things to elements of the open ticket: the first that takes one has it, and with the ticket it is given up. */
export function createHandOver<T extends Taken>($currentId: ReadableAtom<string | null>) {
  const $waiting = atom<(Omit<T, 'take'> & Taken) | null>(null);
  $currentId.listen(() => $waiting.set(null));
  return {
    $waiting: $waiting as ReadableAtom<T | null>,
    give(ticketId: string, what: Omit<T, 'take'>): void {
      if (ticketId !== $currentId.get()) return;
      const handed = {
        ...what,
        take() {
          const isMine = $waiting.get() === handed && ticketId === $currentId.get();
          if (isMine) $waiting.set(null);
          return isMine;
        },
      };
      $waiting.set(handed);
    },
  };
}
