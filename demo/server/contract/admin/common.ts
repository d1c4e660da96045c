import { z } from '@hono/zod-openapi';

export const number = z.int32().min(1);

/** A name in each language; that of the service is needed. */
export const names = z
  .strictObject({
    ko: z.string().trim().min(1).max(50),
    ja: z.string().trim().min(1).max(50),
    en: z.string().trim().min(1).max(50),
  })
  .partial();

export const position = z.int().min(0).max(100_000).optional().openapi({
  description: 'Place among its neighbours; without it, a new one is the last and others stay where they are',
});

export const expectedVersion = z.int().min(1);

const pathNumber = z.coerce.number().int().min(1).max(2_147_483_647);
export const noticePath = z.object({ noticeId: pathNumber });
export const faqPath = z.object({ helpDocId: pathNumber });
export const labelPath = z.object({ labelId: pathNumber });
export const typePath = z.object({ categoryId: pathNumber });
export const fieldPath = z.object({ fieldId: pathNumber });

/** The next page is asked for with the cursor of the one before. */
export const listQuery = z.object({
  cursor: z
    .string()
    .regex(/^\d{1,10}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
