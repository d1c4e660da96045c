import { z } from '@hono/zod-openapi';

const header = z.object({ resultCode: z.int(), resultMessage: z.string(), isSuccessful: z.boolean() });

/** One page of a list of the Open API. */
export function openPage<T extends z.ZodType>(item: T) {
  return z.object({
    header,
    result: z.object({
      contents: z.array(item),
      total: z.int(),
      pages: z.int(),
      pageNum: z.int(),
      pageSize: z.int(),
    }),
  });
}

/** Success with nothing to tell. */
export const openNothing = z.object({ header, result: z.null() });

export const openFailureSchema = z
  .object({
    header,
    result: z
      .object({
        contents: z.array(z.record(z.string(), z.unknown())).optional(),
        content: z.record(z.string(), z.unknown()).optional(),
      })
      .nullable(),
  })
  .openapi('OpenFailure');

/** A whole number of a query or a path; what is no such number is refused. */
export const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, 'A whole number')
  .transform(Number);

/** A parameter that may stand without a value: as if it were not there. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional();

/** A language as callers name it; one that the service does not have is answered in the service's own. */
export const languageQuery = z
  .string()
  .optional()
  .openapi({ description: 'Without it, or with one that the service does not have: the default of the service' });

/** Page and size of a paged list; a page larger than allowed is the largest. */
export const pageQuery = z.object({
  page: optional(wholeNumber).transform((page) => Math.max(1, page ?? 1)),
  pageSize: optional(wholeNumber).transform((size) => Math.min(200, Math.max(1, size ?? 10))),
});

/** Id of a file in an address. */
export const openFilePath = z.object({ id: z.string().regex(/^[0-9a-f]{32}$/) });

/** Without a type it is opened. */
export const openFileQuery = z.object({
  type: z.union([z.literal('').transform(() => 'open' as const), z.enum(['open', 'download'])]).default('open'),
});
