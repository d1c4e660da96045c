/** Most that is kept of what somebody typed into a form, in bytes. */
export const largestText = 1_000_000;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const headerEnd = encoder.encode('\r\n\r\n');

function find(bytes: Uint8Array, wanted: Uint8Array): number {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

/** A form as it is sent, without what its files hold: what was typed can be told though nobody keeps the files. */
export class FormText {
  readonly #delimiter: Uint8Array;
  readonly #kept: Uint8Array[] = [];
  #size = 0;
  #rest: Uint8Array = encoder.encode('\r\n');
  #place: 'head' | 'text' | 'file' = 'text';

  constructor(boundary: string) {
    this.#delimiter = encoder.encode(`\r\n--${boundary}`);
  }

  get isFull(): boolean {
    return this.#size + this.#rest.byteLength > largestText;
  }

  take(part: Uint8Array): void {
    this.#rest = joined(this.#rest, part);
    while (this.#step());
  }

  /** The form so far. */
  read(): Uint8Array<ArrayBuffer> {
    const end = encoder.encode('--\r\n');
    // Before a head stands the delimiter already.
    if (this.#place === 'head') return joined(...this.#kept, end).slice(2);
    const text = this.#place === 'text' ? this.#rest : new Uint8Array();
    return joined(...this.#kept, text, this.#delimiter, end).slice(2);
  }

  /** Goes on to the next head or the next value; false where more is needed for that. */
  #step(): boolean {
    const wanted = this.#place === 'head' ? headerEnd : this.#delimiter;
    const at = find(this.#rest, wanted);
    // What is wanted may have begun in the last bytes.
    const until = at < 0 ? Math.max(0, this.#rest.byteLength - wanted.byteLength) : at + wanted.byteLength;
    if (at < 0 && this.#place === 'head') return false;
    const passed = this.#rest.subarray(0, until);
    this.#rest = this.#rest.subarray(until);
    if (this.#place !== 'file') this.#keep(passed);
    else if (at >= 0) this.#keep(this.#delimiter);
    if (at < 0) return false;
    if (this.#place !== 'head') this.#place = 'head';
    else this.#place = /\bfilename\*?=/i.test(decoder.decode(passed)) ? 'file' : 'text';
    return true;
  }

  #keep(bytes: Uint8Array): void {
    this.#kept.push(bytes);
    this.#size += bytes.byteLength;
  }
}
