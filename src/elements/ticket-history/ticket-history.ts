import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { DeskElement } from '../../base/desk-element.js';
import type { Hub, ShownEntry } from '../../base/hub-context.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import type { UnmaskMode } from '../../base/mask-question.js';
import { messageBodyStyles } from '../../base/message-body.styles.js';
import { StoreReader } from '../../base/store-reader.js';
import type { HistoryEntry } from '../../domain/types.js';
import { AnswerInsertRequest, AttachmentOpenRequest, RetryRequest } from '../../events/requests.js';
import { ContextMemo, type EntryContext } from './entry-context.js';
import { entryReached } from './entry-keys.js';
import { EntryList } from './entry-list.js';
import { problemOf } from './history-problem.js';
import { LateMails } from './late-mails.js';
import { LateMasks } from './late-masks.js';
import { LateQuoting } from './late-quoting.js';
import { styles } from './ticket-history.styles.js';

const minute = 60_000;
/** Pixels by which the end may be off and still counts as in view. */
const slack = 24;

/**
 * The whole course of the open ticket: what the customer wrote and what agents did, oldest first, the newest in view.
 *
 * @element ticket-history
 * @fires {AnswerInsertRequest} desk-answer-insert-request - Selected text is to be quoted in the answer. Cancelable.
 * @fires {AttachmentOpenRequest} desk-attachment-open-request - The agent wants to open or save a file. Cancelable.
 * @fires {RetryRequest} desk-retry-request - The agent wants the history loaded again. Cancelable.
 * @fires {MaskSelectRequest} desk-mask-select-request - Other words are selected, or none. Cancelable.
 * @fires {MaskRequest} desk-mask-request - Words that were chosen without dragging are to be masked. Cancelable.
 * @fires {MailRequest} desk-mail-request - A mail is to be taken back, or a failed one sent again. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The agent has read a refusal. Cancelable.
 * @slot empty - Replaces the sentence shown while no ticket is chosen.
 * @csspart entries - The scrolling box of all entries.
 */
export class TicketHistory extends DeskElement {
  static override styles = [inheritedReset, messageBodyStyles, styles];

  /** What pressing a mask leads to: a question, its removal at once, or no more than a look at the original. */
  @property({ attribute: 'unmask-mode' }) unmaskMode: UnmaskMode = 'confirm';

  /** Entries that came in while the reader was elsewhere. */
  @state() private waiting = 0;
  /** What became of a mail, said once. */
  @state() private said = '';
  @query('.scroller') private scroller!: HTMLElement | null;
  @query('.entries') private container!: HTMLElement | null;

