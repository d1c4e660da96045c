/** Calls back in a moment in which the page has nothing to do, or when it had none for that long. The answer cancels it. */
export function whenIdle(callback: () => void, longestWait = 2_000): () => void {
  // Safari has no idle callback.
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(callback, 100);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(callback, { timeout: longestWait });
  return () => cancelIdleCallback(handle);
}
