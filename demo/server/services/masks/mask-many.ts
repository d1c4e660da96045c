import type { BlockedImage, MaskSpan, MaskStyle } from '../../../../src/domain/types.js';
import { BodyTree } from './body-tree.js';
import { cutTexts, settler, stripAttributes, type Cutting, type Stripped } from './cut.js';
import type { Hidden, HiddenByMask, MaskedBody, NewMask } from './masked-body.js';
import { Words, type Stretch } from './repeats.js';

/** A stretch that is to be masked. */
export interface Wanted extends Stretch {
  readonly mask: NewMask;
}

/** Takes many stretches out of a body without masks, in one pass. Of those that share a letter the first is taken. */
export function maskMany(
  body: MaskedBody,
  wanted: readonly Wanted[],
  style: MaskStyle,
): { readonly body: MaskedBody; readonly hidden: HiddenByMask } {
  const fit = settler(body.text);
  const taken: Wanted[] = [];
  for (const one of [...wanted].sort((a, b) => a.start - b.start)) {
    const inside = fit(one);
    if (inside && inside.start >= (taken.at(-1)?.end ?? 0)) taken.push({ ...inside, mask: one.mask });
  }
  const tree = new BodyTree(body.html);
  const cuttings = cutTexts(tree, taken, style);
  const found = new Elsewhere(tree, body, cuttings);
  let by = 0;
  const masks: MaskSpan[] = [];
  const hidden = new Map<string, Hidden>();
  for (const [index, { start, length, text, pieces }] of cuttings.entries()) {
    const mask = taken[index]?.mask;
    if (!mask) continue;
    masks.push({ ...mask, start: start + by, length, state: 'masked' });
    by += length - text.length;
    hidden.set(mask.id, { text, pieces, ...found.of(index), purged: [] });
  }
  const blocked = body.blocked.filter((one) => !found.pictures.has(one));
  return { body: { ...body, html: tree.html, text: tree.project().text, blocked, masks }, hidden };
}

/** What else of a body says the words of some cuts, and of which cut it is. */
class Elsewhere {
  readonly pictures: ReadonlySet<BlockedImage>;
  readonly #attributes = new Map<number, Stripped[]>();
  readonly #blocked = new Map<number, BlockedImage[]>();

  constructor(tree: BodyTree, body: MaskedBody, cuttings: readonly Cutting[]) {
    const all = new Words(cuttings.map(({ text }) => text));
    const each = cuttings.map(({ text }) => new Words(text));
    const pieces = cuttings.flatMap((cutting) => cutting.pieces);
    const saying = (value: string): number => each.findIndex((words) => words.repeatedBy(value));
    const owners = new Map<number, number>();
    for (const [index, cut] of cuttings.entries())
      for (const [place] of cut.pieces) if (!owners.has(place)) owners.set(place, index);
    // An address that says something else stands around the words: it goes with the first of those inside.
    const inside = (node: number): number => {
      for (const place of tree.placesIn(node)) {
        const owner = owners.get(place);
        if (owner !== undefined) return owner;
      }
      return -1;
    };
    for (const one of stripAttributes(tree, all, pieces, new Map())) {
      const owner = owned(saying(one.value)) ?? owned(inside(one.node));
      give(this.#attributes, owner ?? 0, one);
    }
    this.pictures = new Set(body.blocked.filter(({ url }) => all.repeatedBy(url)));
    for (const one of this.pictures) give(this.#blocked, Math.max(0, saying(one.url)), one);
  }

  of(index: number): Pick<Hidden, 'attributes' | 'blocked'> {
    return { attributes: this.#attributes.get(index) ?? [], blocked: this.#blocked.get(index) ?? [] };
  }
}

/** An index where something was found. */
const owned = (index: number): number | undefined => (index < 0 ? undefined : index);

function give<T>(map: Map<number, T[]>, key: number, one: T): void {
  const there = map.get(key);
  if (there) there.push(one);
  else map.set(key, [one]);
}
