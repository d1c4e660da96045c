import type { BulkAgreement, BulkIntent, BulkTarget } from '../domain/bulk.js';
import type { ColumnState, Density } from '../domain/columns.js';
import type { CustomerFact } from '../domain/customer-info.js';
import type { Preferences } from '../domain/preferences.js';
import type { NewTicketIntent } from '../domain/create.js';
import type { TemplateDraft } from '../domain/templates.js';
import type { TriggerDraft } from '../domain/triggers.js';
import type { Action, Attachment, FieldValue, Priority, Reason, SortKey, TicketQuery } from '../domain/types.js';

/**
 * What a user wants, told upwards. Every request bubbles, crosses shadow roots and can be cancelled: the page may log
 * it, veto it, or do it in its own way; what nobody cancels the hub does.
 */
export abstract class DeskRequest extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true, cancelable: true });
  }
}

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

/** The text of the reply changed; the hub keeps it. `null` gives the draft up. */
export class DraftChangeRequest extends DeskRequest {
  static readonly type = 'desk-draft-change-request';
  constructor(
    readonly ticketId: string,
    readonly draft: {
      readonly html: string;
      readonly action: Action | null;
      readonly values: Readonly<Record<string, FieldValue>>;
      readonly attachments?: readonly Attachment[];
    } | null,
  ) {
    super(DraftChangeRequest.type);
  }
}

/**
 * Something is to go into the answer to a ticket: a quotation, a template, an earlier version. `insert` puts it where the
 * caret is, or was last, and `replace` puts it in the place of all that is written; either is undone in one step. The text
 * passes the sanitiser there, so any html may be handed over; an image stands for a stored part (`cid:` and its id).
 */
export class AnswerInsertRequest extends DeskRequest {
  static readonly type = 'desk-answer-insert-request';
  constructor(
    readonly ticketId: string,
    readonly html: string,
    readonly how: 'insert' | 'replace' = 'insert',
    /** Files that go with it, beside those of the answer. */
    readonly attachments: readonly Attachment[] = [],
  ) {
    super(AnswerInsertRequest.type);
  }
}

/** An entry of the open ticket's history is to be looked at. */
export class EntryShowRequest extends DeskRequest {
  static readonly type = 'desk-entry-show-request';
  constructor(
    readonly ticketId: string,
    readonly entryId: number,
  ) {
    super(EntryShowRequest.type);
  }
}

/** Another tab's draft stands against ours: which one counts. */
export class DraftChooseRequest extends DeskRequest {
  static readonly type = 'desk-draft-choose-request';
  constructor(
    readonly ticketId: string,
    readonly keep: 'mine' | 'other',
  ) {
    super(DraftChooseRequest.type);
  }
}

/** Another list: a view, a figure of the board, a filter or an order. Fields left out keep their value. */
export class ListOpenRequest extends DeskRequest {
  static readonly type = 'desk-list-open-request';
  constructor(readonly change: Partial<TicketQuery>) {
    super(ListOpenRequest.type);
  }
}

/** Rows are to be sorted. */
export class ListSortRequest extends DeskRequest {
  static readonly type = 'desk-list-sort-request';
  constructor(
    readonly sort: SortKey,
    readonly descending: boolean,
  ) {
    super(ListSortRequest.type);
  }
}

/** Show what waits behind "3 new", or load again what failed. */
export class ListRefreshRequest extends DeskRequest {
  static readonly type = 'desk-list-refresh-request';
  constructor() {
    super(ListRefreshRequest.type);
  }
}

/** Rows ticked or unticked. With `all`, every ticket of the list but `ids`. */
export class TickRequest extends DeskRequest {
  static readonly type = 'desk-tick-request';
  constructor(readonly ticked: { readonly all: boolean; readonly ids: ReadonlySet<string> }) {
    super(TickRequest.type);
  }
}

/** A stored file is to be opened or saved. */
export class AttachmentOpenRequest extends DeskRequest {
  static readonly type = 'desk-attachment-open-request';
  constructor(
    readonly attachmentId: string,
    readonly fileName: string,
  ) {
    super(AttachmentOpenRequest.type);
  }
}

