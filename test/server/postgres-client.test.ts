import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import { deskPlan } from '../../demo/server/db/plan.js';
import { FramedClient } from '../../demo/server/db/postgres-client.js';

/** A connection that writes down what it is sent. */
function recorded(failing?: RegExp) {
  const sent: string[] = [];
  const query = (text: string): Promise<unknown> => {
    sent.push(text);
    return failing?.test(text) ? Promise.reject(new Error('Gone')) : Promise.resolve({ rows: [] });
  };
  return { sent, client: new FramedClient({ query } as unknown as pg.PoolClient, deskPlan.roles) };
}

describe('a connection of requests', () => {
  it.each(['begin', 'BEGIN', ' begin isolation level serializable;'])(
    'takes on the rights of its work with "%s"',
    async (begin) => {
      const { sent, client } = recorded();
      client.scope = { serviceId: "de'mo", patience: 1_500 };
      await client.query(begin);
      expect(sent).toHaveLength(1);
      expect(sent[0]).toMatch(/^\s*begin[^;]*; select set_config\('role', 'desk_app', true\)/i);
      expect(sent[0]).toContain("set_config('app.service', 'de''mo', true)");
      expect(sent[0]).toContain("set_config('statement_timeout', '1500', true)");
    },
  );

  it('does not limit work that nobody waits for', async () => {
    const { sent, client } = recorded();
    await client.query('begin');
    client.scope = { serviceId: 'demo' };
    await client.query('rollback');
    await client.query('begin');
    expect(sent[0]).toBe("begin; select set_config('role', 'desk_system', true)");
    expect(sent.join()).not.toContain('statement_timeout');
  });

  it('sends nothing outside a transaction', async () => {
    const { sent, client } = recorded();
    await expect(client.query('select 1')).rejects.toThrow('outside a transaction');
    await client.query('begin');
    await client.query('savepoint sp1');
    await client.query('rollback to savepoint sp1');
    await client.query({ text: 'select 1' });
    await client.query('commit');
    await expect(client.query({ text: 'select 2' })).rejects.toThrow('outside a transaction');
    expect(sent.slice(1)).toEqual(['savepoint sp1', 'rollback to savepoint sp1', { text: 'select 1' }, 'commit']);
  });

  it('ends what may have begun when beginning fails, and is outside a transaction then', async () => {
    const { sent, client } = recorded(/^begin/);
    await expect(client.query('begin')).rejects.toThrow('Gone');
    expect(sent.at(-1)).toBe('rollback');
    await expect(client.query('select 1')).rejects.toThrow('outside a transaction');
  });
});
