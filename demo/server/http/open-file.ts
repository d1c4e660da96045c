import { protectiveHeaders } from './answers.js';
import { disposition } from './disposition.js';

/** A file that the Open API hands out. */
export interface OpenFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Uint8Array;
  /** `open`: in the browser, where it can show it. */
  readonly type: 'open' | 'download';
}

/** Types that are told as they are; anything else is just bytes. None of them can run. */
export const knownTypes =
  /^(?:image\/(?:png|jpeg|gif|bmp|webp|tiff)|text\/plain|application\/(?:pdf|zip|msword|vnd\.[\w.+-]+|haansofthwp|x-hwp)|audio\/(?:mpeg|wav))$/;

/** Types that a browser shows by itself. */
const shown = /^(?:image\/|text\/plain$|application\/pdf$|audio\/)/;

/** A viewer of documents is part of the browser and does not start in a sandbox. */
function policyOf(contentType: string): string {
  const sources =
    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";
  return contentType === 'application/pdf' ? sources : `${sources}; sandbox`;
}

/** Browsers guess the signs of a text; where it can be read as UTF-8, it is. */
function typeOf(contentType: string, content: Uint8Array): string {
  if (contentType !== 'text/plain') return contentType;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content);
    return 'text/plain; charset=utf-8';
  } catch {
    return contentType;
  }
}

export function openFileAnswer({ fileName, contentType, content, type }: OpenFile): Response {
  const isKnown = knownTypes.test(contentType);
  const isShown = type === 'open' && isKnown && shown.test(contentType);
  const kept = disposition(fileName);
  return new Response(new Uint8Array(content), {
    headers: {
      ...protectiveHeaders,
      'Content-Security-Policy': policyOf(contentType),
      'Content-Type': isKnown ? typeOf(contentType, content) : 'application/octet-stream',
      'Content-Disposition': isShown ? kept.replace(/^attachment/, 'inline') : kept,
    },
  });
}
