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
    const owner = (value: string): number =>
      Math.max(
        0,
        each.findIndex((words) => words.repeatedBy(value)),
      );
    for (const one of stripAttributes(tree, all, pieces, new Map())) give(this.#attributes, owner(one.value), one);
    this.pictures = new Set(body.blocked.filter(({ url }) => all.repeatedBy(url)));
    for (const one of this.pictures) give(this.#blocked, owner(one.url), one);
  }

  of(index: number): Pick<Hidden, 'attributes' | 'blocked'> {
    return { attributes: this.#attributes.get(index) ?? [], blocked: this.#blocked.get(index) ?? [] };
  }
}

function give<T>(map: Map<number, T[]>, key: number, one: T): void {
  const there = map.get(key);
  if (there) there.push(one);
  else map.set(key, [one]);
}
