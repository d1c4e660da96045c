/**
 * Why a signed call gave nothing:
 * - `refused`: the server said no; `status`, `resultCode` and `message` say why, and nothing was done;
 * - `timeout`, `network`: no answer came, so nobody knows whether the server did it;
 * - `unreadable`: something else than this server answered, such as a proxy's page.
 */
export type ServerCallErrorKind = 'refused' | 'timeout' | 'network' | 'unreadable';

/** One of the things that are wrong with a call, as far as the server says it. */
export interface ServerCallProblem {
  /** Code or ID of the field. */
  readonly field?: string;
  readonly message?: string;
  readonly [detail: string]: unknown;
}

/** A signed call that failed. Its message holds neither the key nor what was sent. */
export class ServerCallError extends Error {
  override readonly name = 'ServerCallError';

  constructor(
    readonly kind: ServerCallErrorKind,
    message: string,
    readonly details: {
      /** HTTP status, where an answer came. */
      readonly status?: number;
      /** `header.resultCode`, such as 400, 403, 404 or 1002 for too many inquiries. */
      readonly resultCode?: number;
      readonly problems?: readonly ServerCallProblem[];
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, { cause: details.cause });
  }

  get status(): number | undefined {
    return this.details.status;
  }

  get resultCode(): number | undefined {
    return this.details.resultCode;
  }

  get problems(): readonly ServerCallProblem[] {
    return this.details.problems ?? [];
  }
}
