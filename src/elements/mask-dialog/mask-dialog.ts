import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { AgentGuard } from '../../base/agent-guard.js';
import { isTyping } from '../../base/commands.js';
import { DeskError, isUncertain } from '../../base/desk-error.js';
import { DialogController, hasFocusElsewhere, innermostFocus } from '../../base/dialog.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import type { MaskQuestion } from '../../base/mask-question.js';
import { NamedTask } from '../../base/named-task.js';
import { StoreReader } from '../../base/store-reader.js';
import { tellHere, tellNoMore } from '../../base/told-here.js';
import { MaskRemoveRequest, TaskDismissRequest } from '../../events/requests.js';
import { newKey } from '../../util/key.js';
import { renderAbout, renderSure, type Found } from './mask-about.js';
import { styles } from './mask-dialog.styles.js';
import { fieldsOf, pressOnce, type MaskForm } from './mask-fields.js';
import { MaskHistory } from './mask-history.js';
import { firstChoice, waysFor, whyNot, whyOf, type Choice, type Way } from './mask-ways.js';

/**
 * Asks what is to be done with a mask: a look at the original for this agent alone, the original back for everybody, or
 * the original gone for good. It offers what the agent may do, and never holds an original itself.
 *
 * @element mask-dialog
 * @fires {MaskRemoveRequest} desk-mask-remove-request - The mask, or what it hides, is to be removed. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The agent has read a refusal. Cancelable.
 * @fires {Event} close - The dialog closed. Does not bubble.
 * @csspart dialog - The dialog.
 */
export class MaskDialog extends LateElement {
  static override styles = [inheritedReset, ...styles];

