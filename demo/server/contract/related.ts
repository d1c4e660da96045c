import { z } from '@hono/zod-openapi';
import { leastText, mostText } from '../../../src/domain/search.js';

/** Most pages that can be named: no customer has as many tickets. */
const mostPages = 9_999;

export const relatedQuery = z
  .object({
    q: z
      .string()
      .max(4_000)
      .optional()
      .openapi({ description: `Free text of ${leastText} to ${mostText} characters, as in the list` }),
    page: z
      .string()
      .regex(/^[1-9]\d{0,3}$/)
      .optional()
      .openapi({ description: `1 to ${mostPages}: as \`next\` of the page before tells it; the first unless told` }),
    limit: z
      .string()
      .regex(/^\d{1,3}$/)
      .optional()
      .openapi({ description: '1 to 100, 20 unless told' }),
  })
  .openapi('RelatedTicketsQuery');
