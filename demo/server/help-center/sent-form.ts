import { fileLimits } from '../../../src/domain/files.js';
import { chunks, readBody } from '../http/body.js';
import type { FormField } from '../services/open/form-fields.js';
import { FormText, largestText } from './form-text.js';
import { allOf, fieldValue, type Typed, type Wrong } from './form.js';

/** Five files and what is typed beside them. */
const largestForm = fileLimits.size * 5 + 500_000;

/** Most that is read of a form of which only the texts are kept. */
const longestForm = largestForm * 4;

/** What a browser sent with a form. */
export interface SentForm {
  readonly typed: Typed;
  /** Chosen files, by the name of their input. */
  readonly files: ReadonlyMap<string, readonly File[]>;
  /** True where it was too large: then the files hold nothing. */
  readonly tooLarge: boolean;
}

export const nothingSent: SentForm = { typed: new Map(), files: new Map(), tooLarge: false };

/** Browsers end lines in their own way, and no form has a zero character. */
const asTyped = (value: string): string => value.replace(/\r\n/g, '\n').replaceAll('\0', '');

/** The bytes of a form, without what its files hold where they are not wanted or too large together. */
async function formBytes(
  request: Request,
  withFiles: boolean,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; cut: boolean }> {
  const type = request.headers.get('Content-Type') ?? '';
  const [, quoted, plain] = /^multipart\/form-data;.*\bboundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return { bytes: await readBody(request, largestText), cut: false };
  const text = new FormText(boundary);
  const whole: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let cut = !withFiles;
  for await (const part of request.body ? chunks(request.body) : []) {
    size += part.byteLength;
    if (!cut) whole.push(new Uint8Array(part));
    else text.take(part);
    if (!cut && size > largestForm) {
      cut = true;
      for (const former of whole.splice(0)) text.take(former);
    }
    if (text.isFull || size > longestForm) break;
  }
  return { bytes: cut ? text.read() : new Uint8Array(await new Blob(whole).arrayBuffer()), cut };
}

/** Reads a form. `withFiles`: whether its files are wanted, and not only that there were any. */
export async function readSentForm(request: Request, withFiles: boolean): Promise<SentForm> {
  const { bytes, cut } = await formBytes(request, withFiles);
  const headers = { 'Content-Type': request.headers.get('Content-Type') ?? '' };
  const form = await new Response(bytes, { headers }).formData().catch(() => new FormData());
  const typed = new Map<string, string[]>();
  const files = new Map<string, File[]>();
  for (const [name, value] of form) {
    if (typeof value === 'string') typed.set(name, [...(typed.get(name) ?? []), asTyped(value)]);
    else if (value.name !== '') files.set(name, [...(files.get(name) ?? []), value]);
  }
  return { typed, files, tooLarge: withFiles && cut };
}

/** Values of the fields that a service added, as the Open API takes them. `files`: the numbers of stored files, by their fields. */
export function addedFields(
  fields: readonly FormField[],
  typed: Typed,
  files: ReadonlyMap<string, readonly string[]>,
): { code: string; value: unknown }[] {
  return fields.flatMap(({ code, type, fieldId }) => {
    // Below are the numbers of the fields that every service has.
    if (fieldId <= 1_000) return [];
    const value = type === 'file' ? files.get(code) : fieldValue(type, allOf(typed, code));
    return value === undefined || value === null ? [] : [{ code, value }];
  });
}

/** Problems by the codes of their fields, as a refused inquiry tells them. */
export function wrongIn(result: object | null): Wrong {
  const contents = (result as { contents?: readonly { objectName: string; validate: 'invalid' }[] } | null)?.contents;
  return new Map(contents?.map(({ objectName, validate }) => [objectName, validate]));
}
