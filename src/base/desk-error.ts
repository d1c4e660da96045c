/** What can go wrong between the page and the server, as far as anybody can act on it. */
export type DeskErrorKind =
  | 'offline'
  | 'timeout'
  | 'signed-out'
  | 'denied'
  | 'missing'
  | 'conflict'
  | 'invalid'
  | 'blocked'
  | 'gone'
  | 'too-large'
  | 'busy'
  | 'server';

/** Failures after which nobody knows yet whether the server did it. */
const uncertain: readonly DeskErrorKind[] = ['offline', 'timeout', 'busy', 'server'];

export function isUncertain(kind: DeskErrorKind): boolean {
  return uncertain.includes(kind);
}

export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** A failed call. Elements switch on `kind` and show a string of their own; they never see a status code. */
export class DeskError extends Error {
  override readonly name = 'DeskError';

  constructor(
    readonly kind: DeskErrorKind,
    message: string,
    readonly details: {
      readonly fields?: readonly FieldProblem[];
      /** Who was faster, when two agents claimed the same ticket. */
      readonly winner?: string;
      /** Milliseconds after which another try makes sense. */
      readonly retryAfter?: number;
      /** What the server sent along so that the page can go on: the ticket as it is now, the other draft. */
      readonly content?: Readonly<Record<string, unknown>>;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, { cause: details.cause });
  }
}

/** Whether a reason was refused because it names somebody: it would stay in the access log. */
export function isPersonal({ details }: DeskError): boolean {
  return details.fields?.some(({ code }) => code === 'personal_data') ?? false;
}

/** Whether an answer was refused because its text was sent, or given up, in another window of the same agent. */
export function isDraftEnded({ details }: DeskError): boolean {
  return details.content?.['code'] === 'draft_ended';
}
