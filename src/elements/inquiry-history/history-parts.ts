import { html, nothing, type TemplateResult } from 'lit';
import type { TransferSource } from '../../base/hub-context.js';
import { icon, statusIcon } from '../../base/icons.js';
import { rowTexts } from '../../base/row-text.js';
import { relativeTime, timeText } from '../../base/time-text.js';
import type { HistoryEntry, TicketRow } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { safeName } from '../../util/safe-name.js';

/** What is told in: the words, the language and the zone of the service. */
export interface Telling {
  readonly texts: Texts;
  readonly words: MoreTexts['inquiryHistory'];
  readonly language: string;
  readonly timeZone: string;
  /** The server's time. */
  readonly now: number;
}

/** Longest text of an entry that a card shows, in characters. */
const mostText = 600;
/** Entries of a card: what the customer asked first, and what was said last. */
const lastEntries = 2;

export function subjectOf({ subject }: TicketRow, texts: Texts): string {
  return safeName(subject) || texts.ticketInfo.noSubject;
}

/** One ticket of the customer; a press shows it below, or puts it away. */
export function renderLine(ticket: TicketRow, isOpen: boolean, telling: Telling, onPress: () => void): TemplateResult {
  const { texts, language, timeZone, now } = telling;
  const status = rowTexts.status(ticket, texts);
  const about = [status, rowTexts.channel(ticket, texts), safeName(rowTexts.assignee(ticket, texts))].filter(Boolean);
  const at = ticket.createdAt;
  return html`<button
    class="line"
    type="button"
    part="ticket"
    data-id=${ticket.ticketId}
    aria-expanded=${isOpen ? 'true' : 'false'}
    aria-controls=${isOpen ? 'card' : nothing}
    @click=${onPress}
  >
    <span class="sign ${ticket.spam ? 'spam' : ticket.status}">${icon(statusIcon(ticket))}</span>
    <span class="subject" dir="auto">${subjectOf(ticket, texts)}</span>
    <span class="about"
      ><span dir="auto">${about.join(' · ')}</span>
      <time datetime=${new Date(at).toISOString()} title=${timeText(at, language, timeZone)}
        >${relativeTime(at, now, texts.time, language, timeZone)}</time
      ></span
    >
    <span class="fold">${icon(isOpen ? 'chevronUp' : 'chevronDown')}</span>
  </button>`;
}

/** What another ticket is about and what was said, in short. */
export function renderShort({ ticket, history }: TransferSource, telling: Telling): TemplateResult {
  const { texts, words, language, timeZone } = telling;
  const names = texts.ticketInfo;
  const when = (at: number): string => timeText(at, language, timeZone, 'dateTime');
  const facts: readonly (readonly [name: string, value: string])[] = [
    [names.ticketId, ticket.ticketId],
    [names.status, rowTexts.status(ticket, texts)],
    [names.assignee, safeName(ticket.assignee?.name ?? '') || names.nobody],
    [names.group, safeName(ticket.group?.name ?? '') || names.noGroup],
    [names.created, when(ticket.createdAt)],
    ...(ticket.resolvedAt === null ? [] : [[names.resolvedAt, when(ticket.resolvedAt)] as const]),
  ];
  const last = history.slice(1).slice(-lastEntries);
  const skipped = history.length - 1 - last.length;
  const [first] = history;
  return html`<dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<div class="pair">
            <dt>${name}</dt>
            <dd dir="auto">${value}</dd>
          </div>`,
      )}
    </dl>
    ${
      first
        ? html`<ol class="entries">
            ${renderEntry(first, telling)}
            ${skipped > 0 ? html`<li class="skipped">${words.skipped(skipped)}</li>` : nothing}
            ${last.map((entry) => renderEntry(entry, telling))}
          </ol>`
        : nothing
    }`;
}

function renderEntry({ kind, author, at, text }: HistoryEntry, telling: Telling): TemplateResult {
  const { texts, words, language, timeZone } = telling;
  const names = texts.ticketHistory;
  const who = safeName(author.name) || (author.role === 'customer' ? names.customer : names.system);
  const said = text.trim();
  const short = said.length > mostText ? `${said.slice(0, mostText)}…` : said;
  return html`<li class="entry">
    <span class="by"
      ><strong>${names[kind]}</strong> <span dir="auto">${who}</span>
      <time datetime=${new Date(at).toISOString()}>${timeText(at, language, timeZone, 'dateTime')}</time></span
    >
    <p class="text" dir="auto">${short || words.noText}</p>
  </li>`;
}
