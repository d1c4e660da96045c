import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../base/icons.js';
import { known } from '../../base/known.js';
import { secondsToUndo } from '../../base/mail-undo.js';
import { StoreReader } from '../../base/store-reader.js';
import { TaskWatch } from '../../base/task-watch.js';
import type { HistoryEntry } from '../../domain/types.js';
import { MailRequest, TaskDismissRequest } from '../../events/requests.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import type { ToolsHost } from './tools-host.js';

/**
 * Takes the mail of the answer back that was just sent, beside the button that sent it: its few seconds are too short to
 * go to the history by the keyboard.
 */
export class MailUndo {
  readonly #more: StoreReader<MoreTexts | undefined>;
  readonly #watch: TaskWatch;
  #entry?: HistoryEntry;
  #timer?: ReturnType<typeof setInterval>;

  constructor(private readonly host: ToolsHost) {
    const { element } = host;
    this.#more = new StoreReader<MoreTexts | undefined>(element, (hub) => hub.text.$more);
    new StoreReader(
      element,
      (hub) => hub.tickets.$history,
      (history) => this.#follow(known(history) ?? []),
    );
    this.#watch = new TaskWatch(
      element,
      'undo_mail',
      () => this.host.answer.field?.focus(),
      (taskId) => new TaskDismissRequest(taskId),
    );
  }

  /** Another text stands there: why the last one could not be taken back is no news any more. */
  clear(): void {
    if (this.#watch.error) this.#watch.forget();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  render(): TemplateResult | typeof nothing {
    const words = this.#more.value?.mailCourse;
    const left = this.#left;
    if (!words || (left === 0 && !this.#watch.error)) return nothing;
    const { isRunning, error } = this.#watch;
    const why = error && (error.kind === 'conflict' ? words.tooLate : this.host.state.texts.errors[error.kind]);
    return html`<div class="help-line ${why ? 'warns' : ''}">
      ${icon(why ? 'warning' : 'mail')}
      <span class="words" role=${why ? 'alert' : nothing}>${why ? words.notUndone({ why }) : words.left(left)}</span>
      ${
        left > 0
          ? html`<button
              type="button"
              class="button undo-mail"
              aria-disabled=${isRunning ? 'true' : nothing}
              @click=${this.#onUndo}
            >
              ${icon('restore')}${isRunning ? words.undoing : words.undo}
            </button>`
          : nothing
      }
    </div>`;
  }

  get #left(): number {
    const { hub } = this.host.state;
    return this.#entry && hub ? secondsToUndo(this.#entry, hub) : 0;
  }

  #follow(history: readonly HistoryEntry[]): void {
    const { hub } = this.#more;
    this.#entry = hub && history.findLast((entry) => secondsToUndo(entry, hub) > 0);
    if (this.#entry) this.#timer ??= setInterval(() => this.#tick(), 1000);
    else this.stop();
    this.host.element.requestUpdate();
  }

  #tick(): void {
    if (this.#left === 0) this.stop();
    this.host.element.requestUpdate();
  }

  readonly #onUndo = (): void => {
    const ticketId = this.host.state.ticket?.ticketId;
    const mailId = this.#entry?.mail?.mailId;
    if (!ticketId || !mailId || this.#watch.isRunning) return;
    this.#watch.start(ticketId, new MailRequest(ticketId, mailId, 'undo'));
  };
}
