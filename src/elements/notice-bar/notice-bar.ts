import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { hasColours } from '../../base/body-styles.js';
import { DialogController, hasFocusElsewhere } from '../../base/dialog.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import { messageBodyStyles } from '../../base/message-body.styles.js';
import { StoreReader } from '../../base/store-reader.js';
import { timeText } from '../../base/time-text.js';
import type { Notice } from '../../domain/notices.js';
import { NoticeReadRequest, RetryRequest, TaskDismissRequest } from '../../events/requests.js';
import { newKey } from '../../util/key.js';
import { styles } from './notice-bar.styles.js';
import { bodyOf, NoticeBody } from './notice-body.js';

/**
 * What the service tells its agents, in one line: the newest notice that is unread, else the newest one, and how many more
 * there are. It opens all of them in a layer; what was looked at, or dismissed, is read. Without notices it takes no room.
 *
 * @element notice-bar
 * @fires {NoticeReadRequest} desk-notice-read-request - The agent has read a notice. Cancelable.
 * @fires {RetryRequest} desk-retry-request - The notices are to be loaded again. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - A refusal was seen. Cancelable.
 * @csspart bar - The line.
 * @csspart dialog - The layer.
 */
export class NoticeBar extends LateElement {
  static override styles = [inheritedReset, messageBodyStyles, ...styles];

  /** The notice that the layer shows. */
  @state() private shownId: number | null = null;
  @state() private said = '';
  @query('.message-body') private box!: HTMLElement | null;

