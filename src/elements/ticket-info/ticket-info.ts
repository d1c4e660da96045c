import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { DeskElement } from '../../base/desk-element.js';
import type { DeskError } from '../../base/desk-error.js';
import { icon, priorityIcon, statusIcon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { lateDialog } from '../../base/late-dialog.js';
import { latePart } from '../../base/late-part.js';
import { StoreReader } from '../../base/store-reader.js';
import { timeText } from '../../base/time-text.js';
import type { Ticket } from '../../domain/types.js';
import { RetryRequest } from '../../events/requests.js';
import { ToolShowRequest } from '../../events/tool-show.js';
import { safeName } from '../../util/safe-name.js';
import { creatorOf, factsOf, resolutionOf, zoneOf, type Telling } from './ticket-facts.js';
import { styles } from './ticket-info.styles.js';

/** How long the word "copied" stays. */
const copiedFor = 2000;

/**
 * The open ticket's subject and one line of its facts; the line unfolds to all of them.
 *
 * @element ticket-info
 * @fires {RetryRequest} desk-retry-request - The agent wants the ticket loaded again. Cancelable.
 * @fires {ToolShowRequest} desk-tool-show-request - Events or conversation are to be seen; a layer opens unless it is cancelled. Cancelable.
 * @slot empty - Replaces the sentence shown while no ticket is chosen.
 * @csspart subject - The ticket's subject.
 * @csspart line - The line of facts.
 * @csspart facts - All facts, unfolded.
 */
export class TicketInfo extends DeskElement {
  static override styles = [inheritedReset, styles];

  @state() private expanded = false;
  @state() private copied: 'yes' | 'no' | null = null;

  readonly #current = new StoreReader(this, (hub) => hub.tickets.$current);
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  // A third reader: the names of submission and processing types are the service's settings.
  readonly #settings = new StoreReader(this, (hub) => hub.session.$settings);
  #forget?: ReturnType<typeof setTimeout>;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#forget);
    this.copied = null;
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const current = this.#current.value;
    if (!current || current.status === 'idle') return this.#renderEmpty();
    if (current.value) return this.#renderTicket(current.value);
    return current.status === 'failed' ? this.#renderProblem(current.error) : this.#renderSkeleton();
  }

  #renderEmpty(): TemplateResult {
    return html`<div class="root quiet" lang=${this.language}>
      <slot name="empty"><p class="sentence">${this.texts.ticketInfo.empty}</p></slot>
    </div>`;
  }

  #renderSkeleton(): TemplateResult {
    return html`<div class="root" role="status" lang=${this.language}>
      <span class="visually-hidden">${this.texts.common.loading}</span>
      <span class="skeleton wide"></span><span class="skeleton line-high"></span>
    </div>`;
  }

  #renderProblem(error: DeskError): TemplateResult {
    const words = this.texts.ticketInfo;
    const final = error.kind === 'denied' || error.kind === 'missing';
    const what = final ? words[error.kind as 'denied' | 'missing'] : words.failed;
    return html`<div class="root quiet" role="alert" lang=${this.language}>
      <p class="sentence">${what} ${final ? nothing : this.texts.errors[error.kind]}</p>
      ${
        final
          ? nothing
          : html`<button type="button" class="button" @click=${this.#onRetry}>${this.texts.common.retry}</button>`
      }
    </div>`;
  }

  #renderTicket(ticket: Ticket): TemplateResult {
    const words = this.texts.ticketInfo;
    const subject = safeName(ticket.subject) || words.noSubject;
    return html`<section class="root" aria-label=${words.label} lang=${this.language}>
      <h2 class="subject" part="subject" dir="auto" title=${subject}>${subject}</h2>
      <div class="line" part="line">
        <div class="facts-in-line">
          ${this.#renderStatus(ticket)} ${this.#renderPeople(ticket)} ${this.#renderMore(ticket)}
        </div>
        ${this.#renderConversation(ticket)} ${this.#renderCopy(ticket)}
        <button
          type="button"
          class="button quiet fold"
          aria-label=${this.expanded ? words.less : words.more}
          aria-expanded=${this.expanded}
          aria-controls="facts"
          @click=${this.#onFold}
        >
          <span class="fold-word">${this.expanded ? words.less : words.more}</span>
          ${icon(this.expanded ? 'chevronUp' : 'chevronDown')}
        </button>
      </div>
      ${this.#renderFacts(ticket)}
    </section>`;
  }

  #renderStatus(ticket: Ticket): TemplateResult {
    const how = resolutionOf(ticket, this.texts);
    return html`<span class="status ${ticket.spam ? 'spam' : ticket.status}">
        ${icon(statusIcon(ticket))}${ticket.spam ? this.texts.ticketInfo.spam : this.texts.status[ticket.status]}
      </span>
      ${how ? html`<span class="how">${how}</span>` : nothing} ${this.#renderTransfer(ticket)}`;
  }

  #renderTransfer(ticket: Ticket): TemplateResult | typeof nothing {
    // While the ticket is away its status says so already.
    if (!ticket.transfer || /^(?:issue|dooray)_/.test(ticket.status)) return nothing;
    const { kind } = ticket.transfer;
    return html`<span class="chip ${kind}">${icon(kind)}${this.texts.ticketInfo[kind]}</span>`;
  }

  #renderPeople(ticket: Ticket): TemplateResult {
    const words = this.texts.ticketInfo;
    const sign = priorityIcon(ticket.priority);
    const priority = this.texts.priority[ticket.priority];
    return html`${
        sign
          ? html`<span class="priority ${ticket.priority}" title=${priority}>
              ${icon(sign)}<span class="priority-word">${priority}</span>
            </span>`
          : nothing
      }
      <span class="fact group" title=${words.group}>
        ${icon('people')}<span class="visually-hidden">${words.group}</span>
        <span class=${ticket.group ? 'value' : 'none'}>${ticket.group?.name ?? words.noGroup}</span>
      </span>
      <span class="fact" title=${words.assignee}>
        ${icon('person')}<span class="visually-hidden">${words.assignee}</span>
        <span class=${ticket.assignee ? 'value' : 'none'}>${ticket.assignee?.name ?? words.nobody}</span>
      </span>
      <span class="fact"
        >${words.creator} <span class="value" dir="auto">${creatorOf(ticket, this.texts)}</span></span
      >`;
  }

  #renderMore(ticket: Ticket): TemplateResult {
    const words = this.texts.ticketInfo;
    const zone = zoneOf(known(this.#session.value));
    const exact = timeText(ticket.updatedAt, this.language, zone, 'exact');
    return html`<span class="fact late" title=${words.channel}>
        <span class="visually-hidden">${words.channel}</span>${this.texts.channel[ticket.channel]}
      </span>
      <span class="fact later" title="${words.updated} ${exact}">
        ${words.updated}
        <time datetime=${new Date(ticket.updatedAt).toISOString()}>
          ${timeText(ticket.updatedAt, this.language, zone, 'dateTime')}
        </time>
      </span>`;
  }

  /** What is said with Dooray!, for a ticket that is or was there. */
  #renderConversation({ transfer }: Ticket): TemplateResult | typeof nothing {
    if (transfer?.kind !== 'dooray') return nothing;
    const name = this.texts.ticketInfo.conversation;
    return html`<button
      type="button"
      class="button quiet conversation"
      aria-label=${name}
      aria-haspopup="dialog"
      title=${name}
      @click=${this.#onConversation}
    >
      ${icon('conversation')}
    </button>`;
  }

  #renderCopy(ticket: Ticket): TemplateResult {
    const words = this.texts.ticketInfo;
    const name = words.copy({ id: ticket.ticketId });
    return html`<button type="button" class="button quiet copy" aria-label=${name} title=${name} @click=${this.#onCopy}>
        <span class="id">${ticket.ticketId}</span>${icon(this.copied === 'yes' ? 'check' : 'copy')}
      </button>
      <span class=${this.copied === 'no' ? 'copied problem' : 'copied visually-hidden'} role="status">
        ${this.copied === 'yes' ? words.copied : this.copied === 'no' ? words.notCopied : nothing}
      </span>`;
  }

  #renderFacts(ticket: Ticket): TemplateResult {
    const telling: Telling = {
      texts: this.texts,
      language: this.language,
      session: known(this.#session.value),
      settings: known(this.#settings.value),
    };
    const facts = this.expanded ? factsOf(ticket, telling) : [];
    return html`<div class="unfolded" id="facts" ?hidden=${!this.expanded}>
      <button type="button" class="button events" aria-haspopup="dialog" @click=${this.#onEvents}>
        ${this.texts.ticketInfo.events}
      </button>
      <dl class="facts" part="facts">
        ${facts.map(
          ({ name, value, empty, href }) =>
            html`<div class="pair">
              <dt>${name}</dt>
              <dd class=${empty ? 'none' : 'value'}>
                ${href ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${value}</a>` : value}
              </dd>
            </div>`,
        )}
      </dl>
    </div>`;
  }

  readonly #onFold = (): void => {
    this.expanded = !this.expanded;
  };

  /** What happened to the ticket is asked for seldom, and loaded then. */
  readonly #onEvents = async (): Promise<void> => {
    if (!this.ask(new ToolShowRequest('events'))) return;
    const load = (): Promise<unknown> => import('../ticket-events/define.js');
    await (await latePart(this, () => lateDialog(this, 'ticket-events', load, true)))?.show();
  };

  readonly #onConversation = async (): Promise<void> => {
    if (!this.ask(new ToolShowRequest('dooray'))) return;
    const load = (): Promise<unknown> => import('../dooray-conversation/define.js');
    await (await latePart(this, () => lateDialog(this, 'dooray-conversation', load, true)))?.show();
  };

  readonly #onRetry = (): void => {
    this.ask(new RetryRequest('ticket'));
  };

  readonly #onCopy = async (): Promise<void> => {
    const ticket = known(this.#current.value);
    if (!ticket) return;
    this.copied = await copy(ticket.ticketId);
    clearTimeout(this.#forget);
    this.#forget = setTimeout(() => (this.copied = null), copiedFor);
  };
}

/** Pages without https, or with a policy of their own, have no clipboard for us. */
async function copy(text: string): Promise<'yes' | 'no'> {
  try {
    await navigator.clipboard.writeText(text);
    return 'yes';
  } catch {
    return 'no';
  }
}
