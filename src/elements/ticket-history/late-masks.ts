import type { TemplateResult } from 'lit';
import { latePart } from '../../base/late-part.js';
import { selectedIn } from '../../base/selected-range.js';
import { StoreReader } from '../../base/store-reader.js';
import { mayMask } from '../../domain/permissions.js';
import type { HistoryEntry, Session } from '../../domain/types.js';
import type { EntryMasks } from './entry-context.js';
import type { Masking, MaskingHost } from './masking.js';

/** How long a selection rests before it is told: while it is drawn it changes with every move. */
const rest = 120;

/** The masks of a history. They are loaded with the first message that has one, or for who selects something to mask. */
export class LateMasks implements EntryMasks {
  #masking?: Masking;
  #loading?: Promise<Masking | undefined>;
  #resting?: ReturnType<typeof setTimeout>;
  readonly #ticketId: StoreReader<string | null>;
  /** Whether selections are to be told. */
  #isOffered = false;

  constructor(private readonly host: MaskingHost) {
    const { element } = host;
    this.#ticketId = new StoreReader(
      element,
      (hub) => hub.tickets.$currentId,
      () => this.#masking?.selecting.drop(),
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
    if (!this.#isOffered) this.#masking?.selecting.drop();
    return this.#isOffered;
  }

  /** Something may be selected, or nothing any more. */
  readonly select = async (): Promise<void> => {
    clearTimeout(this.#resting);
    if (!this.#isOffered || !this.host.element.isConnected) return;
    if (!this.#masking && !selectedIn(this.host.element.renderRoot as ShadowRoot)) return;
    // Most people select to read or to copy: they are not told that the way to mask is not there.
    const masking = await this.#load(false);
    if (this.#isOffered) masking?.selecting.report(this.#ticketId.value ?? null);
  };

  draw(body: HTMLElement): void {
    if (!this.#masking?.draw(body)) void this.#load(false).then((masking) => masking?.drawLater(body));
  }

  keep(body: HTMLElement): () => void {
    return this.#masking?.keep(body) ?? (() => undefined);
  }

  trace(entry: HistoryEntry): TemplateResult | null {
    return this.#masking?.trace(entry) ?? null;
  }

  async choose(article: HTMLElement): Promise<void> {
    await (await this.#load(true))?.choose(article);
  }

  async #load(isHeard: boolean): Promise<Masking | undefined> {
    this.#loading ??= latePart(this.host.element, () => this.#import(), isHeard);
    const masking = await this.#loading;
    // Another try for the next who needs it.
    if (!masking) this.#loading = undefined;
    return masking;
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
