import { html, noChange, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { DeskElement } from '../../base/desk-element.js';
import { icon } from '../../base/signs.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { latePart } from '../../base/late-part.js';
import type { ColumnState, Density } from '../../domain/columns.js';
import type { Language } from '../../domain/types.js';
import { ListCollapseNotice } from '../../events/list-collapse.js';
import { TicketSelectRequest, TicketStarRequest } from '../../events/requests.js';
import { leading, needsSettings, type ColumnWords } from './columns.js';
import type { HeadControls } from './head-controls.js';
import { renderBar } from './list-bar.js';
import { ListBody } from './list-body.js';
import { ListColumns } from './list-columns.js';
import { ListFeed } from './list-feed.js';
import { renderMessage, renderWaiting } from './list-frame.js';
import { renderColumns, renderHead, pressHead } from './list-head.js';
import { pressKey, type ListActions } from './list-keys.js';
import { ListSelection } from './list-selection.js';
import { RowClaim } from './row-claim.js';
import { pressRow } from './row-press.js';
import { noNames, RowWords } from './row-words.js';
import { styles } from './ticket-list.styles.js';
import { WaitingVoice } from './waiting-voice.js';

/** Until the session tells the service's own zone. */
const usualZone = 'UTC';

/**
 * The tickets of the current list, live: however many there are, only the rows in sight exist. Rows can be opened,
 * ticked, starred and claimed by pointer and by keyboard; columns can be moved, widened, hidden and shown.
 *
 * @element ticket-list
 * @fires {TicketSelectRequest} desk-ticket-select-request - The agent opened a row. Cancelable.
 * @fires {TicketStarRequest} desk-ticket-star-request - The star of a row was pressed. Cancelable.
 * @fires {TicketClaimRequest} desk-ticket-claim-request - An unassigned ticket is to be taken. Cancelable.
 * @fires {TickRequest} desk-tick-request - Rows were ticked or unticked. Cancelable.
 * @fires {ListSortRequest} desk-list-sort-request - A column head was pressed. Cancelable.
 * @fires {ListArrangeRequest} desk-list-arrange-request - Columns or the height of rows are to change. Cancelable.
 * @fires {ListOpenRequest} desk-list-open-request - The filter of important or of unread tickets was switched. Cancelable.
 * @fires {ListRefreshRequest} desk-list-refresh-request - Waiting changes are to be shown, or a failed list loaded. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - A refusal was read. Cancelable.
 * @fires {ListCollapseNotice} desk-list-collapse - The list was folded away or came back. Does not bubble.
 * @csspart bar - The line above the rows.
 * @csspart head - The column heads.
 * @csspart fold - The button that folds the list away.
 * @cssprop [--desk-list-row-height] - Height of a row; without it the density decides.
 */
export class TicketList extends DeskElement {
  static override styles = [inheritedReset, ...styles];

  /** Folded away to a narrow edge. A console keeps it with the agent; a list that stands alone leaves that to its page. */
  @property({ type: Boolean, reflect: true }) collapsed = false;

  /** Columns to show, instead of those that the agent arranged; the agent then cannot arrange them. */
  @property({ attribute: false }) columns: readonly ColumnState[] | null = null;

  /** Height of the rows, `compact`, `normal` or `comfortable`, instead of what the agent chooses. */
  @property({ reflect: true }) density: Density | null = null;

  @state() private hasCards = false;

  @query('.viewport') private viewport!: HTMLElement | null;
  @query('.track') private track!: HTMLElement | null;
  @query('.ruler') private ruler!: HTMLElement | null;
  @query('.head') private head!: HTMLElement | null;

  readonly #feed: ListFeed = new ListFeed(this, {
    onRows: (changed) => this.#body?.onRows(changed),
    onMarks: () => this.#body?.onMarks(),
    onLeave: (window) => this.#body?.onLeave(window),
  });
  readonly #body: ListBody = new ListBody(this, this.#feed, () => this.#onMeasured());
  readonly #columns = new ListColumns(this);
  readonly #selection = new ListSelection(this, this.#feed);
  readonly #claims = new RowClaim(this, this.#feed, this.#body);
  readonly #voice = new WaitingVoice();
  #heads: HeadControls | undefined;
  #headDrawn: readonly unknown[] = [];

  readonly #actions: ListActions = {
    open: (row) => this.ask(new TicketSelectRequest(row.ticketId)),
    toggleTick: (index) => this.#selection.toggle(index),
    touch: (index) => this.#selection.touch(index),
    tickTo: (index) => this.#selection.rangeTo(index, this.#body.pool?.focused?.index ?? index),
    tickAll: () => this.#selection.all(),
    untick: () => this.#untick(),
    star: (row) => this.ask(new TicketStarRequest(row.ticketId, !row.starred)),
    claim: (row, index) => void this.#claims.claim(row, index),
    shortcuts: () => this.hub && known(this.hub.preferences.$preferences.get())?.shortcuts,
  };

  override willUpdate(): void {
    if (!this.hub) return;
    const arranged = this.columns ?? this.#feed.columns;
    if (needsSettings(arranged, this.#feed.query?.sort)) this.#feed.needSettings();
    const names = this.#feed.settings ?? noNames;
    const { session } = this.#feed;
    const service = 'value' in session ? session.value?.service : undefined;
    const zone = service?.timeZone || usualZone;
    const language = this.language as Language;
    const columnWords: ColumnWords = {
      texts: this.texts,
      language,
      serviceLanguage: service?.language ?? language,
      fields: names.fields,
    };
    const words = this.#body.words;
    if (words?.texts !== this.texts || words.timeZone !== zone || words.names !== names) {
      this.#body.words = new RowWords(this.texts, language, zone, names);
      this.#body.onRows(null);
    }
    if (this.#columns.take(arranged, columnWords)) this.#body.renew(this.#columns.shown);
    this.#heads?.follow();
  }

  override render() {
    if (!this.hub) {
      this.#headDrawn = [];
      return this.renderDetached();
    }
    const texts = this.texts.ticketList;
    return html`<div class="root ${this.#density}" lang=${this.language}>
      <section class="list" aria-label=${texts.label} ?hidden=${this.collapsed}>
        ${this.#renderBar()} ${this.#renderGrid()}
        <div class="over">${renderWaiting(this.#feed, this.texts, this.#ask)}</div>
        <span class="visually-hidden" role="status">${this.#voice.say(this.#feed.waiting, texts.waiting)}</span>
        ${renderMessage(this.#feed, this.texts, this.#ask)}
        <span id="tick-word" hidden>${texts.tick}</span><span id="star-word" hidden>${texts.star}</span
        ><span id="unread-word" hidden>${texts.unread}</span>
      </section>
      <button
        class="fold"
        part="fold"
        type="button"
        aria-expanded=${this.collapsed ? 'false' : 'true'}
        aria-label=${this.collapsed ? texts.expand : texts.collapse}
        title=${this.collapsed ? texts.expand : texts.collapse}
        @click=${this.#onFold}
      >
        ${icon(this.collapsed ? 'chevronRight' : 'chevronLeft')}
      </button>
    </div>`;
  }

  #renderBar(): TemplateResult {
    const words = this.#columns.words as ColumnWords;
    return renderBar({
      feed: this.#feed,
      selection: this.#selection,
      words,
      hasCards: this.hasCards,
      ask: this.#ask,
      arrange: () => {
        this.#feed.needSettings();
        void this.#pressHeads().then((heads) => heads?.openSettings());
      },
      tickAll: () => {
        this.#selection.all();
        void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.tick-choice button')?.focus());
      },
      untick: () => {
        this.#untick();
        this.focus();
      },
    });
  }

  #renderGrid(): TemplateResult {
    const window = this.#feed.window;
    const isLoading = window?.status === 'loading' || window?.status === 'idle';
    const isUnknown = !window || (window.total === 0 && window.status !== 'ready');
    return html`<div
      class="grid"
      role="grid"
      aria-label=${this.texts.ticketList.label}
      aria-rowcount=${isUnknown || window.isEstimate ? -1 : window.total + 1}
      aria-colcount=${leading.length + this.#columns.shown.length}
      aria-multiselectable="true"
      aria-busy=${isLoading ? 'true' : 'false'}
    >
      <div
        class="head"
        part="head"
        role="rowgroup"
        @keydown=${(event: KeyboardEvent) => pressHead(event, this.#heads ? null : this.#pressHeads)}
        @pointerenter=${this.#nearHeads}
        @focusin=${this.#nearHeads}
        @scroll=${this.#body.onHeadScroll}
      >
        ${this.#renderHead()}
      </div>
      <div
        class="viewport"
        role="rowgroup"
        tabindex="-1"
        @scroll=${this.#body.onScroll}
        @click=${this.#onClick}
        @mousedown=${this.#onMouseDown}
        @keydown=${this.#onKeydown}
        @focusin=${this.#body.onFocusIn}
        @focusout=${this.#body.onFocusOut}
        @pointerenter=${this.#body.onPointer}
        @pointerleave=${this.#body.onPointer}
        @pointerover=${this.#body.onPointerOver}
      >
        <div class="track" role="presentation"></div>
      </div>
      <div class="ruler" role="presentation"></div>
    </div>`;
  }

  /** Heads are many and change seldom, while the box above the rows changes with every tick. */
  #renderHead(): TemplateResult {
    const { query } = this.#feed;
    const drawn = [this.#columns.shown, this.texts, query?.sort, query?.descending];
    const isSame = drawn.every((part, at) => part === this.#headDrawn[at]);
    this.#headDrawn = drawn;
    const cells = isSame ? noChange : renderColumns(this.#feed, this.#columns.shown, this.texts, this.#ask);
    return renderHead(this.#feed, cells, this.texts, this.#ask);
  }

  override updated(changes: PropertyValues<this>): void {
    const { viewport, track, ruler, head } = this;
    this.#body.attach(viewport && track && ruler && head ? { viewport, track, ruler, head } : undefined);
    if (changes.has('collapsed') && changes.get('collapsed') !== undefined) {
      this.dispatchEvent(new ListCollapseNotice(this.collapsed));
    }
  }

  /** Goes to the row of the ticket that is or was open, else to the first row; without rows to the first button. */
  override focus(): void {
    const { window, lastId } = this.#feed;
    this.#body.focus(lastId === null ? 0 : (window?.indexOf(lastId) ?? 0));
    if (!this.shadowRoot?.activeElement) this.renderRoot.querySelector('button')?.focus();
  }

  /** Ticket of the row that has the keyboard: empty while it is on its way, null where no row has it. */
  get ticketInFocus(): string | null {
    const slot = this.#body.pool?.focused;
    return slot ? (slot.row?.ticketId ?? '') : null;
  }

  readonly #ask = (request: Event): void => {
    this.ask(request);
  };

  get #density(): Density {
    return this.density ?? this.#feed.density;
  }

  /** What can be done with heads comes when somebody gets near them. */
  readonly #nearHeads = (): void => void this.#lateHeads().catch(() => undefined);

  readonly #pressHeads = (): Promise<HeadControls | undefined> => latePart(this, () => this.#lateHeads());

  async #lateHeads(): Promise<HeadControls> {
    const { HeadControls } = await import('./head-controls.js');
    this.#heads ??= new HeadControls(this, this.#columns, this.#body, () => ({
      density: this.#density,
      fixed: [...(this.columns ? (['columns'] as const) : []), ...(this.density ? (['density'] as const) : [])],
    }));
    this.#heads.attach(this.head);
    return this.#heads;
  }

  #untick(): boolean {
    const { all, ids } = this.#feed.ticks;
    if (!all && ids.size === 0 && this.#selection.range === undefined) return false;
    this.#selection.none();
    return true;
  }

  readonly #onClick = (event: MouseEvent): void => pressRow(event, this.#body.pool, this.#actions);

  /** A range is meant, not a selection of text. */
  readonly #onMouseDown = (event: MouseEvent): void => {
    if (event.shiftKey) event.preventDefault();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const slot = this.#body.pool?.slotOf(event.composedPath());
    if (!slot || event.defaultPrevented || !pressKey(event, slot, this.#body, this.#actions)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #onFold = (): void => {
    this.collapsed = !this.collapsed;
  };

  #onMeasured(): void {
    // Rows are cards where there is no room for heads. The first measure is part of an update, which must end before.
    const hasCards = this.head?.offsetHeight === 0;
    void this.updateComplete.then(() => (this.hasCards = hasCards));
  }
}
