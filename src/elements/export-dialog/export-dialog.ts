import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { AgentGuard } from '../../base/agent-guard.js';
import { columnLabel } from '../../base/column-label.js';
import { isPersonal, isUncertain, type DeskError } from '../../base/desk-error.js';
import { DialogController } from '../../base/dialog.js';
import type { Hub } from '../../base/hub-context.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import { NamedTask } from '../../base/named-task.js';
import { StoreReader } from '../../base/store-reader.js';
import { tallyText } from '../../base/tally.js';
import { possibleColumns, shownColumns } from '../../domain/columns.js';
import { mostExported, mostReason } from '../../domain/export.js';
import type { Language, TicketQuery } from '../../domain/types.js';
import { ExportRequest, TaskDismissRequest } from '../../events/requests.js';
import { newKey } from '../../util/key.js';
import { styles } from './export-dialog.styles.js';

/** The list that the dialog was opened for, as it was then. */
interface OpenList {
  readonly query: TicketQuery;
  readonly total: number;
  readonly isEstimate: boolean;
  /** How long it is, is known. */
  readonly isCounted: boolean;
  /** Names of its columns, in their order. */
  readonly columns: readonly string[];
}

/**
 * Saves the open list as a file: how many tickets, which columns, and why. Reason and columns stay through closing and
 * refusals.
 *
 * @element export-dialog
 * @fires {ExportRequest} desk-export-request - The agent pressed the main button. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The agent has read a refusal. Cancelable.
 * @fires {Event} close - The dialog closed. Does not bubble.
 * @csspart dialog - The dialog.
 */
export class ExportDialog extends LateElement {
  static override styles = [inheritedReset, ...styles];

