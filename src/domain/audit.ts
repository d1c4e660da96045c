/** What the access log knows: kinds of accesses to the data of customers, and of changes to the rules by which they are used. */
export const auditKinds = [
  'ticket_read',
  'file_read',
  'related_read',
  'exported',
  'export_refused',
  'customers_found',
  'calls_listed',
  'customer_looked_up',
  'customer_answered',
  'customer_changed',
  'masked',
  'mask_revealed',
  'mask_unmasked',
  'mask_purge_asked',
  'mask_purged',
  'mask_refused',
  'mask_reveal_refused',
  'mask_unmask_refused',
  'mask_purge_refused',
  'issue_transferred',
  'transfer_received',
  'answered_back',
  'answer_received',
  'guidance_asked',
  'guidance_done',
  'dooray_transferred',
  'dooray_withdrawn',
  'dooray_changed',
  'sms_sent',
  'sms_cancelled',
  'sms_retried',
  'bulk_started',
  'bulk_retried',
  'bulk_cancelled',
  'template_kept',
  'template_removed',
  'trigger_kept',
  'trigger_removed',
  'triggers_ordered',
  'patterns_kept',
  'article_kept',
  'article_removed',
  'setup_kept',
  'setup_removed',
  'service_key_renewed',
  'service_key_removed',
  'open_api_changed',
  'agent_added',
  'agent_role_changed',
  'agent_removed',
  'audit_read',
  'audit_exported',
  'audit_refused',
] as const;
export type AuditKind = (typeof auditKinds)[number];

/** What stands as a name where a server of the organisation did it. */
export const auditServer = 'Open API';

/** What happened to masks. */
export const maskAuditKinds = auditKinds.filter((kind) => kind.startsWith('mask'));

/** Whose data an access was about. */
export interface AuditCustomer {
  readonly customerId: number;
  /** What the service itself calls the customer, at that time. */
  readonly usercode: string | null;
  /** As it is now; empty where it is not known any more. */
  readonly name: string;
}

/** One line of the access log: who did what, with whose data, when, from where and why. Never what stood in a ticket. */
export interface AuditRecord {
  readonly id: string;
  readonly at: number;
  readonly usercode: string;
  readonly name: string;
  /** The address from which it was asked. */
  readonly client: string;
  readonly kind: AuditKind;
  readonly ticketId: string | null;
  readonly customer: AuditCustomer | null;
  /** Why, in the words of who did it. */
  readonly reason: string | null;
  /** Numbers of things and how many they were. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** What is looked for in the access log; what is left out makes no difference. */
export interface AuditFilter {
  /** First and last moment, as a search names them: `2026-11-22`, `2026-11-22 09:30`, `today`, `-7d`. */
  readonly from?: string;
  readonly to?: string;
  readonly usercode?: string;
  readonly kinds?: readonly AuditKind[];
  readonly ticketId?: string;
  /** A customer's number, or the beginning of a name, an address, a usercode or a telephone number. */
  readonly customer?: string;
  /** Words of the reason. */
  readonly q?: string;
}

/** One page of the log, newest first. */
export interface AuditPage {
  readonly records: readonly AuditRecord[];
  /** Where the next page begins. */
  readonly next: string | null;
  /** How many lines there are, with the first page only; null where they are too many to count. */
  readonly total: number | null;
}

/** Longest condition on a customer or a reason, in characters. */
export const mostAuditWords = 100;

/** Most lines that are counted. */
export const mostAuditCounted = 1_000;

/** Most lines of one exported file. */
export const mostAuditExported = 100_000;
