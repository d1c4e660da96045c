import pg from 'pg';
import type { Roles, Scope } from './database.js';

/** A connection whose transactions begin with the rights of their work: asked for apart, they would be one more wait. */
export class FramedClient {
  /** Whose rows the next transaction may see; null for work without a service. */
  scope: Scope | null = null;
  readonly #client: pg.PoolClient;
  readonly #roles: Roles;
  #isOpen = false;

  constructor(client: pg.PoolClient, roles: Roles) {
    this.#client = client;
    this.#roles = roles;
  }

  query(query: pg.QueryConfig | string, values?: unknown[]): Promise<unknown> {
    const text = typeof query === 'string' ? query : query.text;
    if (/^\s*begin\b/i.test(text)) return this.#begin(text);
    // Outside a transaction a statement would have the rights of who logged in, which are those of the owner.
    if (!this.#isOpen) return Promise.reject(new Error('A statement stands outside a transaction'));
    if (/^\s*(commit|rollback(?!\s+to\b))\b/i.test(text)) this.#isOpen = false;
    return this.#client.query(query as pg.QueryConfig, values);
  }

  // Several statements go in one message only without parameters.
  async #begin(text: string): Promise<unknown> {
    try {
      const begun = await this.#client.query(
        `${text.replace(/;\s*$/, '')}; select ${settingsOf(this.#roles, this.scope)}`,
      );
      this.#isOpen = true;
      return begun;
    } catch (error) {
      // Nobody ends a transaction that has not begun, and this one may have.
      await this.#client.query('rollback').catch(() => undefined);
      throw error;
    }
  }
}

function settingsOf({ app, system }: Roles, scope: Scope | null): string {
  if (!scope) return `set_config('role', '${system}', true)`;
  const { serviceId, patience } = scope;
  const settings = [
    `set_config('role', '${app}', true)`,
    `set_config('app.service', ${pg.escapeLiteral(serviceId)}, true)`,
    ...(patience === undefined ? [] : [`set_config('statement_timeout', '${Math.ceil(patience)}', true)`]),
  ];
  return settings.join(', ');
}
