import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { AgentGuard } from '../../base/agent-guard.js';
import { isPersonal } from '../../base/desk-error.js';
import { isComposing } from '../../base/composing.js';
import type { HubHost } from '../../base/hub-link.js';
import { NamedTask } from '../../base/named-task.js';
import { mostAuditExported, type AuditFilter } from '../../domain/audit.js';
import { mostReason } from '../../domain/export.js';
import { AuditExportRequest, TaskDismissRequest } from '../../events/requests.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { newKey } from '../../util/key.js';

/** The log as a file: asks why it is needed, and tells what became of it. */
export class LogExport {
  isOpen = false;
  #reason = '';
  #isMissing = false;
  #isDone = false;
  readonly #task: NamedTask;

  constructor(private readonly host: HubHost) {
    this.#task = new NamedTask(
      host,
      () => this.#onDone(),
      (taskId) => new TaskDismissRequest(taskId),
    );
    new AgentGuard(host, () => this.#forget());
  }

  /** Opens or closes the question. */
  toggle(isOpen = !this.isOpen): void {
    this.isOpen = isOpen;
    this.#isMissing = this.#isDone = false;
    if (!isOpen && !this.#task.isRunning) this.#task.forget();
    this.host.requestUpdate();
  }

  render(filter: AuditFilter, texts: Texts, more: MoreTexts): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    const words = more.accessLog;
    const { isRunning, error } = this.#task;
    const onSubmit = (event: Event): void => {
      event.preventDefault();
      this.#start(filter);
    };
    // Escape closes the question, and nothing around it; while something is composed it is the input method's.
    const onKeydown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || isComposing(event)) return;
      event.preventDefault();
      event.stopPropagation();
      this.#leave();
    };
    return html`<form class="export" aria-label=${words.export} novalidate @submit=${onSubmit} @keydown=${onKeydown}>
      <p>${words.exportText}</p>
      ${this.#renderReason(words)}
      ${
        error
          ? html`<p class="notice" role="alert">
              <span>
                ${
                  error.details.fields?.some(({ code }) => code === 'too_many')
                    ? words.tooMany(mostAuditExported)
                    : words.exportRefused({
                        why: isPersonal(error) ? more.maskDialog.personal : texts.errors[error.kind],
                      })
                }
              </span>
              <span>${words.exportSafe}</span>
            </p>`
          : nothing
      }
      <p class="done" role="status">${this.#isDone ? words.exportDone : ''}</p>
      <div class="export-foot">
        <button class="button" type="button" @click=${() => this.#leave()}>
          ${this.#isDone ? texts.common.close : texts.common.cancel}
        </button>
        <button class="button primary" type="submit" aria-disabled=${isRunning ? 'true' : nothing}>
          ${isRunning ? words.exportRunning : words.exportSubmit}
        </button>
      </div>
    </form>`;
  }

  #renderReason(words: MoreTexts['accessLog']): TemplateResult {
    return html`<label class="field">
      <span class="label">${words.exportReason}</span>
      <input
        class="input why-file"
        name="why"
        type="text"
        required
        autocomplete="off"
        dir="auto"
        maxlength=${mostReason}
        placeholder=${words.exportExample}
        aria-invalid=${this.#isMissing ? 'true' : nothing}
        ?readonly=${this.#task.isRunning}
        .value=${live(this.#reason)}
        @input=${(event: Event) => this.#type((event.currentTarget as HTMLInputElement).value)}
      />
      ${this.#isMissing ? html`<span class="problem" role="alert">${words.needReason}</span>` : nothing}
    </label>`;
  }

  #type(reason: string): void {
    this.#reason = reason;
    this.#isMissing = this.#isDone = false;
    this.host.requestUpdate();
  }

  #start(filter: AuditFilter): void {
    if (this.#task.isRunning) return;
    const reason = this.#reason.trim();
    this.#isMissing = reason === '';
    this.#isDone = false;
    this.host.requestUpdate();
    if (this.#isMissing) {
      this.host.shadowRoot?.querySelector<HTMLElement>('.why-file')?.focus();
      return;
    }
    const id = newKey();
    if (!this.#task.start(id, new AuditExportRequest(id, filter, reason))) this.#leave();
  }

  #leave(): void {
    this.toggle(false);
    this.host.shadowRoot?.querySelector<HTMLElement>('.export-open')?.focus();
  }

  #onDone(): void {
    this.#reason = '';
    this.#isDone = this.isOpen;
    this.host.requestUpdate();
  }

  #forget(): void {
    this.isOpen = this.#isDone = false;
    this.#reason = '';
    this.host.requestUpdate();
  }
}
