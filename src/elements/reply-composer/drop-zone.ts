import { html, nothing, type TemplateResult } from 'lit';
import type { MoreTexts } from '../../strings/more/ko.js';

/** Lets files be dropped beside the text, and says so while they are over it. */
export class DropZone {
  #isOver = false;

  constructor(
    private readonly onFiles: (files: readonly File[]) => void,
    private readonly onChange: () => void,
  ) {}

  readonly hear = (event: DragEvent): void => {
    const hasFiles = event.dataTransfer?.types.includes('Files') ?? false;
    if (!hasFiles) return;
    const home = event.currentTarget as HTMLElement;
    const isLeft = event.type === 'dragleave' && !home.contains(event.relatedTarget as Node | null);
    if (event.type === 'dragover') event.preventDefault();
    if (event.type === 'drop') {
      // The text takes what is dropped into it.
      if (!event.defaultPrevented) this.onFiles([...(event.dataTransfer?.files ?? [])]);
      event.preventDefault();
    }
    const isOver = event.type === 'dragover' || (this.#isOver && event.type === 'dragleave' && !isLeft);
    if (isOver === this.#isOver) return;
    this.#isOver = isOver;
    this.onChange();
  };

  render(more: MoreTexts): TemplateResult | typeof nothing {
    return this.#isOver ? html`<p class="drop-note">${more.answerTools.drop}</p>` : nothing;
  }
}
