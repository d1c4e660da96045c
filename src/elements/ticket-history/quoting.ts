import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { keyAria, keyText } from '../../base/commands.js';
import type { Load } from '../../base/hub-context.js';
import type { HubHost } from '../../base/hub-link.js';
import { icon } from '../../base/icons.js';
import { known } from '../../base/known.js';
import { StoreReader } from '../../base/store-reader.js';
import { quotedLine } from '../../domain/quoted-line.js';
import type { HistoryEntry, Ticket } from '../../domain/types.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { safeName } from '../../util/safe-name.js';
import { escapeHtml } from '../../util/text-html.js';

const key = 'Mod+Shift+9';
/** Pixels between the selection and the button. */
const gap = 4;

/** What a reader adds to a message, and what cannot leave it. */
const added = '.link-warning, .blocked-image, summary, img';

interface Ranges {
  getComposedRanges?(options: { readonly shadowRoots: readonly ShadowRoot[] }): readonly StaticRange[];
}

/** What is selected inside a shadow root, whichever way the browser tells it. */
function selectedIn(root: ShadowRoot): Range | null {
  const own = (root as ShadowRoot & { getSelection?: () => Selection | null }).getSelection?.();
  if (own) return own.rangeCount > 0 && !own.isCollapsed ? own.getRangeAt(0) : null;
  const told = (document.getSelection() as (Selection & Ranges) | null)?.getComposedRanges?.({
    shadowRoots: [root],
  })[0];
  if (!told || told.collapsed || !root.contains(told.startContainer)) return null;
  const range = document.createRange();
  range.setStart(told.startContainer, told.startOffset);
  range.setEnd(told.endContainer, told.endOffset);
  return range;
}

/** The part of a range that is inside an element. */
function within(range: Range, element: Element): Range {
  const part = document.createRange();
  part.selectNodeContents(element);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0)
    part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
  return part;
}

/** Markup of selected words, without what only a reader sees. What is masked has no other words than its asterisks. */
function markupOf(part: Range, isPlain: boolean): string {
  if (isPlain) return `<p>${escapeHtml(part.toString()).replaceAll('\n', '<br>')}</p>`;
  const box = document.createElement('div');
  box.append(part.cloneContents());
  for (const one of box.querySelectorAll(added)) one.remove();
  for (const fold of box.querySelectorAll('details')) fold.replaceWith(...fold.childNodes);
  return box.textContent?.trim() ? box.innerHTML : '';
}

/** Offers to quote what is selected in a history: a button beside the selection, and a key. */
export class Quoting {
  readonly #more: StoreReader<MoreTexts | undefined>;
  readonly #ticket: StoreReader<Load<Ticket>>;
  #range: Range | null = null;

  constructor(
    private readonly host: HubHost & ReactiveElement,
    private readonly entryOf: (element: Element) => HistoryEntry | undefined,
    private readonly onQuote: (body: string) => void,
  ) {
    this.#more = new StoreReader<MoreTexts | undefined>(host, (hub) => hub.text.$more);
    this.#ticket = new StoreReader<Load<Ticket>>(host, (hub) => hub.tickets.$current);
  }

  /** Looks at the selection: with words of a message in it, the button appears. */
  offer(): void {
    this.#show(this.#selected);
    void this.host.updateComplete.then(() => this.place());
  }

  /** Nothing is offered any more: another ticket is open, or nothing is selected. */
  drop(): void {
    if (this.#range) this.#show(null);
  }

  press(event: KeyboardEvent): void {
    const isKey = event.code === 'Digit9' && event.shiftKey && event.ctrlKey !== event.metaKey && !event.altKey;
    if (!isKey || !selectedIn(this.host.renderRoot as ShadowRoot)) return;
    event.preventDefault();
    event.stopPropagation();
    this.offer();
    this.#quote();
  }

  render(): TemplateResult | typeof nothing {
    const words = this.#more.value?.answerTools;
    if (!this.#range || !words) return nothing;
    return html`<button
      type="button"
      class="button quoting"
      title="${words.quoteIn} (${keyText(key)})"
      aria-keyshortcuts=${keyAria(key)}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#quote()}
    >
      ${icon('quote')}${words.quoteIn}
    </button>`;
  }

  /** What is selected, if words of a message are in it. */
  get #selected(): Range | null {
    const range = selectedIn(this.host.renderRoot as ShadowRoot);
    return range && this.#bodies(range).length > 0 ? range : null;
  }

  #show(range: Range | null): void {
    this.#range = range;
    if (range) document.addEventListener('selectionchange', this.#onSelection);
    else document.removeEventListener('selectionchange', this.#onSelection);
    this.host.requestUpdate();
  }

  readonly #onSelection = (): void => {
    if (!this.#selected) this.drop();
  };

  #bodies(range: Range): Element[] {
    const bodies = [...this.host.renderRoot.querySelectorAll('.message-body')];
    return bodies.filter((body) => range.intersectsNode(body) && within(range, body).toString().trim() !== '');
  }

  #quote(): void {
    const range = this.#range;
    const ticket = known(this.#ticket.value);
    if (!range || !ticket) return;
    const quotes = this.#bodies(range).map((body) => {
      const author = this.entryOf(body)?.author;
      const line = author && quotedLine(ticket.language, { ...author, name: safeName(author.name) });
      const markup = markupOf(within(range, body), body.classList.contains('plain'));
      return `${line ? `<p>${escapeHtml(line)}</p>` : ''}<blockquote>${markup}</blockquote>`;
    });
    this.drop();
    // The messages may have gone under the selection.
    if (quotes.length > 0) this.onQuote(`${quotes.join('')}<p></p>`);
  }

  /** Below the end of the selection, inside the element. */
  place(): void {
    const button = this.host.renderRoot.querySelector<HTMLElement>('.quoting');
    const boxes = this.#range?.getClientRects();
    const box = boxes?.[boxes.length - 1];
    const home = button?.parentElement?.getBoundingClientRect();
    if (!button || !box || !home) return;
    const { offsetWidth: width, offsetHeight: height } = button;
    const left = Math.max(gap, Math.min(box.right - home.left - width, home.width - width - gap));
    const below = box.bottom - home.top + gap;
    const top = Math.max(gap, Math.min(below, home.height - height - gap));
    button.style.setProperty('left', `${left}px`);
    button.style.setProperty('top', `${top}px`);
  }
}
