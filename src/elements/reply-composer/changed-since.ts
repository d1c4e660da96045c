import { html, nothing, type TemplateResult } from 'lit';
import type { Load } from '../../base/hub-context.js';
import { icon } from '../../base/icons.js';
import { known } from '../../base/known.js';
import { StoreReader } from '../../base/store-reader.js';
import type { HistoryEntry, Status, Ticket } from '../../domain/types.js';
import { EntryShowRequest } from '../../events/requests.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { safeName } from '../../util/safe-name.js';
import type { ToolsHost } from './tools-host.js';

/** The ticket as it was when the answer was begun. */
interface Base {
  readonly ticketId: string;
  readonly status: Status;
  readonly assignee: string | null;
  /** When it was transferred last. */
  readonly transferredAt: number;
  readonly lastEntry: number;
}

/** What is another than when the answer was begun. */
interface Change {
  readonly said: string;
  /** Message that brought it. */
  readonly entryId?: number;
}

const answers: readonly HistoryEntry['kind'][] = ['reply', 'hold', 'internal'];

/** Stops an answer that was written to another state of the ticket, shows what changed, and lets it go when that was seen. */
export class ChangedSince {
  readonly #history: StoreReader<Load<readonly HistoryEntry[]>>;
  #base: Base | null = null;
  #isStopped = false;

  constructor(
    private readonly host: ToolsHost,
    private readonly more: () => MoreTexts | undefined,
  ) {
    this.#history = new StoreReader(host.element, (hub) => hub.tickets.$history);
  }

  /** An answer is begun with its first letter, or where a kept one is shown. */
  follow(): void {
    const { ticket } = this.host.state;
    if (this.#base && (this.host.answer.isEmpty || this.#base.ticketId !== ticket?.ticketId)) this.clear();
    if (!this.#base && !this.host.answer.isEmpty) this.#begin();
  }

  clear(): void {
    this.#base = null;
    this.#isStopped = false;
  }

  /** Whether the answer must not go before the agent has seen what changed. */
  stops(): boolean {
    const { choice, isOutdated } = this.host.state;
    if (choice === 'comment' || this.#changes().length === 0) return false;
    if (isOutdated) {
      // The server refused it, and what changed stands above the button that was pressed again.
      this.clear();
      this.#begin();
      return false;
    }
    this.#isStopped = true;
    this.host.element.requestUpdate();
    // No button of it: a key that is still held would press it.
    void this.host.element.updateComplete.then(() =>
      this.host.element.renderRoot.querySelector<HTMLElement>('.changed-since')?.focus(),
    );
    return true;
  }

  render(): TemplateResult | typeof nothing {
    const words = this.more()?.changedSince;
    const { state } = this.host;
    const changes = this.#isStopped || state.isOutdated ? this.#changes() : [];
    if (!words || changes.length === 0) return nothing;
    return html`<div class="changed-since" role="alert" tabindex="-1">
      ${icon('warning')}
      <div class="since-text">
        <p class="strong">${words.title}</p>
        <ul class="since-list">
          ${changes.map((change) => html`<li>${change.said} ${this.#renderWay(change, words)}</li>`)}
        </ul>
        <p>${words.safe}</p>
        <div class="since-ways">
          <button type="button" class="button" @click=${() => this.#goOn(true)}>${words.send}</button>
          <button type="button" class="button quiet" @click=${() => this.#goOn(false)}>${words.keep}</button>
        </div>
      </div>
    </div>`;
  }

  #renderWay({ entryId }: Change, words: MoreTexts['changedSince']): TemplateResult | typeof nothing {
    const { ticketId } = this.#base ?? {};
    if (entryId === undefined || !ticketId) return nothing;
    const show = (): void => void this.host.element.dispatchEvent(new EntryShowRequest(ticketId, entryId));
    return html`<button type="button" class="button quiet since-show" @click=${show}>${words.show}</button>`;
  }

  /** What changed is seen: from now on only what comes later counts. */
  #goOn(sends: boolean): void {
    this.clear();
    this.#begin();
    this.host.element.requestUpdate();
    if (sends) this.host.process();
    else this.host.answer.field?.focus();
  }

  get #entries(): readonly HistoryEntry[] | undefined {
    return known(this.#history.value);
  }

  #begin(): void {
    const { ticket } = this.host.state;
    const entries = this.#entries;
    if (!ticket || !entries) return;
    const { ticketId, status, assignee } = ticket;
    this.#base = {
      ticketId,
      status,
      assignee: assignee?.usercode ?? null,
      transferredAt: ticket.transfer?.at ?? 0,
      lastEntry: lastOf(entries),
    };
  }

  #changes(): readonly Change[] {
    const { ticket, texts, usercode } = this.host.state;
    const words = this.more()?.changedSince;
    const base = this.#base;
    if (!words || !base || !ticket || ticket.ticketId !== base.ticketId) return [];
    const later = (this.#entries ?? []).filter(({ id }) => id > base.lastEntry);
    const written = later.find(({ author }) => author.role === 'customer');
    const answered = later.findLast(({ kind, author }) => answers.includes(kind) && author.role === 'agent');
    const isOwn = answered
      ? answered.author.usercode === usercode
      : isTaken(ticket, base, usercode) || isTransferred(ticket, base, usercode);
    const [from, to] = [texts.status[base.status], texts.status[ticket.status]];
    const name = answered && safeName(answered.author.name);
    return [
      ...(written ? [{ said: words.customer, entryId: written.id }] : []),
      ...(base.status !== ticket.status && !isOwn
        ? [{ said: name ? words.statusBy({ from, to, name }) : words.status({ from, to }), entryId: answered?.id }]
        : []),
      ...assigneeChange(ticket, base, usercode, words),
    ];
  }
}

function lastOf(entries: readonly HistoryEntry[]): number {
  return Math.max(0, ...entries.map(({ id }) => id));
}

/** The agent took the ticket, or was given it, to answer it. */
function isTaken({ status, assignee }: Ticket, base: Base, usercode: string | undefined): boolean {
  return base.status === 'unassigned' && status === 'processing' && assignee?.usercode === usercode;
}

const transferred: readonly Status[] = ['issue_transferred', 'dooray_transferred'];

/** The agent transferred the ticket while the answer stood there; what comes of the transfer is others' doing. */
function isTransferred({ status, transfer }: Ticket, base: Base, usercode: string | undefined): boolean {
  return (
    transfer !== null &&
    transfer.at > base.transferredAt &&
    transfer.by.usercode === usercode &&
    transferred.includes(status)
  );
}

function assigneeChange(
  { assignee }: Ticket,
  base: Base,
  usercode: string | undefined,
  words: MoreTexts['changedSince'],
): readonly Change[] {
  const now = assignee?.usercode ?? null;
  if (now === base.assignee || now === usercode) return [];
  return [{ said: assignee ? words.assignee({ name: safeName(assignee.name) }) : words.nobody }];
}
