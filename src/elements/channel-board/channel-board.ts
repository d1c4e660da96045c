import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import type { LiveChannel, LiveChannels, Load } from '../../base/hub-context.js';
import { numberText } from '../../base/number-text.js';
import { sentences } from '../../base/sentences.js';
import { StoreReader } from '../../base/store-reader.js';
import { arrangedChannel } from '../../domain/board-items.js';
import { boardChannels, figuresOf, type BoardChannel, type ChannelFigure } from '../../domain/channel-board.js';
import { RetryRequest } from '../../events/requests.js';
import { styles } from './channel-board.styles.js';
import { namedFigures, shownFigures, type ShownFigure } from './shown-figures.js';

/**
 * Telephone and chat in live figures, as the systems that run them tell it. Figures that nobody told anew for a while are
 * marked as old. A channel that the service does not have takes no room.
 *
 * @element channel-board
 * @fires {RetryRequest} desk-retry-request - The figures are to be loaded again. Cancelable.
 * @csspart figure - One figure with its name.
 * @csspart value - The number.
 */
export class ChannelBoard extends LateElement {
  static override styles = [inheritedReset, ...styles];

  /** `vertical` puts the figures one below the other; without it as the agent wants it, usually side by side. */
  @property({ reflect: true }) orientation: 'horizontal' | 'vertical' | null = null;

  /** Which channel to show, or both. */
  @property({ reflect: true }) channel: BoardChannel | 'both' = 'both';

  /** Which figures, in which order: names with spaces between. Without it as the agent arranged them, else all that were told. */
  @property() figures: string | null = null;

  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  // A third reader: how the agent arranged the boards.
  readonly #preferences = new StoreReader(this, (hub) => hub.preferences.$preferences);
  readonly #channels = new StoreReader(
    this,
    (hub) => hub.channels.$channels,
    (load) => this.#waitUntilOld(load),
  );
  #timer?: ReturnType<typeof setTimeout>;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const shown = boardChannels.filter((channel) => this.#isShown(channel));
    if (shown.length === 0) return nothing;
    const load = this.#channels.value;
    const way = this.orientation ?? this.#arranged?.orientation ?? 'horizontal';
    return html`<div class="root ${way}" lang=${this.language}>
      <div class="board" role="group" aria-label=${this.more.channelBoard.label}>
        ${shown.map((channel) => this.#renderChannel(channel, known(load)))}
        ${load?.status === 'failed' ? this.#renderProblem(load) : nothing}
      </div>
    </div>`;
  }

  #renderChannel(channel: BoardChannel, now: LiveChannels | undefined): TemplateResult {
    const name = this.more.channelBoard[channel];
    const state = now?.[channel];
    const isOld = state ? performance.now() >= state.staleAt : false;
    return html`<div class="half ${isOld ? 'is-old' : ''}" role="group" aria-label=${name}>
      <span class="scope" aria-hidden="true">${name}</span>
      ${now ? this.#renderFigures(channel, state ?? null) : this.#renderUnknown(channel)}
      <span role="status" class=${isOld ? 'old' : 'visually-hidden'}
        >${state && isOld ? this.#age(state) : nothing}</span
      >
    </div>`;
  }

  #renderFigures(channel: BoardChannel, state: LiveChannel | null): readonly TemplateResult[] | TemplateResult {
    const figures = state ? shownFigures(channel, state.figures, this.#names(channel)) : [];
    if (figures.length === 0) return html`<span class="none">${this.more.channelBoard.none}</span>`;
    return figures.map((each) => this.#renderFigure(this.more.channelFigure[each.figure], each));
  }

  /** Where nothing is known the places of the usual figures are kept. */
  #renderUnknown(channel: BoardChannel): readonly TemplateResult[] {
    const names = this.#names(channel) ?? figuresOf[channel];
    return names.map((figure) => this.#renderFigure(this.more.channelFigure[figure], undefined));
  }

  #renderFigure(name: string, shown: ShownFigure | undefined): TemplateResult {
    const texts = this.more.channelBoard;
    const value = shown && shown.value !== null ? Math.round(shown.value) : null;
    const words =
      value === null
        ? shown
          ? texts.noRate({ name })
          : name
        : texts[shown?.isRate ? 'rate' : 'count']({ name, count: value });
    return html`<div class="cell">
      <div class="figure" part="figure">
        <span class="visually-hidden">${words}</span>
        <span class="name" aria-hidden="true">${name}</span>
        <span class="value" part="value" aria-hidden="true">${this.#renderValue(shown)}</span>
      </div>
    </div>`;
  }

  #renderValue(shown: ShownFigure | undefined): TemplateResult | string {
    if (!shown) return this.#channels.value?.status === 'failed' ? '–' : html`<span class="skeleton"></span>`;
    if (shown.value === null) return '–';
    const text = numberText(shown.value, this.language);
    return shown.isRate ? html`${text}<span class="unit">%</span>` : text;
  }

  #renderProblem(load: Extract<Load<LiveChannels>, { status: 'failed' }>): TemplateResult {
    const texts = this.texts.miniBoard;
    return html`<div class="problem">
      <span role="status"
        >${sentences(load.value ? texts.stale : texts.failed, this.texts.errors[load.error.kind])}</span
      >
      <button class="button" type="button" @click=${this.#onRetry}>${icon('refresh')}${this.texts.common.retry}</button>
    </div>`;
  }

  #age({ toldAt }: LiveChannel): string {
    const minutes = Math.max(1, Math.floor((performance.now() - toldAt) / 60_000));
    return this.more.channelBoard.old(minutes);
  }

  get #arranged() {
    return known(this.#preferences.value)?.board;
  }

  #names(channel: BoardChannel): readonly ChannelFigure[] | null {
    return namedFigures(this.figures) ?? arrangedChannel(this.#arranged, channel);
  }

  #isShown(channel: BoardChannel): boolean {
    if (this.#names(channel)?.length === 0) return false;
    if (this.channel !== 'both' && this.channel !== channel) return false;
    return known(this.#session.value)?.capabilities[channel] ?? false;
  }

  /** Looks again when the next figures grow old, and each minute from then on. */
  #waitUntilOld(load: Load<LiveChannels> | undefined): void {
    clearTimeout(this.#timer);
    const now = performance.now();
    const waits = Object.values(known(load) ?? {}).flatMap((state) =>
      state ? [state.staleAt > now ? state.staleAt - now : 60_000 - ((now - state.toldAt) % 60_000)] : [],
    );
    if (waits.length === 0 || !this.isConnected) return;
    this.#timer = setTimeout(
      () => {
        this.requestUpdate();
        this.#waitUntilOld(load);
      },
      Math.min(...waits) + 1,
    );
  }

  #onRetry(): void {
    this.ask(new RetryRequest('channels'));
  }
}
