import type pg from 'pg';
import type { Roles, Scope } from './database.js';

/** A statement as the driver sends it. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

interface Prepared extends Statement {
  /** Empty for what is prepared for this once. */
  readonly name: string;
}

const names = new Map<string, string>();
/** Every connection keeps what is prepared on it: not more than a few forms of each query. */
const mostNames = 100;

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size === mostNames) return '';
  const name = `desk_${names.size}`;
  names.set(text, name);
  return name;
}

function prepared(text: string, values: readonly unknown[]): Prepared {
  return { name: nameOf(text), text, values };
}

function rightsOf({ app }: Roles, { serviceId, patience }: Scope): Prepared {
  const rights = `select set_config('role', $1, true), set_config('app.service', $2, true)`;
  return patience === undefined
    ? prepared(rights, [app, serviceId])
    : prepared(`${rights}, set_config('statement_timeout', $3, true)`, [app, serviceId, Math.ceil(patience)]);
}

const onConnections = new WeakMap<pg.Connection, Set<string>>();

function namesOn(connection: pg.Connection): Set<string> {
  let known = onConnections.get(connection);
  if (!known) onConnections.set(connection, (known = new Set()));
  return known;
}

const asText = (value: unknown): string | null =>
  value === null || value === undefined ? null : value instanceof Date ? value.toISOString() : String(value);

/**
 * A transaction that takes the rights of a service and reads one JSON value, sent as a whole: each further message would
 * be one more wait. Up to the one `Sync` that ends it PostgreSQL keeps it in one transaction, and after a failure it skips
 * what is left: nothing is ever read without the rights, nor do the rights outlive it.
 */
export class ReadInOneTrip<T> implements pg.Submittable {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly #steps: readonly [Prepared, Prepared];
  readonly #told: (error: unknown, value?: T) => void;
  #connection: pg.Connection | undefined;
  #stepsDone = 0;
  #json: string | null = null;
  #failed = false;

  constructor(roles: Roles, scope: Scope, { text, values }: Statement, told: (error: unknown, value?: T) => void) {
    this.text = text;
    this.values = values;
    this.#steps = [rightsOf(roles, scope), prepared(text, values)];
    this.#told = told;
  }

  submit(connection: pg.Connection): void {
    this.#connection = connection;
    const known = namesOn(connection);
    connection.stream.cork();
    try {
      for (const { name, text, values } of this.#steps) {
        if (!known.has(name)) {
          // A failure may have left one behind. To close what is not there is no failure.
          if (name) connection.close({ type: 'S', name }, true);
          connection.parse({ name, text, types: [] }, true);
        }
        connection.bind({ statement: name, values: values.map(asText) }, true);
        connection.execute({}, true);
      }
      connection.sync();
    } finally {
      connection.stream.uncork();
    }
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    if (this.#stepsDone === 1) this.#json = fields[0] ?? null;
  }

  handleCommandComplete(): void {
    this.#stepsDone += 1;
  }

  handleReadyForQuery(): void {
    if (this.#failed) return;
    const known = this.#connection && namesOn(this.#connection);
    for (const { name } of this.#steps) if (name) known?.add(name);
    let value: T;
    try {
      value = JSON.parse(this.#json ?? 'null') as T;
    } catch (error) {
      // Thrown here, it would end the process.
      this.#told(error);
      return;
    }
    this.#told(null, value);
  }

  /** A lost connection tells every query of it, perhaps more than once. */
  handleError(error: unknown): void {
    if (this.#failed) return;
    this.#failed = true;
    this.#told(error);
  }
}
