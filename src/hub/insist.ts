import { DeskError } from '../base/desk-error.js';

/** Failures after which nobody knows whether the server did it. */
const unknown: readonly string[] = ['offline', 'timeout', 'busy'];
/** After this long an action is not sent by itself any more; the agent decides. */
const patience = 3 * 60_000;

export function isDoubtful(error: unknown): error is DeskError {
  return error instanceof DeskError && unknown.includes(error.kind);
}

/** Whether the server took or refused it for good; else the same thing may be sent again with the same key. */
export function isSettled({ kind }: DeskError): boolean {
  return !unknown.includes(kind) && kind !== 'server' && kind !== 'signed-out';
}

export function usualPause(attempt: number): number {
  return Math.min(30_000, 2_000 * 2 ** attempt) * (0.5 + Math.random() / 2);
}

/** Waits; not longer than until the browser says that there is a network again. */
function rest(time: number): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      removeEventListener('online', end);
      resolve();
    };
    const timer = setTimeout(end, time);
    addEventListener('online', end);
  });
}

/** Sends until the outcome is known, always with the same key. */
export async function insist<T>(send: () => Promise<T>, signal: AbortSignal, pause = usualPause): Promise<T> {
  const start = Date.now();
  for (let attempt = 0; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (signal.aborted || !isDoubtful(error) || Date.now() - start > patience) throw error;
      await rest(error.details.retryAfter ?? pause(attempt));
      if (signal.aborted) throw error;
    }
  }
}
