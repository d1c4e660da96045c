import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { DialogController } from '../../base/dialog.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import type { SearchSource } from '../../base/search-source.js';
import { renderFrame, renderUnread } from '../../base/settings-parts.js';
import { StoreReader } from '../../base/store-reader.js';
import { timeText } from '../../base/time-text.js';
import type { TicketEvent } from '../../domain/types.js';
import { RetryRequest } from '../../events/requests.js';
import { actorOf, factsOf, wordsOf } from './event-facts.js';
import { styles } from './ticket-events.styles.js';

/**
 * Everything that happened to the open ticket, the newest first: when, who or which trigger, and what before and after.
 *
 * @element ticket-events
 * @fires {RetryRequest} desk-retry-request - The agent wants the events loaded again. Cancelable.
 * @fires {Event} close - The layer closed. Does not bubble.
 * @csspart dialog - The layer, where it is one.
 * @csspart events - The list.
 */
export class TicketEvents extends LateElement {
  static override styles = [inheritedReset, ...styles];

  /** Whether it is a layer that `show` opens, instead of a part of the page. */
  @property({ type: Boolean, reflect: true }) layer = false;

  readonly #events = new StoreReader(this, (hub) => hub.tickets.$events);
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  // A third reader: the names of types and fields are the service's settings.
  readonly #settings = new StoreReader(this, (hub) => hub.session.$settings);
  readonly #dialog = new DialogController(this, () => void this.dispatchEvent(new Event('close')));

  override render() {
    if (!this.hub) return this.renderDetached();
    const { layer, language } = this;
    const { title, label } = this.more.ticketEvents;
    const { close } = this.texts.common;
    const frame = { layer, language, close, isOpen: this.#dialog.open, onClose: () => this.close() };
    return renderFrame({ ...frame, title: layer ? title : label }, () => this.#renderContent());
  }

  #renderContent(): TemplateResult {
    const words = this.more.ticketEvents;
    const load = this.#events.value;
    if (!load || load.status === 'idle') return html`<p class="quiet-words">${words.noTicket}</p>`;
    const events = known(load);
    if (!events) {
      const error = load.status === 'failed' ? load.error : undefined;
      return renderUnread(error, words.failed, this.texts, () => this.ask(new RetryRequest('events')));
    }
    if (events.length === 0) return html`<p class="quiet-words">${words.empty}</p>`;
    return html`<ol class="events" part="events" tabindex="0" aria-label=${words.label}>
      ${events.toReversed().map((event) => this.#renderEvent(event))}
    </ol>`;
  }

  #renderEvent(event: TicketEvent): TemplateResult {
    const { texts, more, language } = this;
    const session = known(this.#session.value);
    const source: SearchSource = { texts, more, language, session, settings: known(this.#settings.value) };
    const zone = session?.service.timeZone ?? 'UTC';
    return html`<li class="event">
      <span class="what">${wordsOf(event, source)}</span>
      <span class="facts" dir="auto">${factsOf(event, source).map((fact) => html`<span>${fact}</span>`)}</span>
      <span class="about">
        <span dir="auto">${actorOf(event, source)}</span>
        <time datetime=${new Date(event.at).toISOString()} title=${timeText(event.at, language, zone, 'exact')}>
          ${timeText(event.at, language, zone, 'dateTime')}
        </time>
      </span>
    </li>`;
  }

  /** Opens it as a layer. */
  async show(): Promise<void> {
    this.layer = true;
    await this.#dialog.show();
  }

  /** Closes the layer. */
  close(): void {
    this.#dialog.close();
  }
}
