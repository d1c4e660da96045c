import { z } from '@hono/zod-openapi';

/** Most lists that are counted in one call. */
const mostLists = 50;

export const countsBody = z
  .strictObject({ queries: z.array(z.string().max(4_000)).max(mostLists) })
  .openapi('CountsRequest', { description: 'Search strings of lists' });

/** How long a list is, as its first page says: counted, or about so long; null for one that cannot be searched. */
export const length = z
  .object({ total: z.int().nullable(), estimate: z.int().nullable() })
  .openapi('ListLength')
  .nullable();
