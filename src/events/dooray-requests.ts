import { DeskRequest } from './request.js';

/** What is written is to go to the ticket's task at Dooray! as a comment. The task of that id tells what became of it. */
export class DoorayCommentRequest extends DeskRequest {
  static readonly type = 'desk-dooray-comment-request';
  constructor(
    readonly id: string,
    readonly ticketId: string,
    readonly comment: {
      readonly html: string;
      /** Uploaded files that go with it, those inside the text too. */
      readonly attachmentIds?: readonly string[];
    },
  ) {
    super(DoorayCommentRequest.type);
  }
}

/** A comment that did not get to Dooray! is to be sent again. */
export class DoorayRetryRequest extends DeskRequest {
  static readonly type = 'desk-dooray-retry-request';
  constructor(
    readonly ticketId: string,
    readonly commentId: string,
  ) {
    super(DoorayRetryRequest.type);
  }
}

/** A transfer that failed is to be sent again, or taken back. */
export class TransferMendRequest extends DeskRequest {
  static readonly type = 'desk-transfer-mend-request';
  constructor(
    readonly ticketId: string,
    readonly what: 'retry' | 'withdraw',
  ) {
    super(TransferMendRequest.type);
  }
}

/** Issue management asks the service that transferred a ticket to tell the customer something. */
export class GuidanceAskRequest extends DeskRequest {
  static readonly type = 'desk-guidance-ask-request';
  constructor(
    readonly ticketId: string,
    readonly text: string,
  ) {
    super(GuidanceAskRequest.type);
  }
}

/** The customer was told what issue management had asked for. */
export class GuidanceDoneRequest extends DeskRequest {
  static readonly type = 'desk-guidance-done-request';
  constructor(readonly ticketId: string) {
    super(GuidanceDoneRequest.type);
  }
}