  readonly #history = new StoreReader(this, (hub) => hub.tickets.$history);
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  readonly #shownEntry = new StoreReader<ShownEntry | null>(
    this,
    (hub) => hub.tickets.$shownEntry,
    undefined,
    // Nothing looks different once it was reached.
    (_, wanted) => wanted === null,
  );
  readonly #contexts = new ContextMemo();
  readonly #quoting = new LateQuoting(
    this,
    (element) => this.#list?.entryOf(element),
    (ticketId, body) => this.ask(new AnswerInsertRequest(ticketId, body)),
  );
  readonly #mails = new LateMails(this, {
    tick: () => this.#list?.tickMails(),
    say: (text) => this.#say(text),
  });
  readonly #masks = new LateMasks({
    element: this,
    mode: () => this.unmaskMode,
    entryOf: (element) => this.#list?.entryOf(element),
    tick: () => this.#list?.tickMasks(),
    say: (text) => this.#say(text),
  });
  #list?: EntryList;
  #shown?: { entries: readonly HistoryEntry[]; context: EntryContext };
  #ticking?: ReturnType<typeof setInterval>;
  #resizes?: ResizeObserver;
  /** Whether the newest entry is kept in view, as long as the reader has not moved. */
  #pinned = false;
  #firstNew: HTMLElement | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ticking = setInterval(() => this.#list?.tick(), minute);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#ticking);
    this.#mails.stop();
    this.#close();
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const history = this.#history.value;
    if (!history || history.status === 'idle') return this.#renderIdle();
    if (!history.value)
      return history.status === 'failed'
        ? problemOf(history.error, this.texts, this.language, () => this.ask(new RetryRequest('history')))
        : this.#renderSkeleton();
    return this.#renderEntries(history.value.length === 0);
  }

  override willUpdate(): void {
    const entries = this.hub && known(this.#history.value);
    if (this.hub && entries && this.#list?.continues(entries)) this.#update(entries, this.#contextFor(this.hub));
    else this.#caughtUp();
  }

  override updated(): void {
    const entries = this.hub && known(this.#history.value);
    if (!this.hub || !entries) this.#close();
    else if (!this.#list?.continues(entries)) this.#open(entries, this.#contextFor(this.hub));
    if (entries) this.#mails.follow(entries);
    const { value: wanted } = this.#shownEntry;
    const to = wanted && this.#list?.elementOf(wanted.entryId);
    if (to && wanted.take()) this.#go(to);
  }

  #renderIdle(): TemplateResult {
    return html`<div class="root quiet" lang=${this.language}>
      <slot name="empty"><p class="sentence">${this.texts.ticketHistory.idle}</p></slot>
    </div>`;
  }

  #renderSkeleton(): TemplateResult {
    return html`<div class="root waiting" role="status" lang=${this.language}>
      <span class="visually-hidden">${this.texts.common.loading}</span>
      ${[1, 2, 3].map(() => html`<span class="skeleton"></span>`)}
    </div>`;
  }

  #renderEntries(empty: boolean): TemplateResult {
    const words = this.texts.ticketHistory;
    return html`<section class="root" aria-label=${words.label} lang=${this.language}>
      <div
        class="scroller"
        part="entries"
        @scroll=${this.#onScroll}
        @wheel=${{ handleEvent: this.#onMove, passive: true }}
        @touchmove=${{ handleEvent: this.#onMove, passive: true }}
        @pointerdown=${this.#onMove}
        @keydown=${this.#onKeydown}
        @focusin=${this.#onFocus}
        @pointerup=${this.#onSelect}
        @keyup=${this.#onSelect}
      >
        ${empty ? html`<p class="sentence quiet">${words.empty}</p>` : nothing}
        <div class="entries"></div>
      </div>
      ${this.#quoting.render()}
      <div class="bar">
        <span class="visually-hidden" role="status">${this.said}</span>
        <span class="visually-hidden" role="status">${this.waiting > 0 ? words.newerLong(this.waiting) : nothing}</span>
        ${
          this.waiting > 0
            ? html`<button type="button" class="button newer" @click=${this.#onNewer}>
                ${words.newer(this.waiting)}${icon('arrowDown')}
              </button>`
            : nothing
        }
      </div>
    </section>`;
  }

  #contextFor(hub: Hub): EntryContext {
    const session = known(this.#session.value);
    return this.#contexts.get(hub, this.texts, this.language, session?.service.timeZone ?? 'UTC', {
      open: ({ attachmentId, fileName }) => this.ask(new AttachmentOpenRequest(attachmentId, fileName)),
      mailSteps: () => this.#mails.there,
      masks: this.#masks,
      mayMask: this.#masks.offer(session),
    });
  }

  #update(entries: readonly HistoryEntry[], context: EntryContext): void {
    const shown = this.#shown;
    if (!this.#list || (entries === shown?.entries && context === shown.context)) return;
    this.#shown = { entries, context };
    const wasAtEnd = this.#atEnd;
    const last = this.#list.newest;
    const added = this.#list.update(entries, context);
    if (added === 0) return;
    if (wasAtEnd || this.#isOwn(entries.at(-1))) return this.#toNewest();
    this.#pinned = false;
    this.#firstNew ??= (last?.nextElementSibling as HTMLElement | null) ?? this.#list.newest;
    this.waiting += added;
  }

  #open(entries: readonly HistoryEntry[], context: EntryContext): void {
    if (!this.container || !this.scroller) return;
    this.#resizes ??= new ResizeObserver(() => this.#pinned && this.#toNewest());
    this.#resizes.disconnect();
    this.#resizes.observe(this.container);
    this.#resizes.observe(this.scroller);
    this.#list?.close();
    this.#list?.vanish();
    this.#list = new EntryList(this.scroller);
    this.#list.open(entries, context);
    this.container.append(this.#list.container);
    this.#shown = { entries, context };
    this.#reachableBy(this.#list.newest);
    this.#pinned = true;
    this.#toNewest();
  }

  #close(): void {
    this.#resizes?.disconnect();
    this.#list?.close();
    this.#list?.container.remove();
    this.#list = this.#shown = undefined;
  }

  /** Says something, after the update in which it may be found out. The same words are news again only after silence. */
  #say(text: string): void {
    void this.updateComplete.then(async () => {
      if (this.said === text) this.said = '';
      await this.updateComplete;
      this.said = text;
    });
  }

  #isOwn(entry: HistoryEntry | undefined): boolean {
    const own = known(this.#session.value)?.agent.usercode;
    return own !== undefined && entry?.author.usercode === own;
  }

  get #atEnd(): boolean {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = this.scroller ?? {};
    return scrollHeight - scrollTop - clientHeight < slack;
  }

  /** Brings the newest entry in view: its end, or its beginning when it is longer than the view. */
  #toNewest(): void {
    const { scroller } = this;
    const newest = this.#list?.newest;
    if (!scroller || !newest) return;
    const fits = newest.offsetHeight <= scroller.clientHeight;
    scroller.scrollTop = fits ? scroller.scrollHeight : newest.offsetTop - scroller.offsetTop;
  }

  #caughtUp(): void {
    this.waiting = 0;
    this.#firstNew = null;
  }

  /** One entry is in the tab order; Page Up, Page Down, Home and End go on from there. */
  #reachableBy(entry: HTMLElement | null): void {
    this.container?.querySelector('[tabindex="0"]')?.setAttribute('tabindex', '-1');
    entry?.setAttribute('tabindex', '0');
  }

  #go(to: HTMLElement | undefined): void {
    if (!to) return;
    this.#pinned = false;
    to.focus({ preventScroll: true });
    to.scrollIntoView({ block: 'start' });
  }

  readonly #onScroll = (): void => {
    this.#quoting.follow();
    this.#list?.reach();
    if (this.waiting > 0 && this.#atEnd) this.#caughtUp();
  };

  readonly #onSelect = (): void => {
    void this.#quoting.select();
    void this.#masks.select();
  };

  readonly #onMove = (): void => {
    this.#pinned = false;
  };

  readonly #onFocus = (event: FocusEvent): void => {
    const entry = (event.target as Element).closest<HTMLElement>('.entry');
    if (entry) this.#reachableBy(entry);
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    this.#pinned = false;
    this.#quoting.press(event);
    const to = this.#list && this.scroller && entryReached(event, this.#list, this.scroller);
    if (!to) return;
    event.preventDefault();
    this.#go(to);
  };

  readonly #onNewer = (): void => {
    const to = this.#firstNew?.isConnected ? this.#firstNew : this.#list?.newest;
    this.#caughtUp();
    this.#go(to ?? undefined);
  };
}
