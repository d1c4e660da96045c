import { render } from 'lit';
import { hasColours } from '../../base/body-styles.js';
import { renderBody } from '../../base/message-body.js';
import type { HistoryEntry } from '../../domain/types.js';
import type { EntryContext } from './entry-context.js';
import { authorOf, footOf, headOf, isRecent, nameOf, sideOf } from './entry-parts.js';

/** Shown lines of an entry whose body was not laid out yet; the scroll bar is right within a few percent. */
function estimate(entry: HistoryEntry): number {
  const { text } = entry;
  let lines = Math.ceil(text.length / 70);
  for (let at = text.indexOf('\n'); at >= 0 && lines < 400; at = text.indexOf('\n', at + 1)) lines += 1;
  return 70 + lines * 20 + (entry.mail ? 28 : 0) + (entry.attachments.length > 0 ? 36 : 0);
}

/** Whether two forms of a message show the same. */
function isSameBody(one: HistoryEntry, other: HistoryEntry): boolean {
  if (one.bodyVersion !== other.bodyVersion || one.html !== other.html) return false;
  return JSON.stringify(one.masks) === JSON.stringify(other.masks);
}

/**
 * One entry of a history: a box that keeps what is inside it inside. It grows in steps, as there is time: first its
 * place and the words, then what stands around them, then the body as it was written. Whoever scrolls fast, or searches
 * in the page, finds the words from the first step on.
 */
export class EntryBox {
  readonly element = document.createElement('article');
  readonly height: number;
  readonly #head = document.createElement('header');
  readonly #body = document.createElement('div');
  readonly #foot = document.createElement('footer');
  #leaving?: AbortController;
  #filling?: Promise<void>;
  #isDressed = false;
  #tellsAge = false;
  #isResting = false;
  #refused = false;

  constructor(
    private entry: HistoryEntry,
    private context: EntryContext,
  ) {
    this.height = estimate(entry);
    this.element.tabIndex = -1;
    this.element.style.setProperty('contain-intrinsic-block-size', `auto ${this.height}px`);
    this.#head.className = 'head';
    this.#body.setAttribute('role', 'group');
    this.#body.dir = 'auto';
    this.#foot.className = 'foot';
    this.element.append(this.#head, this.#body, this.#foot);
    this.#showText();
    this.#classify();
  }

  get id(): number {
    return this.entry.id;
  }

  get shown(): HistoryEntry {
    return this.entry;
  }

  get isFilled(): boolean {
    return this.#filling !== undefined;
  }

  /** Keeps the place without laying out what is inside. */
  rest(): void {
    this.#isResting = true;
    this.#classify();
  }

  /** Shows what is inside, and says what it is. */
  wake(): void {
    this.dress();
    if (!this.#isResting) return;
    this.#isResting = false;
    this.#classify();
  }

  /** Makes what stands around the body, once. */
  dress(): void {
    if (!this.#isDressed) this.#renderAround();
  }

  /** Takes the entry's newer form. The body is made again only when the message itself changed. */
  update(entry: HistoryEntry, context: EntryContext): void {
    const same = entry === this.entry;
    const spoken = context === this.context;
    if (same && spoken) return;
    const bodyChanged = !isSameBody(entry, this.entry);
    const wasFilled = this.isFilled;
    this.entry = entry;
    this.context = context;
    if (this.#isDressed) this.#renderAround();
    if (!bodyChanged && spoken) return;
    this.#abandon();
    // A body gives way when its newer form is made: nothing jumps, and the reader keeps the place. Bare words go at once.
    if (bodyChanged && this.#body.classList.contains('plain')) this.#redraw(() => this.#showText());
    if (wasFilled) void this.fill();
  }

  /** Tells the age again, once more when it becomes a date; that does not change any more. */
  tick(): void {
    if (this.#tellsAge) this.#renderAround();
  }

  /** Tells again who masked what of it. */
  tickMasks(): void {
    if (this.#isDressed && this.entry.masks.length > 0) this.#renderAround();
  }

  /** Tells again what becomes of its mail, where that is still open. */
  tickMail(): void {
    const state = this.entry.mail?.state;
    if (this.#isDressed && (state === 'queued' || state === 'failed')) this.#renderAround();
  }

  /** Makes the body, once. */
  fill(): Promise<void> {
    this.dress();
    this.#leaving ??= new AbortController();
    this.#filling ??= this.#fill(this.#leaving.signal);
    return this.#filling;
  }

  /** Ends what is under way and gives the inline parts back. */
  close(): void {
    this.#abandon();
  }

  async #fill(signal: AbortSignal): Promise<void> {
    const { texts, part } = this.context;
    try {
      const body = await renderBody(this.entry, { texts: texts.messageBody, part, signal });
      if (signal.aborted) return;
      this.#redraw(() => {
        this.#body.className = hasColours(this.entry) ? 'message-body paper' : 'message-body';
        this.#body.replaceChildren(body);
      });
    } catch {
      if (signal.aborted) return;
      this.#refused = true;
      this.#redraw(() => this.#showText());
      this.#renderAround();
    }
  }

  /** Draws the body with its masks. Folds that were open stay so, as does what is selected or has the focus. */
  #redraw(draw: () => void): void {
    const { masks } = this.context;
    const restore = masks.keep(this.#body);
    const wereOpen = [...this.#body.querySelectorAll('details')].map(({ open }) => open);
    draw();
    for (const [index, fold] of this.#body.querySelectorAll('details').entries()) fold.open = wereOpen[index] ?? false;
    if (this.entry.masks.length > 0) masks.draw(this.#body);
    restore();
  }

  #showText(): void {
    this.#body.className = 'message-body plain';
    this.#body.textContent = this.entry.text;
  }

  #abandon(): void {
    this.#leaving?.abort();
    this.#leaving = undefined;
    this.#filling = undefined;
    this.#refused = false;
  }

  #classify(): void {
    this.element.className = `entry ${sideOf(this.entry)} ${this.entry.kind} ${this.#isResting ? 'resting' : ''}`;
  }

  #renderAround(): void {
    const { entry, context } = this;
    this.#isDressed = true;
    this.#tellsAge = isRecent(entry, context.now());
    this.#classify();
    this.element.setAttribute('aria-label', nameOf(entry, context));
    const words = context.texts.ticketHistory;
    this.#body.setAttribute('aria-label', words.content({ name: authorOf(entry, context) }));
    render(headOf(entry, context), this.#head);
    render(footOf(entry, context, this.#refused), this.#foot);
  }
}
