import { z } from '@hono/zod-openapi';
import type { Api } from '../api.js';
import { many, one, page } from '../contract/envelope.js';
import { success } from '../http/envelope.js';

/** One thing, many things, one page of a list, or a file of a type. */
export type AnswerShape = { content: z.ZodType } | { contents: z.ZodType } | { page: z.ZodType } | { file: string };

type Frozen<T> = T extends readonly (infer I)[]
  ? readonly Frozen<I>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;

/** One page of a list. */
export interface Page<T> {
  readonly contents: readonly T[];
  readonly next: string | null;
  readonly previous: string | null;
  readonly total: number | null;
  readonly estimate: number | null;
  readonly position: { readonly index: number; readonly exact: boolean } | null;
}

/** What work for an answer returns. */
export type Answered<A extends AnswerShape> = A extends { content: infer S extends z.ZodType }
  ? Frozen<z.output<S>>
  : A extends { contents: infer S extends z.ZodType }
    ? readonly Frozen<z.output<S>>[]
    : A extends { page: infer S extends z.ZodType }
      ? Page<Frozen<z.output<S>>>
      : never;

function schemaOf(answer: AnswerShape): z.ZodType {
  if ('content' in answer) return one(answer.content);
  if ('contents' in answer) return many(answer.contents);
  return 'page' in answer ? page(answer.page) : z.string();
}

/** What the contract says of an answer. */
export function contentOf(answer: AnswerShape) {
  return { ['file' in answer ? answer.file : 'application/json']: { schema: schemaOf(answer) } };
}

/** An answer as it is sent. */
export function serialise(
  api: Api,
  endpoint: { readonly answer: AnswerShape; readonly status?: number },
  value: unknown,
): { status: number; answer: string } {
  const { answer, status = 200 } = endpoint;
  const result = 'content' in answer ? { content: value } : 'contents' in answer ? { contents: value } : value;
  const envelope = success(status, result as object);
  if (api.deps.checkAnswers) schemaOf(answer).parse(envelope);
  return { status, answer: JSON.stringify(envelope) };
}
