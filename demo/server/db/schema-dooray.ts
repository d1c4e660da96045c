/** What a service has set up for Dooray!, and the tasks and comments that went there and came from there. */
import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { doorayClasses } from '../../../src/domain/transfer.js';
import {
  languages,
  transferProblems,
  type BlockedImage,
  type BodyNote,
  type NodeStyle,
  type Status,
  type TransferProblem,
} from '../../../src/domain/types.js';

const service = () => text('service_id').notNull();
const time = (name: string) => bigint(name, { mode: 'number' });
const ids = (name: string) => jsonb(name).$type<readonly string[]>().notNull().default([]);

/** A body as it is shown here; what leaves is made of it. */
const body = () => ({
  html: text().notNull(),
  text: text().notNull(),
  styles: jsonb().$type<readonly NodeStyle[]>().notNull().default([]),
  blocked: jsonb().$type<readonly BlockedImage[]>().notNull().default([]),
  notes: jsonb().$type<readonly BodyNote[]>().notNull().default([]),
});

/** What a ticket returns to when its transfer is taken back: its status, and the transfer before. */
export interface BeforeTransfer {
  status: Status;
  transferKind: 'issue' | 'dooray' | null;
  transferLinkedId: string | null;
  transferTaskId: string | null;
  transferTo: string | null;
  transferUrl: string | null;
  transferState: 'sending' | 'sent' | 'failed' | null;
  transferProblem: TransferProblem | null;
  transferAt: number | null;
  transferBy: string | null;
  transferByName: string | null;
}

export const dooraySettings = pgTable('dooray_settings', {
  serviceId: text('service_id').primaryKey(),
  /** No new transfers; what was transferred goes on. */
  paused: boolean().notNull().default(false),
  /** Page of a ticket, with `{ticketId}` in it: every task links back to it. Null: that of this server. */
  ticketAddress: text('ticket_address'),
  /** Seconds between two readings of the open tasks. */
  sweepSeconds: integer('sweep_seconds').notNull().default(180),
  /** Addresses or ranges whose hooks count; empty allows all. */
  hookAddresses: ids('hook_addresses'),
  version: integer().notNull().default(1),
});

export const doorayOrganizations = pgTable(
  'dooray_organizations',
  {
    serviceId: service(),
    /** Dooray!'s own. Its ids are longer than a JavaScript number. */
    organizationId: text('organization_id').notNull(),
    name: text().notNull(),
    /** Sealed. */
    token: text().notNull(),
    /** The last characters, by which people tell it from another. */
    tokenEnd: text('token_end').notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.serviceId, table.organizationId] })],
);

export const doorayProjects = pgTable(
  'dooray_projects',
  {
    serviceId: service(),
    organizationId: text('organization_id').notNull(),
    projectId: text('project_id').notNull(),
    name: text().notNull(),
    /** Page of the project for people. */
    address: text().notNull(),
    /** The member in whose name tasks stand whose agent has no account there. */
    representative: text(),
    version: integer().notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.serviceId, table.organizationId, table.projectId] })],
);

export const doorayAgentKeys = pgTable(
  'dooray_agent_keys',
  {
    serviceId: service(),
    organizationId: text('organization_id').notNull(),
    usercode: text().notNull(),
    /** By which the member was found. */
    email: text(),
    memberId: text('member_id').notNull(),
    /** Sealed; null where only the member is known. */
    token: text(),
    tokenEnd: text('token_end'),
    version: integer().notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.serviceId, table.organizationId, table.usercode] })],
);

