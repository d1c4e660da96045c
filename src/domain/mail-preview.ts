import type { ForbiddenHit } from './forbidden.js';
import type { ReplacementCode } from './templates.js';
import type { Body } from './types.js';

/** Why a step sends no mail. */
export const noMailReasons = ['no_address', 'no_mail_channel', 'no_mail_action'] as const;
export type NoMailReason = (typeof noMailReasons)[number];

/** The mail that a customer would get. */
export interface MailPreview {
  readonly forbidden: readonly ForbiddenHit[];
  /** Codes in the answer that the ticket has no value for. */
  readonly codes?: readonly ReplacementCode[];
  /** Whether processing is refused until the words and codes are corrected. */
  readonly blocked: boolean;
  readonly mail: {
    readonly to: string;
    readonly from: string;
    readonly subject: string;
    /** The answer in the layout of the service, in the language of the ticket. Ready to be shown. */
    readonly body: Body;
  } | null;
  /** Why there is no mail; null where there is one. */
  readonly why: NoMailReason | null;
}
