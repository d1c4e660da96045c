import type { TextRun } from '../../../../src/domain/projection.js';
import type { BlockedImage, MaskStyle } from '../../../../src/domain/types.js';
import type { BodyTree, Slot, TreeElement, TreeNode } from './body-tree.js';
import { fixedLength, type Stretch, type Words } from './repeats.js';

/** An attribute that said what was masked, and the order of its element's attributes. */
export interface Stripped {
  readonly node: number;
  readonly name: string;
  readonly value: string;
  readonly order: readonly string[];
}

/** What was taken out of a body, so that it can be put back to the byte. */
export interface Excision {
  /** The words, as the projection has them. */
  readonly text: string;
  /** What stood in each place for text. */
  readonly pieces: readonly (readonly [place: number, source: string])[];
  readonly attributes: readonly Stripped[];
  readonly blocked: readonly BlockedImage[];
}

/** What one cut took out, and what stands there now. */
export interface Cutting extends Pick<Excision, 'text' | 'pieces'> {
  readonly start: number;
  readonly length: number;
}

const asterisk = '*';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What is no text: the end of a line, and a picture. */
const isKept = (unit: string | undefined): boolean => unit === '\n' || unit === '\ufffc';
const isNothing = (unit: string | undefined): boolean => unit === undefined || /[ \t\n\r\f\ufffc]/.test(unit);

/** A stretch without white space and pictures at its ends, up to the borders of what a reader takes for one character; null where nothing is left. */
export function settle(text: string, stretch: Stretch): Stretch | null {
  return settler(text)(stretch);
}

/** The same for many stretches of one text. */
export function settler(text: string): (stretch: Stretch) => Stretch | null {
  const segments = segmenter.segment(text);
  return (stretch) => settled(text, segments, stretch);
}

function settled(text: string, segments: Intl.Segments, { start, end }: Stretch): Stretch | null {
  let from = Math.max(0, start);
  let to = Math.min(text.length, end);
  while (from < to && isNothing(text[from])) from++;
  while (to > from && isNothing(text[to - 1])) to--;
  if (from >= to) return null;
  const last = segments.containing(to - 1);
  return { start: segments.containing(from)?.index ?? from, end: last ? last.index + last.segment.length : to };
}

/** How many asterisks stand at each unit of a stretch, and what stays. */
function asterisks(text: string, { start, end }: Stretch, style: MaskStyle): Map<number, string> {
  const at = new Map<number, string>();
  for (let from = start; from < end;) {
    let to = from;
    while (to < end && !isKept(text[to])) to++;
    if (to === from) at.set(from, text[from++] ?? '');
    else {
      if (style === 'fixed') at.set(from, asterisk.repeat(fixedLength));
      else for (const { index } of segmenter.segment(text.slice(from, to))) at.set(from + index, asterisk);
      from = to;
    }
  }
  return at;
}

interface Part {
  from: number;
  to: number;
  text: string;
}

/** The runs that a stretch touches. */
function runsIn(runs: readonly TextRun<TreeNode>[], { start, end }: Stretch): readonly TextRun<TreeNode>[] {
  let first = 0;
  for (let beyond = runs.length; first < beyond;) {
    const middle = (first + beyond) >> 1;
    const run = runs[middle];
    if (run && run.start + run.length <= start) first = middle + 1;
    else beyond = middle;
  }
  let last = first;
  while ((runs[last]?.start ?? end) < end) last++;
  return runs.slice(first, last);
}

/** The slots that a stretch touches, by their places. */
export function placesIn(tree: BodyTree, stretch: Stretch): ReadonlySet<number> {
  return new Set(runsIn(tree.project().runs, stretch).map(({ node }) => (node as Slot).place));
}

/** The part of each slot that a stretch covers, with the text that `put` gives for each unit. */
function partsOf(
  runs: readonly TextRun<TreeNode>[],
  { start, end }: Stretch,
  put: ReadonlyMap<number, string>,
): Map<Slot, Part> {
  const parts = new Map<Slot, Part>();
  for (const run of runsIn(runs, { start, end })) {
    const first = Math.max(start, run.start);
    const last = Math.min(end, run.start + run.length);
    if (first >= last) continue;
    const slot = run.node as Slot;
    const [from, to] = [run.from + first - run.start, run.from + last - run.start];
    const part = parts.get(slot) ?? { from, to, text: '' };
    part.to = to;
    for (let unit = first; unit < last; unit++) part.text += put.get(unit) ?? '';
    parts.set(slot, part);
  }
  return parts;
}

function replace(slot: Slot, { from, to }: Pick<Part, 'from' | 'to'>, text: string): void {
  slot.text = slot.text.slice(0, from) + text + slot.text.slice(to);
}

