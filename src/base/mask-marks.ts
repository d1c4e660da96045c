import type { HistoryEntry, MaskSpan } from '../domain/types.js';
import { placeOf, readBody, type BodyRun } from './mask-shape.js';

type Masked = Pick<HistoryEntry, 'text' | 'masks'>;

const masks = new WeakMap<Element, MaskSpan>();

/** The mask that an element stands for, or is in. */
export function maskOf(element: Element): MaskSpan | undefined {
  const mark = element.closest('.mask');
  return mark ? masks.get(mark) : undefined;
}

/** Everything that stands for a mask in a message: the part that is spoken first. */
export function marksOf(body: ParentNode, maskId: string): readonly HTMLElement[] {
  return [...body.querySelectorAll<HTMLElement>('.mask')].filter((mark) => masks.get(mark)?.id === maskId);
}

/** Formats that a link may be divided in without beginning a line. */
const inline = 'abbr,b,big,br,code,del,em,font,i,img,ins,kbd,q,s,samp,small,span,strike,strong,sub,sup,tt,u,var';

/** Takes a mark out of the link around it: something to press does not stand in something else to press. */
function liftOut(mark: Element): void {
  const link = mark.closest('a');
  if (!link) return;
  if (link.querySelector(`:not(${inline})`)) return link.replaceWith(...link.childNodes);
  const range = document.createRange();
  range.setStartAfter(mark);
  range.setEndAfter(link);
  const after = range.extractContents().firstElementChild;
  if (after && !isEmpty(after)) link.after(after);
  range.setStartBefore(mark);
  range.setEndAfter(link);
  link.after(...(range.extractContents().firstElementChild?.childNodes ?? []));
  if (isEmpty(link)) link.remove();
}

const isEmpty = (link: Element): boolean => !link.textContent && !link.querySelector('img');

/** Puts a mark around so many units of a run. */
function wrap(run: BodyRun, from: number, to: number): HTMLElement {
  const begin = placeOf(run, from);
  const words = run.node.splitText(begin);
  words.splitText(placeOf(run, to) - begin);
  const mark = document.createElement('span');
  mark.className = 'mask';
  mark.translate = false;
  const stars = document.createElement('span');
  stars.className = 'stars';
  words.replaceWith(mark);
  stars.append(words);
  mark.append(stars);
  return mark;
}

/** Marks what a run has of the masks, from its end, so that what stands before keeps its place. */
function markRun(run: BodyRun, spans: readonly MaskSpan[]): void {
  const inRun = spans.filter(({ start, length }) => start < run.start + run.length && run.start < start + length);
  for (const span of inRun.toSorted((a, b) => b.start - a.start)) {
    const from = Math.max(0, span.start - run.start);
    const to = Math.min(run.length, span.start + span.length - run.start);
    masks.set(wrap(run, from, to), span);
  }
}

/** Says what a mask is: one thing to press, or, where nothing is left to be seen, one thing to be told. */
function speak(body: ParentNode, span: MaskSpan, name: string): void {
  const [first, ...others] = marksOf(body, span.id);
  for (const mark of others) mark.setAttribute('aria-hidden', 'true');
  for (const mark of first ? [first, ...others] : []) {
    mark.classList.add(span.state);
    mark.title = name;
  }
  if (!first) return;
  first.setAttribute('role', span.state === 'masked' ? 'button' : 'img');
  first.setAttribute('aria-label', name);
  if (span.state === 'masked') first.tabIndex = 0;
}

/**
 * Makes the asterisks of a message into masks: text as it was, to be copied as asterisks, of which each mask is one thing
 * to press for whoever listens. Nothing is drawn where the page shows another text than the entry's.
 */
export function drawMasks(body: Node & ParentNode, entry: Masked, nameOf: (mask: MaskSpan) => string): void {
  if (entry.masks.length === 0) return;
  const { text, runs } = readBody(body);
  if (text !== entry.text) return;
  for (const run of runs.toReversed()) markRun(run, entry.masks);
  for (const mark of body.querySelectorAll('.mask')) liftOut(mark);
  for (const span of entry.masks) speak(body, span, nameOf(span));
}

/** Calls masks by other names, as in another language. */
export function renameMasks(root: ParentNode, nameOf: (mask: MaskSpan, mark: Element) => string | undefined): void {
  for (const mark of root.querySelectorAll<HTMLElement>('.mask')) {
    const span = masks.get(mark);
    const name = span && nameOf(span, mark);
    if (!name) continue;
    mark.title = name;
    if (mark.hasAttribute('role')) mark.setAttribute('aria-label', name);
  }
}

/** Characters that a mask shows, for whoever is told of them. */
export function starsOf({ text }: Pick<HistoryEntry, 'text'>, { start, length }: MaskSpan): number {
  return text.slice(start, start + length).replaceAll('\n', '').length;
}
