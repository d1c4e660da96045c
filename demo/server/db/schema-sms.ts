/** Text messages to customers, and chats that were handed in. What they say stands in the history, as every other body. */
import { bigint, boolean, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { ChatSide } from '../../../src/domain/chat.js';
import { smsProblems, smsStates } from '../../../src/domain/sms.js';

const service = () => text('service_id').notNull();
const time = (name: string) => bigint(name, { mode: 'number' });

export const smsMessages = pgTable(
  'sms_messages',
  {
    serviceId: service(),
    /** 32 hex digits; the carrier knows it by them. */
    smsId: text('sms_id').notNull(),
    ticketId: text('ticket_id').notNull(),
    /** Where its words are. */
    entryId: bigint('entry_id', { mode: 'number' }).notNull(),
    kind: text({ enum: ['sms', 'mms'] }).notNull(),
    to: text('recipient').notNull(),
    attachmentId: text('attachment_id'),
    /** When it is to leave, where that was told. */
    at: time('at'),
    state: text({ enum: smsStates }).notNull(),
    problem: text({ enum: smsProblems }),
    usercode: text().notNull(),
    authorName: text('author_name').notNull(),
    createdAt: time('created_at').notNull(),
    /** Since when it is tried. */
    triedSince: time('tried_since').notNull(),
    /** Set before it leaves: one that has it without an end may or may not have been sent. */
    startedAt: time('started_at'),
    sentAt: time('sent_at'),
    deliveredAt: time('delivered_at'),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.smsId] }),
    index('sms_messages_ticket').on(table.serviceId, table.ticketId, table.createdAt),
    index('sms_messages_entry').on(table.serviceId, table.entryId),
  ],
);

/** A message of a chat without its words: these are a paragraph of the entry, in the same order. */
export interface KeptLine {
  /** As the system calls it that the chat was held in. */
  readonly id: string;
  readonly from: ChatSide;
  readonly at: number;
  readonly attachmentIds: readonly string[];
}

export const chats = pgTable(
  'chats',
  {
    serviceId: service(),
    /** As the system calls it that it was held in. */
    chatId: text('chat_id').notNull(),
    ticketId: text('ticket_id').notNull(),
    /** The entry whose body is the transcript. */
    entryId: bigint('entry_id', { mode: 'number' }).notNull(),
    lines: jsonb().$type<readonly KeptLine[]>().notNull(),
    satisfied: boolean(),
    endedAt: time('ended_at'),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.chatId] }),
    index('chats_ticket').on(table.serviceId, table.ticketId),
  ],
);
