const sample = 16_384;

type Weigh = (bytes: Uint8Array, at: number) => [used: number, score: number];

const isHigh = (byte: number | undefined): boolean => byte !== undefined && byte > 127;

/** A two-byte set whose text keeps to certain first bytes. */
function twoBytes(options: { trail: (byte: number) => boolean; lead: (byte: number, trail: number) => number }): Weigh {
  return (bytes, at) => {
    const lead = bytes[at] ?? 0;
    const trail = bytes[at + 1] ?? 0;
    return options.trail(trail) ? [2, options.lead(lead, trail)] : [1, -8];
  };
}

const high = (byte: number): boolean => byte >= 0xa1 && byte <= 0xfe;

const within = (byte: number, from: number, to: number): boolean => byte >= from && byte <= to;

/** Letters of a script stand together; letters with a mark stand between plain ones. */
function oneByte(inRun: (byte: number) => number, alone: (byte: number) => number): Weigh {
  return (bytes, at) => {
    const run = isHigh(bytes[at - 1]) || isHigh(bytes[at + 1]);
    return [1, (run ? inRun : alone)(bytes[at] ?? 0)];
  };
}

const candidates: Readonly<Record<string, Weigh>> = {
  'euc-kr': twoBytes({
    trail: (byte) => high(byte) || within(byte, 0x41, 0x5a) || within(byte, 0x61, 0x7a) || within(byte, 0x81, 0xa0),
    // Hangul; symbols; the rare syllables of the extension; Chinese characters, which Korean mail hardly has.
    lead: (lead, trail) =>
      within(lead, 0xb0, 0xc8) && high(trail) ? 2 : within(lead, 0xa1, 0xaf) ? 0.4 : within(lead, 0x81, 0xc6) ? 0 : -2,
  }),
  shift_jis: (bytes, at) => {
    const lead = bytes[at] ?? 0;
    const trail = bytes[at + 1] ?? 0;
    if (within(lead, 0xa1, 0xdf)) return [1, -0.4];
    if (!within(trail, 0x40, 0xfc) || trail === 0x7f) return [1, -8];
    if (lead === 0x82 && within(trail, 0x9f, 0xf1)) return [2, 2.2];
    return [2, within(lead, 0x81, 0x83) ? 1.6 : within(lead, 0x88, 0x97) ? 1.3 : -0.5];
  },
  'euc-jp': twoBytes({
    trail: high,
    lead: (lead) =>
      lead === 0xa4
        ? 2.2
        : lead === 0xa5
          ? 1.8
          : within(lead, 0xb0, 0xcf)
            ? 0.9
            : within(lead, 0xa1, 0xa3)
              ? 0.6
              : -0.5,
  }),
  gb18030: twoBytes({
    trail: (byte) => within(byte, 0x40, 0xfe) && byte !== 0x7f,
    lead: (lead, trail) => (within(lead, 0xb0, 0xd7) && high(trail) ? 1.3 : within(lead, 0xa1, 0xa3) ? 0.4 : -0.3),
  }),
  big5: twoBytes({
    trail: (byte) => within(byte, 0x40, 0x7e) || high(byte),
    lead: (lead, trail) =>
      within(lead, 0xa4, 0xc6) ? (high(trail) ? 1 : 1.6) : lead >= 0xa1 && lead <= 0xa3 ? 0.4 : -0.3,
  }),
  'windows-1251': oneByte(
    (byte) => (byte >= 0xe0 ? 1 : byte >= 0xc0 ? 0.3 : -0.6),
    () => -0.5,
  ),
  'koi8-r': oneByte(
    (byte) => (within(byte, 0xc0, 0xdf) ? 1 : byte >= 0xe0 ? 0.3 : -0.6),
    () => -0.5,
  ),
  'windows-1252': oneByte(
    (byte) => (byte >= 0xc0 ? 0.1 : -0.2),
    (byte) => (byte >= 0xc0 ? 0.8 : 0.1),
  ),
};

function score(bytes: Uint8Array, weigh: Weigh): number {
  let total = 0;
  for (let at = 0; at < bytes.length;) {
    if (!isHigh(bytes[at])) {
      at++;
      continue;
    }
    const [used, points] = weigh(bytes, at);
    total += points;
    at += used;
  }
  return total;
}

/** The set in which bytes read most like a language, by how its letters are spread. */
export function guessCharset(bytes: Uint8Array): string {
  const start = Math.max(
    0,
    bytes.findIndex((byte) => byte > 127),
  );
  const part = bytes.subarray(start, start + sample);
  let best = 'windows-1252';
  let most = -Infinity;
  for (const [label, weigh] of Object.entries(candidates)) {
    const points = score(part, weigh);
    if (points > most) [best, most] = [label, points];
  }
  return best;
}
