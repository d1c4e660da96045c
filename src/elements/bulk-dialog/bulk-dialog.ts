import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { isUncertain, type DeskError } from '../../base/desk-error.js';
import { DialogController } from '../../base/dialog.js';
import type { Hub } from '../../base/hub-context.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import { StoreReader } from '../../base/store-reader.js';
import { textProblem } from '../../base/text-problem.js';
import type { BulkIntent, BulkTarget } from '../../domain/bulk.js';
import type { Session } from '../../domain/types.js';
import { TickRequest } from '../../events/requests.js';
import { BulkChecking } from './bulk-checking.js';
import { styles } from './bulk-dialog.styles.js';
import { renderFields } from './bulk-fields.js';
import * as forms from './bulk-form.js';
import { BulkRun } from './bulk-run.js';
import { namedScope, scopeText, scopeWithout, tickedScope, type Scope } from './bulk-scope.js';
import { BulkStart, outgrownOf } from './bulk-start.js';
import { renderCheck } from './check-parts.js';

/** Where the keyboard goes when something is missing. */
const places: Readonly<Record<forms.Missing, string>> = {
  needText: '#text',
  needReason: '#reason',
  needAgent: '#agent',
  needHandlingType: '#type',
  needPriority: '#priority',
  needAgreement: '#agree',
};

/**
 * Does one thing to many tickets: what to do, what it will do and to whom mails go, how far it is, and what became of
 * each ticket. What was entered stays through closing and refusals; the run goes on without the dialog.
 *
 * @element bulk-dialog
 * @fires {BulkRequest} desk-bulk-request - The agent pressed the main button. Cancelable.
 * @fires {JobRequest} desk-job-request - What failed is to be tried again, or the rest of a run not to be done. Cancelable.
 * @fires {TickRequest} desk-tick-request - The run has begun, so its tickets are no longer selected. Cancelable.
 * @fires {TicketSelectRequest} desk-ticket-select-request - The agent chose a ticket among the results. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The agent has read a refusal. Cancelable.
 * @fires {RetryRequest} desk-retry-request - The runs are to be loaded again. Cancelable.
 * @fires {Event} close - The dialog closed. Does not bubble.
 * @csspart dialog - The dialog.
 */
export class BulkDialog extends LateElement {
  static override styles = [inheritedReset, ...styles];

  @state() private form = forms.emptyForm;
  @state() private missing: forms.Missing | null = null;
  @state() private scope: Scope | null = null;

