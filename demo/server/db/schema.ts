/**
 * The tables. Every one that belongs to a service is keyed by `service_id` first, so that partitions can spread it and
 * row level security has one rule. Times are epoch milliseconds. The migrations are what runs; a test compares the two.
 */
import { isNotNull, sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { AuditKind } from '../../../src/domain/audit.js';
import { boardChannels, type ToldFigures } from '../../../src/domain/channel-board.js';
import { fieldTypes, type FieldDefinition } from '../../../src/domain/fields.js';
import type { Preferences } from '../../../src/domain/preferences.js';
import { bulkActions, jobItemStates, jobStates, type BulkCode, type BulkIntent } from '../../../src/domain/bulk.js';
import type { CustomerFact, InfoShape, InquiryItem } from '../../../src/domain/customer-info.js';
import type { TriggerAction, TriggerCondition } from '../../../src/domain/triggers.js';
import {
  channels,
  entryKinds,
  languages,
  maskCategories,
  maskStyles,
  priorities,
  reasons,
  statuses,
  transferProblems,
  transferStates,
  type Action,
  type BlockedImage,
  type Body,
  type BodyNote,
  type Capabilities,
  type Channel,
  type DraftKind,
  type FieldValue,
  type Language,
  type MaskPattern,
  type MaskSpan,
  type NodeStyle,
  type Permissions,
  type Priority,
  type Reason,
  type Status,
  type TicketOrigin,
} from '../../../src/domain/types.js';
import { bytea, xid8 } from './columns.js';

export * from './schema-calls.js';
export * from './schema-dooray.js';
export * from './schema-sms.js';

// Declared order is sort order.
export const statusType = pgEnum('ticket_status', statuses);
export const priorityType = pgEnum('ticket_priority', priorities);
export const channelType = pgEnum('ticket_channel', channels);
export const reasonType = pgEnum('resolution_reason', reasons);
export const languageType = pgEnum('language', languages);
export const entryKindType = pgEnum('entry_kind', entryKinds);

const service = () => text('service_id').notNull();
const time = (name: string) => bigint(name, { mode: 'number' });
const identity = (name: string) => bigint(name, { mode: 'number' }).generatedByDefaultAsIdentity();
const number = (name: string) => integer(name).generatedByDefaultAsIdentity();

type Values = Readonly<Record<string, FieldValue>>;
type ByLanguage = Readonly<Partial<Record<Language, string>>>;

/** A generated column with the place of an enum's value in its declared order. */
function rankOf(column: 'status' | 'priority' | 'channel' | 'language', values: readonly string[]) {
  return smallint(`${column}_rank`)
    .notNull()
    .generatedAlwaysAs(sql.raw(`CASE "${column}" ${rankCases(values)} END`));
}

function rankCases(values: readonly string[]): string {
  return values.map((value, rank) => `WHEN '${value}' THEN ${rank}`).join(' ');
}

/** How the answers of a service look as mail. */
export interface MailSettings {
  senderName: string;
  senderAddress: string;
  /** Name of the sender in the language of a ticket, where it is another one. */
  senderNames?: Readonly<Partial<Record<Language, string>>>;
  /** HTML around an answer, by language; `{{content}}` stands for it, and the replacement codes for their values. */
  layouts: Readonly<Partial<Record<Language, string>>>;
  /** HTML around what is sent while a ticket is held, where it is another one. */
  holdLayouts?: Readonly<Partial<Record<Language, string>>>;
}

/** What a ticket was before the step whose mail went out. */
export interface StepBack {
  /** Version of the ticket after that step. */
  version: number;
  status: Status;
  resolution: 'customer' | 'internal' | null;
  reason: Reason | null;
  resolvedAt: number | null;
  resolvedBy: string | null;
  guidanceText: string | null;
  guidanceBy: string | null;
  guidanceAt: number | null;
  guidanceLinkedId?: string | null;
  /** What was chosen in that step goes back too, unless it was changed since. */
  priority?: Priority;
  handlingTypeId?: number | null;
  /** What was entered beside the text. */
  values?: Values;
}

/** What a ticket was before it became spam. */
export interface FormerState {
  status: Status;
  assignee: string | null;
  groupId: number | null;
  resolution: 'customer' | 'internal' | null;
  reason: Reason | null;
  resolvedAt: number | null;
  resolvedBy: string | null;
}

/** So many inquiries within so many minutes. */
export interface InquiryLimit {
  readonly count: number;
  readonly minutes: number;
}

/** From when on inquiries are taken for spam; null: never. */
export interface SpamLimits {
  readonly perAddress: InquiryLimit | null;
  readonly perMember: InquiryLimit | null;
}

export const services = pgTable(
  'services',
  {
    serviceId: text('service_id').primaryKey(),
    organizationId: text('organization_id').notNull(),
    name: text().notNull(),
    kind: text({ enum: ['consultation', 'issue'] }).notNull(),
    timeZone: text('time_zone').notNull(),
    language: languageType().notNull(),
    languages: jsonb().$type<readonly Language[]>().notNull(),
    editor: text({ enum: ['html', 'text'] }).notNull(),
    capabilities: jsonb().$type<Capabilities>().notNull(),
    /** Null while the Open API is switched off. */
    serviceKey: text('service_key'),
    /** Addresses or IPv4 ranges that may sign calls; empty allows all. */
    allowList: jsonb('allow_list').$type<readonly string[]>().notNull(),
    undoSeconds: integer('undo_seconds').notNull(),
    handlingTypeRequired: boolean('handling_type_required').notNull(),
    mail: jsonb().$type<MailSettings>().notNull(),
    /** Address of the picture at the head of the help center. */
    profileUrl: text('profile_url'),
    spamLimits: jsonb('spam_limits').$type<SpamLimits>().notNull().default({ perAddress: null, perMember: null }),
    /** Origins of the host's own pages: the help center may return to them and stand in them. */
    hostOrigins: jsonb('host_origins').$type<readonly string[]>().notNull().default([]),
    /** What the search area offers an agent who chose nothing: names of `searchFields`, or `f.` and a code. */
    conditions: jsonb()
      .$type<readonly string[]>()
      .notNull()
      .default(['created', 'status', 'category', 'assignee', 'channel', 'name', 'email']),
    /** Numbers of its own that are looked for as personal data. */
    maskPatterns: jsonb('mask_patterns').$type<readonly MaskPattern[]>().notNull().default([]),
    /** Counts the changes of how hosts may call. */
    openVersion: integer('open_version').notNull().default(1),
  },
  (table) => [
    index('services_issue')
      .on(table.organizationId)
      .where(sql`${table.kind} = 'issue'`),
  ],
);

/** What the services of an organisation share. */
export const organizations = pgTable('organizations', {
  organizationId: text('organization_id').primaryKey(),
  /** Signs who is its member; null while members are not linked. */
  memberKey: text('member_key'),
});

export const groups = pgTable(
  'groups',
  { serviceId: service(), groupId: number('group_id'), name: text().notNull() },
  (table) => [primaryKey({ columns: [table.serviceId, table.groupId] })],
);

export const agents = pgTable(
  'agents',
  {
    serviceId: service(),
    usercode: text().notNull(),
    name: text().notNull(),
    role: text({ enum: ['admin', 'agent'] }).notNull(),
    permissions: jsonb().$type<Permissions>().notNull(),
    /** Can be chosen when a ticket is forwarded. */
    assignable: boolean().notNull(),
    /** False ends every token of this agent at once. */
    active: boolean().notNull().default(true),
    /** Number in the Open API. */
    userId: number('user_id'),
    /** What the organisation's own directory calls the agent. */
    uuid: text(),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.usercode] }),
    uniqueIndex('agents_user_id').on(table.serviceId, table.userId),
  ],
);

