import { html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from '../../base/icons.js';
import { isWebAddress } from '../../base/web-address.js';
import { sizeText } from '../../base/size-text.js';
import { relativeTime, timeText } from '../../base/time-text.js';
import type { DoorayClass, DoorayComment, DoorayTask } from '../../domain/transfer.js';
import type { Attachment, Body } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { safeName } from '../../util/safe-name.js';

/** What a conversation is told in, and what can be done in it. */
export interface Telling {
  readonly texts: Texts;
  readonly more: MoreTexts;
  readonly language: string;
  readonly timeZone: string;
  /** The server's time. */
  readonly now: number;
  /** A comment is being sent again. */
  readonly isRetrying: boolean;
  /** Whether comments can be sent in the ticket's state. */
  readonly mayComment: boolean;
  box(name: string, body: Body): HTMLElement;
  open(file: Attachment): void;
  retry(commentId: string): void;
}

const classIcons: Readonly<Record<DoorayClass, IconName>> = {
  backlog: 'dooray_transferred',
  registered: 'dooray_transferred',
  working: 'dooray_in_progress',
  closed: 'dooray_answered',
};

/** When something was, in a few words. */
export function agoText(at: number, { texts, language, timeZone, now }: Telling): string {
  const day = 86_400_000;
  if (now - at >= day) return timeText(at, language, timeZone, 'dateTime');
  if (now - at < 60_000) return texts.ticketHistory.now;
  return texts.ticketHistory.ago({ span: relativeTime(at, now, texts.time, language, timeZone) });
}

function timeOf(at: number, telling: Telling): TemplateResult {
  const exact = timeText(at, telling.language, telling.timeZone, 'exact');
  return html`<time datetime=${new Date(at).toISOString()} title=${exact}>${agoText(at, telling)}</time>`;
}

/** The task: what it is called, where it is, how far it is, and the way to it. */
export function renderTask(task: DoorayTask, telling: Telling): TemplateResult {
  const words = telling.more.doorayConversation;
  const { workflow, number, to, at, url } = task;
  return html`<section class="task" part="task" aria-label=${words.task}>
    <h3 class="subject" dir="auto">${safeName(task.subject) || telling.texts.ticketInfo.noSubject}</h3>
    <p class="about">
      ${
        workflow
          ? html`<span class="state ${workflow.class}">
              ${icon(classIcons[workflow.class])}${safeName(workflow.name) || words[workflow.class]}
            </span>`
          : html`<span>${words.waiting}</span>`
      }
      <span dir="auto">${safeName(to)}</span>
      ${number ? html`<span dir="auto">${safeName(number)}</span>` : nothing} ${timeOf(at, telling)}
    </p>
    ${
      url && isWebAddress(url)
        ? html`<a class="outside" href=${url} target="_blank" rel="noopener noreferrer">
            ${icon('issue')}${words.open}<span class="visually-hidden">${words.newTab}</span>
          </a>`
        : nothing
    }
    <details class="text">
      <summary>${words.body}</summary>
      ${telling.box('task', task.body)} ${renderFiles(task.attachments, telling)}
    </details>
  </section>`;
}

/** One comment: whose it is, when it was written, what it says, its files, and whether it got there. */
export function renderComment(comment: DoorayComment, telling: Telling): TemplateResult {
  const words = telling.more.doorayConversation;
  const { id, own, at, body, attachments } = comment;
  const name = safeName(comment.author) || words.unknownAuthor;
  const side = own ? words.own : words.theirs;
  return html`<li class="comment ${own ? 'own' : 'theirs'}" part="comment" data-id=${id}>
    <article aria-label=${words.comment({ name, side, when: agoText(at, telling) })}>
      <header class="from">
        ${icon(own ? 'reply' : 'dooray')}
        <span class="author" dir="auto">${name}</span>
        <span class="side">${side}</span>
        ${timeOf(at, telling)}
      </header>
      ${telling.box(`comment ${id}`, body)} ${renderFiles(attachments, telling)} ${renderState(comment, telling)}
    </article>
  </li>`;
}

function renderState({ id, state, problem }: DoorayComment, telling: Telling): TemplateResult | typeof nothing {
  const { doorayConversation: words, transferProblem } = telling.more;
  if (state === 'sent') return nothing;
  if (state === 'sending') return html`<p class="sending">${icon('clock')}${words.sending}</p>`;
  const why = transferProblem[problem ?? 'unreachable'];
  return html`<p class="unsent">
    ${icon('warning')}<span>${words.notSent({ why })}</span>
    ${telling.mayComment ? renderAgain(id, telling) : nothing}
  </p>`;
}

function renderAgain(id: string, { more, isRetrying, retry }: Telling): TemplateResult {
  const { again, sendingAgain } = more.doorayConversation;
  return html`<button
    type="button"
    class="button"
    aria-disabled=${isRetrying ? 'true' : nothing}
    @click=${() => isRetrying || retry(id)}
  >
    ${isRetrying ? sendingAgain : again}
  </button>`;
}

function renderFiles(attachments: readonly Attachment[], telling: Telling): TemplateResult | typeof nothing {
  const files = attachments.filter(({ inline }) => !inline);
  if (files.length === 0) return nothing;
  const words = telling.texts.ticketHistory;
  return html`<ul class="files" aria-label=${words.attachments}>
    ${files.map((file) => {
      const name = safeName(file.fileName);
      const size = sizeText(file.size, telling.language);
      return html`<li>
        <button
          type="button"
          class="button file"
          aria-label=${words.open({ name, size })}
          @click=${() => telling.open(file)}
        >
          ${icon(file.contentType.startsWith('image/') ? 'image' : 'clip')}
          <span class="file-name" dir="auto">${name}</span> <span class="file-size">${size}</span>
        </button>
      </li>`;
    })}
  </ul>`;
}
