import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { chime } from '../../base/chime.js';
import { DialogController } from '../../base/dialog.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import { renderFrame, renderUnread } from '../../base/settings-parts.js';
import { StoreReader } from '../../base/store-reader.js';
import { boardItems } from '../../domain/board-items.js';
import { boardChannels } from '../../domain/channel-board.js';
import type { BoardPreferences } from '../../domain/preferences.js';
import { PreferencesChangeRequest, RetryRequest } from '../../events/requests.js';
import { styles } from './board-settings.styles.js';

const parts = ['all', 'my', ...boardChannels] as const;
type Part = (typeof parts)[number];

/**
 * How an agent wants the boards: which figures in which order, in which direction, and how promised calls are told. What is
 * changed counts at once and is kept with the agent.
 *
 * @element board-settings
 * @fires {PreferencesChangeRequest} desk-preferences-change-request - Something is wanted otherwise. Cancelable.
 * @fires {RetryRequest} desk-retry-request - The settings are to be loaded again. Cancelable.
 * @fires {Event} close - The layer closed. Does not bubble.
 * @csspart dialog - The layer.
 */
export class BoardSettings extends LateElement {
  static override styles = [inheritedReset, ...styles];

  @state() private said = '';
  @state() private hasOrientation = false;

  readonly #preferences = new StoreReader(this, (hub) => hub.preferences.$preferences);
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  readonly #dialog = new DialogController(this, () => void this.dispatchEvent(new Event('close')));
  /** What the keyboard is to be on again, once it stands at its new place. */
  #focusNext = '';

  override updated(): void {
    if (!this.#focusNext) return;
    const [name, control] = this.#focusNext.split(' ');
    this.#focusNext = '';
    const row = this.renderRoot.querySelector(`[data-item='${name}']`);
    const wanted = row?.querySelector<HTMLElement>(`[data-does='${control}']:not(:disabled)`);
    (wanted ?? row?.querySelector<HTMLButtonElement>('button:not(:disabled)'))?.focus();
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const { language } = this;
    const { close } = this.texts.common;
    const { title } = this.more.boardSettings;
    const frame = { layer: true, language, close, title, isOpen: this.#dialog.open, onClose: () => this.close() };
    return renderFrame(frame, () => this.#renderContent());
  }

  #renderContent(): TemplateResult {
    const words = this.more.boardSettings;
    const load = this.#preferences.value;
    // Of what is not known no part can be changed without the rest being lost.
    if (!known(load)) {
      const error = load?.status === 'failed' ? load.error : undefined;
      return renderUnread(error, words.failed, this.texts, () => this.ask(new RetryRequest('preferences')));
    }
    return html`<div class="body">
      <fieldset>
        <legend>${words.figures}</legend>
        ${parts.filter((part) => this.#isOffered(part)).map((part) => this.#renderPart(part))}
        <div>
          <button class="button" type="button" @click=${() => this.#change({ items: undefined })}>
            ${icon('restore')}${words.reset}
          </button>
        </div>
      </fieldset>
      ${this.hasOrientation ? this.#renderOrientation() : nothing} ${this.#renderCalls()}
      <p class="quiet-hint">${words.saved}</p>
      <span class="visually-hidden" role="status">${this.said}</span>
    </div>`;
  }

  /** Shown figures in their order, then those that are hidden. */
  #renderPart(part: Part): TemplateResult {
    const shown = this.#items.filter((name) => name.startsWith(`${part}.`));
    const hidden = boardItems.filter((name) => name.startsWith(`${part}.`) && !shown.includes(name));
    return html`<div>
      <div class="half" id="half-${part}">${this.#title(part)}</div>
      <ul role="list" aria-labelledby="half-${part}">
        ${repeat(
          [...shown, ...hidden],
          (name) => name,
          (name) => this.#renderItem(name, shown),
        )}
      </ul>
    </div>`;
  }

  #renderItem(item: string, shown: readonly string[]): TemplateResult {
    const words = this.more.boardSettings;
    const name = this.#nameOf(item);
    const place = shown.indexOf(item);
    const step = (by: 'up' | 'down') => {
      const to = place + (by === 'up' ? -1 : 1);
      return html`<button
        class="button quiet"
        type="button"
        data-does=${by}
        ?disabled=${place < 0 || to < 0 || to >= shown.length}
        aria-label=${words[by]({ name })}
        title=${words[by]({ name })}
        @click=${() => this.#move(item, shown, to, by)}
      >
        ${icon(by === 'up' ? 'chevronUp' : 'chevronDown')}
      </button>`;
    };
    return html`<li class="item" data-item=${item}>
      <label>
        <input type="checkbox" data-does="show" .checked=${live(place >= 0)} @change=${() => this.#toggle(item)} />
        ${name}
      </label>
      ${step('up')}${step('down')}
    </li>`;
  }

