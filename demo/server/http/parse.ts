import type { z } from '@hono/zod-openapi';
import { invalid, notFound, Refusal, type FieldProblem } from '../refusal.js';

/** Keys that would reach into prototypes when an object is copied or merged somewhere later. */
const forbiddenKeys = new Set(['__proto__', 'constructor']);

/** What neither a text nor a JSON column can hold: zero characters and halves of surrogate pairs. */
const unstorable = /[\0\p{Surrogate}]/u;

export function isStorable(text: string): boolean {
  return !unstorable.test(text);
}

export function refuseUnstorable(key: string, value: unknown): unknown {
  if (forbiddenKeys.has(key)) throw invalid(key, 'forbidden_key', 'This name is not allowed');
  if (unstorable.test(key) || (typeof value === 'string' && unstorable.test(value))) {
    throw invalid(key, 'invalid_character', 'Contains a character that is not allowed');
  }
  return value;
}

function problems(error: z.ZodError): FieldProblem[] {
  return error.issues.flatMap((issue) => {
    const at = issue.path.map(String);
    const fields = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...at, key]) : [at];
    return fields.map((path) => ({ field: path.join('.'), code: issue.code, message: issue.message }));
  });
}

/** Refuses what is not as its schema wants it, and tells which fields. */
export function parseValues<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Refusal(400, 'invalid', 'Invalid request', { fields: problems(parsed.error) });
  return parsed.data;
}

/** A JSON body by its schema. */
export function parseJson<S extends z.ZodType>(schema: S, bytes: Uint8Array): z.output<S> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), refuseUnstorable);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(400, 'invalid_json', 'The body is not JSON');
  }
  return parseValues(schema, value);
}

/** The query by its schema; a name may stand once. */
export function parseQuery<S extends z.ZodType>(schema: S, query: URLSearchParams): z.output<S> {
  const values = new Map<string, string>();
  for (const [name, value] of query) {
    if (values.has(name)) throw invalid(name, 'repeated', 'May be given once');
    refuseUnstorable(name, value);
    values.set(name, value);
  }
  return parseValues(schema, Object.fromEntries(values));
}

/** Parts of the path by their schema. What cannot be the name of anything is not found. */
export function parseParams<S extends z.ZodType>(schema: S, params: unknown): z.output<S> {
  const parsed = schema.safeParse(params);
  if (!parsed.success) throw notFound();
  return parsed.data;
}
