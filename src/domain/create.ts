import type { FieldValue, Priority } from './types.js';

/** A ticket that an agent makes by hand. */
export interface NewTicketIntent {
  readonly categoryId: number;
  /** At most 255 characters. */
  readonly subject: string;
  readonly html: string;
  readonly endUser: {
    readonly usercode: string | null;
    readonly name: string;
    readonly email: string | null;
    readonly phone: string | null;
  };
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly attachmentIds: readonly string[];
  readonly priority?: Priority;
  /** Where the page allows it: who has the ticket at once. */
  readonly groupId?: number;
  readonly assignee?: string;
}
