import type { Plan } from './database.js';
import { locks } from './locks.js';

/** One connection on which scripts of several statements can run. */
export interface ScriptRunner {
  run(script: string): Promise<void>;
  names(query: string): Promise<readonly string[]>;
}

/** Brings the database to the state that this code needs. All or nothing; safe to run in several processes at once. */
export async function migrate(runner: ScriptRunner, { migrations, apartFrom }: Omit<Plan, 'roles'>): Promise<void> {
  await runner.run('BEGIN');
  try {
    await runner.run(`SELECT pg_advisory_xact_lock(${locks.migrate})`);
    const others = await runner.names(
      `SELECT relname AS name FROM pg_class WHERE relname = '${apartFrom}' AND relkind IN ('r', 'p') AND pg_table_is_visible(oid)`,
    );
    if (others.length > 0) throw new Error('The tickets and the vault need two databases, not one');
    await runner.run(
      'CREATE TABLE IF NOT EXISTS desk_migrations (name text PRIMARY KEY, at timestamptz DEFAULT now())',
    );
    const done = new Set(await runner.names('SELECT name FROM desk_migrations'));
    for (const { name, sql } of migrations) {
      if (done.has(name)) continue;
      await runner.run(sql);
      await runner.run(`INSERT INTO desk_migrations (name) VALUES ('${name}')`);
    }
    await runner.run('COMMIT');
  } catch (error) {
    await runner.run('ROLLBACK');
    throw error;
  }
}