export const agentGroups = pgTable(
  'agent_groups',
  { serviceId: service(), usercode: text().notNull(), groupId: integer('group_id').notNull() },
  (table) => [primaryKey({ columns: [table.serviceId, table.usercode, table.groupId] })],
);

/** Submission types: what the customer asks about. `parent` is 0 at the top. */
export const categories = pgTable(
  'categories',
  {
    serviceId: service(),
    categoryId: number('category_id'),
    parent: integer().notNull().default(0),
    name: text().notNull(),
    /** By language; `name` is the one in the language of the service. */
    names: jsonb().$type<ByLanguage>().notNull().default({}),
    position: integer().notNull(),
    /** False for one that agents choose and customers do not. */
    inHelpCenter: boolean('in_help_center').notNull().default(true),
    version: integer().notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.serviceId, table.categoryId] })],
);

/** Handling types: what the agent did. */
export const handlingTypes = pgTable(
  'handling_types',
  {
    serviceId: service(),
    handlingTypeId: number('handling_type_id'),
    parent: integer().notNull().default(0),
    name: text().notNull(),
    position: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.serviceId, table.handlingTypeId] })],
);

export const customers = pgTable(
  'customers',
  {
    serviceId: service(),
    customerId: number('customer_id'),
    usercode: text(),
    /** Empty where it is not known. */
    name: text().notNull(),
    /** In lower case. */
    email: text(),
    phone: text(),
    /** However it is written. A condition on an expression could not use an index under row security. */
    phoneDigits: text('phone_digits').generatedAlwaysAs(sql`left(regexp_replace("phone", '[^0-9]', '', 'g'), 40)`),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.customerId] }),
    uniqueIndex('customers_email').on(table.serviceId, table.email),
    index('customers_usercode').on(table.serviceId, table.usercode),
    index('customers_phone_digits').on(table.serviceId, table.phoneDigits),
  ],
);

