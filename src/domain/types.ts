/**
 * The nouns of the console, as every part of it speaks of them: the elements, the hub and the server. One long file,
 * because they name each other.
 */

import type { InquiryItem } from './customer-info.js';
import type { FieldDefinition } from './fields.js';
import type { SearchWhere } from './search.js';
import type { SmsState } from './sms.js';

/** The ten statuses of a ticket. Spam is a flag, not a status. */
export const statuses = [
  'unassigned',
  'processing',
  'pending',
  'issue_transferred',
  'issue_answered',
  'dooray_transferred',
  'dooray_in_progress',
  'dooray_answered',
  'resolved',
  'completed',
] as const;
export type Status = (typeof statuses)[number];

export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

/** Inflow channels. `manual` is what the screens call 생성, 生成, Created. */
export const channels = ['web', 'spweb', 'api', 'mail', 'chat', 'phone', 'manual', 'issue'] as const;
export type Channel = (typeof channels)[number];

/** Reasons of an internal resolution. */
export const reasons = ['spam', 'abuse', 'test', 'duplicate', 'chat', 'phone', 'other'] as const;
export type Reason = (typeof reasons)[number];

export const languages = ['ko', 'ja', 'en'] as const;
export type Language = (typeof languages)[number];

/** Everything somebody can do to a ticket. The transition table says who may, when, and what follows. */
export const actions = [
  'claim',
  'forward',
  'resolve',
  'hold',
  'comment',
  'internal',
  'complete',
  'restore',
  'delete',
  'transfer_issue',
  'transfer_dooray',
  'dooray_comment',
  'undo_mail',
  'star',
  'edit',
] as const;
export type Action = (typeof actions)[number];

/** The nine menu views. */
export const views = [
  'mine_processing',
  'mine_pending',
  'mine_resolved',
  'mine_completed',
  'all',
  'unassigned',
  'group',
  'transferred',
  'spam',
] as const;
export type View = (typeof views)[number];

export type Role = 'admin' | 'agent';

export interface Permissions {
  forward: boolean;
  mask: boolean;
  reveal: boolean;
  unmask: boolean;
  purge: boolean;
  audit: boolean;
  export: boolean;
}

export interface Group {
  groupId: number;
  name: string;
}

export interface Person {
  usercode: string;
  name: string;
}

export interface Agent extends Person {
  role: Role;
  groups: readonly Group[];
  permissions: Permissions;
}

export interface Capabilities {
  phone: boolean;
  chat: boolean;
  sms: boolean;
  security: boolean;
  dooray: boolean;
  issueTransfer: boolean;
  customerInfo: boolean;
}

export interface Service {
  serviceId: string;
  name: string;
  kind: 'consultation' | 'issue';
  /** IANA zone; every "today" and every shown time is in it. */
  timeZone: string;
  language: Language;
  languages: readonly Language[];
  editor: 'html' | 'text';
}

export interface Session {
  agent: Agent;
  service: Service;
  capabilities: Capabilities;
}

export interface Customer {
  customerId: number;
  usercode: string | null;
  name: string;
  email: string | null;
  phone: string | null;
}

export const transferProblems = [
  'unreachable',
  'not_allowed',
  'not_found',
  'refused',
  'mandatory_tags',
  'switched_off',
] as const;
/** Why a task or a comment did not get to Dooray!. */
export type TransferProblem = (typeof transferProblems)[number];

export const transferStates = ['sending', 'sent', 'failed'] as const;

/** The last transfer of a ticket. */
export interface Transfer {
  kind: 'issue' | 'dooray';
  /** The ticket that was made at the issue service. */
  linkedId: string | null;
  /** The task at Dooray!, once it is there. */
  taskId: string | null;
  /** Name of the issue service, or organisation and project ("Organisation / Project"). */
  to: string;
  /** Address of the task for people. */
  url: string | null;
  /** `sending`: on its way; `failed`: can be sent again or withdrawn. An issue transfer is `sent` at once. */
  state: (typeof transferStates)[number];
  /** Why it failed. */
  problem: TransferProblem | null;
  at: number;
  by: Person;
}

/** Where a ticket of an issue service comes from. */
export interface TicketOrigin {
  /** Name of the service that transferred it. */
  service: string;
  /** The ticket there. */
  ticketId: string;
  /** The last request that the customer be informed; `doneAt` once that happened. */
  guidance: { text: string; by: string; at: number; doneAt: number | null } | null;
}

