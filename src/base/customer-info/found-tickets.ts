import { html, nothing, type TemplateResult } from 'lit';
import { icon, statusIcon } from '../icons.js';
import { relativeTime, timeText } from '../time-text.js';
import type { TicketRow } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { safeName } from '../../util/safe-name.js';

/** How found tickets are shown, and how one is opened. */
export interface FoundHost {
  readonly texts: Texts;
  readonly words: Pick<MoreTexts['infoSearch'], 'tickets' | 'ticketsSense' | 'ticketCount' | 'noTickets' | 'openNow'>;
  readonly language: string;
  readonly timeZone: string;
  /** The server's time. */
  readonly now: number;
  readonly openId: string | null;
  open(ticketId: string): void;
}

/** Other tickets of the customer that was found. */
export function renderFound(tickets: readonly TicketRow[], host: FoundHost): TemplateResult {
  const { words } = host;
  return html`<section class="found" aria-labelledby="found">
    <h3 id="found">
      ${words.tickets} <span class="sense">${words.ticketsSense} · ${words.ticketCount(tickets.length)}</span>
    </h3>
    ${
      tickets.length === 0
        ? html`<p class="quiet">${words.noTickets}</p>`
        : html`<ul class="tickets">
            ${tickets.map((ticket) => html`<li>${renderTicket(ticket, host)}</li>`)}
          </ul>`
    }
  </section>`;
}

function renderTicket(
  ticket: TicketRow,
  { texts, words, language, timeZone, now, openId, open }: FoundHost,
): TemplateResult {
  const status = ticket.spam ? texts.ticketInfo.spam : texts.status[ticket.status];
  const at = ticket.updatedAt;
  const exact = timeText(at, language, timeZone);
  const isOpen = ticket.ticketId === openId;
  return html`<button
    class="ticket"
    type="button"
    aria-current=${isOpen ? 'true' : nothing}
    @click=${() => open(ticket.ticketId)}
  >
    <span class="sign ${ticket.spam ? 'spam' : ticket.status}" title=${status}>${icon(statusIcon(ticket))}</span>
    <span class="visually-hidden">${status}</span>
    <span class="subject" dir="auto">${safeName(ticket.subject) || texts.ticketInfo.noSubject}</span>
    ${isOpen ? html`<span class="now">${words.openNow}</span>` : nothing}
    <time datetime=${new Date(at).toISOString()} title=${exact}
      >${relativeTime(at, now, texts.time, language, timeZone)}</time
    >
  </button>`;
}