export const tickets = pgTable(
  'tickets',
  {
    serviceId: service(),
    ticketId: text('ticket_id').notNull(),
    version: integer().notNull().default(1),
    /** Version at which each thing that a decision can rest on was last changed. */
    touched: jsonb().$type<Readonly<Record<string, number>>>().notNull().default({}),
    status: statusType().notNull(),
    // Under row level security a condition on an enum cannot use an index, one on a number can.
    /** Number of the status in its declared order, for conditions and sorting. */
    statusRank: rankOf('status', statuses),
    spam: boolean().notNull().default(false),
    /** What a spam ticket was before, for restoring it. */
    former: jsonb().$type<FormerState>(),
    resolution: text({ enum: ['customer', 'internal'] }),
    reason: reasonType(),
    /** -1 where there is none. */
    reasonRank: smallint('reason_rank')
      .notNull()
      .generatedAlwaysAs(sql.raw(`CASE "reason" ${rankCases(reasons)} ELSE -1 END`)),
    /** At most 500 characters: it is part of an index. */
    subject: text().notNull(),
    priority: priorityType().notNull().default('normal'),
    priorityRank: rankOf('priority', priorities),
    channel: channelType().notNull(),
    channelRank: rankOf('channel', channels),
    language: languageType().notNull(),
    languageRank: rankOf('language', languages),
    // What a list is sorted by stands beside its keys and is never null. Those of types and of the customer are kept by triggers.
    categoryId: integer('category_id'),
    categoryName: text('category_name').notNull().default(''),
    handlingTypeId: integer('handling_type_id'),
    handlingTypeName: text('handling_type_name').notNull().default(''),
    groupId: integer('group_id'),
    groupName: text('group_name').notNull().default(''),
    assignee: text(),
    assigneeName: text('assignee_name').notNull().default(''),
    creator: text(),
    creatorName: text('creator_name').notNull().default(''),
    customerId: integer('customer_id'),
    customerName: text('customer_name').notNull().default(''),
    customerEmail: text('customer_email').notNull().default(''),
    customerPhone: text('customer_phone').notNull().default(''),
    customerUsercode: text('customer_usercode').notNull().default(''),
    /** Where answers go when the customer asked for another address than the one he wrote from. */
    answerTo: text('answer_to'),
    /** The member for whom a host's server opened it, by that server's own name: only this member is told of it. */
    memberCode: text('member_code'),
    starred: boolean().notNull().default(false),
    fields: jsonb().$type<Values>().notNull().default({}),
    transferKind: text('transfer_kind', { enum: ['issue', 'dooray'] }),
    transferRank: smallint('transfer_rank')
      .notNull()
      .generatedAlwaysAs(sql.raw(`CASE "transfer_kind" ${rankCases(['issue', 'dooray'])} ELSE -1 END`)),
    transferLinkedId: text('transfer_linked_id'),
    transferTaskId: text('transfer_task_id'),
    /** Name of the issue service, or of organisation and project. */
    transferTo: text('transfer_to'),
    transferUrl: text('transfer_url'),
    transferState: text('transfer_state', { enum: transferStates }),
    transferProblem: text('transfer_problem', { enum: transferProblems }),
    transferAt: time('transfer_at'),
    transferBy: text('transfer_by'),
    transferByName: text('transfer_by_name'),
    guidanceText: text('guidance_text'),
    guidanceBy: text('guidance_by'),
    guidanceAt: time('guidance_at'),
    /** The ticket at the issue service for which it was asked. */
    guidanceLinkedId: text('guidance_linked_id'),
    /** The service that transferred it, what that is called, and the ticket there. */
    originService: text('origin_service'),
    originName: text('origin_name'),
    originTicketId: text('origin_ticket_id'),
    /** What was asked to be told to the customer of that ticket. */
    originGuidance: jsonb('origin_guidance').$type<NonNullable<TicketOrigin['guidance']>>(),
    /** The ticket that this one follows: a completed one whose customer wrote again, or one that somebody else answered. */
    linkedTicketId: text('linked_ticket_id'),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
    resolvedAt: time('resolved_at'),
    /** For conditions and sorting: 0 where it was never resolved. An expression could not use an index under row security. */
    resolvedOrder: time('resolved_order')
      .notNull()
      .generatedAlwaysAs(sql`coalesce("resolved_at", 0)`),
    /** Who moved it to resolved last. */
    resolvedBy: text('resolved_by'),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.ticketId] }),
    // One index a sort, ascending: a descending list reads it backwards.
    index('tickets_updated').on(table.serviceId, table.updatedAt, table.ticketId),
    index('tickets_created').on(table.serviceId, table.createdAt, table.ticketId),
    index('tickets_resolved').on(table.serviceId, table.resolvedOrder, table.ticketId),
    index('tickets_priority').on(table.serviceId, table.priorityRank, table.ticketId),
    index('tickets_status').on(table.serviceId, table.statusRank, table.ticketId),
    index('tickets_subject').on(table.serviceId, table.subject, table.ticketId),
    index('tickets_customer_name').on(table.serviceId, table.customerName, table.ticketId),
    index('tickets_assignee_name').on(table.serviceId, table.assigneeName, table.ticketId),
    index('tickets_group_name').on(table.serviceId, table.groupName, table.ticketId),
    index('tickets_channel').on(table.serviceId, table.channelRank, table.ticketId),
    index('tickets_category_name').on(table.serviceId, table.categoryName, table.ticketId),
    index('tickets_handling_type_name').on(table.serviceId, table.handlingTypeName, table.ticketId),
    index('tickets_customer_email').on(table.serviceId, table.customerEmail, table.ticketId),
    // Views and figures.
    index('tickets_assignee').on(table.serviceId, table.assignee, table.statusRank, table.updatedAt, table.ticketId),
    index('tickets_group').on(table.serviceId, table.groupId, table.updatedAt, table.ticketId),
    index('tickets_customer').on(table.serviceId, table.customerId),
    index('tickets_category').on(table.serviceId, table.categoryId, table.updatedAt, table.ticketId),
    index('tickets_handling_type').on(table.serviceId, table.handlingTypeId, table.updatedAt, table.ticketId),
    index('tickets_creator')
      .on(table.serviceId, table.creator, table.updatedAt, table.ticketId)
      .where(sql`${table.creator} is not null`),
    index('tickets_internal')
      .on(table.serviceId, table.updatedAt, table.ticketId)
      .where(sql`${table.resolution} = 'internal'`),
    index('tickets_reason')
      .on(table.serviceId, table.reasonRank, table.updatedAt, table.ticketId)
      .where(sql`${table.reasonRank} >= 0`),
    index('tickets_unassigned')
      .on(table.serviceId, table.updatedAt, table.ticketId)
      .where(sql`${table.statusRank} = 0 and not ${table.spam}`),
    index('tickets_processing')
      .on(table.serviceId, table.updatedAt, table.ticketId)
      .where(sql`${table.statusRank} = 1 and not ${table.spam}`),
    index('tickets_pending')
      .on(table.serviceId, table.updatedAt, table.ticketId)
      .where(sql`${table.statusRank} = 2 and not ${table.spam}`),
    index('tickets_spam')
      .on(table.serviceId, table.updatedAt, table.ticketId)
      .where(sql`${table.spam}`),
    index('tickets_starred')
      .on(table.serviceId, table.updatedAt, table.ticketId)
      .where(sql`${table.starred}`),
    index('tickets_transfer')
      .on(table.serviceId, table.updatedAt, table.ticketId)
      .where(sql`${table.transferKind} is not null`),
    index('tickets_member')
      .on(table.serviceId, table.memberCode, table.updatedAt, table.ticketId)
      .where(sql`${table.memberCode} is not null`),
    index('tickets_guidance')
      .on(table.serviceId, table.assignee, table.ticketId)
      .where(sql`${table.guidanceAt} is not null`),
  ],
);