  // Three readers: what can be done depends on the service, on the agent, and on how the page treats a missing right.
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  readonly #settings = new StoreReader(this, (hub) => hub.session.$settings);
  readonly #unavailable = new StoreReader(this, (hub) => hub.session.$unavailable);
  readonly #dialog = new DialogController(this, () => this.#onClosed());
  readonly #checking = new BulkChecking(this);
  readonly #run = new BulkRun(
    this,
    () => this.hub,
    () => this.close(),
  );
  readonly #start = new BulkStart(this, () => this.#onBegun());
  #owner?: string;

  override willUpdate(): void {
    this.#forgetAnothers();
    if (!this.hub) return;
    if (this.#start.attempt && this.#run.hasBegun(this.#start.attempt.id)) this.#onBegun();
    if (!this.#dialog.open) return;
    this.#askAgain();
    this.#run.follow();
    const target = this.#run.isShown || this.#isTooMany ? null : (this.scope?.target ?? null);
    this.#checking.want(this.hub, target, this.#intent);
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    if (!this.#dialog.open) return nothing;
    const { job, isShown } = this.#run;
    const title = job
      ? this.more.bulkDialog.runTitle({ action: this.texts.action[job.action] })
      : this.more.bulkDialog.title;
    return html`<div class="root" lang=${this.language}>
      <dialog class="dialog" part="dialog" aria-labelledby="title">
        <form method="dialog" @submit=${this.#onSubmit}>
          <h2 class="dialog-title" id="title">${title}</h2>
          <div class="dialog-body">${isShown ? this.#run.renderBody(this.#words) : this.#renderForm()}</div>
          <div class="dialog-foot">${isShown ? this.#renderRunButtons() : this.#renderFormButtons()}</div>
        </form>
      </dialog>
    </div>`;
  }

  #renderForm(): TemplateResult {
    const { bulkDialog: words } = this.more;
    const { scope, form, missing } = this;
    if (!scope) return html`<p class="notice calm">${words.nothing}</p>`;
    const settings = known(this.#settings.value);
    const shared = {
      form,
      missing,
      isRunning: this.#start.isRunning,
      texts: this.texts,
      more: this.more,
      change: this.#change,
    };
    const offers = forms.offersOf(known(this.#session.value), settings, this.#unavailable.value ?? null);
    return html`<p class="scope">${scopeText(scope, this.#checking.value?.total, this.more)}</p>
      ${
        this.#isTooMany
          ? html`<p class="notice calm" role="status">${words.tooMany(settings?.bulkLimit ?? 0)}</p>`
          : html`${renderFields({ ...shared, offers, settings })}
            ${renderCheck({
              ...shared,
              load: this.#checking.load,
              leaveOutAbsent: this.#leaveOutAbsent,
              retry: () => this.#checking.retry(),
            })}`
      }
      ${this.#start.error ? this.#renderRefusal(this.#start.error) : nothing}`;
  }

  #renderRefusal(error: DeskError): TemplateResult {
    const { bulkDialog: words } = this.more;
    const now = outgrownOf(error);
    if (now) return html`<p class="notice" role="alert">${now.eligible > 0 ? words.outgrown : words.nothingLeft}</p>`;
    const { kind } = error;
    const why = textProblem(error, this.texts) ?? this.texts.errors[kind];
    const isUnknown = isUncertain(kind);
    return html`<p class="notice" role="alert">
      <span>${isUnknown ? why : words.refused({ why })}</span>
      <span>${isUnknown ? words.unknown : words.safe}</span>
    </p>`;
  }

  #renderFormButtons(): TemplateResult {
    const { common } = this.texts;
    return html`<button class="button" type="button" @click=${this.close}>${common.cancel}</button> ${
        this.scope
          ? html`<button class="button primary" type="submit" aria-disabled=${this.#canStart ? nothing : 'true'}>
              ${this.#submitLabel}
            </button>`
          : nothing
      }`;
  }

  #renderRunButtons(): TemplateResult {
    return html`${this.#run.renderButtons(this.#words)}
      <button class="button" type="button" @click=${this.close}>${this.texts.common.close}</button>`;
  }

  get #words() {
    return { texts: this.texts, more: this.more, language: this.language };
  }

  get #submitLabel(): string {
    const { bulkDialog, bulkSubmit } = this.more;
    const { action, starred } = this.form;
    if (this.#start.isRunning) return bulkDialog.starting;
    if (!action) return bulkDialog.title;
    const eligible = this.#checking.value?.eligible;
    if (!eligible) return this.texts.action[action];
    return bulkSubmit[action === 'star' && !starred ? 'unstar' : action](eligible);
  }

  get #isTooMany(): boolean {
    const limit = known(this.#settings.value)?.bulkLimit;
    // What is too long by an estimate alone may still be allowed, which the server knows.
    return limit !== undefined && !this.scope?.isEstimate && (this.scope?.count ?? 0) > limit;
  }

  get #intent(): BulkIntent | null {
    return forms.intentOf(this.form, known(this.#settings.value));
  }

  /** Nothing is missing that the agent could not be told of: the press then says what is. */
  get #canStart(): boolean {
    if (this.#start.isRunning || this.#isTooMany || this.form.action === null) return false;
    const { value, load } = this.#checking;
    return value ? value.eligible > 0 : load.status !== 'loading' && forms.missingOf(this.form) !== null;
  }

  readonly #change = (change: Partial<forms.BulkForm>): void => {
    const next = { ...this.form, ...change };
    this.form = next.action === 'forward' && next.groupId === null ? { ...next, groupId: this.#ownGroup } : next;
    this.missing = null;
  };

  /** Most tickets stay in the house. */
  get #ownGroup(): number | null {
    const groups = known(this.#settings.value)?.groups ?? [];
    const own = known(this.#session.value)?.agent.groups[0]?.groupId;
    return (groups.find(({ groupId }) => groupId === own) ?? groups[0])?.groupId ?? null;
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const check = this.#checking.value;
    const intent = this.#intent;
    if (!this.scope || !this.#canStart) return;
    this.missing = forms.missingOf(this.form);
    if (!this.missing && check && forms.needsAgreement(check) && this.form.agreed !== check.mails) {
      this.missing = 'needAgreement';
    }
    if (this.missing) this.#lead(this.missing);
    else if (check && intent && !this.#start.begin(this.scope, intent, check)) this.close();
  };

  #lead(missing: forms.Missing): void {
    this.renderRoot.querySelector<HTMLElement>(places[missing])?.focus();
  }

  /** The server would do more than was agreed to: its numbers are shown, and the agent is asked once more. */
  #askAgain(): void {
    const check = this.#start.takeOutgrown();
    if (!check) return;
    this.#checking.take(check);
    this.form = { ...this.form, agreed: null };
  }

  readonly #leaveOutAbsent = async (): Promise<void> => {
    const { scope } = this;
    const absent = new Set(this.#checking.value?.absent);
    if (!scope || absent.size === 0) return;
    const left = scopeWithout(scope, absent);
    const { selection } = this.hub ?? {};
    if (selection && scope.ticked === selection.$ticked.get()) {
      this.ask(new TickRequest({ all: false, ids: new Set(left && 'ids' in left.target ? left.target.ids : []) }));
    }
    this.scope = left && scope.ticked ? { ...left, ticked: selection?.$ticked.get() ?? null } : left;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.preview')?.focus();
  };

  /** The run is on its way: what was entered is done with, and its tickets need not stay selected. */
  #onBegun(): void {
    const { attempt } = this.#start;
    if (!attempt) return;
    this.#start.end();
    this.#checking.stop();
    this.form = forms.emptyForm;
    this.scope = null;
    if (this.#dialog.open) this.#run.showRequest(attempt.id);
    const isStillTicked = attempt.scope.ticked === this.hub?.selection.$ticked.get();
    if (isStillTicked) this.ask(new TickRequest({ all: false, ids: new Set() }));
  }

  /** What one agent wrote is never shown to another. */
  #forgetAnothers(): void {
    const owner = ownerOf(this.hub, known(this.#session.value));
    if (!owner || owner === this.#owner) return;
    if (this.#owner) {
      this.#start.end();
      this.form = forms.emptyForm;
      this.scope = null;
      this.#run.stop();
      this.#checking.stop();
    }
    this.#owner = owner;
  }

  #onClosed(): void {
    this.missing = null;
    this.#checking.stop();
    this.#run.stop();
    if (!this.#start.isRunning) this.#start.forget();
    this.dispatchEvent(new Event('close'));
  }

  /** Opens the dialog for some tickets, or for what is ticked. What was entered before is still there. */
  async show(target?: BulkTarget): Promise<void> {
    this.#forgetAnothers();
    this.#run.stop();
    this.missing = null;
    this.form = { ...this.form, agreed: null };
    this.scope = target ? namedScope(target) : this.hub ? tickedScope(this.hub) : null;
    await this.#dialog.show();
  }

  /** Opens the dialog at a run: how far it is, or what became of it. */
  async showJob(jobId: string): Promise<void> {
    this.#run.showJob(jobId);
    await this.#dialog.show();
  }

  /** Closes the dialog; a run goes on. */
  close(): void {
    this.#dialog.close();
  }
}

function ownerOf(hub: Hub | undefined, session: Session | undefined): string | undefined {
  return hub && session ? `${session.service.serviceId} ${session.agent.usercode}` : undefined;
}
