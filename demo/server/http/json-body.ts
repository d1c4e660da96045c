import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { Refusal } from '../refusal.js';
import { readBody } from './body.js';
import { parseJson } from './parse.js';

/** Longest JSON body: the longest answer in four-byte characters, and what stands around it. */
const maxJson = 5_000_000;

/** Whether a body may be left out. */
export function isOptional(schema: z.ZodType): boolean {
  return schema.safeParse(undefined).success;
}

/** The JSON body of a request, as its schema wants it. */
export async function readJson(c: Context, schema: z.ZodType | undefined): Promise<unknown> {
  if (!schema || (isOptional(schema) && !c.req.header('Content-Type'))) return undefined;
  if (!/^application\/json\b/i.test(c.req.header('Content-Type') ?? '')) {
    throw new Refusal(415, 'not_json', 'The body must be application/json');
  }
  return parseJson(schema, await readBody(c.req.raw, maxJson));
}
