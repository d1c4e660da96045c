import { PGlite } from '@electric-sql/pglite';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './database.js';
import { lockFolder } from './folder-lock.js';
import { pgliteDatabase } from './pglite.js';

/** The embedded database of a data folder, which this process then holds alone. */
export async function embeddedDatabase(folder: string): Promise<Database> {
  mkdirSync(folder, { recursive: true });
  const unlock = lockFolder(folder);
  try {
    const database = await pgliteDatabase(await PGlite.create(join(folder, 'database')));
    return {
      ...database,
      close: async () => {
        await database.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