/**
 * What is searched of a ticket beside its messages, a line for each fact, as it is compared: id, subject, the customer's
 * name, usercode, address and number, and the digits of that. Triggers keep it.
 */
export const searchHeads = pgTable(
  'search_heads',
  { serviceId: service(), ticketId: text('ticket_id').notNull(), text: text().notNull() },
  (table) => [primaryKey({ columns: [table.serviceId, table.ticketId] })],
);

/** How many tickets count in each figure, kept: the trigger on `tickets` writes what changed, a worker folds it in here. */
export const tallies = pgTable(
  'tallies',
  {
    serviceId: service(),
    name: text().notNull(),
    /** Start of the quarter of an hour that it counts, 0 for a figure without a time. */
    at: time('at').notNull(),
    value: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.serviceId, table.name, table.at] })],
);

/** By how much tallies moved since they were folded. The role of requests only adds. */
export const tallyChanges = pgTable(
  'tally_changes',
  {
    serviceId: service(),
    name: text().notNull(),
    at: time('at').notNull(),
    id: identity('id'),
    value: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.serviceId, table.name, table.at, table.id] })],
);

/** The course of a ticket, customer and agents. */
export const messages = pgTable(
  'messages',
  {
    serviceId: service(),
    id: identity('id'),
    ticketId: text('ticket_id').notNull(),
    kind: entryKindType().notNull(),
    authorRole: text('author_role', { enum: ['customer', 'agent', 'system'] }).notNull(),
    authorUsercode: text('author_usercode'),
    authorName: text('author_name').notNull(),
    at: time('at').notNull(),
    bodyVersion: integer('body_version').notNull().default(1),
    html: text().notNull(),
    text: text().notNull(),
    styles: jsonb().$type<readonly NodeStyle[]>().notNull().default([]),
    blocked: jsonb().$type<readonly BlockedImage[]>().notNull().default([]),
    notes: jsonb().$type<readonly BodyNote[]>().notNull().default([]),
    masks: jsonb().$type<readonly MaskSpan[]>().notNull().default([]),
    values: jsonb().$type<Values>().notNull().default({}),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.id] }),
    index('messages_ticket').on(table.serviceId, table.ticketId, table.id),
  ],
);

/** What was masked in messages. Where it stands is written with the message, for it moves with its words. */
export const maskSpans = pgTable(
  'mask_spans',
  {
    serviceId: service(),
    maskId: text('mask_id').notNull(),
    ticketId: text('ticket_id').notNull(),
    entryId: bigint('entry_id', { mode: 'number' }).notNull(),
    state: text({ enum: ['masked', 'unmasked', 'purged'] }).notNull(),
    style: text({ enum: maskStyles }).notNull(),
    category: text({ enum: maskCategories }),
    /** Where the vault has the words. */
    sealId: text('seal_id').notNull(),
    /** Version of the body at which they were sealed. */
    sealVersion: integer('seal_version').notNull(),
    at: time('at').notNull(),
    by: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.maskId] }),
    index('mask_spans_entry').on(table.serviceId, table.ticketId, table.entryId),
    index('mask_spans_seal').on(table.serviceId, table.sealId),
  ],
);

/** What the vault is to be told, in this order: a worker does it after the commit. */
export const vaultDuties = pgTable(
  'vault_duties',
  {
    serviceId: service(),
    id: identity('id'),
    sealId: text('seal_id').notNull(),
    duty: text({ enum: ['keep', 'remove'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.serviceId, table.id] })],
);

