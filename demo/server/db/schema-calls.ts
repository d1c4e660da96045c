/** Calls that agents promised to customers. */
import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { callStates } from '../../../src/domain/calls.js';

const service = () => text('service_id').notNull();
const time = (name: string) => bigint(name, { mode: 'number' });

export const callbacks = pgTable(
  'callbacks',
  {
    serviceId: service(),
    callbackId: integer('callback_id').generatedByDefaultAsIdentity(),
    ticketId: text('ticket_id').notNull(),
    /** Who is to call: the assignee of the ticket. */
    usercode: text().notNull(),
    dueAt: time('due_at').notNull(),
    note: text().notNull().default(''),
    state: text({ enum: callStates }).notNull().default('open'),
    createdAt: time('created_at').notNull(),
    phone: text().notNull().default(''),
    /** Who promised it, by the name of then. */
    madeBy: text('made_by').notNull().default(''),
    madeByName: text('made_by_name').notNull().default(''),
    version: integer().notNull().default(1),
    /** When the agent was told that it is due. */
    toldAt: time('told_at'),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.callbackId] }),
    index('callbacks_open')
      .on(table.serviceId, table.usercode, table.dueAt)
      .where(sql`${table.state} = 'open'`),
    index('callbacks_ticket').on(table.serviceId, table.ticketId),
    uniqueIndex('callbacks_one_open')
      .on(table.serviceId, table.ticketId)
      .where(sql`${table.state} = 'open'`),
    index('callbacks_due')
      .on(table.dueAt)
      .where(sql`${table.state} = 'open' and ${table.toldAt} is null`),
  ],
);
