// Directional overrides and isolates turn `exe.pdf` around; the others take no room and hide in a name.
const hidden =
  // eslint-disable-next-line no-misleading-character-class -- the joiners are what is looked for
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]/g;
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** A name or subject as it may stand in one line: nothing in it that cannot be seen or that turns text around. */
export function safeName(text: string): string {
  return text
    .replace(hidden, '')
    .replace(control, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/ {2,}/g, ' ')
    .normalize('NFC')
    .trim();
}

const reserved = /[\\/:*?"<>|]/g;

/** A file name without folders, reserved characters or hidden ones; never empty, at most 200 characters. */
export function safeFileName(text: string, fallback: string): string {
  const name = safeName(text).replace(reserved, '_').replace(/^\.+/, '').trim() || fallback;
  if (name.length <= 200) return name;
  const dot = name.lastIndexOf('.');
  const tail = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : '';
  return name.slice(0, 200 - tail.length).replace(/\p{Surrogate}$/u, '') + tail;
}
