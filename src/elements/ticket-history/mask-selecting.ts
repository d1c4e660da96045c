import type { ReactiveElement } from 'lit';
import type { HubHost } from '../../base/hub-link.js';
import { maskRangesIn, rangeOf } from '../../base/mask-ranges.js';
import { selectedIn } from '../../base/selected-range.js';
import { refit, type MaskRange } from '../../domain/masks.js';
import type { HistoryEntry } from '../../domain/types.js';
import { MaskSelectRequest } from '../../events/requests.js';

/** What was told last, and the messages as they were then. */
interface Told {
  readonly ticketId: string;
  readonly ranges: readonly MaskRange[];
  readonly entries: ReadonlyMap<number, HistoryEntry>;
}

/** Tells who masks of the selection in a history: where its words stand, never what they are. */
export class MaskSelecting {
  #told?: Told;

  constructor(
    private readonly host: HubHost & ReactiveElement,
    private readonly entryOf: (element: Element) => HistoryEntry | undefined,
    /** Whether what was told still counts for the others: once masked it does not. */
    private readonly isHeld: () => boolean,
  ) {}

  /** Looks at the selection, for the ticket that is open. */
  report(ticketId: string | null): void {
    const range = selectedIn(this.host.renderRoot as ShadowRoot);
    const bodies = range ? [...this.host.renderRoot.querySelectorAll('.message-body')] : [];
    const ranges = range && ticketId ? maskRangesIn(bodies, this.entryOf, range) : [];
    if (this.#isTold(ticketId, ranges) && this.isHeld()) return;
    if (!ticketId || ranges.length === 0) return this.drop();
    const entries = bodies.map((body) => this.entryOf(body)).filter((entry) => entry !== undefined);
    this.#told = { ticketId, ranges, entries: new Map(entries.map((entry) => [entry.id, entry])) };
    this.host.dispatchEvent(new MaskSelectRequest({ ticketId, ranges }));
  }

  /** Nothing is selected any more. */
  drop(): void {
    if (!this.#told) return;
    this.#told = undefined;
    this.host.dispatchEvent(new MaskSelectRequest(null));
  }

  /**
   * A message is about to be drawn again. What it answers selects the same words afterwards, if they are there and nothing
   * else was selected with them.
   */
  keep(body: HTMLElement): () => void {
    const range = selectedIn(this.host.renderRoot as ShadowRoot);
    const [told, ...others] = this.#told?.ranges ?? [];
    const now = this.entryOf(body);
    const before = told && this.#told?.entries.get(told.entryId);
    const isWhole = range && body.contains(range.commonAncestorContainer);
    if (!isWhole || !told || others.length > 0 || !before || now?.id !== before.id) return () => undefined;
    return () => {
      const kept = refit(told, before, now);
      const words = kept && rangeOf(body, kept);
      if (!words) return;
      const { startContainer, startOffset, endContainer, endOffset } = words;
      document.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
    };
  }

  #isTold(ticketId: string | null, ranges: readonly MaskRange[]): boolean {
    const told = this.#told;
    return told?.ticketId === ticketId && JSON.stringify(told?.ranges) === JSON.stringify(ranges);
  }
}