  // Three readers: what there is, what could not be marked, and the service's time zone.
  readonly #notices = new StoreReader(
    this,
    (hub) => hub.notices.$notices,
    (load) => this.#hear(known(load)),
  );
  readonly #tasks = new StoreReader(this, (hub) => hub.work.$tasks);
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  readonly #dialog = new DialogController(this, () => this.#onClosed());
  readonly #body = new NoticeBody();
  /** Notices that were here before, by the time of their last change; undefined until the first are. */
  #known?: ReadonlyMap<number, number>;
  /** What was asked to be marked as read while the layer is open: once, whatever comes of it. */
  #asked = '';
  /** The part of the line that has the keyboard. */
  #focused: Element | null = null;

  override willUpdate(): void {
    this.#focused ??= this.shadowRoot?.activeElement ?? null;
  }

  override updated(): void {
    this.#keepFocus();
    const notice = this.#shown;
    if (!this.hub || !this.#dialog.open || !notice) {
      this.#body.clear();
      return;
    }
    const { files } = this.hub;
    this.#body.show(this.box, notice, {
      texts: this.texts.messageBody,
      part: (attachmentId, signal) => files.part(attachmentId, signal),
      unsafe: this.more.noticeBar.unsafe,
    });
    this.#read(notice);
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const notice = this.#first;
    return html`<div class="root" lang=${this.language}>
      ${notice ? this.#renderBar(notice) : this.#renderFailure()}
      <span class="visually-hidden" role="status">${this.said}</span>
      ${this.#dialog.open ? this.#renderDialog() : nothing}
    </div>`;
  }

  #renderBar(notice: Notice): TemplateResult {
    const words = this.more.noticeBar;
    const { title, read } = notice;
    const others = this.#all.length - 1;
    return html`<section class="bar ${read ? 'read' : 'unread'}" part="bar" aria-label=${words.label}>
      <button class="line" type="button" title=${words.open({ title })} @click=${() => this.#open(notice)}>
        ${icon('megaphone')} ${read ? nothing : html`<span class="visually-hidden">${words.unread}</span>`}
        <span class="title" dir="auto">${title}</span>
        ${others > 0 ? html`<span class="others">${words.others(others)}</span>` : nothing}
      </button>
      ${this.#dialog.open ? nothing : this.#renderRefusal()}
      ${
        read
          ? nothing
          : html`<button
              class="button quiet dismiss"
              type="button"
              aria-label="${words.dismiss}: ${title}"
              title=${words.dismiss}
              @click=${() => this.#mark(notice)}
            >
              ${icon('check')}
            </button>`
      }
    </section>`;
  }

  /** Nothing is in the way of work: one quiet line, and the way to try again. */
  #renderFailure(): TemplateResult | typeof nothing {
    if (this.#notices.value?.status !== 'failed') return nothing;
    return html`<p class="bar failed">
      <span role="alert">${this.more.noticeBar.failed}</span>
      <button class="button quiet" type="button" @click=${() => this.ask(new RetryRequest('notices'))}>
        ${this.texts.common.retry}
      </button>
    </p>`;
  }

  #renderRefusal(): TemplateResult | typeof nothing {
    return this.#refused ? html`<span class="refused" role="alert">${this.more.noticeBar.notMarked}</span>` : nothing;
  }

  #renderDialog(): TemplateResult {
    const words = this.more.noticeBar;
    const { close } = this.texts.common;
    const notice = this.#shown;
    return html`<dialog class="dialog" part="dialog" aria-labelledby="title">
      <div class="head">
        <h2 class="dialog-title" id="title">${words.label}</h2>
        <button
          class="button quiet"
          type="button"
          aria-label=${close}
          title="${close} (Esc)"
          @click=${() => this.#dialog.close()}
        >
          ${icon('close')}
        </button>
      </div>
      <div class="panes">
        ${this.#all.length > (notice ? 1 : 0) ? this.#renderList(notice) : nothing}
        ${
          notice
            ? this.#renderNotice(notice)
            : html`<p class="none" role="status">${this.#all.length > 0 ? words.ended : words.none}</p>`
        }
      </div>
    </dialog>`;
  }

  #renderList(shown: Notice | undefined): TemplateResult {
    const words = this.more.noticeBar;
    return html`<ul class="list" role="list" aria-label=${words.list}>
      ${this.#all.map(
        (notice) =>
          html`<li>
            <button
              class="item ${notice.read ? '' : 'unread'}"
              type="button"
              aria-current=${notice === shown ? 'true' : nothing}
              @click=${() => (this.shownId = notice.noticeId)}
            >
              ${notice.read ? nothing : html`<span class="visually-hidden">${words.unread}</span>`}
              <span class="title" dir="auto">${notice.title}</span>
              <span class="period">${this.#period(notice)}</span>
            </button>
          </li>`,
      )}
    </ul>`;
  }

  #renderNotice(notice: Notice): TemplateResult {
    return html`<article class="shown" aria-labelledby="notice">
      <h3 id="notice" dir="auto">${notice.title}</h3>
      <p class="period">${this.#period(notice)}</p>
      ${this.#renderRefusal()}
      <div class="text" tabindex="0" role="region" aria-label=${this.more.noticeBar.body}>
        <div class="message-body ${hasColours(bodyOf(notice)) ? 'paper' : ''}" dir="auto"></div>
      </div>
    </article>`;
  }

  /** What was pressed goes away with what it did; the keyboard stays in the line, once there is one. */
  #keepFocus(): void {
    const isGone = this.#focused?.isConnected === false && !hasFocusElsewhere(this.renderRoot);
    const line = isGone ? this.renderRoot.querySelector<HTMLElement>('.line') : null;
    line?.focus();
    if (line || !isGone) this.#focused = null;
  }

  get #all(): readonly Notice[] {
    return known(this.#notices.value) ?? [];
  }

  /** The one in the line. */
  get #first(): Notice | undefined {
    return this.#all.find(({ read }) => !read) ?? this.#all[0];
  }

  /** The one in the layer, unless its period ended meanwhile: no other is read in its place. */
  get #shown(): Notice | undefined {
    return this.#all.find(({ noticeId }) => noticeId === this.shownId);
  }

  get #refused() {
    return this.#tasks.value?.find(({ action, state }) => action === 'notice' && state === 'failed');
  }

  /** Its first and its last day in the service's zone. */
  #period({ from, until }: Notice): string {
    const words = this.more.noticeBar;
    const timeZone = known(this.#session.value)?.service.timeZone ?? 'UTC';
    const day = (at: number): string => timeText(at, this.language, timeZone, 'date');
    // `until` is the first moment at which it is over.
    return until === null ? words.since({ from: day(from) }) : words.period({ from: day(from), until: day(until - 1) });
  }

  /** What came while the agent was here is told aloud; what was there before is not. */
  #hear(notices: readonly Notice[] | undefined): void {
    if (!notices) {
      // Another language, or another agent: nothing of what comes is news.
      this.#known = undefined;
      this.said = '';
      return;
    }
    const isNews = ({ noticeId, updatedAt, read }: Notice): boolean =>
      !read && this.#known !== undefined && (this.#known.get(noticeId) ?? 0) < updatedAt;
    const news = notices.find(isNews);
    this.#known = new Map(notices.map(({ noticeId, updatedAt }) => [noticeId, updatedAt]));
    if (news && this.hub) void this.#say(this.more.noticeBar.arrived({ title: news.title }));
  }

  /** The same words are only heard again where others, or none, stood there meanwhile. */
  async #say(text: string): Promise<void> {
    if (text === this.said) {
      this.said = '';
      await this.updateComplete;
    }
    this.said = text;
  }

  #open({ noticeId }: Notice): void {
    this.shownId = noticeId;
    void this.#dialog.show();
  }

  #read(notice: Notice): void {
    const what = `${notice.noticeId}/${notice.updatedAt}`;
    if (notice.read || what === this.#asked) return;
    this.#asked = what;
    this.#mark(notice);
  }

  #mark({ noticeId, updatedAt }: Notice): void {
    this.ask(new NoticeReadRequest(newKey(), noticeId, updatedAt));
  }

  #onClosed(): void {
    this.#asked = '';
    this.#body.clear();
    const refused = this.#refused;
    if (refused) this.ask(new TaskDismissRequest(refused.id));
  }
}
