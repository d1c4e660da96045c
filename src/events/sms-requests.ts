import { DeskRequest } from './request.js';

/** A text message is to go to the number of a ticket's customer. The task of that id tells what became of it. */
export class SmsSendRequest extends DeskRequest {
  static readonly type = 'desk-sms-send-request';
  constructor(
    readonly id: string,
    readonly ticketId: string,
    readonly sms: {
      readonly text: string;
      /** A JPEG that was uploaded for it. */
      readonly attachmentId?: string;
      /** When it is to leave; at once without it. */
      readonly at?: number;
    },
  ) {
    super(SmsSendRequest.type);
  }
}

/** A reserved text message is to be taken back, or one that failed sent again. */
export class SmsStepRequest extends DeskRequest {
  static readonly type = 'desk-sms-step-request';
  constructor(
    readonly id: string,
    readonly ticketId: string,
    readonly smsId: string,
    readonly step: 'cancel' | 'retry',
  ) {
    super(SmsStepRequest.type);
  }
}
