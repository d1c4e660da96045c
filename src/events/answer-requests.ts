import type { TemplateDraft } from '../domain/templates.js';
import type { TriggerDraft } from '../domain/triggers.js';
import type { Action, Attachment, DraftKind, FieldValue } from '../domain/types.js';
import { DeskRequest } from './request.js';

/** The text of the reply, or of a form that is kept as it is written, changed; the hub keeps it. `null` gives it up. */
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
    /** What the text is to become. */
    readonly kind: DraftKind = 'answer',
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
    readonly kind: DraftKind = 'answer',
  ) {
    super(DraftChooseRequest.type);
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
