import type { MoreTexts } from '../strings/more/ko.js';
import { DeskElement } from './desk-element.js';
import type { Hub } from './hub-context.js';
import { StoreReader } from './store-reader.js';

/** An element that opens late, such as a dialog: its texts come with it, and until they are there it waits for its hub. */
export abstract class LateElement extends DeskElement {
  readonly #more = new StoreReader<MoreTexts | undefined>(
    this,
    (hub) => hub.text.$more,
    (texts) => {
      if (texts) this.#arrived?.();
    },
  );
  #arrived?: () => void;

  /** Settles when its texts are there, or when it leaves the page without them. What it is asked before that finds no hub. */
  async whenReady(): Promise<void> {
    await this.updateComplete;
    if (this.hub || !this.isConnected) return;
    const former = this.#arrived;
    await new Promise<void>((settle) => {
      this.#arrived = () => {
        former?.();
        settle();
      };
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#arrived?.();
  }

  protected override get hub(): Hub | undefined {
    return this.#more.value && super.hub;
  }

  /** The texts of what opens late, in the hub's language; read them only where a hub is known to be there. */
  protected get more(): MoreTexts {
    const texts = this.#more.value;
    if (!texts) throw new Error(`<${this.localName}> reads texts without a hub`);
    return texts;
  }
}
