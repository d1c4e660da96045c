import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AgentGuard } from '../../base/agent-guard.js';
import { DialogController } from '../../base/dialog.js';
import { icon } from '../../base/icons.js';
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
import { eventGroups, filtered, groupOf, noFilter, type EventFilter, type EventGroup } from './event-filter.js';
import { styles } from './ticket-events.styles.js';

/** From so many events on there is something to choose from. */
const leastToFilter = 2;

/**
 * Everything that happened to the open ticket, the newest first: when, who or which trigger, and what before and after.
 * The agent narrows it to what happened and to who did it.
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

  @state() private filter: EventFilter = noFilter;

  readonly #events = new StoreReader(this, (hub) => hub.tickets.$events);
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  // A third reader: the names of types and fields are the service's settings.
  readonly #settings = new StoreReader(this, (hub) => hub.session.$settings);
  readonly #dialog = new DialogController(this, () => void this.dispatchEvent(new Event('close')));

  constructor() {
    super();
    new AgentGuard(this, () => (this.filter = noFilter));
  }

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
      const again = (): unknown => this.ask(new RetryRequest('events'));
      return renderUnread(error, words.failed, this.texts, again, words.denied);
    }
    if (events.length === 0) return html`<p class="quiet-words">${words.empty}</p>`;
    const shown = filtered(events, this.filter, this.#actorOf);
    return html`${this.#renderFilter(events, shown)}
    ${
      shown.length === 0
        ? html`<p class="quiet-words">${words.none}</p>`
        : html`<ol class="events" part="events" tabindex="0" aria-label=${words.label}>
            ${shown.toReversed().map((event) => this.#renderEvent(event))}
          </ol>`
    }`;
  }

  /** Offers only what there is, and what was chosen although there is none of it in this ticket. */
  #renderFilter(events: readonly TicketEvent[], shown: readonly TicketEvent[]): TemplateResult | typeof nothing {
    const words = this.more.ticketEvents;
    const { group, actor } = this.filter;
    const isOn = group !== null || actor !== null;
    if (events.length < leastToFilter && !isOn) return nothing;
    const groups = eventGroups.filter((one) => one === group || events.some((event) => groupOf(event) === one));
    const actors = [...new Set([...events.map(this.#actorOf), ...(actor === null ? [] : [actor])])];
    return html`<div class="filter">
      ${renderSelect(
        words.what,
        words.all,
        groups.map((one) => [one, words[one]]),
        group,
        (value) => (this.filter = { ...this.filter, group: value as EventGroup | null }),
      )}
      ${renderSelect(
        words.who,
        words.everybody,
        actors.map((one) => [one, one]),
        actor,
        (value) => (this.filter = { ...this.filter, actor: value }),
      )}
      <span class="visually-hidden" role="status">${isOn ? words.found(shown.length) : nothing}</span>
    </div>`;
  }

  #renderEvent(event: TicketEvent): TemplateResult {
    const { language } = this;
    const source = this.#source;
    const zone = source.session?.service.timeZone ?? 'UTC';
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

  get #source(): SearchSource {
    const { texts, more, language } = this;
    return { texts, more, language, session: known(this.#session.value), settings: known(this.#settings.value) };
  }

  readonly #actorOf = (event: TicketEvent): string => actorOf(event, this.#source);

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

function renderSelect(
  label: string,
  all: string,
  choices: readonly (readonly [value: string, label: string])[],
  chosen: string | null,
  choose: (value: string | null) => void,
): TemplateResult {
  const onChange = ({ target }: Event): void => choose((target as HTMLSelectElement).value || null);
  return html`<span class="select">
    <select class="input" aria-label=${label} @change=${onChange}>
      <option value="" .selected=${chosen === null}>${all}</option>
      ${choices.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
    </select>
    ${icon('chevronDown')}
  </span>`;
}
