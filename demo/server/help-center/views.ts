import type { OpenPage } from '../http/open-envelope.js';
import type { FormField } from '../services/open/form-fields.js';
import type { OpenEntry, OpenTicket, OpenTicketDetail } from '../services/open/member-tickets.js';
import type { OpenNode } from '../services/open/tree.js';
import { entryTypeNames } from '../services/open/wording.js';
import { fieldInput, firstOf, problemList, type Typed, type Wrong } from './form.js';
import { html, Markup } from './markup.js';
import { addressOf, type Shown, type View } from './page.js';
import type { SentForm } from './sent-form.js';
import { helpWords } from './words.js';

const wordsOf = (view: View) => helpWords[view.language];

/** `more`: what stands below it. */
export function messagePage(view: View, message: string, status = 200, more?: Markup): Shown {
  return {
    status,
    heading: wordsOf(view).title,
    main: html`<p>${message}</p>
      ${more}`,
  };
}

/** What stands in forms beside what somebody typed. */
const ownInputs: ReadonlySet<string> = new Set(['mark', 'categoryId', 'filesAgain']);

/** What somebody typed for which there is no input, to be copied. */
export function unsentTexts(
  view: View,
  { typed, files }: Pick<SentForm, 'typed'> & Partial<SentForm>,
  inputs: readonly string[] = [],
): Markup {
  const texts = [...typed].flatMap(([name, values]) =>
    ownInputs.has(name) || inputs.includes(name) ? [] : values.filter((value) => value !== '' && value !== 'true'),
  );
  return html`${files && files.size > 0 && html`<p>${wordsOf(view).filesAgain}</p>`}
  ${texts.map(
    (text, index) =>
      html`<div class="field">
        <label for="unsent-${index}">${wordsOf(view).unsent}</label>
        <textarea id="unsent-${index}" readonly>${`\n${text}`}</textarea>
      </div>`,
  )}`;
}

export function homePage(view: View, name: string): Shown {
  const words = wordsOf(view);
  return {
    heading: words.title,
    main: html`<p>${words.hello(name)}</p>
      <p><a href="${addressOf(view, 'ticket/')}">${words.ask}</a></p>
      <p><a href="${addressOf(view, 'ticket/list/')}">${words.list}</a></p>`,
  };
}

function facts(view: View, ticket: OpenTicket): Markup {
  const words = wordsOf(view);
  return html`<p class="facts">
    ${words.status}: ${ticket.statusName} · ${words.received}: ${ticket.displayDt} · ${ticket.categoryFullName}
  </p>`;
}

export function listPage(view: View, { contents, total, pageNum, pageSize }: OpenPage<OpenTicket>): Shown {
  const words = wordsOf(view);
  const page = (to: number, name: string) =>
    html`<a href="${addressOf(view, 'ticket/list/', { page: String(to) })}">${name}</a> `;
  return {
    heading: words.list,
    main: html`${contents.length === 0 && html`<p>${words.none}</p>`}
      <ul class="list">
        ${contents.map(
          (ticket) =>
            html`<li class="card">
              <h2><a href="${addressOf(view, `ticket/list/${ticket.ticketId}`)}">${ticket.subject}</a></h2>
              ${facts(view, ticket)}
            </li>`,
        )}
      </ul>
      ${
        total > pageSize &&
        html`<nav aria-label="${words.pages}">
          ${pageNum > 1 && page(pageNum - 1, words.newer)}
          ${pageNum * pageSize < total && page(pageNum + 1, words.older)}
        </nav>`
      }`,
  };
}

function filesOf(view: View, files: OpenEntry['attachments']): Markup {
  if (!files) return html``;
  return html`<p>${wordsOf(view).files}:</p>
    <ul>
      ${files.map(
        (file) =>
          html`<li>
            <a href="/${view.serviceId}/api/v2/ticket/attachments/${file.attachmentId}?type=download"
              >${file.fileName}</a
            >
          </li>`,
      )}
    </ul>`;
}

function entry(view: View, { content, type, typeName, displayDt, attachments }: OpenEntry): Markup {
  return html`<li class="card ${type}">
    <p class="facts">${typeName} · ${displayDt}</p>
    ${new Markup(content)} ${filesOf(view, attachments)}
  </li>`;
}

/** A form that nobody else can send in the name of the member. */
interface FormPlace {
  readonly mark: string;
  readonly typed: Typed;
  readonly wrong: Wrong;
  readonly message?: string | undefined;
  readonly filesAgain: boolean;
}

function hidden(mark: string): Markup {
  return html`<input type="hidden" name="mark" value="${mark}" />`;
}

function fileInput(view: View, form: FormPlace): Markup {
  const words = wordsOf(view);
  const field = { code: 'attachment', type: 'file', title: words.files, required: false } as const;
  return fieldInput({ ...form, field: { ...field, description: '', placeholder: '', options: null }, words });
}

