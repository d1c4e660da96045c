import type { CallStep } from '../domain/calls.js';
import { DeskRequest } from './request.js';

/** A call is promised to the customer of a ticket, moved, made or given up. The task of that id tells what became of it. */
export class CallRequest extends DeskRequest {
  static readonly type = 'desk-call-request';
  constructor(
    readonly id: string,
    readonly ticketId: string,
    readonly step: CallStep,
  ) {
    super(CallRequest.type);
  }
}
