import { fileLimits } from '../../../src/domain/files.js';
import { safeName } from '../../../src/util/safe-name.js';
import type { Api } from '../api.js';
import type { Tx } from '../db/database.js';
import { OpenFailure } from '../http/open-envelope.js';
import { notFound, Refusal } from '../refusal.js';
import { patience } from '../routes/open/endpoint.js';
import { RefusedFile, storeCustomerFile } from '../services/open/files.js';
import { readFormFields, type FormField } from '../services/open/form-fields.js';
import { inquireAgain } from '../services/open/inquire-again.js';
import { isMailAddress } from '../services/open/inquiry-check.js';
import { inquire } from '../services/open/inquire.js';
import type { MemberFacts, Members } from '../services/open/member-link.js';
import { memberSort, readMemberTicket, readMemberTickets } from '../services/open/member-tickets.js';
import { takeForm } from '../services/open/sent-forms.js';
import { readSubmissionTypes } from '../services/open/submission-types.js';
import { typeNames } from '../services/open/type-names.js';
import { openSources } from '../services/open/wording.js';
import { firstOf, type Typed, type Wrong } from './form.js';
import type { Shown } from './page.js';
import { addedFields, wrongIn, type SentForm } from './sent-form.js';
import type { Visit } from './session.js';
import { detailPage, homePage, inquiryPage, listPage, typePage } from './views.js';
import { helpWords, type HelpWords } from './words.js';

const pageSize = 20;
const nothingWrong: Wrong = new Map();
const nothingTyped: Typed = new Map();

/** A visit of somebody who is known. */
export interface MemberVisit extends Visit {
  readonly member: MemberFacts;
}

/** The pages of one service's help center for one visit. */
export class HelpCenter {
  readonly #api: Api;
  readonly #members: Members;
  readonly #visit: MemberVisit;
  readonly #failed: (error: unknown) => void;
  /** What need not be asked: what the host told, where that can be taken. */
  readonly #known: Pick<MemberFacts, 'username' | 'email' | 'phone'>;

  /** `failed`: told about failures that are the server's own. */
  constructor(api: Api, members: Members, visit: MemberVisit, failed: (error: unknown) => void) {
    this.#api = api;
    this.#failed = failed;
    this.#members = members;
    this.#visit = visit;
    const { username, email, phone } = visit.member;
    this.#known = { username: safeName(username), email: isMailAddress(email) ? email : '', phone: safeName(phone) };
  }

  home(): Shown {
    const { view, member } = this.#visit;
    return homePage(view, member.username || member.usercode);
  }

  async list(page: number): Promise<Shown> {
    const { view, member, context } = this.#visit;
    const args = { usercode: member.usercode, source: openSources, sort: memberSort('updatedDt:desc'), page, pageSize };
    return listPage(
      view,
      await this.#work((tx) => readMemberTickets(tx, context, { ...args, language: view.language })),
    );
  }

  async detail(ticketId: string, sent?: SentForm, wrong = nothingWrong, message?: string): Promise<Shown> {
    const { view, member, context, id } = this.#visit;
    const args = { usercode: member.usercode, ticketId, language: view.language };
    const ticket = await this.#work((tx) => readMemberTicket(tx, context, args));
    const mark = await this.#members.formMark(id);
    return detailPage(view, ticket, { mark, ...keptOf(sent), wrong, message });
  }

