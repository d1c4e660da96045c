import type { DoorayTransfer, IssueTransfer } from '../domain/transfer.js';
import { DeskRequest } from './request.js';

/** Where a ticket goes, and with what. */
export type TransferIntent = { readonly issue: IssueTransfer } | { readonly dooray: DoorayTransfer };

/**
 * The agent hands a ticket over to issue management or to Dooray!. The task of that id ends when the ticket is handed over;
 * nothing of the ticket goes but what stands here.
 */
export class TicketTransferRequest extends DeskRequest {
  static readonly type = 'desk-ticket-transfer-request';
  constructor(
    readonly id: string,
    readonly ticketId: string,
    readonly transfer: TransferIntent,
    /** The version that the agent saw. */
    readonly version?: number,
  ) {
    super(TicketTransferRequest.type);
  }
}
