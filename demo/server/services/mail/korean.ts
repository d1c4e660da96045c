const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;

/** Characters by their two bytes; zero where there is none. */
let table: Uint16Array | undefined;

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** The rows of KS X 1001, as the platform knows them. */
function addStandard(codes: Uint16Array): Set<number> {
  const decoder = new TextDecoder('euc-kr');
  const syllables = new Set<number>();
  for (const lead of range(0xa1, 0xfe)) {
    for (const trail of range(0xa1, 0xfe)) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      const code = text.length === 1 ? text.charCodeAt(0) : 0xfffd;
      if (code === 0xfffd) continue;
      codes[(lead << 8) | trail] = code;
      if (code >= firstSyllable && code <= lastSyllable) syllables.add(code);
    }
  }
  codes[0xa2e6] = 0x20ac;
  codes[0xa2e7] = 0xae;
  return syllables;
}

/**
 * The extension of windows-949, which Node's decoder lacks: all other syllables in their order, in the places that the
 * standard leaves free.
 */
function addExtension(codes: Uint16Array, known: ReadonlySet<number>): void {
  const letters = [...range(0x41, 0x5a), ...range(0x61, 0x7a)];
  const rest = range(firstSyllable, lastSyllable).filter((code) => !known.has(code));
  let next = 0;
  for (const lead of range(0x81, 0xc6)) {
    for (const trail of [...letters, ...range(0x81, lead <= 0xa0 ? 0xfe : 0xa0)]) {
      const code = rest[next++];
      if (code !== undefined) codes[(lead << 8) | trail] = code;
    }
  }
}

function codeTable(): Uint16Array {
  if (!table) {
    table = new Uint16Array(0x10000);
    addExtension(table, addStandard(table));
  }
  return table;
}

/** Decodes EUC-KR with the whole of windows-949, which is what is sent under that name. */
export function decodeKorean(bytes: Uint8Array): string {
  const codes = codeTable();
  const out = new Uint16Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      out[length++] = lead;
      continue;
    }
    const trail = bytes[at + 1] ?? 0;
    const code = codes[(lead << 8) | trail] ?? 0;
    out[length++] = code || 0xfffd;
    // A broken pair must not swallow a plain letter.
    if (code || trail >= 0x80) at++;
  }
  return new TextDecoder('utf-16le').decode(out.subarray(0, length));
}