function assertText(tree: BodyTree, expected: string): void {
  if (tree.project().text !== expected) throw new Error('A masked body does not keep its other words');
}

/** Puts asterisks in the place of a stretch. */
export function cutText(tree: BodyTree, stretch: Stretch, style: MaskStyle): Cutting {
  const [cutting] = cutTexts(tree, [stretch], style);
  if (!cutting) throw new Error('One stretch is one cut');
  return cutting;
}

/** Puts asterisks in the place of stretches that are in order and share nothing. The tree is read once. */
export function cutTexts(tree: BodyTree, stretches: readonly Stretch[], style: MaskStyle): readonly Cutting[] {
  const { text, runs } = tree.project();
  const cuttings: Cutting[] = [];
  let after = '';
  let behind = text.length;
  // From the end: what stands before a cut stays where it is.
  for (const stretch of [...stretches].reverse()) {
    const { start, end } = stretch;
    const put = asterisks(text, stretch, style);
    const pieces = takeOut(tree, partsOf(runs, stretch, put));
    const masked = [...put.values()].join('');
    cuttings.push({ start, text: text.slice(start, end), pieces, length: masked.length });
    after = masked + text.slice(end, behind) + after;
    behind = start;
  }
  assertText(tree, text.slice(0, behind) + after);
  return cuttings.reverse();
}

function takeOut(tree: BodyTree, parts: ReadonlyMap<Slot, Part>): [place: number, source: string][] {
  const places = [...parts.keys()].map(({ place }) => place);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const pieces: [number, string][] = [];
  // White space between the words counts for nothing where it stands, and might when they are gone: it goes with them.
  for (const slot of tree.slots.slice(first, last + 1)) {
    const part = parts.get(slot) ?? { from: 0, to: 0, text: '' };
    const from = slot.place === first ? part.from : 0;
    const to = slot.place === last ? part.to : slot.text.length;
    if (from === to) continue;
    pieces.push([slot.place, slot.text.slice(from, to)]);
    replace(slot, { from, to }, part.text);
  }
  return pieces;
}

/** Puts words back in the place of their asterisks. */
export function restoreText(tree: BodyTree, { start, end }: Stretch, { text, pieces }: Excision): void {
  const { text: before, runs } = tree.project();
  const parts = partsOf(runs, { start, end }, new Map());
  for (const [place, source] of pieces) {
    const slot = tree.slots[place];
    if (!slot) throw new Error('A masked body has other elements than before');
    // One without an asterisk begins where its slot does.
    replace(slot, parts.get(slot) ?? { from: 0, to: 0 }, source);
  }
  assertText(tree, before.slice(0, start) + text + before.slice(end));
}

/** Whether a link calls or writes to somebody. */
export const isAddress = (value: string): boolean => /^(?:tel|mailto):/.test(value);

function saysTheSame(name: string, value: string, words: Words, isAround: boolean): boolean {
  if (!['href', 'title', 'alt'].includes(name) || value === '') return false;
  if (isAround && name === 'href' && isAddress(value)) return true;
  return (isAround && words.are(value)) || words.repeatedBy(value);
}

/**
 * Takes out attributes that say what was masked. `orders` tells in which order an element had its attributes before
 * others were taken from it.
 */
export function stripAttributes(
  tree: BodyTree,
  words: Words,
  pieces: Excision['pieces'],
  orders: ReadonlyMap<number, readonly string[]>,
): Stripped[] {
  const around = tree.around(new Set(pieces.map(([place]) => place)));
  return tree.elements.flatMap((element) => {
    const { node, attributes } = element;
    const order = orders.get(node) ?? attributes.map(([name]) => name);
    const found = attributes.filter(([name, value]) => saysTheSame(name, value, words, around.has(element)));
    const stripped = found.map(([name, value]) => ({ node, name, value, order }));
    for (const pair of found) {
      // A picture always has one, if an empty one.
      if (pair[0] === 'alt') pair[1] = '';
      else attributes.splice(attributes.indexOf(pair), 1);
    }
    return stripped;
  });
}

function putBack({ attributes }: TreeElement, { name, value, order }: Stripped): void {
  const there = attributes.find(([key]) => key === name);
  if (there) {
    there[1] = value;
    return;
  }
  const later = new Set(order.slice(order.indexOf(name) + 1));
  const place = attributes.findIndex(([key]) => later.has(key));
  attributes.splice(place < 0 ? attributes.length : place, 0, [name, value]);
}

/** Gives elements back the attributes that were taken from them. */
export function restoreAttributes(tree: BodyTree, stripped: readonly Stripped[]): void {
  for (const one of stripped) {
    const element = tree.elements[one.node];
    if (element) putBack(element, one);
  }
}
