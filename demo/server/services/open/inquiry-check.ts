import { fileLimits, isPictureType } from '../../../../src/domain/files.js';
import type { Body } from '../../../../src/domain/types.js';
import { safeName } from '../../../../src/util/safe-name.js';
import type { Tx } from '../../db/database.js';
import { serviceOf, type ServiceContext } from '../context.js';
import { shownFiles } from '../mail/inline-styles.js';
import type { FieldStep } from '../tickets/field-edit.js';
import { holdType } from '../tickets/hold-type.js';
import { holdCustomerFiles } from './files.js';
import { checkSentFields, fieldNumbers, filesOf, sentFields } from './inquiry-fields.js';
import { validationFailure, type InquiryProblem } from './problems.js';
import { customerTypes } from './submission-types.js';
import { readWritten } from './text.js';
import { openSources, type OpenSource } from './wording.js';

/** An inquiry as it is sent: nothing of it is certain yet. */
export type SentInquiry = Readonly<
  Partial<
    Record<
      | 'categoryId'
      | 'subject'
      | 'content'
      | 'endUser'
      | 'attachments'
      | 'typeOne'
      | 'typeTwo'
      | 'language'
      | 'source'
      | 'userFields',
      unknown
    >
  >
>;

export interface EndUser {
  readonly usercode: string | null;
  readonly email: string;
  readonly username: string;
  readonly phone: string | null;
}

/** An inquiry that can be taken. */
export interface CheckedInquiry {
  readonly categoryId: number;
  readonly subject: string;
  readonly body: Body;
  readonly endUser: EndUser;
  /** Files beside the text. */
  readonly beside: readonly string[];
  /** Pictures inside it. */
  readonly inside: readonly string[];
  readonly types: Readonly<Partial<Record<'typeOne' | 'typeTwo', string>>>;
  readonly source: OpenSource;
  readonly steps: readonly FieldStep[];
}

/** Longest texts, in characters. */
export const inquiryLimits = {
  subject: 255,
  usercode: 200,
  username: 100,
  email: 100,
  phone: 30,
  type: 200,
  files: 5,
} as const;

const address = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,255}$/;

/** Whether something can be the address of somebody who asks. */
export function isMailAddress(text: string): boolean {
  return address.test(text) && text.length <= inquiryLimits.email;
}

const lengthOf = (text: string): number => [...text].length;

/** Reads values one by one and keeps what is wrong with them. */
class Reader {
  readonly problems: InquiryProblem[] = [];

  refuse(objectName: string, validate: InquiryProblem['validate'], rejectValue: unknown): void {
    this.problems.push({ objectName, validate, rejectValue });
  }

  /** One line of text, or null. */
  text(objectName: string, value: unknown, { most, required = false }: { most: number; required?: boolean }) {
    if (value !== undefined && value !== null && typeof value !== 'string') {
      this.refuse(objectName, 'invalid', value);
      return null;
    }
    const text = safeName(value ?? '');
    if (text === '' && required) this.refuse(objectName, 'required', value);
    else if (lengthOf(text) > most) this.refuse(objectName, 'length', value);
    else return text === '' ? null : text;
    return null;
  }

  /** A code of the host, as it is: two that differ in what cannot be seen are two. Null where there is none. */
  code(objectName: string, value: unknown, most: number): string | null {
    if (value === undefined || value === null || value === '') return null;
    if (typeof value !== 'string' || value !== safeName(value)) this.refuse(objectName, 'invalid', value);
    else if (lengthOf(value) > most) this.refuse(objectName, 'length', value);
    else return value;
    return null;
  }
}

function wholeNumber(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) ? number : null;
}

function readContent(reader: Reader, serviceId: string, value: unknown): Body | null {
  const read = readWritten(serviceId, value);
  if (typeof read !== 'string') return read;
  reader.refuse('content', read, value);
  return null;
}

function readEndUser(reader: Reader, value: unknown): EndUser | null {
  const before = reader.problems.length;
  const given = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  const usercode = reader.code('usercode', given['usercode'], inquiryLimits.usercode);
  const email = reader.text('mail', given['email'], { most: inquiryLimits.email, required: true });
  if (email !== null && !address.test(email)) reader.refuse('mail', 'invalid', email);
  const username = reader.text('name', given['username'], { most: inquiryLimits.username, required: true });
  const phone = reader.text('phone', given['phone'], { most: inquiryLimits.phone });
  if (reader.problems.length > before || email === null || username === null) return null;
  return { usercode, email, username, phone };
}

