import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { AgentGuard } from '../../base/agent-guard.js';
import type { DeskError } from '../../base/desk-error.js';
import { DialogController } from '../../base/dialog.js';
import type { Hub, Load } from '../../base/hub-context.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import { StoreReader } from '../../base/store-reader.js';
import { surely } from '../../base/tally.js';
import type { ColumnState } from '../../domain/columns.js';
import type { TicketQuery, TicketRow } from '../../domain/types.js';
import { printColumns, printText } from './print-cells.js';
import { writePrintDocument } from './print-document.js';
import { factsOf, titleOf, type PrintedList } from './print-facts.js';
import { styles } from './print-list.styles.js';

/** Most rows of a printed list. */
export const mostPrinted = 1_000;

/** The list as it was when the dialog was opened. */
interface Opened {
  /** The query as the hub had it. */
  readonly of: TicketQuery;
  readonly list: Omit<PrintedList, 'count'>;
  readonly columns: readonly ColumnState[];
}

/**
 * The open list as a clean table, in a frame of its own that the browser prints: no style of the page reaches it, and
 * none of its own reaches the page. The browser's print dialog opens by itself once the rows are there.
 *
 * @element print-list
 * @fires {Event} close - The dialog closed. Does not bubble.
 * @csspart dialog - The dialog.
 */
export class PrintList extends LateElement {
  static override styles = [inheritedReset, ...styles];

  @state() private rows: Load<readonly TicketRow[]> = { status: 'idle' };
  @state() private isRefused = false;
  @query('iframe') private frame!: HTMLIFrameElement | null;

  // Three readers: whose tickets they are, what their values are called, and the name of the view.
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  readonly #settings = new StoreReader(this, (hub) => hub.session.$settings);
  readonly #preferences = new StoreReader(this, (hub) => hub.preferences.$preferences);
  readonly #dialog = new DialogController(this, () => this.#onClosed());
  #opened?: Opened;
  #abort?: AbortController;
  #isPrinted = false;

  constructor() {
    super();
    // What is seen and printed is the former agent's list.
    new AgentGuard(this, () => this.close());
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    if (!this.#dialog.open) return nothing;
    const words = this.more.printList;
    const { common } = this.texts;
    const isThere = this.rows.status === 'ready' && this.rows.value.length > 0;
    const isFailed = this.rows.status === 'failed';
    return html`<div class="root" lang=${this.language}>
      <dialog class="dialog" part="dialog" aria-labelledby="title">
        <h2 class="dialog-title" id="title">${words.title}</h2>
        <div class="dialog-body">${this.#renderBody()}</div>
        <div class="dialog-foot">
          <button class="button" type="button" @click=${this.close}>${common.close}</button>
          ${
            isThere || isFailed
              ? html`<button
                  class="button primary"
                  type="button"
                  autofocus
                  @click=${isThere ? this.#print : this.#read}
                >
                  ${isThere ? words.submit : common.retry}
                </button>`
              : nothing
          }
        </div>
      </dialog>
    </div>`;
  }

  #renderBody(): TemplateResult {
    const words = this.more.printList;
    const { rows } = this;
    switch (rows.status) {
      case 'failed':
        return html`<p class="notice" role="alert">${words.failed({ why: this.texts.errors[rows.error.kind] })}</p>`;
      case 'ready':
        return rows.value.length === 0
          ? html`<p class="notice calm">${words.nothing}</p>`
          : this.#renderPreview(rows.value);
      default:
        return html`<p role="status">${words.loading}</p>`;
    }
  }

  #renderPreview(rows: readonly TicketRow[]): TemplateResult {
    const words = this.more.printList;
    const { total = rows.length, isEstimate = false } = this.#opened?.list ?? {};
    const moreThan = isEstimate ? words.moreThanLeast : words.moreThan;
    return html`${
        total > rows.length
          ? html`<p class="notice calm" role="status">
              ${moreThan({ total: isEstimate ? surely(total) : total, count: rows.length })}
            </p>`
          : nothing
      }
      ${this.isRefused ? html`<p class="notice" role="alert">${words.refused}</p>` : nothing}
      <iframe class="frame" title=${words.preview} @load=${this.#onFrame}></iframe>`;
  }

