import pg from 'pg';
import type { Scope } from './database.js';

/** A connection whose transactions begin with the rights of their work: asked for apart, they would be one more wait. */
export class FramedClient {
  /** Whose rows the next transaction may see; null for work without a service. */
  scope: Scope | null = null;
  readonly #client: pg.PoolClient;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  query(query: pg.QueryConfig | string, values?: unknown[]): Promise<unknown> {
    const text = typeof query === 'string' ? query : query.text;
    return text === 'begin' ? this.#begin() : this.#client.query(query as pg.QueryConfig, values);
  }

  // Several statements go in one message only without parameters.
  async #begin(): Promise<unknown> {
    const rights = this.scope
      ? `set_config('role', 'desk_app', true), set_config('app.service', ${pg.escapeLiteral(this.scope.serviceId)}, true)`
      : `set_config('role', 'desk_system', true)`;
    try {
      return await this.#client.query(`begin; select ${rights}`);
    } catch (error) {
      // Nobody ends a transaction that has not begun, and this one may have.
      await this.#client.query('rollback').catch(() => undefined);
      throw error;
    }
  }
}
