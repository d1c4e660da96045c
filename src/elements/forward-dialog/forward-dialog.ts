import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { DeskElement } from '../../base/desk-element.js';
import { isUncertain, type DeskError } from '../../base/desk-error.js';
import { DialogController } from '../../base/dialog.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { StoreReader } from '../../base/store-reader.js';
import { TaskWatch } from '../../base/task-watch.js';
import type { Settings } from '../../domain/types.js';
import { RetryRequest, TaskDismissRequest, TicketForwardRequest } from '../../events/requests.js';
import { styles } from './forward-dialog.styles.js';

type Team = Settings['groups'][number];
type Colleague = Team['agents'][number];

/** Only who is given tickets can be chosen. */
function assignable(group: Team | undefined): readonly Colleague[] {
  return group?.agents.filter((agent) => agent.assignable) ?? [];
}

/**
 * Hands a ticket to another agent: first the group, then one of its agents, each with the work that is open on them.
 *
 * @element forward-dialog
 * @fires {TicketForwardRequest} desk-ticket-forward-request - The agent confirmed. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The agent has read a refusal. Cancelable.
 * @fires {RetryRequest} desk-retry-request - Groups and agents are to be loaded again. Cancelable.
 * @fires {Event} close - The dialog closed. Does not bubble.
 * @csspart dialog - The dialog.
 */
export class ForwardDialog extends DeskElement {
  static override styles = [inheritedReset, ...styles];

  /** The ticket to hand on. */
  @property({ attribute: 'ticket-id' }) ticketId = '';

  @state() private groupId: number | null = null;
  @state() private usercode = '';
  @state() private isAgentMissing = false;

