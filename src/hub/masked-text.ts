import type { Draft, FieldValue } from '../domain/types.js';
import { isSameValues, type Entry } from './draft-entry.js';

type Values = Readonly<Record<string, FieldValue>>;

/** Words of a text that became asterisks. */
interface Masked {
  readonly start: number;
  readonly end: number;
  readonly stars: string;
}

/** What of `before` became asterisks in `after`; null where more than that is different. */
function masksBetween(before: string, after: string): readonly Masked[] | null {
  const pieces = after.split(/(\*+)/);
  const masks: Masked[] = [];
  let at = 0;
  for (let index = 0; index < pieces.length; index += 2) {
    const words = pieces[index] ?? '';
    const isLast = index === pieces.length - 1;
    const found = isLast ? before.length - words.length : before.indexOf(words, at + (index > 0 ? 1 : 0));
    if (found < at || !before.startsWith(words, found) || (index === 0 && found > 0)) return null;
    const stars = pieces[index - 1];
    if (stars && before.slice(at, found) !== stars) masks.push({ start: at, end: found, stars });
    at = found + words.length;
  }
  return masks;
}

/**
 * Puts the masks that a kept text got elsewhere into what it was made into here meanwhile. Null where the two are about
 * the same words, or where the text got something else than masks.
 */
export function withMasks(kept: string, masked: string, own: string): string | null {
  const masks = masksBetween(kept, masked);
  if (!masks || masks.length === 0) return null;
  const least = Math.min(kept.length, own.length);
  let head = 0;
  while (head < least && kept[head] === own[head]) head++;
  let tail = 0;
  while (tail < least - head && kept.at(-1 - tail) === own.at(-1 - tail)) tail++;
  const shift = own.length - kept.length;
  let text = own;
  for (const { start, end, stars } of masks.toReversed()) {
    const moved = end <= head ? 0 : start >= kept.length - tail ? shift : null;
    if (moved === null) return null;
    text = text.slice(0, start + moved) + stars + text.slice(end + moved);
  }
  return text;
}

const isEqual = (a: FieldValue | undefined, b: FieldValue | undefined): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** The same for values, name by name. */
function valuesWithMasks(kept: Values, masked: Values, own: Values): Values | null {
  const values: Record<string, FieldValue> = { ...own };
  for (const name of Object.keys({ ...kept, ...masked })) {
    const [before, after, now] = [kept[name], masked[name], own[name]];
    if (isEqual(before, after)) continue;
    if (typeof before !== 'string' || typeof after !== 'string' || typeof now !== 'string') return null;
    const covered = withMasks(before, after, now);
    if (covered === null) return null;
    values[name] = covered;
  }
  return values;
}

/**
 * Takes masks over that the server put into the draft, whatever was typed since: nobody has to choose between the two.
 * Tells whether it were masks and nothing else.
 */
export function takeMasks(entry: Entry, other: Draft): boolean {
  const { text, kept } = entry;
  if (!text || !kept || (kept.html === other.html && isSameValues(kept.values, other.values))) return false;
  const html = kept.html === other.html ? text.html : withMasks(kept.html, other.html, text.html);
  const values = valuesWithMasks(kept.values, other.values, text.values);
  if (html === null || values === null) return false;
  entry.isDirty ||= html !== other.html || !isSameValues(values, other.values);
  entry.text = { ...text, html, values };
  entry.kept = { html: other.html, values: other.values };
  entry.seq = other.seq;
  entry.error = entry.doubtful = undefined;
  entry.state = entry.isDirty ? 'dirty' : 'kept';
  return true;
}
