import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AgentGuard } from '../../base/agent-guard.js';
import { DialogController } from '../../base/dialog.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import { choicesOf } from '../../base/search-choices.js';
import type { SearchSource } from '../../base/search-source.js';
import { sentences } from '../../base/sentences.js';
import { renderFrame, renderUnread } from '../../base/settings-parts.js';
import { StoreReader } from '../../base/store-reader.js';
import { mostAuditCounted, type AuditRecord } from '../../domain/audit.js';
import { noValue } from '../../domain/search.js';
import { styles } from './access-log.styles.js';
import { LogCourse } from './log-course.js';
import { LogExport } from './log-export.js';
import { emptyForm, filterOf, problemOf, renderFilter, type LogForm } from './log-filter.js';
import { renderLines } from './log-lines.js';

/**
 * The access log of the service, for those who may read it: who did what with whose data, when, from where and why, newest
 * first. It is looked through by period, agent, kind, customer, ticket and reason, and saved as a file.
 *
 * @element access-log
 * @fires {AuditExportRequest} desk-audit-export-request - The log is to be saved as a file. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The agent has read a refusal. Cancelable.
 * @fires {Event} close - The layer closed. Does not bubble.
 * @csspart dialog - The layer, where it is one.
 * @csspart lines - The table.
 */
export class AccessLog extends LateElement {
  static override styles = [inheritedReset, ...styles];

  /** Whether it is a layer that `show` opens, instead of a part of the page. */
  @property({ type: Boolean, reflect: true }) layer = false;

  @state() private form: LogForm = emptyForm;
  @state() private isWrong = false;

  #started = false;
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  readonly #settings = new StoreReader(this, (hub) => hub.session.$settings);
  readonly #dialog = new DialogController(this, () => this.#onClosed());
  readonly #course = new LogCourse(this);
  readonly #export = new LogExport(this);

  constructor() {
    super();
    new AgentGuard(this, () => {
      this.form = emptyForm;
      this.#started = false;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#started = false;
  }

  override updated(): void {
    if (!this.hub || this.#started || (this.layer && !this.#dialog.open) || !this.#mayRead) return;
    this.#started = true;
    void this.updateComplete.then(() => this.#search());
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const { layer, language } = this;
    const { title } = this.more.accessLog;
    const { close } = this.texts.common;
    const frame = { layer, language, title, close, isOpen: this.#dialog.open, onClose: () => this.close() };
    return renderFrame(frame, () => this.#renderContent());
  }

  #renderContent(): TemplateResult {
    const { more, form } = this;
    const session = known(this.#session.value);
    if (session && !this.#mayRead) return html`<p class="quiet-words">${more.accessLog.denied}</p>`;
    const source = this.#source;
    const filter = renderFilter({
      form,
      more,
      people: choicesOf('assignee', source).filter(({ value }) => value !== noValue),
      problem: this.isWrong ? problemOf(form) : null,
      change: (change) => {
        this.form = { ...this.form, ...change };
      },
      search: () => this.#search(),
      reset: () => this.#look(emptyForm),
    });
    return html`<div class="log">
      <div class="inner">
        ${filter} ${this.#renderSummary()}
        ${this.#isStale ? nothing : this.#export.render(this.#course.filter, this.texts, more)}
        ${this.#renderLog(source)}
      </div>
    </div>`;
  }

  /** How much there is, told also to those who do not see it. */
  #renderSummary(): TemplateResult {
    const words = this.more.accessLog;
    const { records, total, isLoading } = this.#course;
    const count = records?.length ?? 0;
    const told = total === null ? words.shownMost : words.shown;
    const summary = count > 0 && !this.#isStale ? told({ total: total ?? mostAuditCounted, count }) : '';
    return html`<div class="summary">
      <p class="count" role="status">${isLoading && records ? this.texts.common.loading : summary}</p>
      <p class="recorded">${words.recorded}</p>
      <button
        class="button export-open"
        type="button"
        aria-expanded=${this.#export.isOpen}
        ?disabled=${count === 0 || this.#isStale}
        @click=${() => this.#onExport()}
      >
        ${icon('download')}${words.export}
      </button>
    </div>`;
  }

  #renderLog(source: SearchSource): TemplateResult {
    const words = this.more.accessLog;
    const { records, error, isLoading, isMore } = this.#course;
    if (!records || (error && !isMore)) return renderUnread(error, words.failed, this.texts, () => this.#search());
    if (records.length === 0)
      return html`<p class="quiet-words"><span>${words.empty}</span> <span>${words.emptyHint}</span></p>`;
    return html`<div class="body" tabindex="0" role="region" aria-label=${words.label}>
      ${renderLines({ records, source, isBusy: isLoading, narrow: (change) => this.#look({ ...this.form, ...change }) })}
      ${this.#renderMore(records)}
    </div>`;
  }

  #renderMore(records: readonly AuditRecord[]): TemplateResult | typeof nothing {
    const words = this.more.accessLog;
    const { hasMore, error, isLoading } = this.#course;
    if (!hasMore) return nothing;
    return html`<div class="more">
      ${
        error
          ? html`<p class="notice" role="alert">${sentences(words.failedMore, this.texts.errors[error.kind])}</p>`
          : nothing
      }
      <button
        class="button more-button"
        type="button"
        aria-disabled=${isLoading ? 'true' : nothing}
        @click=${() => void this.#more(records.length)}
      >
        ${isLoading ? this.texts.common.loading : error ? this.texts.common.retry : words.more}
      </button>
    </div>`;
  }

  get #mayRead(): boolean {
    return known(this.#session.value)?.agent.permissions.audit ?? false;
  }

  /** Whether what was asked for could not be read: a file would hold what was asked for before. */
  get #isStale(): boolean {
    return this.#course.error !== undefined && !this.#course.isMore;
  }

  get #source(): SearchSource {
    const { texts, more, language } = this;
    return { texts, more, language, session: known(this.#session.value), settings: known(this.#settings.value) };
  }

  #look(form: LogForm): void {
    this.form = form;
    this.#search();
  }

  #search(): void {
    const { hub, form } = this;
    this.isWrong = problemOf(form) !== null;
    if (!hub || this.isWrong) return;
    void this.#course.read(hub, filterOf(form)).then(() => {
      const body = this.renderRoot.querySelector('.body');
      if (body) body.scrollTop = 0;
    });
  }

  /** The keyboard goes on at the first line that came. */
  async #more(count: number): Promise<void> {
    const { hub } = this;
    if (!hub) return;
    await this.#course.readMore(hub);
    await this.updateComplete;
    const lines = this.renderRoot.querySelectorAll<HTMLElement>('.line');
    lines[count]?.querySelector<HTMLElement>('.narrow')?.focus();
  }

  #onExport(): void {
    this.#export.toggle();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.why-file')?.focus());
  }

  #onClosed(): void {
    this.#export.toggle(false);
    this.dispatchEvent(new Event('close'));
  }

  /** Opens it as a layer, and reads what was written down since. The conditions are as they were left. */
  async show(): Promise<void> {
    this.layer = true;
    this.#started = false;
    await this.#dialog.show();
  }

  /** Closes the layer. */
  close(): void {
    this.#dialog.close();
  }
}
