import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { DeskElement } from '../../base/desk-element.js';
import { FocusKeeper } from '../../base/focus-keeper.js';
import type { Load } from '../../base/hub-context.js';
import { lateDialog } from '../../base/late-dialog.js';
import { latePart } from '../../base/late-part.js';
import { sentences } from '../../base/sentences.js';
import { icon } from '../../base/signs.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { numberText } from '../../base/number-text.js';
import { StoreReader } from '../../base/store-reader.js';
import { arrangedItems } from '../../domain/board-items.js';
import type { Board, Figure } from '../../domain/types.js';
import { ListOpenRequest, RetryRequest } from '../../events/requests.js';
import { changedFigures, namedFigures, shownFigures, type BoardFigure, type Scope } from './board-figures.js';
import { styles } from './mini-board.styles.js';

/**
 * The inflow of the service (ALL) and of the agent (MY) in live figures. Each figure opens exactly the tickets that it
 * counts. A promised call whose time has come blinks for a few seconds and stays marked until the calls are made; the mark
 * opens those calls. Which figures there are and in which order says the page, else the agent.
 *
 * @element mini-board
 * @fires {ListOpenRequest} desk-list-open-request - The agent pressed a figure. Cancelable.
 * @fires {RetryRequest} desk-retry-request - The figures are to be loaded again. Cancelable.
 * @csspart figure - One figure with its name.
 * @csspart value - The number.
 */
export class MiniBoard extends DeskElement {
  static override styles = [inheritedReset, ...styles];

  /** `vertical` puts the figures one below the other; without it as the agent wants it, usually side by side. */
  @property({ reflect: true }) orientation: 'horizontal' | 'vertical' | null = null;

  /** Which half to show: the service's, the agent's, or both. */
  @property({ reflect: true }) scope: Scope | 'both' = 'both';

  /** Which figures, in which order: names with spaces between. Without it as the agent arranged them. */
  @property() figures: string | null = null;

  /** Takes away the way to the settings by which the agent arranges the board. */
  @property({ type: Boolean, reflect: true }) fixed = false;

  /** So many calls that are due were acknowledged. */
  @state() private seen = 0;

