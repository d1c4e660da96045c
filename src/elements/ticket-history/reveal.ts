import { isComposing } from '../../base/composing.js';
import type { Revealed } from '../../domain/masks.js';

/** Longest time that an original is shown, in seconds, whatever the server says. */
const longest = 60;

/** What a shown original tells of itself. */
export interface RevealWords {
  /** What the mask is called meanwhile; pressing it hides the original. */
  readonly name: string;
  readonly left: (seconds: number) => string;
}

/**
 * The original of one mask, in front of one reader for a while. It is in a text node of the page and nowhere else, and gone
 * when its time is over, the page is hidden, left or printed, or somebody presses Escape.
 */
export class Reveal {
  #marks: readonly HTMLElement[] = [];
  #name = '';
  #box?: HTMLElement;
  #until = 0;
  #untilDate = 0;
  #timer?: ReturnType<typeof setInterval>;
  #words?: RevealWords;
  readonly #count = document.createElement('span');

  constructor(private readonly onEnd: () => void) {
    this.#count.className = 'mask-count';
    this.#count.setAttribute('aria-hidden', 'true');
  }

  /** Whether a mark belongs to what is shown. */
  shows(mark: Element): boolean {
    return this.#marks.some((each) => each === mark);
  }

  /**
   * Shows an original in the place of the marks of its mask, of which the first is the one that is pressed. Answers for
   * how many seconds; 0 where nobody could see it.
   */
  show(marks: readonly HTMLElement[], { text, ttl }: Revealed, words: RevealWords): number {
    this.end();
    const [first] = marks;
    const seconds = Math.min(Number(ttl) || 0, longest);
    if (!first?.isConnected || document.hidden || seconds <= 0) return 0;
    this.#marks = marks;
    this.#words = words;
    this.#name = first.getAttribute('aria-label') ?? '';
    for (const mark of marks) mark.classList.add('open');
    first.setAttribute('aria-label', words.name);
    first.title = words.name;
    this.#box = document.createElement('span');
    this.#box.className = 'revealed';
    this.#box.translate = false;
    this.#box.dir = 'auto';
    this.#box.append(text);
    first.after(this.#box, this.#count);
    this.#until = performance.now() + seconds * 1000;
    this.#untilDate = Date.now() + seconds * 1000;
    this.#tick();
    this.#timer = setInterval(() => this.#tick(), 1000);
    this.#listen('addEventListener');
    return seconds;
  }

  /** Takes the original away. */
  readonly end = (): void => {
    const box = this.#box;
    if (!box) return;
    this.#box = undefined;
    clearInterval(this.#timer);
    this.#listen('removeEventListener');
    for (const node of box.childNodes) node.nodeValue = '';
    box.remove();
    this.#count.remove();
    for (const mark of this.#marks) mark.classList.remove('open');
    this.#marks[0]?.setAttribute('aria-label', this.#name);
    if (this.#marks[0]) this.#marks[0].title = this.#name;
    this.#marks = [];
    this.onEnd();
  };

  #tick(): void {
    // The one clock may stand still while the machine sleeps, the other may be set.
    const left = Math.ceil(Math.min(this.#until - performance.now(), this.#untilDate - Date.now()) / 1000);
    // A message that was drawn again took the original away already.
    if (left <= 0 || !this.#box?.isConnected) return this.end();
    this.#count.textContent = this.#words?.left(left) ?? '';
  }

  #listen(how: 'addEventListener' | 'removeEventListener'): void {
    document[how]('visibilitychange', this.end);
    window[how]('pagehide', this.end);
    window[how]('beforeprint', this.end);
    window[how]('keydown', this.#onKeydown as EventListener);
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return;
    this.end();
  };
}
