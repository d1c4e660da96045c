import type { PartSource } from '../../base/body-images.js';
import type { Logger } from '../../base/logger.js';
import type { EditorOptions } from '../../editor/rich-editor.js';

/** What the text needs of the element that it stands in. */
export interface AnswerPlace {
  readonly renderRoot: HTMLElement | DocumentFragment;
  requestUpdate(): void;
}

export interface AnswerOptions extends Pick<EditorOptions, 'onFiles'> {
  readonly log: Logger;
  readonly part: PartSource;
  /** The agent changed the text. */
  onTyped(): void;
  /** The text was changed and left. */
  onChange(): void;
  /** Something is pasted into the plain field. */
  onPaste(event: ClipboardEvent): void;
}
