import { nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { HubHost } from '../../base/hub-link.js';
import { latePart } from '../../base/late-part.js';
import { selectedIn } from '../../base/selected-range.js';
import { StoreReader } from '../../base/store-reader.js';
import type { HistoryEntry } from '../../domain/types.js';
import type { Quoting } from './quoting.js';

/** The way to quote what is selected. Only who selects something needs it. */
export class LateQuoting {
  #quoting?: Quoting;
  readonly #ticketId: StoreReader<string | null>;

  constructor(
    private readonly host: HubHost & ReactiveElement,
    private readonly entryOf: (element: Element) => HistoryEntry | undefined,
    private readonly onQuote: (ticketId: string, body: string) => void,
  ) {
    this.#ticketId = new StoreReader(
      host,
      (hub) => hub.tickets.$currentId,
      () => this.#quoting?.drop(),
    );
  }

  /** Something may be selected, or nothing any more. */
  readonly select = async (): Promise<void> => {
    if (!this.#quoting && !selectedIn(this.host.renderRoot as ShadowRoot)) return;
    // Most people select to read or to copy: they are not told that the way to quote is not there.
    const part = await latePart(this.host, () => import('./quoting.js'), false);
    if (!part) return;
    this.#quoting ??= new part.Quoting(this.host, this.entryOf, (body) => {
      const { value } = this.#ticketId;
      if (value) this.onQuote(value, body);
    });
    this.#quoting.offer();
  };

  /** The text moved under the button. */
  follow(): void {
    this.#quoting?.place();
  }

  press(event: KeyboardEvent): void {
    this.#quoting?.press(event);
  }

  render(): TemplateResult | typeof nothing {
    return this.#quoting?.render() ?? nothing;
  }
}
