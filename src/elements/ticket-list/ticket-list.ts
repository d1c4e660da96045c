import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { DeskElement } from '../../base/desk-element.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import type { TicketRow } from '../../domain/types.js';
import { ListCollapseNotice } from '../../events/list-collapse.js';
import { TickRequest, TicketClaimRequest, TicketSelectRequest, TicketStarRequest } from '../../events/requests.js';
import { ListBody } from './list-body.js';
import { ListFeed } from './list-feed.js';
import { pressKey, type ListActions } from './list-keys.js';
import { renderBar, renderMessage, renderWaiting } from './list-frame.js';
import { renderHead, walkHead } from './list-head.js';
import { columns } from './columns.js';
import { icon } from '../../base/icons.js';
import { RowWords } from './row-words.js';
import { styles } from './ticket-list.styles.js';
import { allTicks, isTicked, withTicks } from './ticks.js';

/** Until the session tells the service's own zone. */
const usualZone = 'UTC';

/**
 * The tickets of the current list, live: however many there are, only the rows in sight exist. Rows can be opened,
 * ticked, starred and claimed by pointer and by keyboard.
 *
 * @element ticket-list
 * @fires {TicketSelectRequest} desk-ticket-select-request - The agent opened a row. Cancelable.
 * @fires {TicketStarRequest} desk-ticket-star-request - The star of a row was pressed. Cancelable.
 * @fires {TicketClaimRequest} desk-ticket-claim-request - An unassigned ticket is to be taken. Cancelable.
 * @fires {TickRequest} desk-tick-request - Rows were ticked or unticked. Cancelable.
 * @fires {ListSortRequest} desk-list-sort-request - A column head was pressed. Cancelable.
 * @fires {ListOpenRequest} desk-list-open-request - The filter of important tickets was switched. Cancelable.
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

  /** Folded away to a narrow edge. */
  @property({ type: Boolean, reflect: true }) collapsed = false;

  /** Height of the rows: `compact`, `normal` or `comfortable`. */
  @property({ reflect: true }) density: 'compact' | 'normal' | 'comfortable' = 'normal';

  @state() private hasCards = false;

  @query('.viewport') private viewport!: HTMLElement | null;
  @query('.track') private track!: HTMLElement | null;
  @query('.ruler') private ruler!: HTMLElement | null;
  @query('.head') private head!: HTMLElement | null;

  readonly #feed: ListFeed = new ListFeed(this, (changed) => this.#body?.mark(changed));
  readonly #body: ListBody = new ListBody(this, this.#feed, () => this.#onMeasured());
  #anchor = -1;

  readonly #actions: ListActions = {
    open: (row) => this.ask(new TicketSelectRequest(row.ticketId)),
    toggleTick: (index) => this.#tick(index),
    tickTo: (index) => this.#tickTo(index),
    tickAll: () => this.ask(new TickRequest(allTicks)),
    star: (row) => this.ask(new TicketStarRequest(row.ticketId, !row.starred)),
    claim: (row, index) => void this.#claim(row, index),
  };

  override willUpdate(): void {
    if (!this.hub) return;
    const session = this.#feed.session;
    const zone = ('value' in session && session.value?.service.timeZone) || usualZone;
    const words = this.#body.words;
    if (words?.texts === this.texts && words.language === this.language && words.timeZone === zone) return;
    this.#body.words = new RowWords(this.texts, this.language, zone);
    this.#body.mark(null);
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const texts = this.texts.ticketList;
    return html`<div class="root" lang=${this.language}>
      <section class="list" aria-label=${texts.label} ?hidden=${this.collapsed}>
        ${renderBar(this.#feed, this.texts, this.language, this.hasCards, this.#ask)} ${this.#renderGrid()}
        <div class="over" role="status">${renderWaiting(this.#feed, this.texts, this.#ask)}</div>
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

  #renderGrid(): TemplateResult {
    const window = this.#feed.window;
    const isLoading = window?.status === 'loading' || window?.status === 'idle';
    return html`<div
      class="grid"
      role="grid"
      aria-label=${this.texts.ticketList.label}
      aria-rowcount=${(window?.total ?? 0) + 1}
      aria-colcount=${columns.length}
      aria-multiselectable="true"
      aria-busy=${isLoading ? 'true' : 'false'}
    >
      <div class="head" part="head" role="rowgroup" @keydown=${walkHead}>
        ${renderHead(this.#feed, this.texts, this.#ask)}
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
      >
        <div class="track" role="presentation"></div>
      </div>
      <div class="ruler" role="presentation"></div>
    </div>`;
  }

  override updated(changes: PropertyValues<this>): void {
    const { viewport, track, ruler } = this;
    this.#body.attach(viewport && track && ruler ? { viewport, track, ruler } : undefined);
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

  readonly #ask = (request: Event): void => {
    this.ask(request);
  };

  #tick(index: number): void {
    const row = this.#feed.window?.row(index);
    if (!row) return;
    this.#anchor = index;
    const { ticks } = this.#feed;
    this.ask(new TickRequest(withTicks(ticks, [row.ticketId], !isTicked(ticks, row.ticketId))));
  }

  #tickTo(index: number): void {
    const from = this.#anchor < 0 ? (this.#body.active?.index ?? index) : this.#anchor;
    this.#anchor = from;
    const ids: string[] = [];
    for (let at = Math.min(from, index); at <= Math.max(from, index); at++) {
      const row = this.#feed.window?.row(at);
      if (row) ids.push(row.ticketId);
    }
    this.ask(new TickRequest(withTicks(this.#feed.ticks, ids, true)));
  }

  async #claim(row: TicketRow, index: number): Promise<void> {
    if (!row.actions.includes('claim')) return;
    const { session } = this.#feed;
    const groups = 'value' in session ? session.value?.agent.groups : undefined;
    if (groups?.length === 1) {
      this.ask(new TicketClaimRequest(row.ticketId, null));
      return;
    }
    await import('../claim-dialog/define.js');
    const root = this.renderRoot.querySelector('.root');
    if (!root || root.querySelector('claim-dialog')) return;
    const dialog = document.createElement('claim-dialog');
    dialog.addEventListener('close', () => this.#onClaimed(dialog, index), { once: true });
    root.append(dialog);
    await dialog.show(row.ticketId);
  }

  /** The button that opened the dialog may be gone with what it offered. */
  #onClaimed(dialog: HTMLElement, index: number): void {
    dialog.remove();
    if (!this.renderRoot.querySelector(':focus')) this.#body.focus(index);
  }

  readonly #onClick = (event: MouseEvent): void => {
    const path = event.composedPath();
    const slot = this.#body.pool?.slotOf(path);
    const row = slot?.row;
    if (!slot || !row) return;
    const isOn = (name: string): boolean =>
      path.some((node) => node instanceof HTMLElement && node.classList.contains(name));
    if (isOn('tick')) {
      if (event.shiftKey) this.#tickTo(slot.index);
      else this.#tick(slot.index);
      slot.resetBox();
    } else if (isOn('star')) this.#actions.star(row);
    else if (isOn('claim')) this.#actions.claim(row, slot.index);
    else if (event.shiftKey) this.#tickTo(slot.index);
    else if (event.ctrlKey || event.metaKey) this.#tick(slot.index);
    else {
      this.#anchor = slot.index;
      this.#actions.open(row);
    }
  };

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
