import { PGlite } from '@electric-sql/pglite';
import { openAsBlob } from 'node:fs';
import { seedAnswers } from '../../../demo/seed/answers.js';
import { seedLinks } from '../../../demo/seed/customer-info.js';
import { seedDoorayRows } from '../../../demo/seed/dooray.js';
import { seedFields } from '../../../demo/seed/fields.js';
import { seedHelpCenters } from '../../../demo/seed/help-center.js';
import { organisation, seedOrganisation } from '../../../demo/seed/organisation.js';
import type { Database } from '../../../demo/server/db/database.js';
import { migrations } from '../../../demo/server/db/migrations/index.js';
import { pgliteDatabase } from '../../../demo/server/db/pglite.js';
import { keptDump } from './dump.js';

/** A dump of the empty organisation. */
export function organisationDump(): Promise<string> {
  const content = [migrations, organisation, seedAnswers, seedFields, seedHelpCenters, seedLinks, seedDoorayRows()];
  return keptDump('organisation', content, async (client) => {
    const database = await pgliteDatabase(client);
    await database.system(seedOrganisation);
    return database;
  });
}

/** A fresh embedded database with the demo's organisation and no tickets. */
export async function freshEmbedded(): Promise<Database> {
  const dump = await openAsBlob(await organisationDump());
  return pgliteDatabase(await PGlite.create({ loadDataDir: dump }));
}