export const doorayTasks = pgTable(
  'dooray_tasks',
  {
    serviceId: service(),
    /** Names the transfer, here and in the link that stands in the task. */
    key: text().notNull(),
    ticketId: text('ticket_id').notNull(),
    organizationId: text('organization_id').notNull(),
    projectId: text('project_id').notNull(),
    /** Organisation and project as they were called then. */
    to: text('to_name').notNull(),
    /** Page of the project for people. */
    address: text().notNull(),
    usercode: text().notNull(),
    authorName: text('author_name').notNull(),
    at: time('at').notNull(),
    subject: text().notNull(),
    ...body(),
    /** Page of the ticket for the people there. */
    link: text().notNull(),
    language: text({ enum: languages }).notNull(),
    tagIds: ids('tag_ids'),
    assignees: ids('assignees'),
    /** `withdrawn`: it never got there, and the agent took it back. */
    state: text({ enum: ['sending', 'sent', 'failed', 'withdrawn'] }).notNull(),
    problem: text({ enum: transferProblems }),
    /** When it left last, where nobody knows whether it is there. */
    uncertainSince: time('uncertain_since'),
    /** Since when it is tried. */
    triedSince: time('tried_since').notNull(),
    /** What the ticket was before. */
    former: jsonb().$type<BeforeTransfer>().notNull(),
    taskId: text('task_id'),
    /** The project where it is now, where somebody moved it. */
    movedTo: text('moved_to'),
    /** Its number in the project, as people call it. */
    number: text('task_number'),
    workflowClass: text('workflow_class', { enum: doorayClasses }),
    workflowName: text('workflow_name'),
    /** When it was last read there. */
    readAt: time('read_at'),
    /** Dooray! did not answer when it was to be read. */
    stale: boolean().notNull().default(false),
    /** When it is to be read next; null: not any more. */
    syncAt: time('sync_at'),
    syncLease: time('sync_lease'),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.key] }),
    index('dooray_tasks_ticket').on(table.serviceId, table.ticketId, table.at),
    index('dooray_tasks_task').on(table.serviceId, table.taskId),
    index('dooray_tasks_due')
      .on(table.syncAt)
      .where(sql`${table.syncAt} is not null`),
  ],
);

export const doorayComments = pgTable(
  'dooray_comments',
  {
    serviceId: service(),
    /** 32 hex digits. Of one that was written here it stands in the link at its end. */
    commentId: text('comment_id').notNull(),
    /** The transfer whose task it belongs to. */
    key: text().notNull(),
    ticketId: text('ticket_id').notNull(),
    /** Its number at Dooray!; null until it is there. */
    logId: text('log_id'),
    /** It was written here. */
    own: boolean().notNull(),
    /** Of an own one. */
    usercode: text(),
    authorName: text('author_name').notNull(),
    at: time('at').notNull(),
    ...body(),
    /** Page of the ticket, in an own one. */
    link: text(),
    language: text({ enum: languages }).notNull(),
    state: text({ enum: ['sending', 'sent', 'failed'] }).notNull(),
    problem: text({ enum: transferProblems }),
    /** When it left last, where nobody knows whether it is there. */
    uncertainSince: time('uncertain_since'),
    triedSince: time('tried_since').notNull(),
    /** When it was written anew at Dooray!, as that says: what is masked here since is not read back. */
    modifiedAt: time('modified_at'),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.commentId] }),
    unique('dooray_comments_log').on(table.serviceId, table.key, table.logId),
    index('dooray_comments_ticket').on(table.serviceId, table.ticketId, table.at),
  ],
);

/** Files of tasks and comments, on both sides. */
export const doorayFiles = pgTable(
  'dooray_files',
  {
    serviceId: service(),
    id: time('id').generatedByDefaultAsIdentity(),
    key: text().notNull(),
    ticketId: text('ticket_id').notNull(),
    /** Null for the files of the task itself. */
    commentId: text('comment_id'),
    /** Here; null while it was not fetched. */
    attachmentId: text('attachment_id'),
    /** There; null until it is there. */
    fileId: text('file_id'),
    fileName: text('file_name').notNull(),
    size: bigint({ mode: 'number' }).notNull(),
    /** It is not going to be on the other side. */
    refused: boolean().notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.id] }),
    unique('dooray_files_file').on(table.serviceId, table.key, table.fileId),
    index('dooray_files_attachment').on(table.serviceId, table.attachmentId),
    index('dooray_files_ticket').on(table.serviceId, table.ticketId),
  ],
);
