import { html, nothing, type TemplateResult } from 'lit';
import type { DeskError } from '../../base/desk-error.js';
import { icon, type IconName } from '../../base/icons.js';
import { sizeText } from '../../base/size-text.js';
import { timeText } from '../../base/time-text.js';
import type { SmsMessage, SmsProblem, SmsState } from '../../domain/sms.js';
import type { Attachment } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { safeName } from '../../util/safe-name.js';

export interface Telling {
  readonly texts: Texts;
  readonly more: MoreTexts;
  readonly language: string;
  readonly timeZone: string;
  readonly isBusy: boolean;
  open(file: Attachment): void;
  step(message: SmsMessage, step: 'cancel' | 'retry'): void;
}

const icons: Readonly<Record<SmsState, IconName>> = {
  reserved: 'clock',
  sending: 'forward',
  sent: 'check',
  delivered: 'check',
  failed: 'warning',
  cancelled: 'restore',
};

/** Where a message is, in a word. */
function stateWord(state: SmsState, words: MoreTexts['smsPanel']): string {
  return state === 'failed' ? words.failedState : words[state];
}

function problemWords(problem: SmsProblem, words: MoreTexts['smsPanel']): string {
  return problem === 'off' ? words.offProblem : words[problem];
}

/** One message: where it is, when, what it says, and what can be done about it. */
export function renderMessage(message: SmsMessage, telling: Telling): TemplateResult {
  const { more, language, timeZone, isBusy } = telling;
  const words = more.smsPanel;
  const { state, kind, text, by, problem } = message;
  const moment = (at: number): string => timeText(at, language, timeZone, 'dateTime');
  const at = message.at === null ? '' : moment(message.at);
  const when = message.sentAt ?? message.createdAt;
  const told = state === 'reserved' ? words.reservedFor({ at }) : moment(when);
  const name = safeName(by.name);
  const step = (what: 'cancel' | 'retry', label: string, long: string | typeof nothing): TemplateResult =>
    html`<button
      type="button"
      class="button"
      aria-label=${long}
      aria-disabled=${isBusy ? 'true' : nothing}
      @click=${() => isBusy || telling.step(message, what)}
    >
      ${label}
    </button>`;
  return html`<li
    class="message ${state}"
    part="message"
    tabindex="-1"
    aria-label=${words.message({ state: stateWord(state, words), when: told, name })}
  >
    <div class="head">
      <span class="state">${icon(icons[state])}${stateWord(state, words)}</span>
      <span class="kind ${kind}">${words[kind]}</span>
      <time datetime=${new Date(when).toISOString()}>${told}</time>
    </div>
    <p class="said" dir="auto">${text}</p>
    ${message.attachment ? renderFile(message.attachment, telling) : nothing}
    ${problem ? html`<p class="problem">${problemWords(problem, words)}</p>` : nothing}
    <div class="foot">
      <span class="by" dir="auto">${name}</span>
      ${message.actions.includes('cancel') ? step('cancel', words.cancel, words.cancelLong({ at })) : nothing}
      ${message.actions.includes('retry') ? step('retry', words.retry, nothing) : nothing}
    </div>
  </li>`;
}

function renderFile(file: Attachment, { texts, language, open }: Telling): TemplateResult {
  const name = safeName(file.fileName);
  const size = sizeText(file.size, language);
  return html`<button
    type="button"
    class="button file"
    aria-label=${texts.ticketHistory.open({ name, size })}
    @click=${() => open(file)}
  >
    ${icon('image')}<span class="name" dir="auto">${name}</span> <span class="size">${size}</span>
  </button>`;
}

/** Why a message was not sent, changed or taken back. */
export function refusalWords(error: DeskError, { smsPanel: words }: MoreTexts, texts: Texts): string {
  const { content, fields } = error.details;
  const code = content?.['code'];
  switch (code) {
    case 'no_number':
    case 'masked_number':
    case 'bad_number':
    case 'not_assignee':
    case 'spam':
      return words[code];
    case 'sms_off':
      return words.off;
    case 'sms_gone':
      return words.gone;
    case 'masked':
      return words.masked;
    case 'forbidden_word': {
      const hits = (content?.['forbidden'] ?? []) as readonly { readonly word: string }[];
      return words.forbidden({ words: [...new Set(hits.map(({ word }) => word))].join(', ') });
    }
  }
  switch (fields?.[0]?.code) {
    case 'too_soon':
      return words.too_soon;
    case 'too_late':
      return words.too_late;
    case 'unsendable':
      return words.unsendable;
    case 'too_large':
      return words.imageSize;
    case 'not_jpeg':
      return words.imageType;
    default:
      return texts.errors[error.kind];
  }
}