/** A ticket as a list shows it. Times are epoch milliseconds. */
export interface TicketRow {
  ticketId: string;
  version: number;
  status: Status;
  spam: boolean;
  resolution: 'customer' | 'internal' | null;
  reason: Reason | null;
  subject: string;
  priority: Priority;
  channel: Channel;
  language: Language;
  categoryId: number | null;
  handlingTypeId: number | null;
  group: Group | null;
  assignee: Person | null;
  creator: Person | null;
  customer: Customer | null;
  starred: boolean;
  unread: boolean;
  transfer: Transfer | null;
  /** Null unless it came by transfer. */
  origin: TicketOrigin | null;
  guidance: { text: string; by: string; at: number } | null;
  createdAt: number;
  updatedAt: number;
  resolvedAt: number | null;
  /** What this agent may do to it now. */
  actions: readonly Action[];
  /** Values of the fields that the list asked for. */
  fields?: Readonly<Record<string, FieldValue>>;
}

export type FieldValue = string | boolean | readonly string[] | null;

export interface Ticket extends TicketRow {
  fields: Readonly<Record<string, FieldValue>>;
  /** Files that its file fields name, where there are some. */
  files?: readonly Attachment[];
}

export interface Attachment {
  /** 32 hex digits. */
  attachmentId: string;
  fileName: string;
  contentType: string;
  /** Bytes. */
  size: number;
  /** Shown inside the body, by an `img` whose `src` is `cid:` and this id. */
  inline: boolean;
}

/** Style of one element of a body; `node` is its index among the elements in document order. */
export interface NodeStyle {
  node: number;
  props: readonly (readonly [name: string, value: string])[];
}

/** A remote image that was not loaded; `node` is the index of the `img` without source that stands for it. */
export interface BlockedImage {
  node: number;
  url: string;
}

/** A message body that may be shown: sanitised, without style attributes. */
export interface Body {
  html: string;
  /** The plain-text projection, in which offsets count. */
  text: string;
  styles: readonly NodeStyle[];
  blocked: readonly BlockedImage[];
  /** What the reader must know about how the body is shown. */
  notes: readonly BodyNote[];
}

export const bodyNotes = ['shown_as_text', 'truncated', 'unreadable_parts', 'tnef_ignored', 'charset_guessed'] as const;
export type BodyNote = (typeof bodyNotes)[number];

export const maskStyles = ['per-character', 'fixed'] as const;
/** An asterisk for each character, or always as many, so that the length says nothing. */
export type MaskStyle = (typeof maskStyles)[number];

export const maskCategories = [
  'resident_number',
  'foreigner_number',
  'my_number',
  'passport',
  'driver_licence',
  'phone',
  'bank_account',
  'card',
  'email',
  'ip_address',
  'secret',
  'name',
  'address',
  'custom',
  'other',
] as const;
/** What kind of personal data a mask hides. */
export type MaskCategory = (typeof maskCategories)[number];

/** A mask that stands in a body: asterisks at `start` of its projection. */
export interface MaskSpan {
  id: string;
  start: number;
  length: number;
  category: MaskCategory | null;
  /** Of a purged one the original is gone for good. */
  state: 'masked' | 'purged';
  by: Person;
  at: number;
}

export const entryKinds = ['inquiry', 'reply', 'hold', 'comment', 'internal', 'issue', 'reinquiry', 'sms'] as const;
export type EntryKind = (typeof entryKinds)[number];

export interface MailState {
  mailId: string;
  to: string;
  state: 'queued' | 'sent' | 'failed' | 'withdrawn';
  /** Until when the mail can be taken back; null outside the undo window. */
  until: number | null;
  /** The mail server's answer when it failed. */
  answer: string | null;
}

export interface HistoryEntry extends Body {
  id: number;
  kind: EntryKind;
  author: { role: 'customer' | 'agent' | 'system'; usercode: string | null; name: string };
  at: number;
  bodyVersion: number;
  masks: readonly MaskSpan[];
  attachments: readonly Attachment[];
  /** Values chosen while processing, by field name. */
  values: Readonly<Record<string, FieldValue>>;
  mail: MailState | null;
  /** Of a text message: where it is. */
  sms?: SmsMark | undefined;
}

/** A text message as the history tells it. */
export interface SmsMark {
  smsId: string;
  to: string;
  /** When it is to leave, where that was told. */
  at: number | null;
  state: SmsState;
}

