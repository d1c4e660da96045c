import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { DeskError, isUncertain } from '../../base/desk-error.js';
import { DialogController } from '../../base/dialog.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import { NamedTask } from '../../base/named-task.js';
import { sentences } from '../../base/sentences.js';
import { StoreReader } from '../../base/store-reader.js';
import { isElsewhere, wallText } from '../../base/zone-input.js';
import type { CallChange, CallStep, PromisedCall } from '../../domain/calls.js';
import { CallRequest, TaskDismissRequest } from '../../events/requests.js';
import { newKey } from '../../util/key.js';
import {
  draftOf,
  fieldProblems,
  formOf,
  noteOver,
  problemsOf,
  usualTimes,
  type CallForm,
  type CallProblems,
} from './call-form.js';
import { styles } from './call-dialog.styles.js';
import { keptCalls } from './kept-calls.js';

/**
 * Promises the customer of a ticket a call, or moves, changes or ends the one that is promised. Times are those of the
 * service's clock, whatever the machine's is.
 *
 * @element call-dialog
 * @fires {CallRequest} desk-call-request - A call is promised, changed or ended. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The agent has read a refusal. Cancelable.
 * @fires {Event} close - The dialog closed. Does not bubble.
 * @csspart dialog - The dialog.
 */
export class CallDialog extends LateElement {
  static override styles = [inheritedReset, ...styles];

  @state() private call: PromisedCall | null | undefined;
  @state() private form: CallForm = { at: '', phone: '', note: '' };
  @state() private problems: CallProblems = {};
  @state() private failure: DeskError | null = null;
  @state() private isChanged = false;

