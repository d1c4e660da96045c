import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { keyAria, keyText } from '../../base/commands.js';
import type { HubHost } from '../../base/hub-link.js';
import { icon } from '../../base/icons.js';
import { StoreReader } from '../../base/store-reader.js';
import type { MoreTexts } from '../../strings/more/ko.js';
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
  #range: Range | null = null;

  constructor(
    private readonly host: HubHost & ReactiveElement,
    private readonly onQuote: (body: string) => void,
  ) {
    this.#more = new StoreReader<MoreTexts | undefined>(host, (hub) => hub.text.$more);
  }

  /** Looks at the selection: with words of a message in it, the button appears. */
  offer(): void {
    const range = selectedIn(this.host.renderRoot as ShadowRoot);
    this.#range = range && this.#bodies(range).length > 0 ? range : null;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.place());
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

  #bodies(range: Range): Element[] {
    const bodies = [...this.host.renderRoot.querySelectorAll('.message-body')];
    return bodies.filter((body) => range.intersectsNode(body) && within(range, body).toString().trim() !== '');
  }

  #quote(): void {
    const range = this.#range;
    const words = this.#more.value?.answerTools;
    if (!range || !words) return;
    const quotes = this.#bodies(range).map((body) => {
      const name = body.closest('.entry')?.querySelector('.author')?.textContent?.trim();
      const markup = markupOf(within(range, body), body.classList.contains('plain'));
      return `${name ? `<p>${escapeHtml(words.quoted({ name }))}</p>` : ''}<blockquote>${markup}</blockquote>`;
    });
    this.#range = null;
    this.host.requestUpdate();
    this.onQuote(`${quotes.join('')}<p></p>`);
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
