/**
 * The line to Dooray!. Thin on purpose: what its calls and answers mean is known by the client above it, and whoever
 * answers a `Request` with a `Response` can stand in for Dooray!.
 */
export interface DoorayPort {
  /** Where its calls start, without a slash at the end, as `https://api.dooray.com`. */
  readonly base: string;
  /** Milliseconds in which at most five calls begin: a second unless told. A stand-in may be asked faster. */
  readonly span?: number;
  /**
   * Sends one call and gives back its answer, whatever its status. Follows no redirect: it would lose who asks. Rejects
   * where nobody answered; the request's signal ends the wait.
   */
  fetch(request: Request): Promise<Response>;
}

/** Longest wait for an answer, in milliseconds. */
export const doorayTimeout = 10_000;
/** Longest wait while a file is on its way, in milliseconds. */
export const doorayFileTimeout = 120_000;
