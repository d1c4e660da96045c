import { html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from '../../base/icons.js';
import { sizeText } from '../../base/size-text.js';
import { outcomeText } from '../../base/outcome-text.js';
import { relativeTime, timeText } from '../../base/time-text.js';
import type { Attachment, EntryKind, HistoryEntry, MailState, SmsMark } from '../../domain/types.js';
import { safeName } from '../../util/safe-name.js';
import type { EntryContext } from './entry-context.js';
import { valueTexts } from './entry-values.js';

const day = 86_400_000;

const icons: Readonly<Record<EntryKind, IconName>> = {
  inquiry: 'mail',
  reinquiry: 'mail',
  reply: 'reply',
  hold: 'pending',
  comment: 'note',
  internal: 'lock',
  issue: 'issue',
  sms: 'sms',
};

/** Who is behind an entry, as a class: customer, agent, or internal for what the customer never sees. */
export function sideOf(entry: HistoryEntry): 'customer' | 'agent' | 'internal' {
  if (entry.kind === 'comment' || entry.kind === 'internal' || entry.kind === 'issue') return 'internal';
  return entry.author.role === 'customer' ? 'customer' : 'agent';
}

/** The name of whoever wrote an entry, safe to show. */
export function authorOf(entry: HistoryEntry, { texts }: EntryContext): string {
  const words = texts.ticketHistory;
  return safeName(entry.author.name) || (entry.author.role === 'customer' ? words.customer : words.system);
}

/** Whether the time of an entry is told by its age, which grows while it is looked at. */
export function isRecent(entry: HistoryEntry, now: number): boolean {
  return now - entry.at < day;
}

/** When an entry was written: its age during the first day, then date and time. */
export function whenOf(entry: HistoryEntry, context: EntryContext): string {
  const { texts, language, timeZone } = context;
  const now = context.now();
  if (!isRecent(entry, now)) return timeText(entry.at, language, timeZone, 'dateTime');
  if (now - entry.at < 60_000) return texts.ticketHistory.now;
  return texts.ticketHistory.ago({ span: relativeTime(entry.at, now, texts.time, language, timeZone) });
}

/** What a screen reader calls an entry. */
export function nameOf(entry: HistoryEntry, context: EntryContext): string {
  const words = context.texts.ticketHistory;
  return words.entry({ kind: words[entry.kind], name: authorOf(entry, context), when: whenOf(entry, context) });
}

/** Above the body: what it is, who wrote it, when. */
export function headOf(entry: HistoryEntry, context: EntryContext): TemplateResult {
  const exact = timeText(entry.at, context.language, context.timeZone, 'exact');
  return html`${icon(icons[entry.kind])}
    <h3 class="kind">${context.texts.ticketHistory[entry.kind]}</h3>
    <span class="author" dir="auto">${authorOf(entry, context)}</span>
    ${context.mayMask ? choosingOf(context) : nothing}
    <time datetime=${new Date(entry.at).toISOString()} title=${exact}>${whenOf(entry, context)}</time>`;
}

/** The way to mask without dragging. It is seen on the entry that has the keyboard or the mouse. */
function choosingOf({ texts, masks }: EntryContext): TemplateResult {
  const words = texts.ticketHistory;
  return html`<button
    type="button"
    class="button quiet choosing"
    title=${words.maskLong}
    @click=${(event: Event) => {
      const article = (event.currentTarget as Element).closest<HTMLElement>('.entry');
      if (article) masks.choose(article);
    }}
  >
    ${words.mask}
  </button>`;
}

/** Below the body: what the reader must know about it, its files, the values chosen, and what became of the mail. */
export function footOf(entry: HistoryEntry, context: EntryContext, refused: boolean): TemplateResult {
  return html`${notesOf(entry, context, refused)} ${filesOf(entry, context)} ${valuesOf(entry, context)}
  ${entry.mail ? mailOf(entry.mail, context) : nothing} ${entry.sms ? smsOf(entry.sms, context) : nothing}
  ${context.mailSteps()?.render(entry)} ${entry.masks.length > 0 ? context.masks.trace(entry) : nothing}`;
}

function notesOf(entry: HistoryEntry, { texts }: EntryContext, refused: boolean): TemplateResult | typeof nothing {
  const words = texts.ticketHistory;
  const notes: string[] = entry.notes.map((note) => words[note]);
  if (entry.blocked.length > 0) notes.push(words.blocked(entry.blocked.length));
  if (refused) notes.push(words.unsafe);
  if (notes.length === 0) return nothing;
  return html`<ul class="notes">
    ${notes.map((note) => html`<li>${icon('info')}<span>${note}</span></li>`)}
  </ul>`;
}

function filesOf(entry: HistoryEntry, context: EntryContext): TemplateResult | typeof nothing {
  const files = entry.attachments.filter((file) => !file.inline);
  if (files.length === 0) return nothing;
  return html`<ul class="files" aria-label=${context.texts.ticketHistory.attachments}>
    ${files.map((file) => html`<li>${fileOf(file, context)}</li>`)}
  </ul>`;
}

function fileOf(file: Attachment, context: EntryContext): TemplateResult {
  const name = safeName(file.fileName);
  const size = sizeText(file.size, context.language);
  return html`<button
    type="button"
    class="button file"
    aria-label=${context.texts.ticketHistory.open({ name, size })}
    @click=${() => context.open(file)}
  >
    ${icon(file.contentType.startsWith('image/') ? 'image' : 'clip')}
    <span class="file-name" dir="auto">${name}</span> <span class="file-size">${size}</span>
  </button>`;
}

function valuesOf(entry: HistoryEntry, { texts, language }: EntryContext): TemplateResult | typeof nothing {
  const values = valueTexts(entry.values, texts, language);
  if (values.length === 0) return nothing;
  return html`<dl class="values" aria-label=${texts.ticketHistory.values}>
    ${values.map(
      ({ name, value }) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

const mailIcons = { queued: 'clock', sent: 'check', failed: 'warning', withdrawn: 'restore' } as const;

function mailOf(mail: MailState, { texts }: EntryContext): TemplateResult {
  const words = texts.ticketHistory;
  const to = safeName(mail.to);
  const told = {
    queued: words.mailQueued,
    sent: words.mailSent,
    failed: words.mailFailed,
    withdrawn: words.mailWithdrawn,
  }[mail.state];
  return html`<p class="mail ${mail.state}">
    ${icon(mailIcons[mail.state])}<span
      >${told({ to })}
      ${
        mail.state === 'failed' && mail.answer
          ? html`<span class="answer"
              >${outcomeText(mail.answer, texts, (answer) => words.mailAnswer({ answer }))}</span
            >`
          : nothing
      }</span
    >
  </p>`;
}

const smsIcons = {
  reserved: 'clock',
  sending: 'clock',
  sent: 'check',
  delivered: 'check',
  failed: 'warning',
  cancelled: 'restore',
} as const;

/** What became of a text message. It is drawn as a mail that is as far. */
function smsOf({ state, to, at }: SmsMark, { texts, language, timeZone }: EntryContext): TemplateResult {
  const words = texts.ticketHistory;
  const told = {
    reserved: words.smsReserved,
    sending: words.smsSending,
    sent: words.smsSent,
    delivered: words.smsDelivered,
    failed: words.smsFailed,
    cancelled: words.smsCancelled,
  }[state];
  const looks = { reserved: 'queued', sending: 'queued', sent: 'sent', delivered: 'sent' } as const;
  const look = state === 'failed' ? 'failed' : state === 'cancelled' ? 'withdrawn' : looks[state];
  const when = at === null ? '' : timeText(at, language, timeZone, 'dateTime');
  return html`<p class="mail ${look}">${icon(smsIcons[state])}<span>${told({ to: safeName(to), at: when })}</span></p>`;
}
