/** What of the browser it needs, so that a test can bring its own. */
export interface SharedMeans {
  readonly locks: Pick<LockManager, 'request'>;
  readonly channel: (name: string) => Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>;
}

/** The browser's means, where it has them. */
export function browserMeans(): SharedMeans | undefined {
  const { locks } = navigator as { readonly locks?: LockManager };
  if (!locks || typeof BroadcastChannel === 'undefined') return undefined;
  return { locks, channel: (name) => new BroadcastChannel(name) };
}