  @state() private list: OpenList | null = null;
  @state() private chosen: ReadonlySet<string> = new Set();
  @state() private reason = '';
  @state() private missing: 'reason' | 'columns' | null = null;
  @state() private isDone = false;

  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  readonly #settings = new StoreReader(this, (hub) => hub.session.$settings);
  readonly #dialog = new DialogController(this, () => this.#onClosed());
  readonly #task = new NamedTask(
    this,
    () => this.#onDone(),
    (taskId) => new TaskDismissRequest(taskId),
  );
  /** What was asked for last, without an answer; the same thing is asked for again under the same id. */
  #attempt?: { readonly id: string; readonly key: string };

  /** Ends waiting for the length of the list. */
  #stopCount?: () => void;

  constructor() {
    super();
    new AgentGuard(this, () => this.#forget());
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    if (!this.#dialog.open || !this.list) return nothing;
    return html`<div class="root" lang=${this.language}>
      <dialog class="dialog" part="dialog" aria-labelledby="title">
        <form method="dialog" novalidate @submit=${this.#onSubmit}>
          <h2 class="dialog-title" id="title">${this.more.exportDialog.title}</h2>
          <div class="dialog-body">${this.#renderBody(this.list)}</div>
          <div class="dialog-foot">${this.#renderButtons(this.list)}</div>
        </form>
      </dialog>
    </div>`;
  }

  #renderBody(list: OpenList): TemplateResult {
    const words = this.more.exportDialog;
    if (this.#isDenied) return html`<p class="notice calm">${words.denied}</p>`;
    if (this.isDone) return html`<p role="status">${words.done}</p>`;
    if (isEmpty(list)) return html`<p class="notice calm">${words.nothing}</p>`;
    const { error } = this.#task;
    return html`<p>${list.isCounted ? tallyText(list, words.whole, words.wholeLeast) : this.texts.common.loading}</p>
      ${
        list.total > mostExported
          ? html`<p class="notice calm">
              ${list.isEstimate ? words.mostOnce(mostExported) : words.tooMany({ count: mostExported, total: list.total })}
            </p>`
          : nothing
      }
      ${this.#renderColumns(list)} ${this.#renderReason()}
      <p class="hint">${words.recorded}</p>
      ${error ? this.#renderRefusal(error) : nothing}`;
  }

  #renderColumns(list: OpenList): TemplateResult {
    const words = this.more.exportDialog;
    return html`<fieldset class="field" ?disabled=${this.#task.isRunning}>
      <legend class="label">${words.columns}</legend>
      <div class="columns">
        ${this.#offered(list).map(
          (id) =>
            html`<label class="check">
              <input
                type="checkbox"
                .checked=${live(this.chosen.has(id))}
                @change=${(event: Event) => this.#onColumn(id, (event.currentTarget as HTMLInputElement).checked)}
              />
              <span>${this.#labelOf(id)}</span>
            </label>`,
        )}
      </div>
      ${this.missing === 'columns' ? html`<span class="problem" role="alert">${words.needColumns}</span>` : nothing}
    </fieldset>`;
  }

  #renderReason(): TemplateResult {
    const words = this.more.exportDialog;
    const isMissing = this.missing === 'reason';
    return html`<label class="field">
      <span class="label">${words.reason}</span>
      <input
        class="input reason"
        type="text"
        autofocus
        required
        autocomplete="off"
        dir="auto"
        maxlength=${mostReason}
        aria-invalid=${isMissing ? 'true' : nothing}
        ?readonly=${this.#task.isRunning}
        placeholder=${words.reasonExample}
        .value=${live(this.reason)}
        @input=${this.#onReason}
      />
      ${isMissing ? html`<span class="problem" role="alert">${words.needReason}</span>` : nothing}
    </label>`;
  }

  #renderRefusal(error: DeskError): TemplateResult {
    const { exportDialog: words, maskDialog } = this.more;
    const why = isPersonal(error) ? maskDialog.personal : this.texts.errors[error.kind];
    return html`<p class="notice" role="alert">
      <span>${words.refused({ why })}</span>
      <span>${words.safe}</span>
    </p>`;
  }

  #renderButtons(list: OpenList): TemplateResult {
    const { common } = this.texts;
    const words = this.more.exportDialog;
    const isOver = this.#isDenied || this.isDone || isEmpty(list);
    const submit = list.isCounted ? tallyText(list, words.submit, words.submitLeast) : words.title;
    return html`<button class="button" type="button" @click=${this.close}>
        ${isOver ? common.close : common.cancel}
      </button>
      ${
        isOver
          ? nothing
          : html`<button class="button primary" type="submit" aria-disabled=${this.#canStart ? nothing : 'true'}>
              ${this.#task.isRunning ? words.running : submit}
            </button>`
      }`;
  }

  get #isDenied(): boolean {
    return known(this.#session.value)?.agent.permissions.export === false;
  }

  get #canStart(): boolean {
    const { total = 0, isEstimate = false } = this.list ?? {};
    // What is too long by an estimate alone may still fit, which the server knows.
    return !this.#task.isRunning && (isEstimate || total <= mostExported);
  }

  /** Every column there is: those of the list in their order, then the others. */
  #offered({ columns }: OpenList): readonly string[] {
    const possible = possibleColumns(known(this.#settings.value)?.fields ?? []);
    const shown = shownColumns(
      columns.map((id) => ({ id, width: null })),
      possible,
    ).map(({ id }) => id);
    return [...shown, ...possible.filter((id) => !shown.includes(id))];
  }

  #labelOf(id: string): string {
    const language = this.language as Language;
    return columnLabel(id, {
      texts: this.texts,
      language,
      serviceLanguage: known(this.#session.value)?.service.language ?? language,
      fields: known(this.#settings.value)?.fields ?? [],
    });
  }

  /** Takes over how long the list is, which may come after the dialog. */
  #count({ tickets: { $query, $window } }: Hub): void {
    this.#stopCount?.();
    const query = $query.get();
    let isOver = false;
    this.#stopCount = $window.subscribe(({ status, total, isEstimate }) => {
      isOver ||= $query.get() !== query;
      if (isOver || status !== 'ready' || !this.list) return;
      isOver = true;
      this.list = { ...this.list, total, isEstimate, isCounted: true };
    });
    if (isOver) this.#stopCount();
  }

  #onColumn(id: string, on: boolean): void {
    const chosen = new Set(this.chosen);
    if (on) chosen.add(id);
    else chosen.delete(id);
    this.chosen = chosen;
    this.missing = null;
  }

  readonly #onReason = (event: Event): void => {
    this.reason = (event.currentTarget as HTMLInputElement).value;
    this.missing = null;
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const { list } = this;
    if (!list || this.isDone || this.#isDenied || !this.#canStart) return;
    const columns = this.#offered(list).filter((id) => this.chosen.has(id));
    const reason = this.reason.trim();
    this.missing = columns.length === 0 ? 'columns' : reason === '' ? 'reason' : null;
    if (this.missing) {
      const place = this.missing === 'reason' ? '.reason' : '.columns input';
      this.renderRoot.querySelector<HTMLElement>(place)?.focus();
      return;
    }
    const key = JSON.stringify([list.query, columns, reason]);
    const { error } = this.#task;
    const isSame = this.#attempt?.key === key && (!error || isUncertain(error.kind));
    this.#attempt = { id: isSame && this.#attempt ? this.#attempt.id : newKey(), key };
    const { id } = this.#attempt;
    if (!this.#task.start(id, new ExportRequest(id, list.query, columns, reason))) this.close();
  };

  #onDone(): void {
    this.#attempt = undefined;
    this.reason = '';
    if (this.#dialog.open) this.isDone = true;
  }

  /** The list was the former agent's, and so were the reason and the columns. */
  #forget(): void {
    this.close();
    this.#attempt = undefined;
    this.list = null;
    this.chosen = new Set();
    this.reason = '';
  }

  #onClosed(): void {
    this.#stopCount?.();
    this.missing = null;
    if (!this.#task.isRunning) this.#task.forget();
    this.dispatchEvent(new Event('close'));
  }

  /** Opens the dialog for the list that is open. Reason and columns are as they were left. */
  async show(): Promise<void> {
    if (!this.hub) return;
    const { $query, $columns } = this.hub.tickets;
    const columns = $columns.get().map(({ id }) => id);
    if (columns.join() !== this.list?.columns.join()) this.chosen = new Set(columns);
    this.list = { query: $query.get(), total: 0, isEstimate: false, isCounted: false, columns };
    this.#count(this.hub);
    this.isDone = false;
    this.missing = null;
    await this.#dialog.show();
  }

  /** Closes the dialog; a file that is on its way still comes. */
  close(): void {
    this.#dialog.close();
  }
}

/** Nothing to export is only said of a list that is there. */
function isEmpty({ isCounted, total }: OpenList): boolean {
  return isCounted && total === 0;
}