  // Three readers: the service's zone, the customer's number, and the server's clock.
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  readonly #ticket = new StoreReader(this, (hub) => hub.tickets.$current);
  readonly #offset = new StoreReader(this, (hub) => hub.session.$clockOffset);
  readonly #dialog = new DialogController(this, () => this.#onClosed());
  readonly #task = new NamedTask(
    this,
    () => this.#onDone(),
    (taskId) => new TaskDismissRequest(taskId),
  );
  #ticketId = '';
  #leaving?: AbortController;
  /** What the fields showed before anything was typed. */
  #begun = this.form;
  #attempt?: { readonly id: string; readonly step: string };

  override willUpdate(): void {
    const { error } = this.#task;
    if (error?.kind === 'conflict' && this.#dialog.open) {
      // Somebody else was faster: what is now is shown beside what was typed.
      this.#task.forget();
      this.isChanged = true;
      void this.#load();
    }
    if (error?.kind === 'invalid') this.problems = fieldProblems(error);
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    if (!this.#dialog.open) return nothing;
    const words = this.more.callDialog;
    return html`<div class="root" lang=${this.language}>
      <dialog class="dialog" part="dialog" aria-labelledby="title">
        <form method="dialog" novalidate @submit=${this.#onSubmit}>
          <h2 class="dialog-title" id="title">${this.call ? words.change : words.promise}</h2>
          <div class="dialog-body">${this.#renderBody()}</div>
          <div class="dialog-foot">${this.#renderButtons()}</div>
        </form>
      </dialog>
    </div>`;
  }

  #renderBody(): TemplateResult {
    const words = this.more.callDialog;
    if (this.failure)
      return html`<p class="notice" role="alert">${sentences(words.failed, this.texts.errors[this.failure.kind])}</p>`;
    if (this.call === undefined) return html`<p role="status">${this.texts.common.loading}</p>`;
    return html`${this.#renderRefusal()} ${this.#renderTime()}
    ${this.#renderField(
      'phone',
      html`<input
        class="input"
        id="phone"
        type="tel"
        autocomplete="off"
        .value=${live(this.form.phone)}
        aria-invalid=${this.problems.phone ? 'true' : nothing}
        aria-describedby="phone-problem"
        @input=${this.#onInput}
      />`,
    )}
    ${this.#renderField(
      'note',
      html`<textarea
        class="input"
        id="note"
        rows="3"
        .value=${live(this.form.note)}
        aria-invalid=${this.problems.note ? 'true' : nothing}
        aria-describedby="note-problem"
        @input=${this.#onInput}
      ></textarea>`,
    )}
    ${
      this.call && this.call.by.usercode !== this.call.assignee.usercode
        ? html`<p class="by">${words.by({ name: this.call.by.name, assignee: this.call.assignee.name })}</p>`
        : nothing
    }`;
  }

  #renderTime(): TemplateResult {
    const words = this.more.callDialog;
    const times = usualTimes(this.#now, this.#zone);
    return this.#renderField(
      'at',
      html`<input
          class="input"
          id="at"
          type="datetime-local"
          autofocus
          .value=${live(this.form.at)}
          aria-invalid=${this.problems.at ? 'true' : nothing}
          aria-describedby="at-problem at-hint"
          @input=${this.#onInput}
        />
        <span class="hint" id="at-hint">${isElsewhere(this.#now, this.#zone) ? words.atHint : nothing}</span>
        <div class="times">
          ${(Object.keys(times) as (keyof typeof times)[]).map(
            (name) =>
              html`<button
                class="button"
                type="button"
                @click=${() => this.#set({ at: wallText(times[name], this.#zone) })}
              >
                ${words[name]}
              </button>`,
          )}
        </div>`,
    );
  }

  #renderField(name: keyof CallForm, control: TemplateResult): TemplateResult {
    const words = this.more.callDialog;
    const problem = this.problems[name];
    return html`<div class="field">
      <label class="label" for=${name}>${words[name]}</label>
      ${control}
      <span class="problem" id="${name}-problem" role="alert">${problem ? words[problem] : nothing}</span>
    </div>`;
  }

  #renderRefusal(): TemplateResult | typeof nothing {
    const { error } = this.#task;
    if (this.isChanged) return html`<p class="notice" role="alert">${this.more.callDialog.changed}</p>`;
    if (!error || error.kind === 'conflict' || (error.kind === 'invalid' && Object.keys(this.problems).length > 0))
      return nothing;
    return html`<p class="notice" role="alert">
      <span>${this.texts.errors[error.kind]}</span>
      <span>${isUncertain(error.kind) ? this.texts.common.unknown : this.more.callDialog.safe}</span>
    </p>`;
  }

  #renderButtons(): TemplateResult {
    const { common } = this.texts;
    const words = this.more.callDialog;
    const { isRunning } = this.#task;
    const close = html`<button class="button" type="button" @click=${this.close}>${common.cancel}</button>`;
    if (this.failure)
      return html`${close}<button class="button primary" type="submit" autofocus>${common.retry}</button>`;
    const isOff = isRunning || this.call === undefined ? 'true' : nothing;
    return html`${this.call ? this.#renderEnds(this.call) : nothing} ${close}
      <button class="button primary" type="submit" aria-disabled=${isOff}>
        ${isRunning ? words.running : this.call ? words.submitChange : words.submitPromise}
      </button>`;
  }

  #renderEnds(call: PromisedCall): TemplateResult {
    const words = this.more.callDialog;
    const end = (state: NonNullable<CallChange['state']>) => (): void =>
      this.#change({ state, ...noteOver(call, this.form) });
    return html`<button class="button" type="button" data-end="done" @click=${end('done')}>${words.done}</button>
      <button class="button danger end" type="button" data-end="cancelled" @click=${end('cancelled')}>
        ${words.cancel}
      </button>`;
  }

  get #zone(): string {
    return known(this.#session.value)?.service.timeZone ?? 'UTC';
  }

  get #now(): number {
    return Date.now() + (this.#offset.value ?? 0);
  }

  #set(change: Partial<CallForm>): void {
    // What was refused is being mended.
    if (this.#task.error) this.#task.forget();
    this.form = { ...this.form, ...change };
    this.problems = Object.fromEntries(Object.entries(this.problems).filter(([name]) => !(name in change)));
    keptCalls.keep(this.hub, this.#ticketId, { begun: this.#begun, form: this.form });
  }

  readonly #onInput = ({ target }: Event): void => {
    const { id, value } = target as HTMLInputElement;
    this.#set({ [id]: value });
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (this.failure) void this.#load();
    if (this.failure || this.call === undefined || this.#task.isRunning) return;
    const draft = draftOf(this.form, this.#zone, this.call ?? undefined);
    this.problems = problemsOf(draft, this.#now, this.call ?? undefined);
    const [first] = Object.keys(this.problems);
    if (first) this.renderRoot.querySelector<HTMLElement>(`#${first}`)?.focus();
    else if (this.call) this.#change(draft);
    else this.#send({ promise: draft });
  };

  #change(change: CallChange): void {
    if (this.call && !this.#task.isRunning)
      this.#send({ change, callId: this.call.callId, version: this.call.version });
  }

  /** The same step without an answer is asked for again under the same id. */
  #send(step: CallStep): void {
    const text = JSON.stringify(step);
    const isSame = this.#attempt?.step === text && this.#task.error && isUncertain(this.#task.error.kind);
    const id = isSame && this.#attempt ? this.#attempt.id : newKey();
    this.#attempt = { id, step: text };
    this.isChanged = false;
    if (!this.#task.start(id, new CallRequest(id, this.#ticketId, step))) this.#onDone();
  }

  #onDone(): void {
    keptCalls.drop(this.hub, this.#ticketId);
    this.close();
  }

  async #load(): Promise<void> {
    this.#leaving?.abort();
    const { signal } = (this.#leaving = new AbortController());
    this.failure = null;
    this.call = undefined;
    try {
      const call = await this.hub?.calls.of(this.#ticketId, signal);
      if (signal.aborted || call === undefined) return;
      this.call = call;
      this.#begun = call ? formOf(call, this.#zone) : this.#empty;
      this.form = keptCalls.over(this.hub, this.#ticketId, this.#begun);
      await this.updateComplete;
      // The keyboard waited on a button while the fields were on their way.
      if (!signal.aborted) this.renderRoot.querySelector<HTMLElement>('#at')?.focus();
    } catch (error) {
      if (!signal.aborted) this.failure = error instanceof DeskError ? error : new DeskError('server', String(error));
    }
  }

  get #empty(): CallForm {
    const ticket = known(this.#ticket.value);
    const phone = ticket?.ticketId === this.#ticketId ? (ticket.customer?.phone ?? '') : '';
    return formOf({ at: usualTimes(this.#now, this.#zone).inHour, phone, note: '' }, this.#zone);
  }

  #onClosed(): void {
    this.#leaving?.abort();
    this.#task.forget();
    this.problems = {};
    this.isChanged = false;
    this.dispatchEvent(new Event('close'));
  }

  /** Opens it for a ticket. */
  async show(ticketId: string): Promise<void> {
    this.#ticketId = ticketId;
    void this.#load();
    await this.#dialog.show();
  }

  /** Closes it; what was typed is there when it is opened again. */
  readonly close = (): void => this.#dialog.close();
}
