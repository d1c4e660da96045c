import { domShape, project, type Projection } from '../domain/projection.js';

/** First lines of what a mail program puts under an answer. Each looks at a bounded stretch of a line. */
const openers: readonly RegExp[] = [
  /^\s*-{2,}\s*(?:original message|원본 ?메시지|원본 ?메일|元のメッセージ|original-nachricht|ursprüngliche nachricht|message d'origine|mensaje original)\s*-{2,}/im,
  /^(?:보낸 ?사람|보낸이|from|差出人|von|de) ?: ?[^\n]{1,200}\n+(?:(?:to|받는 ?사람|宛先)[^\n]{0,200}\n+)?(?:sent|date|보낸 ?날짜|날짜|작성일|送信日時|日時|gesendet|datum|envoyé|enviado) ?:/im,
];

/** The line above a quotation: who wrote when. */
const attributions: readonly RegExp[] = [
  /^on [^\n]{5,200}(?:\n[^\n]{0,100})?wrote ?:\s*$/im,
  /^[^\n]{3,200}님이 (?:작성|쓴 글)[^\n]{0,10}$/m,
  /^[^\n]{3,200}(?:のメール|書きました|のメッセージ) ?[:：]?\s*$/m,
  /^(?:\d{4}[年.\-/]|20\d\d년)[^\n]{3,120}<?[^\s<>@]{1,64}@[^\s<>]{1,80}>?[^\n]{0,10}[:：]\s*$/m,
  /^le [^\n]{5,200}a écrit ?:\s*$/im,
  /^am [^\n]{5,200}schrieb[^\n]{0,80}:\s*$/im,
];

/** Something that every line above stands on. Most messages have none of it and need no projection. */
const hint =
  /--|wrote|님이|メール|書きました|メッセージ|(?:보낸\s*사람|보낸이|from|差出人|von|de)\s*:|@[^]*[:：]|écrit|schrieb/i;

/** A quotation shorter than this stays open: the answer below speaks about it. */
const shortQuote = 240;

const cells = 'td,th,li,caption';

function textNodeAt(projection: Projection<Node>, offset: number): Node | undefined {
  return projection.runs.find(({ start, length }) => start + length > offset)?.node;
}

const textOf = (node: Node): string => project(node, domShape).text.trim();

/** Moves everything from one node to another, both included, into a fold. */
function fold(from: Node, to: Node, label: string): void {
  const range = document.createRange();
  range.setStartBefore(from);
  range.setEndAfter(to);
  const details = document.createElement('details');
  details.className = 'quote';
  const summary = document.createElement('summary');
  summary.textContent = label;
  details.append(summary, range.extractContents());
  range.insertNode(details);
}

/** Nodes are moved only inside one cell or item: a fold cannot stand between rows. */
function scopeOf(node: Node, root: Node): Node {
  return node.parentElement?.closest(cells) ?? root;
}

/** Widens a start upwards while nothing stands before it, so that no empty shell is left behind. */
function outermost(node: Node, scope: Node): Node {
  let start = node;
  while (start.parentNode && start.parentNode !== scope && !hasTextBefore(start)) start = start.parentNode;
  return start;
}

function hasTextBefore(node: Node): boolean {
  for (let sibling = node.previousSibling; sibling; sibling = sibling.previousSibling) {
    if (sibling.textContent?.trim() || (sibling instanceof Element && sibling.querySelector('img'))) return true;
  }
  return false;
}

function firstMatch(text: string, patterns: readonly RegExp[]): number {
  const found = patterns.map((pattern) => pattern.exec(text)?.index ?? -1).filter((index) => index >= 0);
  return found.length ? Math.min(...found) : -1;
}

function foldRest(root: DocumentFragment, label: string): boolean {
  if (!hint.test((root.textContent ?? '').normalize('NFC'))) return false;
  const projection = project<Node>(root, domShape);
  const at = firstMatch(projection.text, [...openers, ...attributions]);
  // A mail that is a quotation from its first line on was forwarded: that is what the reader wants to see.
  if (at < 0 || !projection.text.slice(0, at).trim()) return false;
  const offset = at + (/^\s*/.exec(projection.text.slice(at))?.[0].length ?? 0);
  const node = textNodeAt(projection, offset);
  if (!node) return false;
  const scope = scopeOf(node, root);
  const start = outermost(node, scope);
  const quote = firstQuoteAfter(start, scope);
  const end = quote && textAfter(quote, scope) ? quote : scope.lastChild;
  if (!end) return false;
  fold(start, end, label);
  return true;
}

const isQuote = (node: Node): boolean => node.nodeName === 'BLOCKQUOTE';

function firstQuoteAfter(start: Node, scope: Node): Node | null {
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_ELEMENT, (node) =>
    isQuote(node) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP,
  );
  walker.currentNode = start;
  return isQuote(start) ? start : walker.nextNode();
}

function textAfter(node: Node, scope: Node): boolean {
  const range = document.createRange();
  range.setStartAfter(node);
  range.setEndAfter(scope.lastChild ?? node);
  return range.toString().trim() !== '';
}

/** Folds what was quoted from earlier mails, so that the answer is what one sees. */
export function foldQuotes(root: DocumentFragment, label: string): void {
  // Classes are gone, so quotations are known by their shape and by the line above them.
  foldRest(root, label);
  for (const quote of root.querySelectorAll('blockquote')) {
    if (quote.parentElement?.closest('blockquote, details')) continue;
    const answered = textAfter(quote, root);
    if (!precededByText(quote, root) || (answered && textOf(quote).length < shortQuote)) continue;
    fold(quote, quote, label);
  }
}

function precededByText(node: Node, root: DocumentFragment): boolean {
  const range = document.createRange();
  range.setStart(root, 0);
  range.setEndBefore(node);
  return range.toString().trim() !== '';
}