/** Which ticket a mail belongs to, by its Message-ID (without angle brackets), ours and theirs. */
export const mailThreads = pgTable(
  'mail_threads',
  {
    serviceId: service(),
    messageId: text('message_id').notNull(),
    ticketId: text('ticket_id').notNull(),
    at: time('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.messageId] }),
    index('mail_threads_ticket').on(table.serviceId, table.ticketId, table.at),
  ],
);

/** Inbound mail as it came. The digest makes a second delivery of the same mail a duplicate. */
export const rawSources = pgTable(
  'raw_sources',
  {
    serviceId: service(),
    sha256: text().notNull(),
    ticketId: text('ticket_id').notNull(),
    entryId: bigint('entry_id', { mode: 'number' }),
    /** Of what it says, without the traces of its way here. */
    contentSha256: text('content_sha256'),
    content: bytea().notNull(),
    receivedAt: time('received_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.sha256] }),
    index('raw_sources_ticket').on(table.serviceId, table.ticketId),
  ],
);

export const attachments = pgTable(
  'attachments',
  {
    serviceId: service(),
    attachmentId: text('attachment_id').notNull(),
    /** Null until what it was uploaded for is there. */
    ticketId: text('ticket_id'),
    entryId: bigint('entry_id', { mode: 'number' }),
    fileName: text('file_name').notNull(),
    contentType: text('content_type').notNull(),
    size: integer().notNull(),
    inline: boolean().notNull().default(false),
    contentId: text('content_id'),
    content: bytea().notNull(),
    createdAt: time('created_at').notNull(),
    /** The agent who uploaded it, and who alone sees it until it is used. */
    uploadedBy: text('uploaded_by'),
    /** The ticket whose draft of that agent named it last: it stays as long as that does. */
    draftOf: text('draft_of'),
    /** The template that shows it: it stays as long as that does. */
    templateId: integer('template_id'),
    /** The notice or answer that has it: whoever may read that may read it. */
    articleId: integer('article_id'),
    /** It came through the Open API, for an inquiry that may follow. */
    customerUpload: boolean('customer_upload').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.attachmentId] }),
    index('attachments_article')
      .on(table.serviceId, table.articleId)
      .where(sql`${table.articleId} is not null`),
    index('attachments_ticket').on(table.serviceId, table.ticketId, table.entryId),
    index('attachments_template')
      .on(table.serviceId, table.templateId)
      .where(sql`${table.templateId} is not null`),
    index('attachments_uploader')
      .on(table.serviceId, table.uploadedBy)
      .where(sql`${table.ticketId} is null`),
    index('attachments_unused')
      .on(table.createdAt)
      .where(sql`${table.ticketId} is null`),
  ],
);

/** When somebody inquired through the Open API, for as long as a limit may ask. */
export const openInquiries = pgTable(
  'open_inquiries',
  {
    serviceId: service(),
    id: identity('id'),
    /** Of the customer, as the host's server told it. */
    address: text(),
    memberCode: text('member_code'),
    at: time('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.id] }),
    index('open_inquiries_address').on(table.serviceId, table.address, table.at),
    index('open_inquiries_member').on(table.serviceId, table.memberCode, table.at),
    index('open_inquiries_at').on(table.at),
  ],
);

/** Mail to customers. */
export const mails = pgTable(
  'mails',
  {
    serviceId: service(),
    mailId: text('mail_id').notNull(),
    ticketId: text('ticket_id').notNull(),
    entryId: bigint('entry_id', { mode: 'number' }).notNull(),
    to: text('recipient').notNull(),
    subject: text().notNull(),
    /** As it is sent: in the layout of the service. */
    html: text().notNull(),
    text: text().notNull(),
    headers: jsonb().$type<Readonly<Record<string, string>>>().notNull().default({}),
    state: text({ enum: ['queued', 'sent', 'failed', 'withdrawn'] }).notNull(),
    /** Until when it can be taken back. */
    until: time('until'),
    /** Set before the mail leaves: one that has it without an end may or may not have been sent. */
    startedAt: time('started_at'),
    sentAt: time('sent_at'),
    answer: text(),
    createdAt: time('created_at').notNull(),
    /** Who answered, and may take it back. */
    author: text(),
    former: jsonb().$type<StepBack>(),
    /** Since when it is tried, where that was begun once more. */
    triedSince: time('tried_since'),
    /** Where the vault has it as it is sent, when what stands here was masked. */
    sealId: text('seal_id'),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.mailId] }),
    index('mails_ticket').on(table.serviceId, table.ticketId, table.entryId),
    index('mails_seal')
      .on(table.serviceId, table.sealId)
      .where(sql`${table.sealId} is not null`),
  ],
);

/** What happened to a ticket. Rows are only added. */
export const ticketEvents = pgTable(
  'ticket_events',
  {
    serviceId: service(),
    id: identity('id'),
    ticketId: text('ticket_id').notNull(),
    kind: text().notNull(),
    at: time('at').notNull(),
    actor: text(),
    actorName: text('actor_name'),
    data: jsonb().$type<Readonly<Record<string, string | number | boolean | null>>>().notNull().default({}),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.id] }),
    index('ticket_events_ticket').on(table.serviceId, table.ticketId, table.id),
  ],
);

