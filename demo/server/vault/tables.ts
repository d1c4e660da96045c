import { bigint, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { bytea } from '../db/columns.js';

/** What was taken out of the tickets, sealed. Nothing here says which ticket it belongs to. */
export const sealed = pgTable(
  'sealed',
  {
    serviceId: text('service_id').notNull(),
    sealId: text('seal_id').notNull(),
    /** Prepared until the tickets are known to have it. */
    state: text({ enum: ['prepared', 'live'] }).notNull(),
    /** Under a key of its own. */
    content: bytea().notNull(),
    /** That key, under the one of the service; null once it is destroyed, and the content with it. */
    wrapped: bytea(),
    /** Version of the master key from which the key of the service is derived. */
    keyVersion: integer('key_version').notNull(),
    createdAt: bigint('created_at', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.sealId] }),
    index('sealed_prepared')
      .on(table.createdAt)
      .where(sql`${table.state} = 'prepared'`),
    index('sealed_key').on(table.keyVersion),
  ],
);

/** By what each version of the master key is known again; it tells nothing of the key. */
export const keyMarks = pgTable('key_marks', { version: integer().primaryKey(), mark: text().notNull() });
