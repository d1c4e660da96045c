import type { TransferProblem } from '../../../../src/domain/types.js';

export interface FailureDetails {
  /** It may work another time. */
  readonly again?: boolean;
  /** Nobody knows whether what was asked for was done. */
  readonly uncertain?: boolean;
  /** Seconds that Dooray! asks to wait. */
  readonly retryAfter?: number;
  /** As Dooray! answered; null where it did not. */
  readonly status?: number;
}

/** A call that Dooray! did not do, or of which nobody knows. Says nothing of what was in it. */
export class DoorayFailure extends Error {
  override readonly name = 'DoorayFailure';
  readonly problem: TransferProblem;
  readonly again: boolean;
  readonly uncertain: boolean;
  readonly retryAfter: number;
  readonly status: number | null;

  constructor(problem: TransferProblem, details: FailureDetails = {}) {
    super(`${problem}${details.status === undefined ? '' : ` (${details.status})`}`);
    this.problem = problem;
    this.again = details.again ?? false;
    this.uncertain = details.uncertain ?? false;
    this.retryAfter = details.retryAfter ?? 0;
    this.status = details.status ?? null;
  }
}

const denied: ReadonlySet<number> = new Set([401, 403]);
const another: ReadonlySet<number> = new Set([408, 425, 429]);

/** What an answer other than success means. */
export function failureOf(status: number, headers: Headers): DoorayFailure {
  if (denied.has(status)) return new DoorayFailure('not_allowed', { status });
  if (status === 404) return new DoorayFailure('not_found', { status });
  if (status < 500 && !another.has(status)) return new DoorayFailure('refused', { status });
  const told = Number(headers.get('Retry-After'));
  const retryAfter = Number.isFinite(told) && told > 0 ? told : 1;
  return new DoorayFailure('unreachable', { status, again: true, uncertain: status !== 429, retryAfter });
}

/** Errors of a connection that never was. */
const neverThere: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** Nobody answered. Where not even a connection was made, nothing was done. */
export function unanswered(error: unknown): DoorayFailure {
  const { cause } = (error ?? {}) as { cause?: { code?: unknown } };
  return new DoorayFailure('unreachable', { again: true, uncertain: !neverThere.has(cause?.code) });
}
