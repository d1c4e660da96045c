import { css } from 'lit';
import { rangesOf } from '../../base/mask-ranges.js';
import type { Found } from '../../domain/masks.js';
import type { HistoryEntry } from '../../domain/types.js';
import { color, em, paper } from '../../tokens/tokens.js';

const name = 'deskparts-found';

const styles = css`
  .message-body::highlight(deskparts-found),
  .message-body *::highlight(deskparts-found) {
    text-decoration: underline dotted ${em(2)} ${color('warn')};
    text-underline-offset: ${em(3)};
  }

  .message-body.paper::highlight(deskparts-found),
  .message-body.paper *::highlight(deskparts-found) {
    text-decoration-color: ${paper('warn')};
  }

  /* In forced colors the browser gives it those of a highlight, and nothing else can be asked for. */
  @media print {
    .message-body::highlight(deskparts-found),
    .message-body *::highlight(deskparts-found) {
      text-decoration: none;
    }
  }
`;

/** All histories of the page share one, for what is marked by it has one name. */
function shared(): Highlight {
  let highlight = CSS.highlights.get(name);
  if (!highlight) CSS.highlights.set(name, (highlight = new Highlight()));
  return highlight;
}

/** Dotted lines under what looks like personal data. The messages themselves are not touched. */
export class FoundMarks {
  readonly #ranges = new Map<Element, readonly Range[]>();

  constructor(root: ShadowRoot) {
    if (styles.styleSheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles.styleSheet];
  }

  /** Whether the browser can mark words so. */
  static get isPossible(): boolean {
    return typeof Highlight === 'function' && 'highlights' in CSS;
  }

  /** Marks what was found in a message, and nothing else of it. */
  draw(body: Element, entry: HistoryEntry, found: readonly Found[]): void {
    this.#clear(body);
    const own = found.filter(({ entryId, bodyVersion }) => entryId === entry.id && bodyVersion === entry.bodyVersion);
    if (own.length === 0) return;
    const ranges = rangesOf(body, entry, own);
    this.#ranges.set(body, ranges);
    for (const range of ranges) shared().add(range);
  }

  /** Takes every mark away. */
  clear(): void {
    for (const body of [...this.#ranges.keys()]) this.#clear(body);
  }

  #clear(body: Element): void {
    for (const range of this.#ranges.get(body) ?? []) shared().delete(range);
    this.#ranges.delete(body);
  }
}
