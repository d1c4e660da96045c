import type { BlockedImage, Body, MaskSpan, MaskStyle } from '../../../../src/domain/types.js';
import { Refusal } from '../../refusal.js';
import { BodyTree } from './body-tree.js';
import {
  cutText,
  restoreAttributes,
  restoreText,
  settle,
  stripAttributes,
  type Excision,
  type Stretch,
  type Stripped,
} from './cut.js';
import { repeats } from './repeats.js';

/** As much of a stored entry as masks change. */
export type MaskedBody = Pick<Body, 'html' | 'text' | 'styles' | 'blocked'> & { readonly masks: readonly MaskSpan[] };

/** What a mask hides: everything that is needed to take it away again. */
export interface Hidden extends Excision {
  /** Masks inside it whose words are gone for good; their places count from its own. */
  readonly purged: readonly MaskSpan[];
  /** The subject of the ticket with the words and without them, where it held them. */
  readonly subject?: { readonly before: string; readonly after: string };
}

/** What other masks of the body hide, by their ids. */
export type HiddenByMask = ReadonlyMap<string, Hidden>;

export interface Cut {
  readonly body: MaskedBody;
  readonly hidden: Hidden;
  /** Masks that became part of the new one. */
  readonly swallowed: readonly MaskSpan[];
  /** Masks that hide more now than before. */
  readonly heirs: HiddenByMask;
}

export type Restored = Pick<Cut, 'body' | 'heirs'>;

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

/** Takes away masks that a new one covers; what they said of the masks that stay goes to those. */
function uncovered(body: MaskedBody, covered: readonly MaskSpan[], others: HiddenByMask): Restored {
  let now = body;
  const known = new Map(others);
  const heirs = new Map<string, Hidden>();
  for (const { id, state } of covered) {
    if (state === 'purged') continue;
    const restored = restoreBody(now, id, known);
    now = restored.body;
    for (const [heir, hidden] of restored.heirs) {
      known.set(heir, hidden);
      heirs.set(heir, hidden);
    }
  }
  for (const { id } of covered) heirs.delete(id);
  return { body: now, heirs };
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
  const { body: open, heirs } = uncovered(body, swallowed, others);
  const grown = { start, end: end + open.text.length - body.text.length };
  const stretch = settle(open.text, grown) ?? grown;
  const tree = new BodyTree(open.html);
  const cut = cutText(tree, stretch, style);
  const attributes = stripAttributes(tree, cut, ordersOf(new Map([...others, ...heirs])));
  const blocked = open.blocked.filter(({ url }) => repeats(url, cut.text));
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
    hidden: { text: cut.text, pieces: cut.pieces, attributes, blocked, purged },
    swallowed,
    heirs,
  };
}

/** What a mask that goes knew beside its words, given to the masks that hide the same. */
class Inheritance {
  readonly heirs = new Map<string, Hidden>();
  readonly #living: readonly { readonly id: string; readonly hidden: Hidden; readonly around: ReadonlySet<number> }[];

  constructor(tree: BodyTree, living: HiddenByMask) {
    this.#living = [...living].map(([id, hidden]) => {
      const places = new Set(hidden.pieces.map(([place]) => place));
      return { id, hidden, around: new Set([...tree.around(places)].map(({ node }) => node)) };
    });
  }

  /** Whether a mask takes the attribute. */
  takes(one: Stripped): boolean {
    const isAddress = /^(?:tel|mailto):/.test(one.value);
    const heir = this.#living.find(
      ({ hidden, around }) => repeats(one.value, hidden.text) || (isAddress && around.has(one.node)),
    );
    return this.#give(heir, (hidden) => ({ ...hidden, attributes: [...hidden.attributes, one] }));
  }

  /** Whether a mask takes the address of the picture. */
  takesPicture(one: BlockedImage): boolean {
    const heir = this.#living.find(({ hidden }) => repeats(one.url, hidden.text));
    return this.#give(heir, (hidden) => ({ ...hidden, blocked: [...hidden.blocked, one] }));
  }

  #give(heir: { readonly id: string; readonly hidden: Hidden } | undefined, more: (hidden: Hidden) => Hidden): boolean {
    if (!heir) return false;
    this.heirs.set(heir.id, more(this.heirs.get(heir.id) ?? heir.hidden));
    return true;
  }
}

/**
 * Puts what a mask hides back to the byte. An attribute that also says what another mask hides goes to that one, which
 * keeps it.
 */
export function restoreBody(body: MaskedBody, id: string, others: HiddenByMask): Restored {
  const span = body.masks.find((mask) => mask.id === id);
  const hidden = others.get(id);
  if (!span || !hidden) throw new Error('What a mask hides is needed to take it away');
  const tree = new BodyTree(body.html);
  restoreText(tree, { start: span.start, end: endOf(span) }, hidden);
  const rest = body.masks.filter((mask) => mask !== span);
  const living = [...others].filter(([other]) => rest.some((mask) => mask.id === other && mask.state === 'masked'));
  const inheritance = new Inheritance(tree, new Map(living));
  restoreAttributes(
    tree,
    hidden.attributes.filter((one) => !inheritance.takes(one)),
  );
  const pictures = hidden.blocked.filter((one) => !inheritance.takesPicture(one));
  const purged = hidden.purged.map((one) => ({ ...one, start: one.start + span.start }));
  return {
    body: {
      html: tree.html,
      text: tree.project().text,
      styles: body.styles,
      blocked: [...body.blocked, ...pictures].sort((a, b) => a.node - b.node),
      masks: [...shifted(rest, endOf(span), hidden.text.length - span.length), ...purged].sort(byPlace),
    },
    heirs: inheritance.heirs,
  };
}
