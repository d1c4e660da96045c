import { fileLimits } from '../../../src/domain/files.js';
import { safeFileName } from '../../../src/util/safe-name.js';
import { hex } from '../random.js';
import { invalid, Refusal } from '../refusal.js';
import { readBody } from './body.js';

/** A file as it was sent. What it holds is no property: only its digest counts when calls are compared. */
export class SentFile {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly #bytes: Uint8Array<ArrayBuffer>;

  constructor(name: string, bytes: Uint8Array<ArrayBuffer>, sha256: string) {
    this.name = name;
    this.size = bytes.length;
    this.sha256 = sha256;
    this.#bytes = bytes;
  }

  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes;
  }
}

/** What a form needs beside its file. */
const room = 16_384;

const tooLarge = () =>
  new Refusal(413, 'too_large', 'The file is too large', {
    fields: [{ field: 'file', code: 'too_large', message: `Less than ${fileLimits.size} bytes` }],
    content: { limit: fileLimits.size },
  });

/** The file of a multipart form whose field is `file`. */
export async function readForm(request: Request): Promise<SentFile> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type))
    throw new Refusal(415, 'not_a_form', 'The body must be multipart/form-data');
  const body = await readBody(request, fileLimits.size + room).catch((error: unknown) => {
    throw error instanceof Refusal && error.status === 413 ? tooLarge() : error;
  });
  const form = await new Response(body, { headers: { 'Content-Type': type } }).formData().catch(() => undefined);
  const file = form?.get('file');
  if (!(file instanceof File)) throw invalid('file', 'required', 'A file is needed');
  if (file.size >= fileLimits.size) throw tooLarge();
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sha256 = hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  return new SentFile(safeFileName(file.name, 'file'), bytes, sha256);
}
