import type { ReactiveElement } from 'lit';
import type { Hub } from '../../base/hub-context.js';
import type { HubHost } from '../../base/hub-link.js';
import { maskRangesIn, rangeOf, stretchesIn } from '../../base/mask-ranges.js';
import { placeSelection, selectedIn } from '../../base/selected-range.js';
import { refit, type MaskRange } from '../../domain/masks.js';
import type { HistoryEntry } from '../../domain/types.js';
import { MaskSelectRequest } from '../../events/requests.js';

/** What was told last, and the messages as they were then. */
interface Told {
  readonly hub: Hub;
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
  report(ticketId: string | null, hub: Hub | undefined): void {
    const range = selectedIn(this.host.renderRoot as ShadowRoot);
    const bodies = range ? [...this.host.renderRoot.querySelectorAll('.message-body')] : [];
    const ranges = range && ticketId ? maskRangesIn(bodies, this.entryOf, range) : [];
    if (this.#isTold(ticketId, ranges) && this.isHeld()) return;
    if (!hub || !ticketId || ranges.length === 0) return this.drop(hub);
    const entries = bodies.map((body) => this.entryOf(body)).filter((entry) => entry !== undefined);
    const selection = { ticketId, ranges };
    this.#told = { hub, ticketId, ranges, entries: new Map(entries.map((entry) => [entry.id, entry])) };
    placeSelection(selection, this.host.renderRoot as ShadowRoot);
    this.host.dispatchEvent(new MaskSelectRequest(selection));
  }

  /** Nothing is selected any more, in the hub that the history stands in now or in the one that it left. */
  drop(hub: Hub | undefined): void {
    const told = this.#told;
    if (!told) return;
    this.#told = undefined;
    const request = new MaskSelectRequest(null);
    if (hub === told.hub) this.host.dispatchEvent(request);
    else {
      const messenger = document.createElement('span');
      const leave = told.hub.join(messenger);
      messenger.dispatchEvent(request);
      leave();
    }
  }

  /** Marks are about to be put into a message. What it answers selects the same words afterwards. */
  hold(body: HTMLElement): () => void {
    const range = selectedIn(this.host.renderRoot as ShadowRoot);
    const entry = this.entryOf(body);
    const isWhole = range && body.contains(range.commonAncestorContainer);
    const [words] = isWhole && entry ? stretchesIn(body, { ...entry, masks: [] }, range) : [];
    return () => {
      if (words) selectWords(rangeOf(body, words));
    };
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
      if (kept) selectWords(rangeOf(body, kept));
    };
  }

  #isTold(ticketId: string | null, ranges: readonly MaskRange[]): boolean {
    const told = this.#told;
    return told?.ticketId === ticketId && JSON.stringify(told?.ranges) === JSON.stringify(ranges);
  }
}

function selectWords(words: Range | null): void {
  if (!words) return;
  const { startContainer, startOffset, endContainer, endOffset } = words;
  document.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
}