/** Something that failed is to be tried again: the ticket, the history, the board, the session. */
export class RetryRequest extends DeskRequest {
  static readonly type = 'desk-retry-request';
  constructor(
    readonly what:
      'session' | 'settings' | 'ticket' | 'history' | 'events' | 'board' | 'counts' | 'draft' | 'preferences' | 'jobs',
  ) {
    super(RetryRequest.type);
  }
}

/** A refusal was read and can go. */
export class TaskDismissRequest extends DeskRequest {
  static readonly type = 'desk-task-dismiss-request';
  constructor(readonly taskId: string) {
    super(TaskDismissRequest.type);
  }
}

/** The area of detailed conditions is to open or to close. */
export class SearchOpenRequest extends DeskRequest {
  static readonly type = 'desk-search-open-request';
  constructor(readonly open: boolean) {
    super(SearchOpenRequest.type);
  }
}

/** Columns and row height of the open list: kept with the saved view that is open, else as the agent's usual ones. */
export class ListArrangeRequest extends DeskRequest {
  static readonly type = 'desk-list-arrange-request';
  constructor(readonly change: { readonly columns?: readonly ColumnState[] | null; readonly density?: Density }) {
    super(ListArrangeRequest.type);
  }
}

/** A saved view is to be shown, with its columns and its order. */
export class SavedViewOpenRequest extends DeskRequest {
  static readonly type = 'desk-saved-view-open-request';
  constructor(readonly viewId: string) {
    super(SavedViewOpenRequest.type);
  }
}

/**
 * What the agent arranged changes; parts that are left out stay. With an id there is a task of that id until the server
 * has it, and afterwards if the server refused.
 */
export class PreferencesChangeRequest extends DeskRequest {
  static readonly type = 'desk-preferences-change-request';
  constructor(
    readonly change: Partial<Preferences>,
    readonly id?: string,
  ) {
    super(PreferencesChangeRequest.type);
  }
}

/** Something is to be done to many tickets. The task of that id ends when the run has begun, and its job names it. */
export class BulkRequest extends DeskRequest {
  static readonly type = 'desk-bulk-request';
  constructor(
    readonly id: string,
    readonly tickets: BulkTarget,
    readonly intent: BulkIntent,
    /** The numbers that the agent saw: a run that would do more does not begin. */
    readonly agreed?: BulkAgreement,
  ) {
    super(BulkRequest.type);
  }
}

/** What failed in a run is to be tried again, or what is left of it is not to be done. */
export class JobRequest extends DeskRequest {
  static readonly type = 'desk-job-request';
  constructor(
    readonly jobId: string,
    readonly what: 'retry' | 'cancel',
  ) {
    super(JobRequest.type);
  }
}

/** A list is to be saved as a file. The task of that id ends when the file is there. */
export class ExportRequest extends DeskRequest {
  static readonly type = 'desk-export-request';
  constructor(
    readonly id: string,
    readonly query: TicketQuery,
    /** Names of columns, in order. */
    readonly columns: readonly string[],
    /** Why the file is needed: it is written down. */
    readonly reason: string,
  ) {
    super(ExportRequest.type);
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

/** A queued mail is to be taken back, or a failed one sent again. */
export class MailRequest extends DeskRequest {
  static readonly type = 'desk-mail-request';
  constructor(
    readonly ticketId: string,
    readonly mailId: string,
    readonly what: 'undo' | 'retry',
  ) {
    super(MailRequest.type);
  }
}

/** A template is to be kept or to go. The task of that id tells what became of it. */
export class TemplateRequest extends DeskRequest {
  static readonly type = 'desk-template-request';
  constructor(
    readonly id: string,
    readonly change: { readonly save: TemplateDraft } | { readonly remove: { templateId: number; version: number } },
  ) {
    super(TemplateRequest.type);
  }
}

/** A trigger is to be kept, to go, or all are to stand in this order. The task of that id tells what became of it. */
export class TriggerRequest extends DeskRequest {
  static readonly type = 'desk-trigger-request';
  constructor(
    readonly id: string,
    readonly change:
      | { readonly save: TriggerDraft }
      | { readonly remove: { triggerId: number; version: number } }
      | { readonly order: readonly number[] },
  ) {
    super(TriggerRequest.type);
  }
}

/** A command of the console is to run, chosen from the list of commands. The console hears it, not the hub. */
export class CommandRequest extends DeskRequest {
  static readonly type = 'desk-command-request';
  constructor(readonly command: string) {
    super(CommandRequest.type);
  }
}
