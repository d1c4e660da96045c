import { atom, onMount, type ReadableAtom } from 'nanostores';
import { DeskError } from '../base/desk-error.js';
import type { Load } from '../base/hub-context.js';

/** A store that fetches itself on its first listener and stops after the last. */
export interface Loaded<T> {
  readonly $load: ReadableAtom<Load<T>>;
  /** The value that is known, however old. */
  readonly value: T | undefined;
  /** Fetches again and shows that it does. */
  reload(): void;
  /** Fetches again unseen, soon and together with others who ask; does nothing while nobody listens. */
  refresh(): void;
  /** Fetches again what failed. */
  recover(): void;
  /** What came by another way. */
  set(value: T): void;
  /** Forgets everything. */
  clear(): void;
}

export interface LoadOptions<K> {
  /** What the value belongs to. Another key: the old value is never shown again. null: nothing to fetch. */
  readonly $key?: ReadableAtom<K | null>;
  /** Shortest time between two unseen fetches, in milliseconds. */
  readonly interval?: number;
  /** Runs while somebody listens. */
  readonly whileMounted?: () => () => void;
}

/** Builds such a store. */
export function createLoad<T, K = true>(
  fetch: (key: K, signal: AbortSignal) => Promise<T>,
  options: LoadOptions<K> & { readonly seed?: (key: K) => T | undefined } = {},
): Loaded<T> {
  const $load = atom<Load<T>>({ status: 'idle' });
  let call: AbortController | undefined;
  let key: K | null = null;
  let isMounted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  let isAsked = false;

  const known = (): T | undefined => {
    const load = $load.get();
    return 'value' in load ? load.value : undefined;
  };

  async function run(isSeen: boolean): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    stop();
    if (!isMounted || key === null) return;
    const own = (call = new AbortController());
    const { signal } = own;
    isAsked = false;
    last = Date.now();
    if (isSeen) $load.set({ status: 'loading', value: known() ?? options.seed?.(key) });
    try {
      const value = await fetch(key, signal);
      if (!signal.aborted) $load.set({ status: 'ready', value });
    } catch (error) {
      if (signal.aborted || (error as Error).name === 'AbortError') return;
      $load.set({ status: 'failed', error: asDeskError(error), value: known() });
    }
    if (call === own) call = undefined;
    if (isAsked) refresh();
  }

  function stop(): void {
    call?.abort();
    call = undefined;
  }

  function refresh(): void {
    // What is on its way may be older than what was heard, but it comes: asking anew each time would never end.
    isAsked = call !== undefined;
    if (!isMounted || key === null || isAsked) return;
    timer ??= setTimeout(() => void run(false), Math.max(0, last + (options.interval ?? 0) - Date.now()));
  }

  function turnTo(next: K | null): void {
    if (next !== key) {
      stop();
      $load.set({ status: 'idle' });
    }
    key = next;
    void run(true);
  }

  onMount($load, () => {
    isMounted = true;
    const stops = [options.whileMounted?.()];
    if (options.$key) stops.push(options.$key.subscribe((next) => turnTo(next as K | null)));
    else turnTo(true as K);
    return () => {
      isMounted = false;
      stop();
      clearTimeout(timer);
      timer = undefined;
      for (const end of stops) end?.();
    };
  });

  return {
    $load,
    get value() {
      return known();
    },
    reload: () => void run(true),
    refresh,
    recover() {
      if ($load.value?.status === 'failed') void run(true);
    },
    set(value) {
      stop();
      $load.set({ status: 'ready', value });
      if (isAsked) refresh();
    },
    clear() {
      stop();
      $load.set({ status: 'idle' });
      void run(true);
    },
  };
}

/** Whatever was thrown, as an error that elements can show. */
export function asDeskError(error: unknown): DeskError {
  return error instanceof DeskError ? error : new DeskError('server', 'The call failed.', { cause: error });
}