  @state() private question: MaskQuestion | null = null;
  @state() private choice: Choice = firstChoice;
  @state() private isMissing = false;
  /** The agent has asked to delete the original and is asked once more. */
  @state() private isSure = false;
  @state() private isRevealing = false;
  @state() private problem: DeskError | null = null;

  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  /** The mask may change under the dialog. */
  readonly #history = new StoreReader(this, (hub) => hub.tickets.$history);
  readonly #dialog = new DialogController(this, () => this.#onClosed());
  readonly #task = new NamedTask(
    this,
    () => this.#onDone(),
    (taskId) => new TaskDismissRequest(taskId),
  );
  readonly #past = new MaskHistory(this);
  #leaving?: AbortController;
  /** The mask that is being removed, or was last. */
  #removing: string | null = null;
  /** What was asked for last, without an answer; the same thing is asked for again under the same id. */
  #attempt?: { readonly id: string; readonly key: string };

  constructor() {
    super();
    new AgentGuard(this, () => this.#forget());
  }

  override willUpdate(): void {
    if (this.#dialog.open && !this.#isOfTicket) this.close();
    // Removed at once, without a question: it opens only to say why not.
    const isRefused = this.#task.error !== undefined && this.#task.isUnread && !this.#dialog.open;
    const isMeant =
      this.question?.mode === 'direct' && !this.#isOfOther && this.#isOfTicket && !isTyping([innermostFocus() ?? this]);
    if (isRefused && isMeant) void this.#dialog.show();
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    if (!this.#dialog.open || !this.question) return nothing;
    const found = this.#history.value && this.question.find();
    const way = found ? this.#way : undefined;
    return html`<div class="root" lang=${this.language}>
      <dialog class="dialog" part="dialog" aria-labelledby="title">
        <form method="dialog" novalidate @submit=${this.#onSubmit} @keydown=${pressOnce}>
          <h2 class="dialog-title" id="title">${this.#titleOf(way)}</h2>
          <div class="dialog-body">${this.#renderBody(found || null, way)}</div>
          <div class="dialog-foot">${keyed(this.isSure, this.#renderButtons(found || null, way))}</div>
        </form>
      </dialog>
    </div>`;
  }

  #titleOf(way: Way | undefined): string {
    const { sure, titleReveal, titleUnmask, titlePurge } = this.more.maskDialog;
    return this.isSure ? sure : { reveal: titleReveal, unmask: titleUnmask, purge: titlePurge }[way ?? 'reveal'];
  }

  #renderBody(found: Found | null, way: Way | undefined): TemplateResult {
    const words = this.more.maskDialog;
    const error = this.problem ?? (this.#isOfOther ? undefined : this.#task.error);
    if (!found) return error ? this.#renderRefusal(error) : html`<p class="notice calm">${words.removed}</p>`;
    if (found.mask.state === 'purged')
      return html`<p class="notice calm">${words.gone}</p>
        ${this.#renderHistory(found)}`;
    const about = renderAbout(found, this.more, this.language, this.#timeZone);
    if (!way) {
      const isOff = known(this.#session.value)?.capabilities.security === false;
      return html`${about}
        <p class="notice calm">${isOff ? words.off : words.denied}</p>
        ${this.#renderHistory(found)}`;
    }
    return html`${this.isSure ? renderSure(found, this.more) : html`${about} ${fieldsOf(way, this.#ways, this.#form)}`}
      <p class="hint">${words.recorded}</p>
      ${this.#task.isRunning && this.#isOfOther ? html`<p class="notice calm" role="status">${words.other}</p>` : nothing}
      ${error ? this.#renderRefusal(error) : nothing} ${this.isSure ? nothing : this.#renderHistory(found)}`;
  }

  /** Who did what with it, for those who may read that. */
  #renderHistory({ mask }: Found): TemplateResult | typeof nothing {
    const { hub, question, texts, more, language } = this;
    if (!hub || !question || !known(this.#session.value)?.agent.permissions.audit) return nothing;
    return this.#past.render(hub, question.ticketId, mask.id, { texts, more, language, timeZone: this.#timeZone });
  }

  #renderRefusal(error: DeskError): TemplateResult {
    return html`<p class="notice" role="alert">
      <span>${whyNot(error, this.texts, this.more)}</span>
      <span>${this.more.maskDialog.safe}</span>
    </p>`;
  }

  #renderButtons(found: Found | null, way: Way | undefined): TemplateResult {
    const { common } = this.texts;
    const words = this.more.maskDialog;
    if (!way || found?.mask.state !== 'masked')
      return html`<button class="button" type="button" @click=${this.close}>${common.close}</button>`;
    const submit = {
      reveal: words.submitReveal,
      unmask: words.submitUnmask,
      purge: this.isSure ? words.submitPurge : words.nextPurge,
    }[way];
    return html`<button class="button" type="button" @click=${this.isSure ? this.#onBack : this.close}>
        ${this.isSure ? words.back : common.cancel}
      </button>
      <button
        class="button ${way === 'purge' ? 'danger' : 'primary'}"
        type="submit"
        aria-disabled=${this.#isBusy ? 'true' : nothing}
        @click=${pressOnce}
      >
        ${this.#isBusy ? words.running : submit}
      </button>`;
  }

  get #timeZone(): string {
    return known(this.#session.value)?.service.timeZone ?? 'UTC';
  }

  get #form(): MaskForm {
    return {
      words: this.more.maskDialog,
      choice: this.choice,
      isBusy: this.#isBusy,
      isMissing: this.isMissing,
      choose: (change) => this.#choose(change),
    };
  }

  /** Whether the ticket of the question is still the one that is open. */
  get #isOfTicket(): boolean {
    return this.question !== null && this.question.ticketId === this.hub?.tickets.$currentId.get();
  }

  /** Whether what was removed last, or still is being, is another mask than the one that is asked about. */
  get #isOfOther(): boolean {
    return this.#removing !== null && this.#removing !== this.question?.maskId;
  }

  get #isBusy(): boolean {
    return this.isRevealing || this.#task.isRunning;
  }

  get #ways(): readonly Way[] {
    return this.question ? waysFor(known(this.#session.value), this.question.mode) : [];
  }

  /** What is chosen, as far as it is permitted. To delete is never the first thing offered where there is another. */
  get #way(): Way | undefined {
    const ways = this.#ways;
    return ways.includes(this.choice.way) ? this.choice.way : ways[0];
  }

  #choose(change: Partial<Choice>): void {
    this.choice = { ...this.choice, ...change };
    this.isMissing = false;
    this.problem = null;
    if (!this.#task.isRunning) this.#task.forget();
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const found = this.question?.find();
    const way = this.#way;
    if (!found || !way || found.mask.state !== 'masked' || this.#isBusy) return;
    const why = whyOf(way, this.choice, this.more);
    this.isMissing = why === '';
    if (this.isMissing) return this.renderRoot.querySelector<HTMLElement>('.words')?.focus();
    if (way === 'reveal') return void this.#reveal(why);
    if (way === 'purge' && !this.isSure) {
      this.isSure = true;
      return;
    }
    this.#remove(found, way, why);
  };

  readonly #onBack = (): void => {
    this.isSure = false;
    this.problem = null;
    if (!this.#task.isRunning) this.#task.forget();
  };

  async #reveal(purpose: string): Promise<void> {
    const { signal } = (this.#leaving = new AbortController());
    this.isRevealing = true;
    this.problem = null;
    try {
      await this.question?.reveal(purpose, signal);
      if (!signal.aborted) this.close();
    } catch (error) {
      if (!signal.aborted) this.problem = error instanceof DeskError ? error : new DeskError('server', String(error));
    } finally {
      if (!signal.aborted) this.isRevealing = false;
    }
  }

  #remove({ mask, entry }: Found, how: 'unmask' | 'purge', reason: string): void {
    if (!this.question) return;
    const target = { maskId: mask.id, entryId: entry.id, bodyVersion: entry.bodyVersion };
    const key = JSON.stringify([target, how, reason]);
    const { error } = this.#task;
    const isSame = this.#attempt?.key === key && (!error || isUncertain(error.kind));
    this.#attempt = { id: isSame && this.#attempt ? this.#attempt.id : newKey(), key };
    const { id } = this.#attempt;
    this.#removing = mask.id;
    if (this.hub && this.#dialog.open) tellHere(this.hub, id);
    const went = this.#task.start(id, new MaskRemoveRequest(id, this.question.ticketId, target, how, reason));
    if (!went) this.close();
  }

  /** Ways and purpose are as they were chosen last, and a reason stays until it was used. */
  #onDone(): void {
    if (this.#isOfOther) return;
    this.choice = { ...this.choice, reason: '' };
    if (this.#dialog.open) this.close();
  }

  /** What was chosen was the former agent's. */
  #forget(): void {
    this.close();
    this.#attempt = undefined;
    this.question = null;
    this.choice = firstChoice;
  }

  #onClosed(): void {
    this.#leaving?.abort();
    this.isRevealing = this.isMissing = this.isSure = false;
    this.problem = null;
    if (!this.#task.isRunning) this.#task.forget();
    else if (this.hub && this.#attempt) tellNoMore(this.hub, this.#attempt.id);
    // What had the keyboard before may have been drawn again meanwhile.
    if (!hasFocusElsewhere(this.renderRoot)) this.question?.focus();
    this.dispatchEvent(new Event('close'));
  }

  /** Asks about a mask. Where it is to be removed at once and that is permitted, nothing is asked. */
  async show(question: MaskQuestion): Promise<void> {
    if (!this.hub) return;
    const { isRunning } = this.#task;
    if (this.question?.maskId !== question.maskId && !isRunning) this.#task.forget();
    // Words that were typed for one customer explain nothing of another.
    if (this.question?.ticketId !== question.ticketId) this.choice = { ...this.choice, ownPurpose: '', reason: '' };
    this.question = question;
    this.#past.forget();
    if (!this.#isOfTicket) return;
    this.isSure = false;
    // To delete is chosen anew each time.
    if (this.choice.way === 'purge') this.choice = { ...this.choice, way: 'reveal' };
    const found = question.find();
    const isDirect =
      !isRunning && question.mode === 'direct' && found?.mask.state === 'masked' && this.#ways.includes('unmask');
    if (isDirect) {
      this.choice = { ...this.choice, way: 'unmask' };
      this.#remove(found, 'unmask', this.more.maskDialog.direct);
    } else await this.#dialog.show();
  }

  /** Closes the dialog; a removal that is on its way still happens. */
  close(): void {
    this.#dialog.close();
  }
}
