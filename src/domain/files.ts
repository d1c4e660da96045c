/** Which files may be sent along, as the Open API says. The page asks before it sends, the server before it stores. */

/** Media type of every kind of file that is taken, by the ending of its name. */
export const fileTypes = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  bmp: 'image/bmp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  pdf: 'application/pdf',
  txt: 'text/plain',
  hwp: 'application/x-hwp',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  zip: 'application/zip',
} as const;
export type FileEnding = keyof typeof fileTypes;

/** Pictures that every browser and mail program shows inside a text. */
export const inlineEndings: ReadonlySet<FileEnding> = new Set(['jpg', 'jpeg', 'png', 'gif', 'bmp']);

export const fileLimits = {
  /** A file is smaller than this, in bytes. */
  size: 10 * 1024 * 1024,
  /** Its name is shorter than this, in characters. */
  name: 100,
  /** Most files beside those inside the text. */
  count: 5,
  /** Most files of one text, those inside it too. */
  all: 50,
  /** They are smaller than this together, in bytes: larger mails are not taken everywhere. */
  together: 25 * 1024 * 1024,
  /** Most that an agent's files which nothing has yet take up, in bytes. */
  waiting: 200 * 1024 * 1024,
} as const;

/** Media types that every browser shows inside a text. */
export const pictureTypes: ReadonlySet<string> = new Set([...inlineEndings].map((ending) => fileTypes[ending]));

/** Whether a file of this media type can be shown inside a text. */
export function isPictureType(contentType: string): boolean {
  return pictureTypes.has(contentType);
}

/** Why a file is not taken. `content`: it is not what its name says. */
export type FileProblem = 'empty' | 'too_large' | 'name_too_long' | 'type' | 'content' | 'not_a_picture';

/** The kind of a file by its name, or null where it is none that is taken. */
export function endingOf(name: string): FileEnding | null {
  const ending = /[^.]\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(fileTypes, ending) ? (ending as FileEnding) : null;
}

/** What can be told of a file without reading it. */
export function fileProblem(
  { name, size }: { readonly name: string; readonly size: number },
  inline = false,
): Exclude<FileProblem, 'content'> | null {
  const ending = endingOf(name);
  if (!ending) return 'type';
  if (inline && !inlineEndings.has(ending)) return 'not_a_picture';
  if ([...name].length >= fileLimits.name) return 'name_too_long';
  if (size >= fileLimits.size) return 'too_large';
  return size === 0 ? 'empty' : null;
}

const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0));
const startsWith = (bytes: Uint8Array, start: readonly number[], at = 0) =>
  start.every((byte, index) => bytes[at + index] === byte);

const png = [0x89, ...ascii('PNG\r\n\x1a\n')];
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Sizes of the headers that a bitmap can have. */
const bitmapHeaders: ReadonlySet<number> = new Set([12, 40, 52, 56, 64, 108, 124]);

function isBitmap(bytes: Uint8Array): boolean {
  const header = (bytes[14] ?? 0) + (bytes[15] ?? 0) * 256;
  return startsWith(bytes, ascii('BM')) && bitmapHeaders.has(header);
}

function isArchive(bytes: Uint8Array): boolean {
  return ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'].some((start) => startsWith(bytes, ascii(start)));
}

/** New office documents are archives with a list of their parts; with a password they are kept in the old form. */
function isOffice(bytes: Uint8Array): boolean {
  return startsWith(bytes, compound) || (isArchive(bytes) && holds(bytes, ascii('[Content_Types].xml')));
}

function holds(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (startsWith(bytes, wanted, at)) return true;
  }
  return false;
}

/** Text in any of the encodings that people use has neither zero characters nor others that steer machines. */
function isText(bytes: Uint8Array): boolean {
  const isWide = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  return isWide || bytes.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b);
}

function isMpeg(bytes: Uint8Array): boolean {
  return startsWith(bytes, ascii('ID3')) || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2);
}

const looksLike: Readonly<Record<FileEnding, (bytes: Uint8Array) => boolean>> = {
  jpg: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]),
  jpeg: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]),
  png: (bytes) => startsWith(bytes, png),
  gif: (bytes) => startsWith(bytes, ascii('GIF87a')) || startsWith(bytes, ascii('GIF89a')),
  bmp: isBitmap,
  tif: isTiff,
  tiff: isTiff,
  pdf: (bytes) => holds(bytes.subarray(0, 1024), ascii('%PDF-')),
  txt: isText,
  hwp: (bytes) => startsWith(bytes, compound) || startsWith(bytes, ascii('HWP Document File')),
  xls: (bytes) => startsWith(bytes, compound),
  xlsx: isOffice,
  doc: (bytes) => startsWith(bytes, compound),
  docx: isOffice,
  ppt: (bytes) => startsWith(bytes, compound),
  pptx: isOffice,
  mp3: isMpeg,
  wav: (bytes) => startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WAVE'), 8),
  zip: isArchive,
};

function isTiff(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x49, 0x49, 0x2a, 0]) || startsWith(bytes, [0x4d, 0x4d, 0, 0x2a]);
}

/** Whether a file is what its name says. */
export function isWhatItSays(ending: FileEnding, bytes: Uint8Array): boolean {
  return looksLike[ending](bytes);
}
