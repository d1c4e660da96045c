import { findForbidden } from '../../domain/forbidden.js';
import { domShape, project } from '../../domain/projection.js';

/** Marks words that may not be sent wherever they stand in nodes, also where they run over several. */
export function markWords(root: DocumentFragment, words: readonly string[]): void {
  if (words.length === 0) return;
  const { text, runs } = project<Node>(root, domShape);
  const hits = findForbidden(text, words);
  // From the end, so that what stands before keeps its place.
  for (const run of [...runs].reverse()) {
    const inRun = hits.filter(({ start, length }) => start < run.start + run.length && run.start < start + length);
    let limit = run.start + run.length;
    for (const { start, length } of inRun.reverse()) {
      const from = Math.max(start, run.start);
      const to = Math.min(start + length, limit);
      if (to <= from || !(run.node instanceof Text)) continue;
      wrap(run.node, run.from + from - run.start, to - from);
      limit = from;
    }
  }
}

function wrap(node: Text, from: number, length: number): void {
  const word = node.splitText(from);
  word.splitText(length);
  const mark = document.createElement('mark');
  word.replaceWith(mark);
  mark.append(word);
}
