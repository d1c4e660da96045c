import { project, type NodeShape, type Projection, type TextRun } from '../domain/projection.js';

/**
 * What stands in a shown message and is no part of it: labels of folds, warnings beside links, the original of a mask
 * while it is shown, and the seconds that are left of it.
 */
export const readersOwn = 'summary, .link-warning, .revealed, .mask-count';

/** What only holds together words of the message: it begins no line. */
const transparent = '.quote, .mask, .stars';

function nameOf(element: Element): string | null {
  // Classes of the sender never reach the page, so each of these is the reader's.
  if (element.matches(transparent) || element.matches(readersOwn)) return null;
  if (element.matches('.blocked-image, .unseen-image')) return 'img';
  return element.classList.contains('plain') ? 'pre' : element.localName;
}

/** The page's tree of a shown message; null stands for what is around it. */
const shapeOf = (body: Node): NodeShape<Node | null> => ({
  name: (node) => (node instanceof Element ? nameOf(node) : null),
  text: (node) => (node instanceof Text ? node.data : null),
  children: (node) => {
    if (node === null) return [body];
    return node instanceof Element && node.matches(readersOwn) ? [] : node.childNodes;
  },
});

/** A stretch of a message's projection that is text of one text node. */
export type BodyRun = TextRun<Text>;

/**
 * A shown message as the server counts it, whatever its reader folded, marked or put into it. Where its text is not that
 * of the entry, offsets in it mean nothing.
 */
export function readBody(body: Node): Projection<Text> {
  return project<Node | null>(null, shapeOf(body)) as Projection<Text>;
}

/** Units of a run before a place of its text node. Text that composes in NFC counts fewer units there than in the node. */
export function unitsBefore(run: BodyRun, offset: number): number {
  if (offset <= run.from) return 0;
  return Math.min(run.length, run.node.data.slice(run.from, offset).normalize('NFC').length);
}

/** The place in the text node of a run before which so many of its units stand; nothing that composes is cut. */
export function placeOf(run: BodyRun, units: number): number {
  const { data } = run.node;
  const rest = data.slice(run.from);
  if (rest.normalize('NFC') === rest) return run.from + units;
  let [low, high] = [run.from, data.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (data.slice(run.from, middle).normalize('NFC').length <= units) low = middle;
    else high = middle - 1;
  }
  return low;
}