/** Live events in the order in which they can be read: by transaction, then by number. Rows are only added. */
export const eventLog = pgTable(
  'event_log',
  {
    serviceId: service(),
    xid: xid8()
      .notNull()
      .default(sql`pg_current_xact_id()`),
    id: identity('id'),
    topic: text({ enum: ['ticket', 'assigned', 'board', 'notice', 'channel', 'job', 'session', 'call'] }).notNull(),
    /** The one agent it is for; null: everybody in the service. */
    audience: text(),
    data: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    at: time('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.serviceId, table.xid, table.id] }), index('event_log_at').on(table.at)],
);

/** The unsent text of one agent for one ticket. An ended one keeps its number, so that a late save is refused. */
export const drafts = pgTable(
  'drafts',
  {
    serviceId: service(),
    ticketId: text('ticket_id').notNull(),
    usercode: text().notNull(),
    kind: text().$type<DraftKind>().notNull().default('answer'),
    html: text().notNull(),
    seq: integer().notNull(),
    action: text().$type<Action>(),
    values: jsonb().$type<Values>().notNull().default({}),
    /** Files that were uploaded for it, those inside it too. */
    attachmentIds: jsonb('attachment_ids').$type<readonly string[]>().notNull().default([]),
    ended: boolean().notNull().default(false),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.serviceId, table.ticketId, table.usercode, table.kind] })],
);

export const draftVersions = pgTable(
  'draft_versions',
  {
    serviceId: service(),
    ticketId: text('ticket_id').notNull(),
    usercode: text().notNull(),
    seq: integer().notNull(),
    html: text().notNull(),
    /** Files that went with it, those inside it too. */
    attachmentIds: jsonb('attachment_ids').$type<readonly string[]>().notNull().default([]),
    at: time('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.serviceId, table.ticketId, table.usercode, table.seq] })],
);

/** Up to which version an agent has seen a ticket. */
export const readMarks = pgTable(
  'read_marks',
  {
    serviceId: service(),
    ticketId: text('ticket_id').notNull(),
    usercode: text().notNull(),
    version: integer().notNull(),
    at: time('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.serviceId, table.ticketId, table.usercode] })],
);

/** What went to issue services: the tickets there, for the tickets here. */
export const issueTransfers = pgTable(
  'issue_transfers',
  {
    serviceId: service(),
    ticketId: text('ticket_id').notNull(),
    linkedService: text('linked_service').notNull(),
    /** What the service was called then. */
    linkedName: text('linked_name').notNull(),
    linkedId: text('linked_id').notNull(),
    at: time('at').notNull(),
    by: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.serviceId, table.ticketId, table.linkedId] })],
);

/** Words that no mail of a service may hold. */
export const forbiddenWords = pgTable('forbidden_words', { serviceId: service(), word: text().notNull() }, (table) => [
  primaryKey({ columns: [table.serviceId, table.word] }),
]);

/** Texts that agents use again and again. */
export const templates = pgTable(
  'templates',
  {
    serviceId: service(),
    templateId: number('template_id'),
    name: text().notNull(),
    code: text(),
    handlingTypeId: integer('handling_type_id'),
    /** Null for one that everybody in the service has. */
    owner: text(),
    html: text().notNull(),
    used: integer().notNull().default(0),
    version: integer().notNull().default(1),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.templateId] }),
    index('templates_owner').on(table.serviceId, table.owner),
  ],
);

/** Rules for tickets that come in. */
export const triggers = pgTable(
  'triggers',
  {
    serviceId: service(),
    triggerId: number('trigger_id'),
    version: integer().notNull().default(1),
    /** They are asked in this order. */
    position: integer().notNull(),
    name: text().notNull(),
    active: boolean().notNull(),
    match: text({ enum: ['all', 'any'] }).notNull(),
    conditions: jsonb().$type<readonly TriggerCondition[]>().notNull(),
    actions: jsonb().$type<readonly TriggerAction[]>().notNull(),
    last: boolean().notNull(),
    /** Who had the last ticket that it gave out in turn. */
    turn: text(),
  },
  (table) => [primaryKey({ columns: [table.serviceId, table.triggerId] })],
);

/** What leaves the server, written in the transaction that causes it. */
export const outbox = pgTable(
  'outbox',
  {
    serviceId: service(),
    id: identity('id'),
    kind: text({ enum: ['mail', 'notice', 'callback', 'task', 'task_comment', 'sms', 'sms_report'] }).notNull(),
    /** Names the effect; a second row with the same name is not added. */
    key: text().notNull(),
    payload: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    state: text({ enum: ['waiting', 'done', 'failed'] })
      .notNull()
      .default('waiting'),
    dueAt: time('due_at').notNull(),
    attempts: integer().notNull().default(0),
    leaseUntil: time('lease_until'),
    error: text(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.id] }),
    unique('outbox_key').on(table.serviceId, table.kind, table.key),
    index('outbox_due')
      .on(table.dueAt)
      .where(sql`${table.state} = 'waiting'`),
  ],
);

/** First answers, so that a repeated call has one effect. */
export const idempotency = pgTable(
  'idempotency',
  {
    serviceId: service(),
    usercode: text().notNull(),
    route: text().notNull(),
    key: text().notNull(),
    fingerprint: text().notNull(),
    /** The ticket that it is about: its answers go with it. */
    ticketId: text('ticket_id'),
    /** Null only inside the transaction that wrote the row. */
    status: integer(),
    /** The JSON as it was sent. */
    answer: text(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.usercode, table.route, table.key] }),
    index('idempotency_created').on(table.createdAt),
    index('idempotency_ticket').on(table.serviceId, table.ticketId),
  ],
);

