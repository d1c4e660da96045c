import { html, nothing, type TemplateResult } from 'lit';
import type { Task } from '../../base/hub-context.js';
import { icon } from '../../base/icons.js';
import { sentences } from '../../base/sentences.js';
import { timeText } from '../../base/time-text.js';
import { transferRefusal } from '../../base/transfer-refusal.js';
import type { Ticket, TicketOrigin } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { safeName } from '../../util/safe-name.js';

/** What the notices are told in, and what can be done about them. */
export interface Telling {
  readonly texts: Texts;
  readonly more: MoreTexts;
  readonly language: string;
  readonly timeZone: string;
  readonly isBusy: boolean;
  /** Whether the customer is this agent's to inform. */
  readonly isOurs: boolean;
  mend(what: 'retry' | 'withdraw'): void;
  done(): void;
  ask(): void;
}

const press = (isBusy: boolean, act: () => void) => (isBusy ? nothing : act);

function button(label: string, { isBusy }: Telling, act: () => void, more = ''): TemplateResult {
  return html`<button
    type="button"
    class="button ${more}"
    aria-disabled=${isBusy ? 'true' : nothing}
    @click=${press(isBusy, act)}
  >
    ${label}
  </button>`;
}

/** A transfer that is on its way, or that failed and for what reason. */
export function renderTransfer({ transfer, status }: Ticket, telling: Telling): TemplateResult | typeof nothing {
  // What went on without it can neither be sent again nor withdrawn.
  if (status !== 'dooray_transferred' || !transfer || transfer.state === 'sent') return nothing;
  const words = telling.more.transferNotice;
  const to = safeName(transfer.to);
  if (transfer.state === 'sending') {
    return html`<div class="told-of calm" part="notice" role="status">
      ${icon('clock')}
      <div class="words">
        <p class="strong">${words.sending} <bdi class="to">${to}</bdi></p>
        <p>${words.sendingSense}</p>
      </div>
    </div>`;
  }
  const why = telling.more.transferProblem[transfer.problem ?? 'unreachable'];
  return html`<div class="told-of failed" part="notice" role="alert">
    ${icon('warning')}
    <div class="words">
      <p class="strong">${words.failed} <bdi class="to">${to}</bdi></p>
      <p>${sentences(why, words.safe)}</p>
    </div>
    <div class="steps">
      ${button(words.retry, telling, () => telling.mend('retry'), 'primary')}
      ${button(words.withdraw, telling, () => telling.mend('withdraw'))}
    </div>
  </div>`;
}

/** What issue management wants the customer to be told. */
export function renderGuidance(guidance: Ticket['guidance'], telling: Telling): TemplateResult | typeof nothing {
  if (!guidance) return nothing;
  const words = telling.more.transferNotice;
  const isBusy = telling.isBusy || !telling.isOurs;
  return html`<div class="told-of guidance" part="notice" role="group" aria-labelledby="guidance">
    ${icon('megaphone')}
    <div class="words">
      <p class="strong" id="guidance">${words.guidance}</p>
      <p class="said" dir="auto">${guidance.text}</p>
      <p class="muted">${words.guidanceFrom({ by: safeName(guidance.by), at: timeOf(guidance.at, telling) })}</p>
      <p class="muted" id="done-long">${telling.isOurs ? words.doneLong : words.notOurs}</p>
    </div>
    <div class="steps">
      <button
        type="button"
        class="button primary"
        aria-describedby="done-long"
        aria-disabled=${isBusy ? 'true' : nothing}
        @click=${press(isBusy, () => telling.done())}
      >
        ${words.done}
      </button>
    </div>
  </div>`;
}

/** Which service a ticket came from, and what that service is asked to tell the customer. */
export function renderOrigin(ticket: Ticket, telling: Telling): TemplateResult | typeof nothing {
  const { origin } = ticket;
  if (!origin) return nothing;
  const words = telling.more.transferNotice;
  const isOpen = ticket.status !== 'resolved' && ticket.status !== 'completed' && !ticket.spam;
  return html`<div class="told-of origin" part="notice">
    ${icon('issue')}
    <div class="words">
      <p>
        <span class="strong">${words.origin({ service: safeName(origin.service) })}</span>
        <span class="muted id">${origin.ticketId}</span>
      </p>
      ${origin.guidance ? renderAsked(origin.guidance, telling) : nothing}
    </div>
    ${
      isOpen
        ? html`<div class="steps">
            ${button(origin.guidance ? words.askAgain : words.ask, telling, () => telling.ask(), 'ask')}
          </div>`
        : nothing
    }
  </div>`;
}

function renderAsked(guidance: NonNullable<TicketOrigin['guidance']>, telling: Telling): TemplateResult {
  const words = telling.more.transferNotice;
  const { by, at, text, doneAt } = guidance;
  return html`<p class="asked">
      <span class="strong">${words.guidance}</span>
      <span class="state ${doneAt === null ? 'waiting' : 'told'}">
        ${icon(doneAt === null ? 'clock' : 'check')}
        ${doneAt === null ? words.waiting : words.told({ at: timeOf(doneAt, telling) })}
      </span>
    </p>
    <p class="said" dir="auto">${text}</p>
    <p class="muted">${words.guidanceFrom({ by: safeName(by), at: timeOf(at, telling) })}</p>`;
}

function timeOf(at: number, { language, timeZone }: Telling): string {
  return timeText(at, language, timeZone, 'dateTime');
}

/** Why a step was refused, and whether something changed. */
export function renderRefusal(
  task: Task | undefined,
  telling: Telling,
  onDismiss: (taskId: string) => void,
): TemplateResult | typeof nothing {
  if (!task) return nothing;
  const { texts, more } = telling;
  const words = more.transferNotice;
  const why = transferRefusal(task.error, task.action, more) ?? texts.errors[task.error?.kind ?? 'server'];
  return html`<div class="told-of failed refusal" role="alert">
    ${icon('warning')}
    <p class="words">${words.refused({ action: texts.action[task.action], why })}</p>
    <button
      type="button"
      class="button quiet"
      aria-label=${words.dismiss}
      title=${words.dismiss}
      @click=${() => onDismiss(task.id)}
    >
      ${icon('close')}
    </button>
  </div>`;
}
