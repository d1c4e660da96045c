import type { AuditEntry } from './services/audit.js';

export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 503;

export interface RefusalDetails {
  /** Which fields are wrong (400). */
  readonly fields?: readonly FieldProblem[];
  /** What the client needs to go on: the current ticket (409), the words (422). Sent as `result.content` beside `code`. */
  readonly content?: object;
  /** Seconds after which another try makes sense (429, 503). */
  readonly retryAfter?: number;
  /** What the access log says of it, though the work is undone; never told to the client. */
  readonly noted?: AuditEntry;
}

/** A request that is not done, for a reason that its sender may know. Whatever the transaction had changed is undone. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: RefusalStatus;
  readonly code: string;
  readonly fields: readonly FieldProblem[] | undefined;
  readonly content: object | undefined;
  readonly retryAfter: number | undefined;
  readonly noted: AuditEntry | undefined;

  constructor(status: RefusalStatus, code: string, message: string, details: RefusalDetails = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.fields = details.fields;
    this.content = details.content;
    this.retryAfter = details.retryAfter;
    this.noted = details.noted;
  }
}

/** The one answer for what is not there, was deleted, or belongs to another service: they must not be told apart. */
export function notFound(): Refusal {
  return new Refusal(404, 'not_found', 'Not found');
}

/** Refusal of one field. */
export function invalid(field: string, code: string, message: string): Refusal {
  return new Refusal(400, 'invalid', 'Invalid request', { fields: [{ field, code, message }] });
}

/** Refusal of what needs the vault, while that cannot be used. */
export function withoutVault(): Refusal {
  return new Refusal(503, 'vault', 'The vault cannot be used', { retryAfter: 60 });
}
