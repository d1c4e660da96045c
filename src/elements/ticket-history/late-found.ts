import type { ReactiveElement } from 'lit';
import type { HubHost } from '../../base/hub-link.js';
import { latePart } from '../../base/late-part.js';
import { StoreReader } from '../../base/store-reader.js';
import type { Found } from '../../domain/masks.js';
import type { HistoryEntry } from '../../domain/types.js';
import type { FoundMarks } from './found-marks.js';

/** What looks like personal data is underlined in a history. What draws it is loaded with the first that is found. */
export class LateFound {
  #marks?: FoundMarks;
  #isLoading = false;
  readonly #found: StoreReader<readonly Found[]>;

  constructor(
    private readonly element: HubHost & ReactiveElement,
    private readonly entryOf: (element: Element) => HistoryEntry | undefined,
  ) {
    this.#found = new StoreReader(
      element,
      (hub) => hub.masks.$found,
      (found) => this.#follow(found ?? []),
      // It is drawn apart from everything else.
      () => true,
    );
  }

  /** A message was drawn again. */
  drawn(body: Element): void {
    const entry = this.entryOf(body);
    if (entry) this.#marks?.draw(body, entry, this.#found.value ?? []);
  }

  #follow(found: readonly Found[]): void {
    this.#marks?.clear();
    if (found.length === 0) return;
    if (!this.#marks) return this.#load();
    for (const body of this.element.renderRoot.querySelectorAll('.message-body')) this.drawn(body);
  }

  #load(): void {
    if (this.#isLoading) return;
    this.#isLoading = true;
    void latePart(this.element, () => this.#import(), false).finally(() => (this.#isLoading = false));
  }

  async #import(): Promise<void> {
    const { FoundMarks } = await import('./found-marks.js');
    if (!FoundMarks.isPossible) return;
    this.#marks = new FoundMarks(this.element.renderRoot as ShadowRoot);
    this.#follow(this.#found.value ?? []);
  }
}
