import { renderBody, type BodyOptions } from '../../base/message-body.js';
import type { Notice } from '../../domain/notices.js';
import type { Body } from '../../domain/types.js';

/** A notice as a body of a message, of which nothing else is known. */
export function bodyOf({ html, styles }: Notice): Body {
  return { html, styles, text: '', notes: [], blocked: [] };
}

/** What puts the text of a notice into its box, once for each state of it. */
export class NoticeBody {
  #shown = '';
  #box: HTMLElement | null = null;
  #leaving?: AbortController;

  show(
    box: HTMLElement | null,
    notice: Notice,
    options: Omit<BodyOptions, 'signal'> & { readonly unsafe: string },
  ): void {
    // Another language has other text at the same time of change; another look of the same text has another time.
    const shown = `${notice.noticeId}/${notice.updatedAt}/${notice.html}`;
    if (box === this.#box && shown === this.#shown) return;
    this.clear();
    this.#box = box;
    this.#shown = shown;
    if (!box) return;
    const { signal } = (this.#leaving = new AbortController());
    renderBody(bodyOf(notice), { ...options, signal }).then(
      (nodes) => {
        if (!signal.aborted) box.replaceChildren(nodes);
      },
      () => {
        if (!signal.aborted) box.textContent = options.unsafe;
      },
    );
  }

  /** Gives back what its images hold; the same text is shown anew afterwards. */
  clear(): void {
    this.#leaving?.abort();
    this.#box = null;
    this.#shown = '';
  }
}
