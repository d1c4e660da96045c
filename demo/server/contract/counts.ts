import { z } from '@hono/zod-openapi';

/** Most lists that are counted in one call. */
const mostLists = 50;

export const countsBody = z
  .strictObject({ queries: z.array(z.string().max(4_000)).max(mostLists) })
  .openapi('CountsRequest', { description: 'Search strings of lists' });

/** How long each list is, as its first page says; null where it is too long to be counted, or cannot be searched. */
export const length = z.int().nullable();
