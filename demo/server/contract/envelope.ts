import { z } from '@hono/zod-openapi';

const header = z.object({
  resultCode: z.int(),
  resultMessage: z.string(),
  isSuccessful: z.boolean(),
});

/** Answer with one thing. */
export function one<T extends z.ZodType>(content: T) {
  return z.object({ header, result: z.object({ content }) });
}

/** Answer with many things. */
export function many<T extends z.ZodType>(item: T) {
  return z.object({ header, result: z.object({ contents: z.array(item) }) });
}

/** One page of a list. Cursors are opaque; `total` is null where it is not counted. */
export function page<T extends z.ZodType>(item: T) {
  return z.object({
    header,
    result: z.object({
      contents: z.array(item),
      next: z.string().nullable(),
      previous: z.string().nullable(),
      total: z.int().nullable(),
      /** About how long a list is that is too long to count. */
      estimate: z.int().nullable(),
      /** Place of the first row in the whole list; only in answers to `at`. */
      position: z.object({ index: z.int(), exact: z.boolean() }).nullable(),
    }),
  });
}

export const fieldProblem = z
  .object({ field: z.string(), code: z.string(), message: z.string() })
  .openapi('FieldProblem');

/** Refusal. `contents` names fields (400), `content` holds what the client needs to go on (409, 422). */
export const failure = z
  .object({
    header,
    result: z
      .object({
        contents: z.array(fieldProblem).optional(),
        content: z.record(z.string(), z.unknown()).optional(),
      })
      .nullable(),
  })
  .openapi('Failure');