/** Runs over many tickets. */
export const jobs = pgTable(
  'jobs',
  {
    serviceId: service(),
    jobId: text('job_id').notNull(),
    /** The key of the request that began it. */
    requestId: text('request_id').notNull(),
    usercode: text().notNull(),
    name: text().notNull(),
    /** Address of whoever began it, for the audit. */
    client: text().notNull(),
    action: text({ enum: bulkActions }).notNull(),
    /** What is done, with the text of an answer: it stays as long as the run can be tried again. */
    intent: jsonb().$type<BulkIntent>().notNull(),
    state: text({ enum: jobStates }).notNull(),
    total: integer().notNull(),
    succeeded: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    mails: integer().notNull().default(0),
    createdAt: time('created_at').notNull(),
    finishedAt: time('finished_at'),
    /** The worker that is at it, until when. */
    leaseOwner: text('lease_owner'),
    leaseUntil: time('lease_until'),
    /** When a worker was last at it: runs take turns. */
    turnAt: time('turn_at').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.jobId] }),
    index('jobs_agent').on(table.serviceId, table.usercode, table.createdAt),
    index('jobs_created').on(table.createdAt),
    index('jobs_running')
      .on(table.turnAt)
      .where(sql`${table.state} = 'running'`),
  ],
);

/** The tickets of a run, as they were found when it began. */
export const jobItems = pgTable(
  'job_items',
  {
    serviceId: service(),
    jobId: text('job_id').notNull(),
    position: integer().notNull(),
    ticketId: text('ticket_id').notNull(),
    state: text({ enum: jobItemStates }).notNull().default('waiting'),
    /** Why it failed. */
    code: text().$type<BulkCode>(),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.jobId, table.position] }),
    index('job_items_state').on(table.serviceId, table.jobId, table.state, table.position),
  ],
);

/** Who read or changed whose data, when and from where. Rows are only added, and go when they are old. */
export const auditLog = pgTable(
  'audit_log',
  {
    serviceId: service(),
    id: identity('id'),
    at: time('at').notNull(),
    usercode: text().notNull(),
    name: text().notNull(),
    client: text().notNull(),
    kind: text().$type<AuditKind>().notNull(),
    ticketId: text('ticket_id'),
    /** Whose data it was; what the customer was called by the service stays, whatever becomes of the customer. */
    customerId: integer('customer_id'),
    customerCode: text('customer_code'),
    reason: text(),
    data: jsonb().$type<Readonly<Record<string, unknown>>>().notNull().default({}),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.id] }),
    index('audit_log_service_at').on(table.serviceId, table.at, table.id),
    index('audit_log_agent').on(table.serviceId, table.usercode, table.at, table.id),
    index('audit_log_kind').on(table.serviceId, table.kind, table.at, table.id),
    index('audit_log_ticket').on(table.serviceId, table.ticketId, table.at, table.id).where(isNotNull(table.ticketId)),
    index('audit_log_customer')
      .on(table.serviceId, table.customerId, table.at, table.id)
      .where(isNotNull(table.customerId)),
    index('audit_log_reason').on(table.serviceId, table.at, table.id).where(isNotNull(table.reason)),
    index('audit_log_at').using('brin', table.at),
  ],
);

/** Something that the answer of the customer-information link can hold. */
export interface ResultItem {
  readonly key: string;
  readonly label: string;
  readonly fact: CustomerFact | null;
  /** How its value is shown. */
  readonly shape?: InfoShape;
}

/** Where a service asks for what its own systems know of a customer. */
export const customerInfoLinks = pgTable('customer_info_links', {
  serviceId: text('service_id').primaryKey(),
  /** Of a demo it may be a path of this server. */
  url: text().notNull(),
  /** Signs the questions; never leaves the server. */
  key: text().notNull(),
  inquiryItems: jsonb('inquiry_items').$type<readonly InquiryItem[]>().notNull(),
  resultItems: jsonb('result_items').$type<readonly ResultItem[]>().notNull(),
  autoLookUp: jsonb('auto_look_up').$type<readonly Channel[]>().notNull().default(channels),
});

/** Values of the whole installation, such as the key of agent tokens. Not readable by the role of requests. */
export const installation = pgTable('installation', { name: text().notNull(), value: text().notNull() }, (table) => [
  uniqueIndex('installation_name').on(table.name),
]);

/** Fields that services added to their tickets. A code is never used again. */
export const fieldDefinitions = pgTable(
  'field_definitions',
  {
    serviceId: service(),
    code: text().notNull(),
    owner: text({ enum: ['customer', 'agent'] }).notNull(),
    type: text({ enum: fieldTypes }).notNull(),
    names: jsonb().$type<FieldDefinition['names']>().notNull(),
    /** Sanitised HTML by language. */
    hints: jsonb().$type<NonNullable<FieldDefinition['hints']>>().notNull().default({}),
    placeholders: jsonb().$type<NonNullable<FieldDefinition['placeholders']>>().notNull().default({}),
    options: jsonb().$type<readonly string[]>(),
    required: boolean().notNull().default(false),
    encrypted: boolean().notNull().default(false),
    length: integer().notNull().default(0),
    /** Submission types whose tickets have it; null for all. */
    categories: jsonb().$type<readonly number[]>(),
    position: integer().notNull(),
    active: boolean().notNull().default(true),
    /** Its number in the Open API. */
    fieldId: number('field_id'),
    /** Whether what stands in it while it is empty goes with the first click. */
    holdingText: boolean('holding_text').notNull().default(true),
    version: integer().notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.serviceId, table.code] })],
);

