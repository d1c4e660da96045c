import { DeskError } from '../base/desk-error.js';

/** A file as the server made it. */
export interface NamedFile {
  readonly name: string;
  readonly blob: Blob;
}

/** The file of an answer, by the name that the server gave it. */
export async function namedFile(answer: Response, usual: string): Promise<NamedFile> {
  if (/text\/html/i.test(answer.headers.get('Content-Type') ?? '')) {
    throw new DeskError('signed-out', 'A sign-in page stands before the server.');
  }
  return { name: fileName(answer.headers.get('Content-Disposition')) ?? usual, blob: await answer.blob() };
}

/** The name of a file as RFC 6266 writes it. */
export function fileName(disposition: string | null): string | undefined {
  const encoded = /filename\*\s*=\s*UTF-8''([^;\s]+)/i.exec(disposition ?? '')?.[1];
  try {
    if (encoded) return decodeURIComponent(encoded);
  } catch {
    // Badly encoded: the plain name is beside it.
  }
  return /filename\s*=\s*"?([^";]+)"?/i.exec(disposition ?? '')?.[1];
}
