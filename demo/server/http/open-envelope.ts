import { Refusal } from '../refusal.js';
import { success, type Envelope } from './envelope.js';

/** What the published Open API answers a call with that it does not do. */
export class OpenFailure extends Error {
  override readonly name = 'OpenFailure';
  readonly resultCode: number;
  readonly result: object | null;

  constructor(resultCode: number, message: string, result: object | null = null) {
    super(message);
    this.resultCode = resultCode;
    this.result = result;
  }
}

/** Codes of the envelope that are HTTP statuses too; with any other the status is 200. */
const statuses: ReadonlySet<number> = new Set([400, 403, 404, 500]);

/** The nearest of the documented codes. */
function codeOf({ status }: Refusal): number {
  if (statuses.has(status)) return status;
  if (status === 401) return 403;
  return status < 500 ? 400 : 500;
}

function messageOf(refusal: Refusal): string {
  if (refusal.status === 404) return 'No data found';
  const fields = refusal.fields?.map(({ field, message }) => `${field || 'body'}: ${message}`) ?? [];
  return [refusal.message, ...fields].join('; ');
}

/** Which values are wrong, as the Open API tells it; null where it is not about values. */
function contentsOf({ fields }: Refusal): object | null {
  if (!fields) return null;
  const contents = fields.map(({ field, code, message }) => ({
    objectName: field || 'body',
    field: '',
    validate: 'invalid',
    key: code,
    message,
    rejectValue: null,
  }));
  return { contents };
}

function envelopeOf(resultCode: number, resultMessage: string, result: object | null): Envelope {
  return { header: { resultCode, resultMessage, isSuccessful: false }, result };
}

interface OpenFailed {
  readonly status: number;
  readonly envelope: Envelope;
  readonly headers?: Record<string, string>;
}

/** Status and envelope of a call that failed, for whatever reason. */
export function openFailure(error: unknown): OpenFailed {
  if (error instanceof OpenFailure) {
    const { resultCode, message, result } = error;
    return { status: statuses.has(resultCode) ? resultCode : 200, envelope: envelopeOf(resultCode, message, result) };
  }
  if (error instanceof Refusal) {
    const status = codeOf(error);
    const headers: Record<string, string> =
      error.retryAfter === undefined ? {} : { 'Retry-After': String(error.retryAfter) };
    return { status, envelope: envelopeOf(status, messageOf(error), contentsOf(error)), headers };
  }
  return { status: 500, envelope: envelopeOf(500, 'Server error', null) };
}

export interface OpenPage<T> {
  readonly contents: readonly T[];
  readonly total: number;
  readonly pageNum: number;
  readonly pageSize: number;
}

/** One page of a list, with how many pages there are. */
export function pageEnvelope({ contents, total, pageNum, pageSize }: OpenPage<unknown>): Envelope {
  return success(200, { contents, total, pages: Math.ceil(total / pageSize), pageNum, pageSize });
}
