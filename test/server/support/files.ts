const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0));
const bytes = (...parts: (string | readonly number[])[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? ascii(part) : [...part])));
const zeros = (count: number) => new Array<number>(count).fill(0);

/** The beginning of a file of every kind that is taken, by the ending of its name. */
export const beginnings = {
  jpg: bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF'),
  jpeg: bytes([0xff, 0xd8, 0xff, 0xe1], 'Exif'),
  png: bytes([0x89], 'PNG\r\n', [0x1a, 0x0a], 'IHDR'),
  gif: bytes('GIF89a', [1, 0, 1, 0]),
  bmp: bytes('BM', zeros(12), [40, 0, 0, 0]),
  tif: bytes('II', [0x2a, 0, 8, 0, 0, 0]),
  tiff: bytes('MM', [0, 0x2a, 0, 0, 0, 8]),
  pdf: bytes('%PDF-1.7\n'),
  txt: new TextEncoder().encode('안녕하세요\r\n'),
  hwp: bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  xls: bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  xlsx: bytes('PK', [3, 4], zeros(20), '[Content_Types].xml'),
  doc: bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  docx: bytes('PK', [3, 4], zeros(20), '[Content_Types].xml'),
  ppt: bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  pptx: bytes('PK', [3, 4], zeros(20), '[Content_Types].xml'),
  mp3: bytes('ID3', [4, 0]),
  wav: bytes('RIFF', [36, 0, 0, 0], 'WAVEfmt '),
  zip: bytes('PK', [3, 4], zeros(20)),
} as const;

export function fileOf(name: string, content?: Uint8Array<ArrayBuffer> | string): File {
  const ending = (/\.(\w+)$/.exec(name)?.[1] ?? '').toLowerCase();
  return new File([content ?? beginnings[ending as keyof typeof beginnings]], name);
}
