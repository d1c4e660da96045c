const envelope = /^From \S*.*(?:\d{4}|:\d\d)/;

const latin = new TextDecoder('windows-1252');

/** Tells whether bytes are a mailbox of several mails rather than one. */
export function isMailbox(bytes: Uint8Array): boolean {
  const end = bytes.subarray(0, 300).indexOf(0x0a);
  return envelope.test(latin.decode(bytes.subarray(0, end < 0 ? 300 : end)));
}

/** The mails of a mailbox, one after the other, their escaped "From" lines as they were. */
export function* mailsOf(bytes: Uint8Array): Generator<Uint8Array> {
  let start = -1;
  let afterBlank = true;
  for (let at = 0; at < bytes.length;) {
    const feed = bytes.indexOf(0x0a, at);
    const next = feed < 0 ? bytes.length : feed + 1;
    const isFrom = bytes[at] === 0x46 && latin.decode(bytes.subarray(at, at + 5)) === 'From ';
    if (afterBlank && isFrom && envelope.test(latin.decode(bytes.subarray(at, Math.min(next, at + 300))))) {
      if (start >= 0) yield unescape(bytes.subarray(start, at));
      start = next;
    }
    afterBlank = next - at <= 2 && (bytes[at] === 0x0a || bytes[at] === 0x0d);
    at = next;
  }
  if (start >= 0 && start < bytes.length) yield unescape(bytes.subarray(start));
}

function unescape(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length;) {
    const feed = bytes.indexOf(0x0a, at);
    const next = feed < 0 ? bytes.length : feed + 1;
    const escaped = bytes[at] === 0x3e && /^>+From /.test(latin.decode(bytes.subarray(at, at + 40)));
    const line = bytes.subarray(escaped ? at + 1 : at, next);
    out.set(line, length);
    length += line.length;
    at = next;
  }
  return out.subarray(0, length);
}
