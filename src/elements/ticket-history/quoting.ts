import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { keyAria, keyText } from '../../base/commands.js';
import type { Load } from '../../base/hub-context.js';
import type { HubHost } from '../../base/hub-link.js';
import { icon } from '../../base/icons.js';
import { known } from '../../base/known.js';
import { within, wordsIn } from '../../base/mask-copy.js';
import { selectedIn } from '../../base/selected-range.js';
import { StoreReader } from '../../base/store-reader.js';
import { quotedLine } from '../../domain/quoted-line.js';
import type { HistoryEntry, Ticket } from '../../domain/types.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { safeName } from '../../util/safe-name.js';
import { escapeHtml } from '../../util/text-html.js';

const key = 'Mod+Shift+9';
/** Pixels between the selection and the button. */
const gap = 4;

/** What cannot leave a message. */
const left = '.blocked-image, .unseen-image, img';

/** Markup of selected words, without what only a reader sees. What is masked has no other words than its asterisks. */
function markupOf(part: Range, isPlain: boolean): string {
  const words = wordsIn(part);
  if (isPlain) return `<p>${escapeHtml(words.textContent ?? '').replaceAll('\n', '<br>')}</p>`;
  for (const one of words.querySelectorAll(left)) one.remove();
  const box = document.createElement('div');
  box.append(words);
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
