import { z } from '@hono/zod-openapi';
import { mostReason } from '../../../src/domain/export.js';
import { searchString } from './bulk.js';
import { language } from './common.js';

export const exportBody = z
  .strictObject({
    query: searchString,
    /** Names of columns in order; of own fields `f.` and the code. */
    columns: z.array(z.string().min(1).max(60)).min(1).max(60),
    /** Why the file is needed; it is written down. */
    reason: z.string().trim().min(1).max(mostReason),
    language,
  })
  .openapi('ExportRequest');
