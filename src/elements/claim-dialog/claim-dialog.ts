import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { DeskElement } from '../../base/desk-element.js';
import { isUncertain, type DeskError } from '../../base/desk-error.js';
import { DialogController } from '../../base/dialog.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { StoreReader } from '../../base/store-reader.js';
import { TaskWatch } from '../../base/task-watch.js';
import type { Group } from '../../domain/types.js';
import { RetryRequest, TaskDismissRequest, TicketClaimRequest } from '../../events/requests.js';
import { styles } from './claim-dialog.styles.js';

/**
 * Takes an unassigned ticket for the agent. Who belongs to several groups is asked for one of them; who belongs to one
 * is asked nothing, and sees the dialog only if the ticket could not be had.
 *
 * @element claim-dialog
 * @fires {TicketClaimRequest} desk-ticket-claim-request - The agent confirmed. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The agent has read a refusal. Cancelable.
 * @fires {RetryRequest} desk-retry-request - The agent's groups are to be loaded again. Cancelable.
 * @fires {Event} close - The dialog closed. Does not bubble.
 * @csspart dialog - The dialog.
 */
export class ClaimDialog extends DeskElement {
  static override styles = [inheritedReset, ...styles];

  /** The ticket to take. */
  @property({ attribute: 'ticket-id' }) ticketId = '';

  @state() private chosen: number | null = null;

  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  readonly #dialog = new DialogController(this, () => this.#onClosed());
  readonly #claim = new TaskWatch(
    this,
    'claim',
    () => (this.#dialog.open ? this.#dialog.close() : this.#onClosed()),
    (taskId) => new TaskDismissRequest(taskId),
  );

  override willUpdate(): void {
    if (this.#claim.error && !this.#dialog.open) void this.#dialog.show();
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    if (!this.#dialog.open) return nothing;
    const texts = this.texts.claimDialog;
    return html`<div class="root" lang=${this.language}>
      <dialog class="dialog" part="dialog" aria-labelledby="title">
        <form method="dialog" @submit=${this.#onSubmit}>
          <h2 class="dialog-title" id="title">${texts.title}</h2>
          <div class="dialog-body">${this.#renderBody()}</div>
          <div class="dialog-foot">${this.#renderButtons()}</div>
        </form>
      </dialog>
    </div>`;
  }

  #renderBody(): TemplateResult {
    const session = this.#session.value;
    if (this.#claim.error) return this.#renderRefusal(this.#claim.error);
    if (session?.status === 'failed') {
      return html`<p class="notice" role="alert">${this.texts.errors[session.error.kind]}</p>`;
    }
    const groups = this.#groups;
    if (!groups) return html`<p role="status">${this.texts.common.loading}</p>`;
    if (groups.length === 0) return html`<p class="notice calm">${this.texts.claimDialog.noGroup}</p>`;
    if (groups.length === 1) return html`<p>${this.texts.claimDialog.single({ group: groups[0]?.name ?? '' })}</p>`;
    return html`<fieldset class="groups">
      <legend>${this.texts.claimDialog.choose}</legend>
      ${groups.map((group) => this.#renderGroup(group))}
    </fieldset>`;
  }

  #renderGroup(group: Group): TemplateResult {
    const isChosen = group.groupId === this.#choice;
    return html`<label class="group">
      <input
        type="radio"
        name="group"
        .checked=${live(isChosen)}
        ?autofocus=${isChosen}
        @change=${() => (this.chosen = group.groupId)}
      />
      <span>${group.name}</span>
    </label>`;
  }

  #renderRefusal(error: DeskError): TemplateResult {
    const { winner } = error.details;
    return html`<p class="notice" role="alert">
      <span>${winner ? this.texts.claimDialog.winner({ name: winner }) : this.texts.errors[error.kind]}</span>
      <span>${isUncertain(error.kind) ? this.texts.common.unknown : this.texts.claimDialog.safe}</span>
    </p>`;
  }

  #renderButtons(): TemplateResult {
    const { common, claimDialog } = this.texts;
    const { error, isRunning } = this.#claim;
    // Once somebody else has the ticket, or may not be taken at all, trying again cannot help.
    const isOver = error && ['conflict', 'denied', 'missing', 'gone', 'invalid'].includes(error.kind);
    const close = (label: string) =>
      html`<button class="button" type="button" ?autofocus=${isOver} @click=${this.close}>${label}</button>`;
    if (isOver || this.#groups?.length === 0) return close(common.close);
    const isRetry = error !== undefined || this.#session.value?.status === 'failed';
    const label = isRunning ? claimDialog.running : isRetry ? common.retry : claimDialog.submit;
    return html`${close(common.cancel)}
      <button
        class="button primary"
        type="submit"
        aria-disabled=${isRunning || (!this.#groups && !isRetry) ? 'true' : nothing}
      >
        ${label}
      </button>`;
  }

  get #groups(): readonly Group[] | undefined {
    return known(this.#session.value)?.agent.groups;
  }

  /** The group that is ticked: the agent's own choice, the last one made here, or the first. */
  get #choice(): number | null {
    const groups = this.#groups ?? [];
    return (groups.find((group) => group.groupId === this.chosen) ?? groups[0])?.groupId ?? null;
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (this.#session.value?.status === 'failed') this.ask(new RetryRequest('session'));
    else this.#send();
  };

  #send(): void {
    const groupId = this.#choice;
    if (groupId === null || this.#claim.isRunning) return;
    this.#claim.start(this.ticketId, new TicketClaimRequest(this.ticketId, groupId));
  }

  #onClosed(): void {
    this.#claim.forget();
    this.dispatchEvent(new Event('close'));
  }

  /** Takes the ticket, or asks for the group first. */
  async show(ticketId = this.ticketId): Promise<void> {
    this.ticketId = ticketId;
    if (this.#groups?.length === 1) this.#send();
    else await this.#dialog.show();
  }

  /** Closes the dialog without taking the ticket. */
  close(): void {
    this.#dialog.close();
  }
}