/** Nothing can be added; what somebody wrote meanwhile is still there to be copied. */
function over(view: View, written: string): Markup {
  const words = wordsOf(view);
  if (written === '') return html`<p>${words.over}</p>`;
  return html`<p class="bad" role="alert">${words.over}</p>
    <div class="field">
      <label for="in-comment">${words.unsent}</label>
      <textarea id="in-comment" readonly>${`\n${written}`}</textarea>
    </div>`;
}

export function detailPage(view: View, ticket: OpenTicketDetail, form: FormPlace): Shown {
  const words = wordsOf(view);
  const { content, createdDt, displayDt, attachments } = ticket;
  const inquiry: OpenEntry = {
    content,
    type: 'enduser',
    typeName: entryTypeNames[view.language].enduser,
    createdDt,
    displayDt,
    attachments,
  };
  const field = { code: 'comment', type: 'textarea', title: words.againLabel, required: true } as const;
  const comment = { ...field, description: '', placeholder: '', options: null };
  const titles = new Map([
    ['comment', words.againLabel],
    ['attachment', words.files],
  ]);
  const again = html`<form method="post" enctype="multipart/form-data">
    ${problemList(form, titles, words)} ${hidden(form.mark)}
    ${fieldInput({ field: comment, typed: form.typed, wrong: form.wrong, words })} ${fileInput(view, form)}
    <button>${words.again}</button>
  </form>`;
  return {
    status: form.wrong.size > 0 || form.message !== undefined ? 400 : 200,
    heading: ticket.subject,
    main: html`${facts(view, ticket)}
      <ol class="list" aria-label="${words.history}">
        ${[inquiry, ...[...ticket.contents].reverse()].map((one) => entry(view, one))}
      </ol>
      ${ticket.status === 'closed' ? over(view, firstOf(form.typed, 'comment')) : again}`,
  };
}

/** First what it is about: what is asked depends on it. What is typed already waits for the type. */
export function typePage(view: View, types: readonly OpenNode[], form: Omit<FormPlace, 'mark'>): Shown {
  const words = wordsOf(view);
  const options = inOrder(types).map(
    (type) => html`<option value="${type.categoryId}">${'\u00a0'.repeat((type.level - 1) * 4)}${type.name}</option>`,
  );
  const { typed, message, filesAgain } = form;
  const waiting = [...typed].filter(([name]) => !ownInputs.has(name));
  const kept = waiting.flatMap(([name, values]) =>
    values.map((value) => html`<input type="hidden" name="${name}" value="${value}" />`),
  );
  const how = html`${view.named && html`<input type="hidden" name="language" value="${view.language}" />`}
  ${view.framed && html`<input type="hidden" name="iframe" value="true" />`}`;
  const method = waiting.length > 0 ? 'post' : 'get';
  return {
    status: message === undefined ? 200 : 400,
    heading: words.ask,
    main: html`${problemList(form, new Map(), words)}
      <form method="${method}" enctype="multipart/form-data" action="${addressOf(view, 'ticket/')}">
        ${method === 'post' ? kept : how} ${filesAgain && html`<input type="hidden" name="filesAgain" value="true" />`}
        <p>
          <label for="in-type">${words.type}</label>
          <select id="in-type" name="categoryId" required>
            <option value="">${words.choose}</option>
            ${options}
          </select>
        </p>
        <button>${words.next}</button>
      </form>
      ${unsentTexts(view, { typed })}`,
  };
}

/** Each type followed by those below it. */
function inOrder(types: readonly OpenNode[], parent = 0): OpenNode[] {
  return types.filter((type) => type.parent === parent).flatMap((type) => [type, ...inOrder(types, type.categoryId)]);
}

interface InquiryPlace extends FormPlace {
  readonly categoryId: number;
  readonly fields: readonly FormField[];
  readonly typeName: string;
}

export function inquiryPage(view: View, { categoryId, fields, typeName, ...form }: InquiryPlace): Shown {
  const words = wordsOf(view);
  const titles = new Map([...fields.map(({ code, title }) => [code, title] as const), ['attachment', words.files]]);
  const { wrong } = form;
  return {
    status: wrong.size > 0 || form.message !== undefined ? 400 : 200,
    heading: words.ask,
    main: html`<p>
        ${words.type}: <strong>${typeName}</strong> · <a href="${addressOf(view, 'ticket/')}">${words.other}</a>
      </p>
      ${unsentTexts(
        view,
        { typed: form.typed },
        fields.map(({ code }) => code),
      )}
      <form
        method="post"
        enctype="multipart/form-data"
        action="${addressOf(view, 'ticket/', { categoryId: String(categoryId) })}"
      >
        ${problemList(form, titles, words)} ${hidden(form.mark)}
        ${fields.map((field) => fieldInput({ ...form, field, words }))} ${fileInput(view, form)}
        <button>${words.send}</button>
      </form>`,
  };
}
