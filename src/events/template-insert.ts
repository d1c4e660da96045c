import type { ReplacementCode, Template } from '../domain/templates.js';

/** A template went into the answer to a ticket. A notice of one element about itself, so it does not bubble. */
export class TemplateInsertNotice extends Event {
  static readonly type = 'desk-template-insert';
  constructor(
    readonly ticketId: string,
    readonly template: Template,
    /** Codes that the ticket has no value for. */
    readonly missing: readonly ReplacementCode[],
  ) {
    super(TemplateInsertNotice.type);
  }
}