  #renderOrientation(): TemplateResult {
    const words = this.more.boardSettings;
    const chosen = this.#board.orientation ?? 'horizontal';
    return html`<fieldset>
      <legend>${words.orientation}</legend>
      ${(['horizontal', 'vertical'] as const).map(
        (way) =>
          html`<label class="choice">
            <input
              type="radio"
              name="orientation"
              .checked=${live(way === chosen)}
              @change=${() => this.#change({ orientation: way })}
            />
            ${words[way]}
          </label>`,
      )}
    </fieldset>`;
  }

  #renderCalls(): TemplateResult {
    const words = this.more.boardSettings;
    const { sound = false, notify = false } = this.#board;
    const isBlocked = notify && 'Notification' in window && Notification.permission === 'denied';
    return html`<fieldset>
      <legend>${words.calls}</legend>
      <div class="choice">
        <label>
          <input
            type="checkbox"
            name="sound"
            .checked=${live(sound)}
            @change=${() => this.#change({ sound: !sound })}
          />
          ${words.sound}
        </label>
        <button class="button" type="button" @click=${() => void chime()}>${words.tryOut}</button>
      </div>
      ${
        'Notification' in window
          ? html`<label class="choice">
              <input
                type="checkbox"
                name="notify"
                .checked=${live(notify)}
                @change=${() => void this.#notify(!notify)}
              />
              ${words.notify}
            </label>`
          : nothing
      }
      ${isBlocked ? html`<p class="quiet-hint" role="alert">${words.blocked}</p>` : nothing}
    </fieldset>`;
  }

  get #board(): BoardPreferences {
    return known(this.#preferences.value)?.board ?? {};
  }

  get #items(): readonly string[] {
    return this.#board.items ?? boardItems;
  }

  #isOffered(part: Part): boolean {
    if (part === 'all' || part === 'my') return true;
    return known(this.#session.value)?.capabilities[part] ?? false;
  }

  #title(part: Part): string {
    const { allLong, myLong } = this.texts.miniBoard;
    return part === 'all' ? allLong : part === 'my' ? myLong : this.more.channelBoard[part];
  }

  #nameOf(item: string): string {
    const name = item.slice(item.indexOf('.') + 1);
    const figure = this.texts.figure as Readonly<Record<string, string>>;
    const ofChannel = this.more.channelFigure as Readonly<Record<string, string>>;
    return (/^(all|my)\./.test(item) ? figure[name] : ofChannel[name]) ?? name;
  }

  #toggle(item: string): void {
    const items = this.#items;
    this.#change({ items: items.includes(item) ? items.filter((one) => one !== item) : [...items, item] });
    // The row goes to another place.
    this.#focusNext = `${item} show`;
  }

  #move(item: string, shown: readonly string[], to: number, by: 'up' | 'down'): void {
    const order = shown.filter((one) => one !== item);
    order.splice(to, 0, item);
    let place = 0;
    this.#change({ items: this.#items.map((one) => (shown.includes(one) ? (order[place++] ?? one) : one)) });
    this.said = this.more.boardSettings.moved({ name: this.#nameOf(item), place: to + 1 });
    this.#focusNext = `${item} ${by}`;
  }

  /** The browser is asked only now that the agent wants it. */
  async #notify(notify: boolean): Promise<void> {
    this.#change({ notify });
    if (notify && Notification.permission === 'default') await Notification.requestPermission();
    this.requestUpdate();
  }

  #change(change: { readonly [Name in keyof BoardPreferences]: BoardPreferences[Name] | undefined }): void {
    const told = Object.entries({ ...this.#board, ...change }).filter(([, value]) => value !== undefined);
    this.ask(new PreferencesChangeRequest({ board: Object.fromEntries(told) }));
  }

  /** Opens it; `hasOrientation`: whether the page leaves the direction to the agent. */
  async show({ hasOrientation = false }: { readonly hasOrientation?: boolean } = {}): Promise<void> {
    this.hasOrientation = hasOrientation;
    await this.#dialog.show();
  }

  /** Closes it. */
  close(): void {
    this.#dialog.close();
  }
}
