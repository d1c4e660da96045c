import type { Body, MaskSpan, MaskStyle } from '../../../../src/domain/types.js';
import { Refusal } from '../../refusal.js';
import { BodyTree } from './body-tree.js';
import {
  cutText,
  isAddress,
  placesIn,
  restoreAttributes,
  restoreText,
  settle,
  stripAttributes,
  type Excision,
  type Stripped,
} from './cut.js';
import { Inheritance } from './inheritance.js';
import { Words, type Stretch } from './repeats.js';
import type { SubjectPiece } from './subject.js';

/** As much of a stored entry as masks change. */
export type MaskedBody = Pick<Body, 'html' | 'text' | 'styles' | 'blocked'> & { readonly masks: readonly MaskSpan[] };

/** What a mask hides: everything that is needed to take it away again. */
export interface Hidden extends Excision {
  /** Masks inside it whose words are gone for good; their places count from its own. */
  readonly purged: readonly MaskSpan[];
  /** What masks hid that became part of it: it goes on hiding that wherever it is repeated. */
  readonly parts?: readonly string[];
  /** What it took out of the subject of the ticket. */
  readonly subject?: readonly SubjectPiece[];
}

/** What other masks of the body hide, by their ids. */
export type HiddenByMask = ReadonlyMap<string, Hidden>;

export interface Cut {
  readonly body: MaskedBody;
  readonly hidden: Hidden;
  /** Masks that became part of the new one. */
  readonly swallowed: readonly MaskSpan[];
}

export interface Restored {
  readonly body: MaskedBody;
  /** Masks that hide more now than before. */
  readonly heirs: HiddenByMask;
  /** What the subject of the ticket gets back. */
  readonly subject: readonly SubjectPiece[];
}

const endOf = ({ start, length }: Pick<MaskSpan, 'start' | 'length'>): number => start + length;
const byPlace = (a: MaskSpan, b: MaskSpan): number => a.start - b.start;

/** Masks behind a place, moved as far as the text there was. */
function shifted(masks: readonly MaskSpan[], from: number, by: number): MaskSpan[] {
  return masks.map((mask) => (mask.start >= from ? { ...mask, start: mask.start + by } : mask));
}

/** In which order elements had the attributes that some of them lack now. */
function ordersOf(hidden: HiddenByMask): Map<number, readonly string[]> {
  const stripped = [...hidden.values()].flatMap(({ attributes }) => attributes);
  return new Map(stripped.map(({ node, order }) => [node, order]));
}

/** What of a stretch can be masked. Masks that lie wholly inside are part of it; one that would be cut refuses it. */
function stretchIn({ text, masks }: MaskedBody, wanted: Stretch): Stretch {
  const nothing = () => new Refusal(409, 'nothing_left', 'There is nothing to be masked');
  const inside = settle(text, wanted);
  if (!inside) throw nothing();
  const touched = masks.filter((mask) => mask.start < inside.end && endOf(mask) > inside.start);
  if (touched.some((mask) => mask.start < inside.start || endOf(mask) > inside.end))
    throw new Refusal(409, 'mask_overlap', 'A mask lies partly inside and partly outside');
  let at = inside.start;
  let open = '';
  for (const mask of touched) {
    open += text.slice(at, mask.start);
    at = endOf(mask);
  }
  if (!/[^\s\ufffc]/.test(open + text.slice(at, inside.end))) throw nothing();
  return inside;
}

/** Puts the words of masks back that a new one covers, and nothing else: what they hide elsewhere stays hidden. */
function uncovered(body: MaskedBody, covered: readonly Hidden[], ids: readonly string[]): MaskedBody {
  let now = body;
  for (const [index, hidden] of covered.entries()) {
    const span = now.masks.find(({ id }) => id === ids[index]);
    if (span) now = withWords(now, span, hidden, new BodyTree(now.html));
  }
  return now;
}

/** The body with the words of a mask in their place. */
function withWords(body: MaskedBody, span: MaskSpan, hidden: Hidden, tree: BodyTree): MaskedBody {
  restoreText(tree, { start: span.start, end: endOf(span) }, hidden);
  const rest = body.masks.filter((mask) => mask !== span);
  const purged = hidden.purged.map((one) => ({ ...one, start: one.start + span.start }));
  const masks = [...shifted(rest, endOf(span), hidden.text.length - span.length), ...purged].sort(byPlace);
  return { ...body, html: tree.html, text: tree.project().text, masks };
}

/** A mask that is to be made. */
export type NewMask = Omit<MaskSpan, 'start' | 'length' | 'state'>;

