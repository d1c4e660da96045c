import type { Context } from 'hono';
import { fileLimits } from '../../../../src/domain/files.js';
import { readBody } from '../../http/body.js';
import { parseParams, parseValues, refuseUnstorable } from '../../http/parse.js';
import { Refusal } from '../../refusal.js';
import { refusedFile } from '../../services/open/files.js';
import type { OpenEndpoint } from './endpoint.js';

/** Path and query of a call, as their schemas want them. Of a repeated name the first value counts, as it is signed. */
export function readOpenInput(
  c: Context,
  endpoint: Pick<OpenEndpoint, 'path' | 'params' | 'query'>,
): { params: unknown; query: unknown } {
  return {
    params: endpoint.params && parseParams(endpoint.params, paramsOf(c, endpoint.path)),
    query: endpoint.query && parseValues(endpoint.query, firstValues(new URL(c.req.url).searchParams)),
  };
}

function paramsOf(c: Context, path: string): Record<string, string> {
  const named = Object.entries(c.req.param() as Record<string, string>).filter(([name]) => name !== 'serviceId');
  for (const [name, value] of named) refuseUnstorable(name, value);
  const last = /\{(\w+)\}\.json$/.exec(path)?.[1];
  return Object.fromEntries(named.map(([name, value]) => [name, name === last ? value.replace(/\.json$/, '') : value]));
}

function firstValues(query: URLSearchParams): Record<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of query) {
    refuseUnstorable(name, value);
    if (!values.has(name)) values.set(name, value);
  }
  return Object.fromEntries(values);
}

/** A file, and what a form needs beside it. */
const largestForm = fileLimits.size + 100_000;

/** A form with one file. One that is too large has a file that is. */
export async function readForm(c: Context): Promise<Uint8Array<ArrayBuffer>> {
  return readBody(c.req.raw, largestForm).catch((error: unknown) => {
    throw error instanceof Refusal && error.code === 'too_large' ? refusedFile('too_large') : error;
  });
}

/** The file of a form, with its bytes: the signature covers them and nothing else of the form. */
export async function readFormFile(
  c: Context,
  body: Uint8Array<ArrayBuffer>,
): Promise<{ readonly file: File; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const type = c.req.header('Content-Type') ?? '';
  const form = await new Response(body, { headers: { 'Content-Type': type } }).formData().catch(() => undefined);
  const file = form?.get('file');
  if (!(file instanceof File)) throw new Refusal(400, 'no_file', 'The form has no file');
  return { file, bytes: new Uint8Array(await file.arrayBuffer()) };
}
