import { DeskRequest } from './request.js';

/** Notices of tickets that were given to the agent are put aside. Cancelable. */
export class AssignmentDismissRequest extends DeskRequest {
  static readonly type = 'desk-assignment-dismiss-request';
  constructor(readonly ticketIds: readonly string[]) {
    super(AssignmentDismissRequest.type);
  }
}