/** The ids of attached files, each once, or null for something else. */
function attachedIds(value: unknown): readonly string[] | null {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return null;
  const ids = (value as readonly unknown[]).map((one) =>
    typeof one === 'object' && one !== null && 'attachmentId' in one ? one.attachmentId : undefined,
  );
  return ids.every((id) => typeof id === 'string') ? [...new Set(ids)] : null;
}

/** Names files once they are known to be there and free. */
export async function checkFiles(
  tx: Tx,
  context: ServiceContext,
  { ids, html, sent }: { readonly ids: readonly string[] | null; readonly html: string; readonly sent: unknown },
): Promise<{ beside: readonly string[]; inside: readonly string[]; problems: readonly InquiryProblem[] }> {
  const none = { beside: [], inside: [] };
  const problem = (validate: InquiryProblem['validate']): InquiryProblem => ({
    objectName: 'attachment',
    validate,
    rejectValue: sent,
  });
  if (ids === null) return { ...none, problems: [problem('invalid')] };
  const all = [...new Set([...ids, ...shownFiles(html)])];
  if (ids.length > fileLimits.all || all.length > fileLimits.all) return { ...none, problems: [problem('length')] };
  const held = await holdCustomerFiles(tx, context, all);
  if (!all.every((id) => held.has(id))) return { ...none, problems: [problem('invalid')] };
  const shown = new Set(shownFiles(html));
  // No browser shows anything else inside a text: it would be nowhere.
  const inside = all.filter((id) => shown.has(id) && isPictureType(held.get(id) ?? ''));
  const beside = all.filter((id) => !inside.includes(id));
  return { beside, inside, problems: beside.length > inquiryLimits.files ? [problem('length')] : [] };
}

function readSource(reader: Reader, value: unknown): OpenSource {
  const source = openSources.find((one) => one === (value ?? 'web'));
  if (!source) reader.refuse('source', 'invalid', value);
  return source ?? 'web';
}

async function readType(tx: Tx, context: ServiceContext, reader: Reader, value: unknown): Promise<number | null> {
  if (value === undefined || value === null || value === '') {
    reader.refuse('category', 'required', value);
    return null;
  }
  const categoryId = wholeNumber(value);
  const isOffered = categoryId !== null && (await customerTypes(tx, context)).has(categoryId);
  if (isOffered && (await holdType(tx, context, categoryId))) return categoryId;
  reader.refuse('category', 'invalid', value);
  return null;
}

/** Refuses what cannot be taken, with every problem at once: somebody has filled in a whole form. */
export async function checkInquiry(tx: Tx, context: ServiceContext, sent: SentInquiry): Promise<CheckedInquiry> {
  const reader = new Reader();
  const serviceId = serviceOf(context);
  const categoryId = await readType(tx, context, reader, sent.categoryId);
  const subject = reader.text('subject', sent.subject, { most: inquiryLimits.subject, required: true });
  const body = readContent(reader, serviceId, sent.content);
  const endUser = readEndUser(reader, sent.endUser);
  const typeOne = reader.text('typeOne', sent.typeOne, { most: inquiryLimits.type });
  const typeTwo = reader.text('typeTwo', sent.typeTwo, { most: inquiryLimits.type });
  const source = readSource(reader, sent.source);
  const given = sentFields(sent.userFields);
  if (given === null) reader.refuse('userFields', 'invalid', sent.userFields);
  // What a ticket of no known type has says nothing.
  const fields = categoryId === null ? null : await checkSentFields(tx, context, categoryId, given ?? []);
  const inFields = filesOf(fields?.steps ?? []);
  const html = body?.html ?? '';
  const files = await checkFiles(tx, context, { ids: attachedIds(sent.attachments), html, sent: sent.attachments });
  const free = await holdCustomerFiles(tx, context, inFields);
  for (const { definition, after } of fields?.steps ?? []) {
    const isMissing = filesOf([{ definition, before: null, after }]).some((id) => !free.has(id));
    if (isMissing) reader.refuse(definition.code, 'invalid', after);
  }
  const problems = [...reader.problems, ...(fields?.problems ?? []), ...files.problems];
  if (problems.length > 0 || categoryId === null || !subject || !body || !endUser || !fields)
    throw validationFailure(problems, await fieldNumbers(tx, context));
  return {
    categoryId,
    subject,
    body,
    endUser,
    beside: files.beside,
    inside: files.inside,
    types: { ...(typeOne !== null && { typeOne }), ...(typeTwo !== null && { typeTwo }) },
    source,
    steps: fields.steps,
  };
}