/** By which articles are told apart: headings and tags of notices, categories of frequent questions. */
export const contentLabels = pgTable(
  'content_labels',
  {
    serviceId: service(),
    labelId: number('label_id'),
    kind: text({ enum: ['heading', 'tag', 'faq'] }).notNull(),
    /** 0 at the top; only categories have others. */
    parent: integer().notNull().default(0),
    names: jsonb().$type<ByLanguage>().notNull(),
    position: integer().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.serviceId, table.labelId] })],
);

/** An article in one language: sanitised markup without styles, these beside it, and its words for the search. */
export interface ArticleText extends Pick<Body, 'html' | 'styles' | 'text'> {
  readonly title: string;
}

/** Notices, and answers to frequent questions. */
export const articles = pgTable(
  'articles',
  {
    serviceId: service(),
    articleId: number('article_id'),
    kind: text({ enum: ['notice', 'faq'] }).notNull(),
    audience: text({ enum: ['customers', 'agents'] }).notNull(),
    /** Heading of a notice, category of an answer. */
    labelId: integer('label_id'),
    tagIds: jsonb('tag_ids').$type<readonly number[]>().notNull().default([]),
    /** Stands before the others. */
    top: boolean().notNull().default(false),
    /** Stands before the others of its category. */
    recommended: boolean().notNull().default(false),
    /** False for a draft. */
    published: boolean().notNull(),
    fromAt: time('from_at').notNull(),
    /** The first moment at which it is not told any more. */
    untilAt: time('until_at'),
    /** The day that is shown with it, as `2026-11-22`. */
    displayedOn: text('displayed_on').notNull(),
    /** By language; that of the service is always there. */
    texts: jsonb().$type<Readonly<Partial<Record<Language, ArticleText>>>>().notNull(),
    readCount: integer('read_count').notNull().default(0),
    version: integer().notNull().default(1),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.articleId] }),
    index('articles_kind').on(table.serviceId, table.kind, table.articleId),
  ],
);

/** Title and beginning of an article in a language, as they are searched. Kept by a trigger on `articles`. */
export const articleForms = pgTable(
  'article_forms',
  {
    serviceId: service(),
    articleId: integer('article_id').notNull(),
    language: text().$type<Language>().notNull(),
    form: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.serviceId, table.articleId, table.language] })],
);

/** Readings of customers that the worker is still to add to those of their articles. */
export const articleViews = pgTable(
  'article_views',
  { serviceId: service(), id: identity('id'), articleId: integer('article_id').notNull() },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.id] }),
    index('article_views_article').on(table.serviceId, table.articleId),
  ],
);

/** Submission types whose new name not all of their tickets have yet. */
export const renamedCategories = pgTable(
  'renamed_categories',
  { serviceId: service(), categoryId: integer('category_id').notNull() },
  (table) => [primaryKey({ columns: [table.serviceId, table.categoryId] })],
);

/** What telephone and chat systems told last. */
export const channelFigures = pgTable(
  'channel_figures',
  {
    serviceId: service(),
    channel: text({ enum: boardChannels }).notNull(),
    figures: jsonb().$type<ToldFigures>().notNull(),
    /** When the figures were true, by the clock of who tells them. */
    at: time('at').notNull(),
    /** When they came, by our clock. */
    toldAt: time('told_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.serviceId, table.channel] })],
);

/** Signatures that count once, until their time is over. */
export const signedCalls = pgTable(
  'signed_calls',
  { serviceId: service(), signature: text().notNull(), until: time('until').notNull() },
  (table) => [primaryKey({ columns: [table.serviceId, table.signature] }), index('signed_calls_until').on(table.until)],
);

/** Which notices an agent has read. */
export const articleReads = pgTable(
  'article_reads',
  {
    serviceId: service(),
    articleId: integer('article_id').notNull(),
    usercode: text().notNull(),
    /** When it was changed last before it was read. */
    seen: time('seen').notNull(),
    at: time('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.serviceId, table.articleId, table.usercode] })],
);

/**
 * Values of own fields for sorting and for conditions, kept by a trigger on `tickets`: under the code of a field its
 * value, at most 500 characters, and of check boxes under the code and `[]` each value. Tickets without a value have no row.
 */
export const ticketValues = pgTable(
  'ticket_values',
  { serviceId: service(), ticketId: text('ticket_id').notNull(), code: text().notNull(), value: text().notNull() },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.ticketId, table.code, table.value] }),
    index('ticket_values_value').on(table.serviceId, table.code, table.value, table.ticketId),
  ],
);

/** Texts of own fields as they are searched: whole. Kept by a trigger on `tickets`. */
export const fieldTexts = pgTable(
  'field_texts',
  { serviceId: service(), ticketId: text('ticket_id').notNull(), code: text().notNull(), text: text().notNull() },
  (table) => [primaryKey({ columns: [table.serviceId, table.ticketId, table.code] })],
);

/** What an agent arranged; parts that nobody touched are not in the document. */
export const preferences = pgTable(
  'preferences',
  {
    serviceId: service(),
    usercode: text().notNull(),
    document: jsonb().$type<Partial<Preferences>>().notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.serviceId, table.usercode] })],
);
