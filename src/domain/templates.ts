/** Texts that agents use again and again. */

export interface Template {
  readonly templateId: number;
  readonly name: string;
  /** Types it in a few keys; null without one. Unique among what one agent can see. */
  readonly code: string | null;
  /** The handling type that it belongs to; null for any. */
  readonly handlingTypeId: number | null;
  /** Whose it is; null for one that everybody in the service has. */
  readonly owner: string | null;
  /** The text with its replacement codes, sanitised. */
  readonly html: string;
  /** How often it was put into an answer. */
  readonly used: number;
  readonly version: number;
  readonly updatedAt: number;
}

/** What is written when a template is kept. Without an id it is a new one. */
export interface TemplateDraft {
  readonly templateId: number | null;
  /** The version that the changes are based on; null for a new one. */
  readonly version: number | null;
  readonly name: string;
  readonly code: string | null;
  readonly handlingTypeId: number | null;
  readonly shared: boolean;
  readonly html: string;
}

/** A template as it goes into the answer to a ticket. */
export interface FilledTemplate {
  readonly templateId: number;
  /** Sanitised, with the ticket's values where the codes stood. */
  readonly html: string;
  /** Codes that the ticket has no value for; they stand in the text as they are. */
  readonly missing: readonly ReplacementCode[];
}

/** What stands for a value of the ticket, written in a text between `{{` and `}}`. */
export const replacementCodes = [
  'customer.name',
  'customer.email',
  'customer.phone',
  'customer.usercode',
  'ticket.id',
  'ticket.subject',
  'ticket.category',
  'ticket.createdAt',
  'agent.name',
  'agent.group',
  'service.name',
] as const;
export type ReplacementCode = (typeof replacementCodes)[number];

/** What stands for the codes; none for what there is no value for. */
export type CodeValues = Readonly<Partial<Record<ReplacementCode, string>>>;

/** Longest name, code and text of a template, in characters. */
export const templateLimits = { name: 100, code: 20, html: 100_000 } as const;
