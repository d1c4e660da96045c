import type { SmsKind } from '../../../src/domain/sms.js';

/** A text message as it leaves. */
export interface SmsToSend {
  /** Names it at the carrier: given twice, it goes once where the carrier knows that. */
  readonly smsId: string;
  /** By which a carrier's account finds the number that it comes from. */
  readonly serviceId: string;
  readonly kind: SmsKind;
  /** As it was written down: digits, perhaps with a plus sign and what parts them. */
  readonly to: string;
  readonly text: string;
  /** A JPEG. */
  readonly image: { readonly fileName: string; readonly content: Uint8Array } | null;
}

/** What a carrier says of a message that it took. */
export type SmsReport = 'delivered' | 'undelivered';

/** How text messages leave the server. */
export interface SmsPort {
  /** Whether giving the same message twice is harmless. Where it is not, one of unknown fate is not given again. */
  readonly repeatable: boolean;
  /** Gives a message to the carrier. Throws an `SmsFailure`. */
  send(sms: SmsToSend): Promise<void>;
  /** What became of a message that was taken; null while nobody knows. */
  report(sms: Pick<SmsToSend, 'smsId' | 'serviceId'>): Promise<SmsReport | null>;
}

/** A message that did not leave (`refused`, `later`) or may have left (`unknown`). */
export class SmsFailure extends Error {
  override readonly name = 'SmsFailure';

  constructor(
    readonly outcome: 'refused' | 'later' | 'unknown',
    cause?: unknown,
  ) {
    super(`The text message was not taken: ${outcome}`, { cause });
  }
}