  #shown?: Board;
  #due = 0;
  #blinking?: Animation;
  readonly #board = new StoreReader(
    this,
    (hub) => hub.board.$board,
    (load) => this.#onBoard(load),
  );
  readonly #preferences = new StoreReader(this, (hub) => hub.preferences.$preferences);

  constructor() {
    super();
    // The mark of due calls goes with the last of them.
    new FocusKeeper(this, '.cell');
  }

  override updated(): void {
    const before = this.#shown;
    this.#shown = this.#value;
    for (const figure of changedFigures(before, this.#shown)) this.#flash(figure);
    const due = this.#shown?.my.promisedCallsDue ?? 0;
    if (due > this.#due) this.#blink();
    this.#due = due;
    // A call that was made leaves room for another one to be told of.
    if (due < this.seen) this.seen = due;
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const load = this.#board.value;
    const due = this.#value?.my.promisedCallsDue ?? 0;
    const way = this.orientation ?? this.#arranged?.orientation ?? 'horizontal';
    return html`<div class="root ${way}" lang=${this.language}>
      <div class="board" role="group" aria-label=${this.texts.miniBoard.label}>
        ${this.scope === 'my' ? nothing : this.#renderHalf('all')}
        ${this.scope === 'all' ? nothing : this.#renderHalf('my')} ${this.fixed ? nothing : this.#renderSettings()}
        ${load?.status === 'failed' ? this.#renderProblem(load) : nothing}
      </div>
      <div class="visually-hidden" role="status">
        ${due > 0 && this.scope !== 'all' ? this.texts.miniBoard.due(due) : nothing}
      </div>
    </div>`;
  }

  #renderHalf(scope: Scope): TemplateResult | typeof nothing {
    const texts = this.texts.miniBoard;
    const long = scope === 'all' ? texts.allLong : texts.myLong;
    const names = namedFigures(this.figures, scope) ?? arrangedItems(this.#arranged, scope);
    if (names?.length === 0) return nothing;
    return html`<div class="half" role="group" aria-label=${long}>
      <span class="scope" title=${long} aria-hidden="true">${texts[scope]}</span>
      ${shownFigures(scope, this.#value, names).map((each) => this.#renderFigure(each))}
    </div>`;
  }

  #renderFigure(each: BoardFigure): TemplateResult {
    const isCalls = each.figure === 'my.promisedCalls';
    return html`<div class="cell ${isCalls ? 'calls' : ''}">
      <button
        class="figure"
        part="figure"
        type="button"
        data-figure=${each.figure}
        ?disabled=${each.value === undefined}
        @click=${() => this.#open(each.figure)}
      >
        <span class="visually-hidden">${this.#describe(each)}</span>
        <span class="name" aria-hidden="true">${this.texts.figure[each.name]}</span>
        <span class="value" part="value" aria-hidden="true">${this.#renderValue(each)}</span>
      </button>
      ${isCalls ? this.#renderDue() : nothing}
    </div>`;
  }

  #renderValue({ figure, value }: BoardFigure): TemplateResult | string {
    if (value === undefined) return this.#board.value?.status === 'failed' ? '–' : html`<span class="skeleton"></span>`;
    if (value === null) return '–';
    const text = numberText(value, this.language);
    return figure === 'all.handlingRate' ? html`${text}<span class="unit">%</span>` : text;
  }

  #renderDue(): TemplateResult | typeof nothing {
    const due = this.#value?.my.promisedCallsDue ?? 0;
    if (due === 0) return nothing;
    const isCalm = due <= this.seen;
    const { acknowledge } = this.texts.miniBoard;
    const mark = html`<button class="due" type="button" title=${this.texts.miniBoard.due(due)} @click=${this.#onDue}>
      <span class="visually-hidden">
        ${this.texts.miniBoard.count({ name: this.texts.figure.promisedCallsDue, count: due })}
      </span>
      ${icon('phone')}<span class="now" aria-hidden="true">${this.texts.miniBoard.dueNow}</span>
      <b aria-hidden="true">${numberText(due, this.language)}</b>
    </button>`;
    const check = html`<button
      class="button quiet seen"
      type="button"
      aria-label=${acknowledge}
      title=${acknowledge}
      @click=${this.#onSeen}
    >
      ${icon('check')}
    </button>`;
    return html`<span class="mark ${isCalm ? 'calm' : ''}">${mark}${isCalm ? nothing : check}</span>`;
  }

  #renderSettings(): TemplateResult {
    const { settings } = this.texts.miniBoard;
    return html`<button
      class="button quiet arrange"
      type="button"
      aria-label=${settings}
      title=${settings}
      @click=${this.#onSettings}
    >
      ${icon('settings')}
    </button>`;
  }

  #renderProblem(load: Extract<Load<Board>, { status: 'failed' }>): TemplateResult {
    const texts = this.texts.miniBoard;
    return html`<div class="problem">
      <span role="status"
        >${sentences(this.#value ? texts.stale : texts.failed, this.texts.errors[load.error.kind])}</span
      >
      <button class="button" type="button" @click=${this.#onRetry}>${icon('refresh')}${this.texts.common.retry}</button>
    </div>`;
  }

  get #arranged() {
    return known(this.#preferences.value)?.board;
  }

  get #value(): Board | undefined {
    return known(this.#board.value);
  }

  #describe({ name, value, figure }: BoardFigure): string {
    const label = this.texts.figure[name];
    if (value === undefined) return label;
    if (value === null) return this.texts.miniBoard.noRate({ name: label });
    if (figure === 'all.handlingRate') return this.texts.miniBoard.rate({ name: label, percent: value });
    return this.texts.miniBoard.count({ name: label, count: value });
  }

  /** Another hub, or none: nothing that is shown next has changed from what was shown before. */
  #onBoard(load: Load<Board> | undefined): void {
    if (load) return;
    this.#shown = undefined;
    this.#due = this.seen = 0;
  }

  #flash(figure: Figure): void {
    if (this.#isStill()) return;
    const button = this.renderRoot.querySelector(`[data-figure='${figure}']`);
    button?.animate({ opacity: [1, 0] }, { duration: 1500, easing: 'ease-out', pseudoElement: '::before' });
  }

  /** Once a second, five seconds, then steady. */
  #blink(): void {
    if (this.#isStill()) return;
    this.#blinking = this.renderRoot
      .querySelector('.due')
      ?.animate({ opacity: [1, 0.3, 1] }, { duration: 1000, iterations: 5 });
  }

  #isStill(): boolean {
    return matchMedia('(prefers-reduced-motion: reduce)').matches;
  }

  #open(figure: Figure): void {
    const whole = { group: undefined, transfer: undefined, starred: undefined, unread: undefined } as const;
    const change = { ...whole, view: 'all', figure, q: undefined, where: undefined } as const;
    this.ask(new ListOpenRequest(change));
  }

  /** What was acknowledged stays marked, quietly, until the call is made. */
  readonly #onSeen = (): void => {
    this.#blinking?.cancel();
    this.seen = this.#due;
    this.renderRoot.querySelector<HTMLElement>('.due')?.focus();
  };

  readonly #onSettings = async (): Promise<void> => {
    const load = () => import('../board-settings/define.js');
    const dialog = await latePart(this, () => lateDialog(this, 'board-settings', load));
    await dialog?.show({ hasOrientation: !this.orientation });
  };

  readonly #onDue = async (): Promise<void> => {
    this.#blinking?.cancel();
    this.seen = this.#due;
    const load = () => import('../promised-calls/define.js');
    const layer = await latePart(this, () => lateDialog(this, 'promised-calls', load, true));
    layer?.addEventListener('close', this.#onCallsClosed, { once: true });
    await layer?.show({ isDueOnly: true });
  };

  /** The keyboard goes back to the mark; where that went meanwhile, to its figure. */
  readonly #onCallsClosed = (): void => {
    if (this.renderRoot.querySelector('.mark')) return;
    this.renderRoot.querySelector<HTMLElement>('.calls > .figure')?.focus();
  };

  #onRetry(): void {
    this.ask(new RetryRequest('board'));
  }
}
