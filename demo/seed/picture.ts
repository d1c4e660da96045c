const width = 160;
const height = 120;

/** Red, green, blue: wall, table, cardboard, its shade, tape, tear. */
const colours = [
  0xe8, 0xec, 0xf1, 0xb9, 0xa4, 0x8c, 0xc8, 0x96, 0x5a, 0x9c, 0x70, 0x3e, 0xe9, 0xd9, 0xa8, 0x3a, 0x2a, 0x1c,
];

/** Number of the colour at a place: a parcel on a table, torn at one corner. */
function colourAt(x: number, y: number): number {
  const inFront = x >= 40 && x < 112 && y >= 48 && y < 98;
  if (inFront && x - 40 + (98 - y) < 18 + ((x * 7) % 5)) return 5;
  if (inFront) return x >= 70 && x < 80 ? 4 : 2;
  const lean = 48 - y;
  if (lean > 0 && lean <= 16 && x >= 40 + lean && x < 112 + lean) return x - lean >= 70 && x - lean < 80 ? 4 : 3;
  if (x >= 112 && x < 128 && y >= 48 - (x - 112) && y < 98 - (x - 112)) return 3;
  return y > 84 ? 1 : 0;
}

function pixels(): Uint8Array {
  const lines = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) lines[y * (width + 1) + 1 + x] = colourAt(x, y);
  }
  return lines;
}

function number(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function crc(bytes: readonly number[]): number {
  let rest = -1;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return ~rest >>> 0;
}

function chunk(name: string, content: readonly number[]): number[] {
  const named = [...name].map((letter) => letter.charCodeAt(0)).concat(content);
  return [...number(content.length), ...named, ...number(crc(named))];
}

/** The bytes as a zlib stream of one stored block. */
function stored(bytes: Uint8Array): number[] {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  const { length } = bytes;
  const sizes = [length & 255, length >> 8, ~length & 255, (~length >> 8) & 255];
  return [0x78, 0x01, 0x01, ...sizes, ...bytes, ...number(b * 65_536 + a)];
}

/** What a customer might have photographed, as PNG. Drawn here, so that the demo needs no file. */
export function parcelPicture(): Uint8Array {
  return new Uint8Array([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', [...number(width), ...number(height), 8, 3, 0, 0, 0]),
    ...chunk('PLTE', colours),
    ...chunk('IDAT', stored(pixels())),
    ...chunk('IEND', []),
  ]);
}
