import { hasColours } from '../../base/body-styles.js';
import { renderBody, type BodyOptions } from '../../base/message-body.js';
import type { Body } from '../../domain/types.js';

interface Box {
  readonly element: HTMLElement;
  readonly html: string;
  readonly leaving: AbortController;
}

/** The boxes of bodies that are shown together, each made once for as long as its body is the same. */
export class BodyBoxes {
  #boxes = new Map<string, Box>();
  #used = new Set<string>();

  /** From here on counts which boxes are still needed. */
  begin(): void {
    this.#used = new Set();
  }

  /** The box of a body, under a name of its own. The words are there at once, and as they were written a little later. */
  of(name: string, body: Body, options: Omit<BodyOptions, 'signal'>): HTMLElement {
    this.#used.add(name);
    const known = this.#boxes.get(name);
    if (known?.html === body.html) return known.element;
    known?.leaving.abort();
    const element = known?.element ?? document.createElement('div');
    const leaving = new AbortController();
    this.#boxes.set(name, { element, html: body.html, leaving });
    element.dir = 'auto';
    const showText = (): void => {
      element.className = 'message-body plain';
      element.textContent = body.text;
    };
    showText();
    renderBody(body, { ...options, signal: leaving.signal }).then(
      (nodes) => {
        if (leaving.signal.aborted) return;
        element.className = hasColours(body) ? 'message-body paper' : 'message-body';
        element.replaceChildren(nodes);
      },
      () => undefined,
    );
    return element;
  }

  /** Gives back what the boxes hold that were not needed since `begin`. */
  end(): void {
    for (const [name, { leaving }] of this.#boxes) {
      if (this.#used.has(name)) continue;
      leaving.abort();
      this.#boxes.delete(name);
    }
  }

  /** Gives everything back. */
  clear(): void {
    this.begin();
    this.end();
  }
}
