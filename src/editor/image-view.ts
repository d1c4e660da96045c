import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';
import type { PartSource } from '../base/body-images.js';

/** An image of the text: its stored part as a `blob:` address, which is given back when the image goes. */
export class ImageView implements NodeView {
  readonly dom = document.createElement('img');
  readonly #leaving = new AbortController();

  constructor(
    private node: Node,
    part: PartSource,
  ) {
    this.#describe(node);
    void this.#load(String(node.attrs['attachmentId']), part);
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type || node.attrs['attachmentId'] !== this.node.attrs['attachmentId']) return false;
    this.node = node;
    this.#describe(node);
    return true;
  }

  destroy(): void {
    this.#leaving.abort();
  }

  #describe({ attrs }: Node): void {
    this.dom.alt = String(attrs['alt'] ?? '');
    const width = Number.parseInt(String(attrs['width']), 10);
    if (width > 0) this.dom.width = width;
  }

  async #load(attachmentId: string, part: PartSource): Promise<void> {
    const { signal } = this.#leaving;
    try {
      const address = await part(attachmentId, signal);
      const release = (): void => URL.revokeObjectURL(address);
      if (signal.aborted) return release();
      signal.addEventListener('abort', release, { once: true });
      this.dom.src = address;
    } catch {
      this.dom.classList.add('missing-part');
    }
  }
}
