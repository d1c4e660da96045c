import type { ReactiveControllerHost } from 'lit';
import { renderBody, type BodyTexts } from '../../base/message-body.js';
import type { PartSource } from '../../base/body-images.js';

/** The text as the other side will read it, made anew whenever it changes. */
export class ShownText {
  readonly box = document.createElement('div');
  #html = '';
  #isAtWork = false;
  #stop = new AbortController();
  readonly #parts = new Map<string, Promise<string>>();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly part: PartSource,
    private readonly texts: () => BodyTexts,
  ) {
    this.box.className = 'message-body shown-text';
    this.box.dir = 'auto';
  }

  /** What is to be shown now. While somebody types, the latest counts. */
  show(html: string): void {
    if (html === this.#html) return;
    this.#html = html;
    if (!this.#isAtWork) void this.#follow();
  }

  /** The dialog closed: addresses of images are given back. */
  stop(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#parts.clear();
    this.#html = '';
    this.box.replaceChildren();
  }

  async #follow(): Promise<void> {
    this.#isAtWork = true;
    let shown: string | undefined;
    while (shown !== this.#html) {
      shown = this.#html;
      await this.#draw(shown);
    }
    this.#isAtWork = false;
    this.host.requestUpdate();
  }

  async #draw(html: string): Promise<void> {
    const { signal } = this.#stop;
    const body = { html, text: '', styles: [], blocked: [], notes: [] };
    try {
      const fragment = await renderBody(body, { texts: this.texts(), part: this.#part, signal });
      if (!signal.aborted) this.box.replaceChildren(fragment);
    } catch {
      // The text itself stands beside it, in the field.
      this.box.replaceChildren();
    }
  }

  /** Each image is fetched once, however often the text is drawn. */
  readonly #part: PartSource = (id, signal) => {
    let part = this.#parts.get(id);
    if (!part) this.#parts.set(id, (part = this.part(id, signal)));
    return part;
  };
}
