import type { Api } from '../api.js';
import { Refusal } from '../refusal.js';
import { DoorayClient } from '../services/dooray/client.js';
import { DoorayFailure } from '../services/dooray/failure.js';

/** Milliseconds for which nobody waits longer who only wants to be warned. */
const short = 4_000;

/** Whoever asks Dooray! in passing, where the worker asks again. */
export function hastyClient({ deps: { dooray, doorayTimeouts } }: Api): DoorayClient | null {
  return dooray ? new DoorayClient(dooray, doorayTimeouts ?? { usual: short, file: short }) : null;
}

/** Whoever speaks with Dooray! for a page; refused where there is no line. */
export function doorayClient({ deps: { dooray, doorayTimeouts } }: Api): DoorayClient {
  if (!dooray) throw new Refusal(403, 'switched_off', 'Dooray! cannot be reached from here');
  return new DoorayClient(dooray, doorayTimeouts);
}

/** What Dooray! says; what it does not say is refused in the words of the console. */
export async function asTold<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof DoorayFailure)) throw error;
    const { again, problem, retryAfter } = error;
    if (again) throw new Refusal(503, 'dooray_unreachable', 'Dooray! does not answer', { retryAfter: retryAfter || 5 });
    throw new Refusal(409, `dooray_${problem}`, 'Dooray! does not permit it');
  }
}