  /** The frame's document is empty and of our own origin; a browser may replace it until it says that it has loaded. */
  readonly #onFrame = (): void => {
    const target = this.frame?.contentDocument;
    const session = known(this.#session.value);
    const rows = known(this.rows);
    if (!target || !session || !rows || !this.#opened) return;
    const { list, columns } = this.#opened;
    const { texts, more, language } = this;
    const source = { texts, more, language, session, settings: known(this.#settings.value) };
    const printed = printColumns(columns, source);
    const printedList: PrintedList = { ...list, total: Math.max(list.total, rows.length), count: rows.length };
    writePrintDocument(target, {
      language,
      title: titleOf(printedList, texts),
      facts: factsOf(printedList, source),
      columns: printed,
      rows: rows.map((row) => printed.map(({ id }) => printText(row, id, source))),
    });
    // Keys that are pressed in the frame do not reach the dialog around it.
    target.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.close();
    });
    if (this.#isPrinted) return;
    this.#isPrinted = true;
    // The preview is to be seen behind the browser's dialog, which stops the page until it is closed.
    requestAnimationFrame(() => setTimeout(this.#print));
  };

  readonly #print = (): void => {
    const view = this.frame?.contentWindow;
    if (!view) return;
    try {
      this.isRefused = false;
      view.print();
    } catch {
      this.isRefused = true;
    }
  };

  readonly #read = (): void => {
    const { hub } = this;
    const opened = this.#opened;
    if (!hub || !opened) return;
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    this.rows = { status: 'loading' };
    hub.lists.rows(opened.list.query, mostPrinted, signal).then(
      (value) => {
        if (signal.aborted) return;
        this.#count(hub);
        this.rows = { status: 'ready', value };
      },
      (error: unknown) => {
        if (!signal.aborted) this.rows = { status: 'failed', error: error as DeskError };
      },
    );
  };

  /** How long the list is may have come after the dialog. */
  #count(hub: Hub): void {
    const { $query, $window } = hub.tickets;
    const { status, total, isEstimate } = $window.get();
    const opened = this.#opened;
    if (!opened || status !== 'ready' || $query.get() !== opened.of) return;
    this.#opened = { ...opened, list: { ...opened.list, total, isEstimate } };
  }

  #onClosed(): void {
    this.#abort?.abort();
    this.rows = { status: 'idle' };
    this.#opened = undefined;
    this.dispatchEvent(new Event('close'));
  }

  /** Opens the print view of the list that is open now. */
  async show(): Promise<void> {
    const { hub } = this;
    if (!hub || this.#dialog.open) return;
    this.#opened = openedOf(hub, known(this.#preferences.value)?.views);
    this.#isPrinted = this.isRefused = false;
    this.#read();
    await this.#dialog.show();
  }

  /** Closes the print view. */
  close(): void {
    this.#dialog.close();
  }
}

/** The list with the fields that its columns show. */
function openedOf(hub: Hub, views: readonly PrintedList['saved'][] = []): Opened {
  const { $query, $window, $savedView, $columns } = hub.tickets;
  const columns = $columns.get();
  const fields = columns.filter(({ id }) => id.startsWith('f.')).map(({ id }) => id.slice(2));
  const savedId = $savedView.get();
  return {
    of: $query.get(),
    columns,
    list: {
      query: { ...$query.get(), fields: fields.length > 0 ? fields : undefined },
      saved: views.find((view) => view?.id === savedId),
      total: $window.get().total,
      isEstimate: $window.get().isEstimate,
      at: Date.now() + hub.session.$clockOffset.get(),
    },
  };
}
