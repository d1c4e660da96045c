import type { ReactiveControllerHost } from 'lit';
import { guardLinks } from '../body-links.js';
import { safeHtml } from '../safe-html.js';

const isMarkup = (text: string): boolean => /[<&]/.test(text);

/** What stands below fields: text at once, html once it was sanitised. */
export class FieldHints {
  readonly #made = new Map<string, HTMLElement | ''>();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly warning: (host: string) => string,
  ) {}

  /** What to show of a text now. `place` names the field: the same node never stands in two. */
  of(place: string, text: string | undefined): HTMLElement | string {
    if (!text || !isMarkup(text)) return text ?? '';
    const key = `${place}\n${text}`;
    const made = this.#made.get(key);
    if (made === undefined) {
      this.#made.set(key, '');
      void this.#make(key, text);
    }
    return made ?? '';
  }

  async #make(key: string, text: string): Promise<void> {
    try {
      const { fragment } = await safeHtml(text, 0);
      // Hints have no stored parts to show.
      for (const image of fragment.querySelectorAll('img')) image.remove();
      guardLinks(fragment, this.warning);
      const node = document.createElement('div');
      node.append(fragment);
      this.#made.set(key, node);
      this.host.requestUpdate();
    } catch {
      // The field says what it is for by its name; the next time is another try.
      this.#made.delete(key);
    }
  }
}