  async ask(categoryId: number | null, sent?: SentForm, wrong = nothingWrong, message?: string): Promise<Shown> {
    const { view, context, id } = this.#visit;
    const mark = await this.#members.formMark(id);
    const kept = { ...keptOf(sent), wrong };
    return this.#work(async (tx) => {
      const fields = categoryId !== null && (await this.#asked(tx, categoryId));
      if (!fields) {
        const gone = categoryId === null ? message : helpWords[view.language].goneType;
        return typePage(view, await readSubmissionTypes(tx, context, { language: view.language }), {
          ...kept,
          message: gone,
        });
      }
      const typeName = (await typeNames(tx, context, view.language))(categoryId).categoryFullName;
      return inquiryPage(view, { categoryId, fields, typeName, mark, ...kept, message });
    });
  }

  /** Answers the number of the new ticket, or the form with what is wrong. */
  async send(categoryId: number, sent: SentForm): Promise<string | Shown> {
    const { context, view, member } = this.#visit;
    const { email, username, phone } = this.#known;
    return this.#trying(
      sent,
      '',
      (wrong, message) => this.ask(categoryId, sent, wrong, message),
      async (tx) => {
        const fields = await this.#asked(tx, categoryId);
        if (!fields) throw notFound();
        const { typed } = sent;
        const names = fields.filter(({ type }) => type === 'file').map(({ code }) => code);
        const files = await this.#stored(tx, sent, ['attachment', ...names]);
        const inquiry = {
          categoryId,
          subject: firstOf(typed, 'subject'),
          content: firstOf(typed, 'content'),
          endUser: {
            usercode: member.usercode,
            email: email || firstOf(typed, 'mail'),
            username: username || firstOf(typed, 'name'),
            phone: phone || firstOf(typed, 'phone'),
          },
          attachments: (files.get('attachment') ?? []).map((attachmentId) => ({ attachmentId })),
          userFields: [
            ...addedFields(fields, typed, files),
            { code: 'personalAgree', value: firstOf(typed, 'personalAgree') === 'true' },
          ],
        };
        const args = { inquiry, language: view.language, address: context.client };
        return (await inquire(tx, context, args, this.#api.cipher)).ticketId;
      },
    );
  }

  async sendAgain(ticketId: string, sent: SentForm): Promise<string | Shown> {
    const { context, view, member } = this.#visit;
    return this.#trying(
      sent,
      ticketId,
      (wrong, message) => this.detail(ticketId, sent, wrong, message),
      async (tx) => {
        const attachments = (await this.#stored(tx, sent, ['attachment'])).get('attachment')?.join(',');
        const comment = firstOf(sent.typed, 'comment');
        const { language } = view;
        await inquireAgain(tx, context, { usercode: member.usercode, ticketId, comment, attachments, language });
        return ticketId;
      },
    );
  }

  /** What is asked beside what is known of the member; null for a type that is not offered. */
  async #asked(tx: Tx, categoryId: number): Promise<FormField[] | null> {
    const { context, view } = this.#visit;
    const { email, username, phone } = this.#known;
    const fields = await readFormFields(tx, context, { categoryId, language: view.language }).catch(unlessMissing);
    if (!fields) return null;
    const known = new Set(['category', 'attachment', 'typeOne', 'typeTwo']);
    if (email) known.add('mail');
    if (username) known.add('name');
    if (phone) known.add('phone');
    return fields
      .filter(({ code }) => !known.has(code))
      .map((field) => (field.code === 'name' ? { ...field, required: true } : field));
  }

  /** Stores the files of these inputs; answers their numbers. */
  async #stored(
    tx: Tx,
    { files }: SentForm,
    names: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const stored = new Map<string, readonly string[]>();
    for (const name of names) {
      const ids: string[] = [];
      for (const file of files.get(name) ?? [])
        ids.push((await storeCustomerFile(tx, this.#visit.context, file)).attachmentId);
      if (ids.length > 0) stored.set(name, ids);
    }
    return stored;
  }

  /**
   * Does what a form asks for, or shows it again: nothing that was typed is lost. `before`: the answer to a form that was
   * sent already, as by somebody who presses twice.
   */
  async #trying(
    { typed, files, tooLarge }: SentForm,
    before: string,
    shown: (wrong: Wrong, message?: string) => Promise<Shown>,
    work: (tx: Tx) => Promise<string>,
  ): Promise<string | Shown> {
    const words = helpWords[this.#visit.view.language];
    if (tooLarge) return { ...(await shown(nothingWrong, words.tooLarge)), status: 413 };
    const number = await this.#members.readFormMark(firstOf(typed, 'mark'), this.#visit.id);
    if (number === null) return shown(nothingWrong, words.stale);
    try {
      await this.#api.cipher.prepare();
      return await this.#work(
        async (tx) => ((await takeForm(tx, this.#visit.context, number)) ? work(tx) : before),
        patience.signed,
      );
    } catch (error) {
      if (error instanceof OpenFailure) return shown(...refusalIn(error, words, files));
      const missing = error instanceof Refusal && error.status === 404;
      if (missing) return shown(nothingWrong, words.failed);
      if (!(error instanceof Refusal)) this.#failed(error);
      return { ...(await shown(nothingWrong, words.failed)), status: 503 };
    }
  }

  /** Customers wait for each other here as everywhere. */
  #work<T>(work: (tx: Tx) => Promise<T>, longest: number = patience.open): Promise<T> {
    const { serviceId } = this.#visit.view;
    const { customers, deps } = this.#api;
    return customers.take(() => deps.database.transaction({ serviceId, patience: longest }, work));
  }
}

/** What of a form is shown again; files have to be chosen again. */
function keptOf(sent: SentForm | undefined): { typed: Typed; filesAgain: boolean } {
  const typed = sent?.typed ?? nothingTyped;
  return { typed, filesAgain: (sent?.files.size ?? 0) > 0 || firstOf(typed, 'filesAgain') === 'true' };
}

function unlessMissing(error: unknown): null {
  if (error instanceof Refusal && error.status === 404) return null;
  throw error;
}

/** Which fields are wrong, or else what is told instead. */
function refusalIn(error: OpenFailure, words: HelpWords, files: SentForm['files']): [wrong: Wrong, message?: string] {
  const { resultCode, result } = error;
  if (resultCode === 1001 || resultCode === 1002) return [nothingWrong, words.limited];
  if (error instanceof RefusedFile) return [nothingWrong, words[fileWords[error.problem] ?? 'badFile']];
  const wrong = [...wrongIn(result)].map(
    ([code, problem]) => [code, (files.get(code)?.length ?? 0) > fileLimits.count ? 'many' : problem] as const,
  );
  return wrong.length > 0 ? [new Map(wrong)] : [nothingWrong, words.over];
}

const fileWords: Partial<Record<RefusedFile['problem'], 'noRoom' | 'emptyFile'>> = {
  no_room: 'noRoom',
  empty: 'emptyFile',
};
