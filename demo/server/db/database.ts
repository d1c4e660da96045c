import type { SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema.js';

/** What a query is asked of, inside a transaction; the same on both drivers. */
export type Tx = PgDatabase<PgQueryResultHKT, typeof schema>;

/** Whose rows a transaction may see. */
export interface Scope {
  readonly serviceId: string;
  /** Longest that one statement may take, in milliseconds: somebody waits. A database inside the process does not know how to stop. */
  readonly patience?: number;
}

/** What a database is for: its tables, and the roles whose rights its transactions have. */
export interface Plan {
  /** In the order in which they run. One that was released is never changed: add another. */
  readonly migrations: readonly { readonly name: string; readonly sql: string }[];
  readonly roles: Roles;
  /** A table of the other kind of database: the two are never the same one, by whatever address it is reached. */
  readonly apartFrom: string;
}

export interface Roles {
  /** Sees the rows of one service. */
  readonly app: string;
  /** Sees them all. */
  readonly system: string;
}

/** One database of either kind. Work may run again after a deadlock, so it must have no effect outside the database. */
export interface Database {
  /** Runs work as the role of requests: it sees the rows of one service only, whatever the query says. */
  transaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * The JSON value that one statement makes, with the rights of a request, in one trip. For what is asked so often that
   * the trips of a transaction would be most of it. The statement writes nothing.
   */
  read<T>(scope: Scope, query: SQL): Promise<T>;
  /** Runs work that belongs to no single service: worker, tokens, demo data. */
  system<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Calls back for every notice on a channel, and with an empty one whenever some may have been missed. */
  listen(channel: string, notice: (payload: string) => void): Promise<() => Promise<void>>;
  /**
   * Tells the planner how the tables are filled. A database inside the process has nobody else to do it, and a server's
   * own comes only minutes after a bulk load: without it a list of a thousand rows is joined row by row.
   */
  analyse(): Promise<void>;
  /** Answers when the database does. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
