import { readBody, readersOwn } from './mask-shape.js';

/** The part of a range that is inside an element. */
export function within(range: Range, element: Element): Range {
  const part = document.createRange();
  part.selectNodeContents(element);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0)
    part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
  return part;
}

/** What is selected of a message, as it was written: masks are their asterisks, and nothing of the reader's is in it. */
export function wordsIn(part: Range): DocumentFragment {
  const words = part.cloneContents();
  const around = part.commonAncestorContainer;
  if ((around instanceof Element ? around : around.parentElement)?.closest(readersOwn)) words.replaceChildren();
  for (const one of words.querySelectorAll(readersOwn)) one.remove();
  for (const one of words.querySelectorAll('.mask, .stars, details.quote')) one.replaceWith(...one.childNodes);
  return words;
}

/** Gives what is selected in a history to the clipboard, or to where it is dragged, as it was written. */
export function hand(data: DataTransfer, range: Range, bodies: readonly Element[]): void {
  const parts = bodies.map((body) => ({ body, words: wordsIn(within(range, body)) }));
  const box = document.createElement('div');
  const texts = parts.map(({ body, words }) => {
    if (!body.classList.contains('plain')) return readBody(words).text;
    return words.textContent ?? '';
  });
  for (const { words } of parts) {
    const message = document.createElement('div');
    message.append(words);
    box.append(message);
  }
  data.clearData();
  data.setData('text/plain', texts.join('\n'));
  data.setData('text/html', box.innerHTML);
}