  #shownFor = '';
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  readonly #settings = new StoreReader(this, (hub) => hub.session.$settings);
  readonly #dialog = new DialogController(this, () => this.#onClosed());
  readonly #forward = new TaskWatch(
    this,
    'forward',
    () => this.#onDone(),
    (taskId) => new TaskDismissRequest(taskId),
  );

  override render() {
    if (!this.hub) return this.renderDetached();
    if (!this.#dialog.open) return nothing;
    return html`<div class="root" lang=${this.language}>
      <dialog class="dialog" part="dialog" aria-labelledby="title">
        <form method="dialog" @submit=${this.#onSubmit}>
          <h2 class="dialog-title" id="title">${this.texts.forwardDialog.title}</h2>
          <div class="dialog-body">${this.#renderBody()}</div>
          <div class="dialog-foot">${this.#renderButtons()}</div>
        </form>
      </dialog>
    </div>`;
  }

  #renderBody(): TemplateResult {
    const settings = this.#settings.value;
    const texts = this.texts.forwardDialog;
    if (this.#isDenied) return html`<p class="notice calm" id="why">${texts.denied}</p>`;
    const groups = known(settings)?.groups;
    if (!groups && settings?.status === 'failed') return this.#renderProblem(this.texts.errors[settings.error.kind]);
    if (!groups) return html`<p role="status">${this.texts.common.loading}</p>`;
    if (groups.length === 0) return html`<p class="notice calm">${texts.noGroups}</p>`;
    return html`${this.#renderGroups(groups)} ${this.#renderAgents(this.#group)}
    ${this.#forward.error ? this.#renderRefusal(this.#forward.error) : nothing}`;
  }

  #renderGroups(groups: readonly Team[]): TemplateResult {
    return html`<label class="field">
      <span class="label">${this.texts.forwardDialog.group}</span>
      <span class="select">
        <select class="input" autofocus @change=${this.#onGroup}>
          ${groups.map(
            (group) => html`<option value=${group.groupId} .selected=${group === this.#group}>${group.name}</option>`,
          )}
        </select>
        ${icon('chevronDown')}
      </span>
    </label>`;
  }

  #renderAgents(group: Team | undefined): TemplateResult {
    const texts = this.texts.forwardDialog;
    const agents = assignable(group);
    if (agents.length === 0) return html`<p class="notice calm" role="status">${texts.noAgents}</p>`;
    return html`<fieldset class="field">
      <legend class="label">${texts.agent}</legend>
      <div class="agents">${agents.map((agent) => this.#renderAgent(agent))}</div>
      ${this.isAgentMissing ? html`<span class="problem" role="alert">${texts.chooseAgent}</span>` : nothing}
    </fieldset>`;
  }

  #renderAgent(agent: Colleague): TemplateResult {
    const isMe = agent.usercode === known(this.#session.value)?.agent.usercode;
    return html`<label class="agent">
      <input
        type="radio"
        name="agent"
        .checked=${live(agent.usercode === this.usercode)}
        @change=${() => this.#choose(agent.usercode)}
      />
      <span class="name">
        ${agent.name} ${isMe ? html`<span class="me">${this.texts.forwardDialog.me}</span>` : nothing}
      </span>
      <span class="load">${this.texts.forwardDialog.load(agent.open)}</span>
    </label>`;
  }

  #renderProblem(text: string): TemplateResult {
    return html`<p class="notice" role="alert">${text}</p>`;
  }

  #renderRefusal(error: DeskError): TemplateResult {
    return html`<p class="notice" role="alert">
      <span>${this.texts.errors[error.kind]}</span>
      <span>${isUncertain(error.kind) ? this.texts.common.unknown : this.texts.forwardDialog.safe}</span>
    </p>`;
  }

  #renderButtons(): TemplateResult {
    const { common, forwardDialog } = this.texts;
    const label = this.#canReload
      ? common.retry
      : this.#forward.isRunning
        ? forwardDialog.running
        : forwardDialog.submit;
    return html`<button class="button" type="button" @click=${this.close}>${common.cancel}</button>
      <button
        class="button primary"
        type="submit"
        aria-disabled=${this.#canReload || this.#canSend ? nothing : 'true'}
        aria-describedby=${this.#isDenied ? 'why' : nothing}
      >
        ${label}
      </button>`;
  }

  get #isDenied(): boolean {
    return known(this.#session.value)?.agent.permissions.forward === false;
  }

  get #canReload(): boolean {
    return !this.#isDenied && this.#settings.value?.status === 'failed' && !known(this.#settings.value);
  }

  get #canSend(): boolean {
    return !this.#isDenied && !this.#forward.isRunning && assignable(this.#group).length > 0;
  }

  /** The chosen group; at first the agent's own, because most tickets stay in the house. */
  get #group(): Team | undefined {
    const groups = known(this.#settings.value)?.groups ?? [];
    const own = known(this.#session.value)?.agent.groups[0]?.groupId;
    const find = (id: number | null | undefined) => groups.find((group) => group.groupId === id);
    return find(this.groupId) ?? find(own) ?? groups[0];
  }

  get #agent(): Colleague | undefined {
    return assignable(this.#group).find((agent) => agent.usercode === this.usercode);
  }

  #choose(usercode: string): void {
    this.usercode = usercode;
    this.isAgentMissing = false;
  }

  readonly #onGroup = (event: Event): void => {
    this.groupId = Number((event.currentTarget as HTMLSelectElement).value);
    this.isAgentMissing = false;
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (this.#canReload) {
      this.ask(new RetryRequest('settings'));
      return;
    }
    const [group, agent] = [this.#group, this.#agent];
    if (!group || !this.#canSend) return;
    if (!agent) {
      this.isAgentMissing = true;
      this.renderRoot.querySelector<HTMLInputElement>('.agent > input')?.focus();
      return;
    }
    this.#forward.start(this.ticketId, new TicketForwardRequest(this.ticketId, group.groupId, agent.usercode));
  };

  #onDone(): void {
    this.#choose('');
    this.#dialog.close();
  }

  #onClosed(): void {
    this.isAgentMissing = false;
    this.#forward.forget();
    this.dispatchEvent(new Event('close'));
  }

  /** Opens the dialog. What was chosen for the same ticket before is still chosen. */
  async show(ticketId = this.ticketId): Promise<void> {
    if (ticketId !== this.#shownFor) this.#choose('');
    this.ticketId = this.#shownFor = ticketId;
    await this.#dialog.show();
  }

  /** Closes the dialog without handing the ticket on. */
  close(): void {
    this.#dialog.close();
  }
}
