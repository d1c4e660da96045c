import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Texts } from '../strings/ko.js';
import type { DeskError } from './desk-error.js';
import type { Hub } from './hub-context.js';
import { HubLink } from './hub-link.js';
import { Logger } from './logger.js';
import { StoreReader } from './store-reader.js';
import { version } from './version.js';

/** How long an element waits for a hub whose script is still on its way, before it tells the console. */
const patience = 1000;

/** What every element of the kit has: the hub it stands in, the texts of that hub's language, and the plain states. */
export abstract class DeskElement extends LitElement {
  static readonly version = version;

  /** Id of a `desk-hub` elsewhere on the page; without it the nearest hub around the element counts. */
  @property({ attribute: 'hub' }) hubId = '';

  protected readonly log = new Logger(this.localName);
  #patience?: ReturnType<typeof setTimeout>;
  readonly #link = HubLink.of(this);
  readonly #texts = new StoreReader<Texts | undefined>(this, (hub) => hub.text.$texts);
  readonly #language = new StoreReader(this, (hub) => hub.text.$language);

  /** The hub, or undefined while there is none that can speak. */
  protected get hub(): Hub | undefined {
    return this.#link.hub;
  }

  /** The texts of the hub's language; read it only where a hub is known to be there. */
  protected get texts(): Texts {
    const texts = this.#texts.value;
    if (!texts) throw new Error(`<${this.localName}> reads texts without a hub`);
    return texts;
  }

  /** Language tag for `lang` attributes and `Intl`. */
  protected get language(): string {
    return this.#language.value ?? '';
  }

  /** Asks the hub, and the page before it: whoever cancels the event takes the matter over. Tells whether it went. */
  protected ask(request: Event): boolean {
    return this.dispatchEvent(request);
  }

  /** What an element shows without a hub: nothing. The page's author is told when no hub turns up. */
  protected renderDetached(): TemplateResult | typeof nothing {
    if (!this.#patience) this.#patience = setTimeout(() => this.#reportDetached(), patience);
    return nothing;
  }

  protected renderBusy(): TemplateResult {
    return html`<div class="root busy" role="status" lang=${this.language}>${this.texts.common.loading}</div>`;
  }

  protected renderFailure(error: DeskError): TemplateResult {
    return html`<div class="root failure" role="alert" lang=${this.language}>${this.texts.errors[error.kind]}</div>`;
  }

  #reportDetached(): void {
    this.#patience = undefined;
    if (!this.isConnected || this.#link.isAnswered) return;
    this.log.warnOnce(
      this.hubId
        ? `finds no <desk-hub id="${this.hubId}">. Check the id, or load the hub's script.`
        : 'stands outside a <desk-hub>. Put it inside one, or name one with hub="id".',
    );
  }
}
