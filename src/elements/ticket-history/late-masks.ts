import type { TemplateResult } from 'lit';
import { latePart } from '../../base/late-part.js';
import { selectedIn } from '../../base/selected-range.js';
import { StoreReader } from '../../base/store-reader.js';
import { mayMask } from '../../domain/permissions.js';
import type { HistoryEntry, Session } from '../../domain/types.js';
import type { EntryMasks } from './entry-context.js';
import { LateFound } from './late-found.js';
import type { Masking, MaskingHost } from './masking.js';
import { notes } from './notes.js';

/** How long a selection rests before it is told: while it is drawn it changes with every move. */
const rest = 120;

/** The masks of a history. They are loaded with the first message that has one, or for who selects something to mask. */
export class LateMasks implements EntryMasks {
  #masking?: Masking;
  #loading?: Promise<Masking | undefined>;
  #resting?: ReturnType<typeof setTimeout>;
  readonly #found: LateFound;
  readonly #ticketId: StoreReader<string | null>;
  /** Whether selections are to be told. */
  #isOffered = false;

  constructor(private readonly host: MaskingHost) {
    const { element } = host;
    this.#found = new LateFound(element, (each) => host.entryOf(each));
    this.#ticketId = new StoreReader(
      element,
      (hub) => hub.tickets.$currentId,
      () => this.#masking?.selecting.drop(this.#ticketId.hub),
    );
    element.addController({
      hostConnected: () => document.addEventListener('selectionchange', this.#onSelection),
      hostDisconnected: () => {
        document.removeEventListener('selectionchange', this.#onSelection);
        clearTimeout(this.#resting);
      },
    });
  }

  /** Who may not mask is offered nothing, and is told of no selection. */
  offer(session: Session | undefined): boolean {
    this.#isOffered = mayMask(session);
    if (!this.#isOffered) this.#masking?.selecting.drop(this.#ticketId.hub);
    return this.#isOffered;
  }

  /** Something may be selected, or nothing any more. */
  readonly select = async (): Promise<void> => {
    clearTimeout(this.#resting);
    if (!this.#isOffered || !this.host.element.isConnected) return;
    if (!this.#masking && !selectedIn(this.host.element.renderRoot as ShadowRoot)) return;
    // Most people select to read or to copy: they are not told that the way to mask is not there.
    const masking = await this.#load(false);
    if (this.#isOffered) masking?.selecting.report(this.#ticketId.value ?? null, this.#ticketId.hub);
  };

  draw(body: HTMLElement): void {
    if (!this.#masking?.draw(body)) void this.#drawLater(body);
  }

  keep(body: HTMLElement): () => void {
    const restore = this.#masking?.keep(body);
    return () => {
      restore?.();
      this.#found.drawn(body);
    };
  }

  trace(entry: HistoryEntry): TemplateResult {
    return this.#masking?.trace(entry) ?? placeOfTrace(entry);
  }

  async choose(article: HTMLElement): Promise<void> {
    await (await this.#load(true))?.choose(article);
  }

  /** What is underlined stands in other nodes afterwards. */
  async #drawLater(body: HTMLElement): Promise<void> {
    const masking = await this.#load(false);
    await masking?.drawLater(body);
    if (masking && body.isConnected) this.#found.drawn(body);
  }

  async #load(isHeard: boolean): Promise<Masking | undefined> {
    const former = this.#loading;
    const loading = (this.#loading ??= latePart(this.host.element, () => this.#import(), isHeard));
    const masking = await loading;
    if (masking) return masking;
    // Another try for the next who needs it, and for who pressed while one was under way that fails unheard.
    if (this.#loading === loading) this.#loading = undefined;
    return former && isHeard ? this.#load(true) : undefined;
  }

  async #import(): Promise<Masking> {
    const { Masking } = await import('./masking.js');
    return (this.#masking = new Masking(this.host));
  }

  readonly #onSelection = (): void => {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => void this.select(), rest);
  };
}

/** As much room as the lines will take, so that nothing moves when they come. */
function placeOfTrace({ masks }: HistoryEntry): TemplateResult {
  const agents = new Set(masks.map(({ by }) => by.usercode));
  return notes(
    [...agents].map(() => '\u00a0'),
    true,
  );
}
