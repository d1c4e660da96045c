import type { CustomerFact } from '../domain/customer-info.js';
import type { NewTicketIntent } from '../domain/create.js';
import type { Action, FieldValue, MaskCategory, Priority, Reason } from '../domain/types.js';
import { DeskRequest } from './request.js';

/** The agent chose a ticket; null closes the open one. */
export class TicketSelectRequest extends DeskRequest {
  static readonly type = 'desk-ticket-select-request';
  constructor(readonly ticketId: string | null) {
    super(TicketSelectRequest.type);
  }
}

/** The agent wants an unassigned ticket. Without a group the hub's claim needs the agent to be in exactly one. */
export class TicketClaimRequest extends DeskRequest {
  static readonly type = 'desk-ticket-claim-request';
  constructor(
    readonly ticketId: string,
    readonly groupId: number | null,
  ) {
    super(TicketClaimRequest.type);
  }
}

/** A ticket is to be handed to another agent of the service. */
export class TicketForwardRequest extends DeskRequest {
  static readonly type = 'desk-ticket-forward-request';
  constructor(
    readonly ticketId: string,
    readonly groupId: number,
    readonly usercode: string,
  ) {
    super(TicketForwardRequest.type);
  }
}

/** Star set or taken away. */
export class TicketStarRequest extends DeskRequest {
  static readonly type = 'desk-ticket-star-request';
  constructor(
    readonly ticketId: string,
    readonly starred: boolean,
  ) {
    super(TicketStarRequest.type);
  }
}

/** Facts of a ticket are to change. */
export class TicketEditRequest extends DeskRequest {
  static readonly type = 'desk-ticket-edit-request';
  constructor(
    readonly ticketId: string,
    readonly change: {
      readonly priority?: Priority;
      readonly handlingTypeId?: number | null;
      /** Facts of its customer; null takes one away. */
      readonly customer?: Readonly<Partial<Record<CustomerFact, string | null>>>;
      readonly categoryId?: number;
      /** Values of own fields, by code; null takes one away. */
      readonly fields?: Readonly<Record<string, FieldValue>>;
    },
    readonly options: {
      /** Names its task. */
      readonly id?: string;
      /**
       * The version that the agent saw when the change began: refused only where somebody else changed the same fact
       * since. Without it, the one that is known when it is sent.
       */
      readonly version?: number;
    } = {},
  ) {
    super(TicketEditRequest.type);
  }
}

export interface ProcessIntent {
  readonly action: Extract<Action, 'resolve' | 'hold' | 'comment' | 'internal'>;
  readonly html: string;
  readonly reason?: Reason;
  readonly values?: Readonly<Record<string, FieldValue>>;
  /** Uploaded files that go with it, those inside the text too. */
  readonly attachmentIds?: readonly string[];
  /** The agent was warned that the ticket is handled elsewhere and goes on all the same. */
  readonly confirmed?: boolean;
  /** Personal data of these kinds is masked in the copy that stays here; the customer gets the text as it is. */
  readonly maskCopy?: readonly MaskCategory[];
}

/** The agent pressed Process. */
export class TicketProcessRequest extends DeskRequest {
  static readonly type = 'desk-ticket-process-request';
  constructor(
    readonly ticketId: string,
    readonly intent: ProcessIntent,
  ) {
    super(TicketProcessRequest.type);
  }
}

/** An administrator completes a ticket, restores it from the spam box, or deletes it there. */
export class TicketAdminRequest extends DeskRequest {
  static readonly type = 'desk-ticket-admin-request';
  constructor(
    readonly ticketId: string,
    readonly action: Extract<Action, 'complete' | 'restore' | 'delete'>,
  ) {
    super(TicketAdminRequest.type);
  }
}

/** A ticket is to be made by hand. The task of that id ends when it is there, and the hub tells which it is; who asked opens it. */
export class TicketCreateRequest extends DeskRequest {
  static readonly type = 'desk-ticket-create-request';
  constructor(
    readonly id: string,
    readonly intent: NewTicketIntent,
  ) {
    super(TicketCreateRequest.type);
  }
}