/** Takes a stretch out of a body and leaves asterisks. */
export function maskBody(
  body: MaskedBody,
  wanted: Stretch,
  mask: NewMask,
  style: MaskStyle,
  others: HiddenByMask,
): Cut {
  const { start, end } = stretchIn(body, wanted);
  const swallowed = body.masks.filter((one) => one.start >= start && endOf(one) <= end);
  const ids = swallowed.filter(({ state }) => state === 'masked').map(({ id }) => id);
  if (!ids.every((id) => others.has(id))) throw new Error('What a mask hides is needed to make it part of another');
  const parts = ids.flatMap((id) => others.get(id) ?? []);
  const open = uncovered(body, parts, ids);
  const grown = { start, end: end + open.text.length - body.text.length };
  const stretch = settle(open.text, grown) ?? grown;
  const tree = new BodyTree(open.html);
  const cut = cutText(tree, stretch, style);
  const also = [...new Set(parts.flatMap((part) => [part.text, ...(part.parts ?? [])]))];
  const words = new Words([cut.text, ...also]);
  const attributes = stripAttributes(tree, words, cut.pieces, ordersOf(others));
  const blocked = open.blocked.filter(({ url }) => words.repeatedBy(url));
  const gone = open.masks.filter((one) => one.start >= stretch.start && endOf(one) <= stretch.end);
  const left = open.masks.filter((one) => !gone.includes(one));
  const span: MaskSpan = { ...mask, start: stretch.start, length: cut.length, state: 'masked' };
  const masks = [...shifted(left, stretch.end, cut.length - cut.text.length), span].sort(byPlace);
  const purged = gone.map((one) => ({ ...one, start: one.start - stretch.start }));
  return {
    body: {
      html: tree.html,
      text: tree.project().text,
      styles: open.styles,
      blocked: open.blocked.filter((one) => !blocked.includes(one)),
      masks,
    },
    hidden: {
      text: cut.text,
      pieces: cut.pieces,
      // What they had taken out elsewhere is its own now.
      attributes: [...parts.flatMap((part) => part.attributes), ...attributes],
      blocked: [...parts.flatMap((part) => part.blocked), ...blocked],
      purged,
      ...(also.length > 0 && { parts: also }),
    },
    swallowed,
  };
}

/**
 * Elements around masks that cannot say what they hide: of those that are purged no address comes back, of those that are
 * unreadable nothing.
 */
function silenced(tree: BodyTree, masks: readonly MaskSpan[], unreadable: ReadonlySet<string>) {
  const around = (some: readonly MaskSpan[]): ReadonlySet<number> =>
    new Set(
      some.flatMap((mask) => {
        const places = placesIn(tree, { start: mask.start, end: endOf(mask) });
        return [...tree.around(places)].map(({ node }) => node);
      }),
    );
  const purged = around(masks.filter(({ state }) => state === 'purged'));
  const closed = around(masks.filter(({ id }) => unreadable.has(id)));
  return ({ node, value }: Stripped): boolean => closed.has(node) || (isAddress(value) && purged.has(node));
}

/**
 * Puts what a mask hides back to the byte. An attribute that also says what another mask hides goes to that one, which
 * keeps it; where nobody knows what that one hides, it stays away. `unreadable`: masks of which the vault cannot say it.
 */
export function restoreBody(
  body: MaskedBody,
  id: string,
  others: HiddenByMask,
  unreadable: ReadonlySet<string> = new Set(),
): Restored {
  const span = body.masks.find((mask) => mask.id === id);
  const hidden = others.get(id);
  if (!span || !hidden) throw new Error('What a mask hides is needed to take it away');
  const tree = new BodyTree(body.html);
  const open = withWords(body, span, hidden, tree);
  const living = [...others].filter(([other]) =>
    open.masks.some((mask) => mask.id === other && mask.state === 'masked'),
  );
  const inheritance = new Inheritance(tree, new Map(living));
  const isSilenced = silenced(tree, open.masks, unreadable);
  restoreAttributes(
    tree,
    hidden.attributes.filter((one) => !isSilenced(one) && !inheritance.takes(one)),
  );
  const pictures = hidden.blocked.filter((one) => !inheritance.takesPicture(one));
  return {
    body: {
      ...open,
      html: tree.html,
      blocked: [...body.blocked, ...pictures].sort((a, b) => a.node - b.node),
    },
    subject: (hidden.subject ?? []).filter((one) => !inheritance.takesSubject(one) && unreadable.size === 0),
    heirs: inheritance.heirs,
  };
}