export interface TicketEvent {
  id: number;
  kind: string;
  at: number;
  actor: Person | null;
  /** Facts of the event: what before, what after, which trigger. Never message text. */
  data: Readonly<Record<string, string | number | boolean | null>>;
}

/** What an unsent text is to become: an answer, a transfer, a request of customer guidance, or a text message. */
export const draftKinds = ['answer', 'issue', 'dooray', 'guidance', 'sms'] as const;
export type DraftKind = (typeof draftKinds)[number];

export interface Draft {
  html: string;
  /** Grows by one a save; an older number is refused. */
  seq: number;
  action: Action | null;
  values: Readonly<Record<string, FieldValue>>;
  /** Files that were uploaded for this text; those inside it are not listed. */
  attachments?: readonly Attachment[];
  updatedAt: number;
}

/** A text that was kept along the way. */
export interface DraftVersion {
  readonly seq: number;
  readonly html: string;
  readonly at: number;
  /** Files that went with it and are still there, beside those inside the text. */
  readonly attachments?: readonly Attachment[];
}

export interface Board {
  all: {
    receivedToday: number;
    resolvedToday: number;
    processing: number;
    pending: number;
    unassigned: number;
    /** Whole percent, or null when nothing was received in the last 24 hours. */
    handlingRate: number | null;
  };
  my: {
    resolvedToday: number;
    processing: number;
    pending: number;
    transferring: number;
    promisedCalls: number;
    promisedCallsDue: number;
    customerGuidance: number;
  };
  /** When a figure changes next by the clock alone: a day ends, a call becomes due. */
  next?: number;
}

/** Every figure of the board, by the name under which it opens its list. */
export const figures = [
  'all.receivedToday',
  'all.resolvedToday',
  'all.processing',
  'all.pending',
  'all.unassigned',
  'all.handlingRate',
  'my.resolvedToday',
  'my.processing',
  'my.pending',
  'my.transferring',
  'my.promisedCalls',
  'my.promisedCallsDue',
  'my.customerGuidance',
] as const;
export type Figure = (typeof figures)[number];

export const sortFields = [
  'updatedAt',
  'createdAt',
  'resolvedAt',
  'priority',
  'status',
  'subject',
  'customer',
  'assignee',
  'group',
  'channel',
  'transfer',
  'ticketId',
  'category',
  'handlingType',
  'language',
  'creator',
  'reason',
  'email',
  'phone',
  'usercode',
] as const;
export type SortField = (typeof sortFields)[number];

/** What a list is sorted by: a fact of every ticket, or `f.` and the code of a field. */
export type SortKey = SortField | `f.${string}`;

/** Which tickets a list shows, and in which order. */
export interface TicketQuery {
  view: View;
  group?: number;
  transfer?: 'issue' | 'dooray';
  figure?: Figure;
  starred?: boolean;
  /** Only what this agent has not seen, or has. */
  unread?: boolean;
  /** Free text over subject, customer, ids and messages. */
  q?: string;
  where?: SearchWhere;
  sort: SortKey;
  descending: boolean;
  /** Codes of the fields whose values come with the rows. */
  fields?: readonly string[];
}

export interface TreeNode {
  id: number;
  parent: number;
  name: string;
}

/** A number of the service's own that is looked for as personal data, and what agents call it. */
export interface MaskPattern {
  readonly label: string;
  /** As `readPattern` reads it: `EMP-######`. */
  readonly pattern: string;
}

export interface Settings {
  categories: readonly TreeNode[];
  handlingTypes: readonly TreeNode[];
  handlingTypeRequired: boolean;
  groups: readonly (Group & { agents: readonly (Person & { assignable: boolean; open: number })[] })[];
  reasons: readonly Reason[];
  /** Seconds in which a queued mail can be taken back. */
  undoSeconds: number;
  /** Fields that the service added to its tickets, in order. */
  fields: readonly FieldDefinition[];
  /** What the search area offers until the agent chose: names of `searchFields`, or `f.` and a code. */
  conditions: readonly string[];
  /** What the customer-information link can be asked for; empty without one. */
  inquiryItems: readonly InquiryItem[];
  /** Channels whose tickets have their customer looked up as they open; for others the agent asks. */
  autoLookUp: readonly Channel[];
  /** Most tickets of one bulk run. */
  bulkLimit: number;
  /** Words that no mail may hold. */
  forbiddenWords: readonly string[];
  /** Numbers of the service's own that are looked for as personal data. */
  maskPatterns: readonly MaskPattern[];
}
