import type { Answer, Thing } from './answer.js';
import { noteTicket } from './cleanup.js';
import { each, numberIn, status, textIn } from './expect.js';
import { LeftOut } from './rule.js';
import type { Run } from './run.js';
import { sampleValue } from './samples.js';
import type { SignedOptions } from './signed-caller.js';

/** Fields that every service has; the call has parameters of their own for them. */
const systemFields: ReadonlySet<unknown> = new Set([
  'category',
  'name',
  'mail',
  'phone',
  'subject',
  'content',
  'attachment',
  'personalAgree',
  'typeOne',
  'typeTwo',
]);

export const ticketPath = '/openapi/v1/ticket.json';
export const uploadPath = '/openapi/v1/ticket/attachments/upload.json';

export function submissionTypes(run: Run): Promise<readonly Thing[]> {
  return run.once('the submission types', async () => {
    return status(await run.plain('GET', '/api/v2/ticket/categories.json'), 200).contents;
  });
}

export interface Form {
  readonly categoryId: number;
  readonly fields: readonly Thing[];
  /** Values for the fields that the type asks for. */
  readonly userFields: readonly Thing[];
}

/** A submission type that has none below it, with values for what it asks for. */
export function formOfType(run: Run): Promise<Form> {
  return run.once('a submission type and its fields', async () => {
    const types = await submissionTypes(run);
    const parents = new Set(each(types, 'parent'));
    for (const type of types.filter(({ categoryId }) => !parents.has(categoryId))) {
      const categoryId = numberIn(type, 'categoryId');
      const fields = status(await run.plain('GET', `/api/v2/ticket/field/user/${categoryId}.json`), 200).contents;
      const asked = fields.filter(({ required, code }) => required === true && !systemFields.has(code));
      const userFields = asked.map(({ code, type: kind, options }) => ({ code, value: sampleValue(kind, options) }));
      if (userFields.every(({ value }) => value !== undefined)) return { categoryId, fields, userFields };
    }
    throw new LeftOut('the service has no submission type whose fields can be filled in');
  });
}

/** A customer of this run, for one subject: limits for single customers are not reached. */
export function memberOf(run: Run, subject: string): string {
  run.made.stays(`customers whose usercode begins with ${run.mark}`);
  return `${run.mark}-${subject}`;
}

/** What a ticket is opened with. */
export async function inquiryOf(run: Run, usercode: string, more: Thing = {}): Promise<Thing> {
  const { categoryId, userFields } = await formOfType(run);
  return {
    categoryId,
    subject: `[${run.mark}] inquiry`,
    content: `${run.mark} content`,
    endUser: { usercode, email: `${usercode || run.mark}@example.com`, username: 'Conformance' },
    ...(userFields.length > 0 && { userFields }),
    ...more,
  };
}

/** Opens a ticket, whatever the answer; it is taken away in the end. */
export async function tryInquiry(run: Run, body: unknown, options?: SignedOptions): Promise<Answer> {
  const answer = await run.signed.post(ticketPath, body, options);
  if (answer.status === 200) noteTicket(run, answer.text);
  return answer;
}

export async function inquire(run: Run, usercode: string, more: Thing = {}): Promise<Thing> {
  return status(await tryInquiry(run, await inquiryOf(run, usercode, more)), 200).content;
}

export interface Inquiry {
  readonly usercode: string;
  readonly ticketId: string;
  readonly content: Thing;
}

/** A ticket that rules look at and none changes. */
export function sampleInquiry(run: Run): Promise<Inquiry> {
  return run.once('a ticket of a customer', () => newInquiry(run, 'sample'));
}

export async function newInquiry(run: Run, subject: string, more: Thing = {}): Promise<Inquiry> {
  const usercode = memberOf(run, subject);
  const content = await inquire(run, usercode, more);
  return { usercode, ticketId: textIn(content, 'ticketId'), content };
}

export function listPath(usercode: string): string {
  return `/openapi/v1/ticket/enduser/${encodeURIComponent(usercode)}/list.json`;
}

export function detailPath({ usercode, ticketId }: Pick<Inquiry, 'usercode' | 'ticketId'>): string {
  return `/openapi/v1/ticket/enduser/${encodeURIComponent(usercode)}/${ticketId}/detail.json`;
}

export function commentPath({ usercode, ticketId }: Pick<Inquiry, 'usercode' | 'ticketId'>): string {
  return `/openapi/v1/ticket/enduser/${encodeURIComponent(usercode)}/${ticketId}/comment.json`;
}

export async function listed(run: Run, usercode: string, options?: SignedOptions): Promise<readonly Thing[]> {
  return status(await run.signed.get(listPath(usercode), options), 200).contents;
}

export async function detailed(run: Run, inquiry: Pick<Inquiry, 'usercode' | 'ticketId'>): Promise<Thing> {
  return status(await run.signed.get(detailPath(inquiry)), 200).content;
}

/** Uploads a file for an inquiry and tells its id. */
export async function uploaded(run: Run, file: File): Promise<string> {
  return textIn(status(await run.signed.upload(uploadPath, file), 200).content, 'attachmentId');
}
