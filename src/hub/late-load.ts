import { atom, onMount } from 'nanostores';
import type { Load } from '../base/hub-context.js';
import { once } from '../util/once.js';
import { asDeskError, type Loaded } from './load.js';

/** As much of a store as is known of one that is not here yet. */
type Made = Pick<Loaded<unknown>, '$load' | 'reload' | 'clear'>;

export interface LateLoad<M extends Made> {
  readonly $load: M['$load'];
  /** The store, if anybody has needed it. */
  readonly made: M | undefined;
  make(): Promise<M>;
  reload(): void;
  /** Forgets everything, also what nobody looks at now. */
  clear(): void;
}

/** Stands for a store of which no first screen knows: it is loaded with its first reader. */
export function createLateLoad<M extends Made>(load: () => Promise<M>): LateLoad<M> {
  const $load = atom<Load<unknown>>({ status: 'idle' });
  let made: M | undefined;
  let isMounted = false;
  let stop: (() => void) | undefined;
  const make = once(async () => (made = await load()));

  async function show(): Promise<void> {
    try {
      const { $load: $made } = await make();
      if (isMounted) stop ??= $made.subscribe((now) => $load.set(now));
    } catch (error) {
      $load.set({ status: 'failed', error: asDeskError(error) });
    }
  }

  onMount($load, () => {
    isMounted = true;
    void show();
    return () => {
      isMounted = false;
      stop = void stop?.();
    };
  });

  return {
    $load,
    get made() {
      return made;
    },
    make,
    reload: () => void show().then(() => made?.reload()),
    clear(): void {
      made?.clear();
      if (stop) return;
      $load.set({ status: 'idle' });
      if (isMounted) void show();
    },
  };
}
