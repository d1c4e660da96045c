import type { Refusal } from '../refusal.js';

/** Body of an answer in the published envelope. `resultCode` is the HTTP status. */
export interface Envelope {
  readonly header: { readonly resultCode: number; readonly resultMessage: string; readonly isSuccessful: boolean };
  readonly result: object | null;
}

export function success(status: number, result: object): Envelope {
  return { header: { resultCode: status, resultMessage: '', isSuccessful: true }, result };
}

export function failure(status: number, code: string, message: string, details: Partial<Refusal> = {}): Envelope {
  return {
    header: { resultCode: status, resultMessage: message, isSuccessful: false },
    result: {
      ...(details.fields && { contents: details.fields }),
      content: { ...details.content, code },
    },
  };
}

/** The envelope of a refusal. */
export function refused(refusal: Refusal): Envelope {
  return failure(refusal.status, refusal.code, refusal.message, refusal);
}
