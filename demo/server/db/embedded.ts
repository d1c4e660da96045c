import { PGlite } from '@electric-sql/pglite';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database, Plan } from './database.js';
import { lockFolder } from './folder-lock.js';
import { pgliteDatabase } from './pglite.js';

/** Time between two looks at how the tables are filled, in milliseconds. */
const analyseEvery = 10 * 60_000;

/** The embedded database of a folder, which this process then holds alone. */
export async function embeddedDatabase(folder: string, plan?: Plan): Promise<Database> {
  mkdirSync(folder, { recursive: true });
  const unlock = lockFolder(folder);
  try {
    const database = await pgliteDatabase(await PGlite.create(join(folder, 'database')), plan);
    const timer = setInterval(() => void database.analyse().catch(() => undefined), analyseEvery);
    timer.unref();
    return {
      ...database,
      close: async () => {
        clearInterval(timer);
        await database.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
