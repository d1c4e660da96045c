import type { Answer, Thing } from '../answer.js';
import { each, fits, holds, numberIn, oneIn, same, status, textIn, thingsIn } from '../expect.js';
import {
  detailed,
  formOfType,
  inquire,
  inquiryOf,
  listed,
  memberOf,
  newInquiry,
  tryInquiry,
  uploaded,
} from '../open-tickets.js';
import { LeftOut, rulesOf, type Rule } from '../rule.js';
import type { Run } from '../run.js';
import { pictureFile, textFile } from '../samples.js';
import { anything, form, listOf, object, oneOf, orNull, text, time, whole } from '../schema.js';

const { writes } = rulesOf('A.create', 'Open API: create ticket');
const validation = rulesOf('A.validation', 'Open API: create ticket, validation failure');

export const displayDay = form('^[0-9]{4}\\.[0-9]{2}\\.[0-9]{2}$');

export const openFile = object({
  attachmentId: text,
  fileName: text,
  contentType: text,
  disposition: text,
  size: whole,
  createdDt: orNull(time),
});

export const openTicket = {
  ticketId: form('^.+$'),
  subject: text,
  categoryId: whole,
  categoryName: text,
  categoryFullName: text,
  status: oneOf('new', 'open', 'reply', 'solved', 'closed'),
  statusName: form('.'),
  createdDt: time,
  updatedDt: time,
  displayDt: displayDay,
};

const created = object({ ...openTicket, content: text, contents: anything, attachments: orNull(listOf(openFile)) });

/** Sets a limit where an administrator can, and tells how many inquiries it takes at most until it is reached. */
async function limitInquiries(run: Run): Promise<number> {
  const { admin, inquiryLimit } = run.target;
  if (admin === undefined) return inquiryLimit;
  const path = '/admin/spam-limits.json';
  const boss = await run.admin();
  const before = await boss.get(path);
  if (before.status !== 200) return inquiryLimit;
  const { perAddress, perMember } = before.content;
  const restore = async () => void status(await boss.put(path, { perAddress, perMember }), 200);
  run.made.undoneBy('the limit of inquiries', restore);
  status(await boss.put(path, { perAddress: { count: 2, minutes: 10 }, perMember }), 200);
  return 2;
}

const creating: readonly Rule[] = [
  writes('shape', 'A ticket is answered with the documented fields, as it was sent', async (run) => {
    const body = await inquiryOf(run, memberOf(run, 'create'));
    const { content } = status(await tryInquiry(run, body), 200);
    fits(content, created, 'content');
    same([content['subject'], content['categoryId']], [body['subject'], body['categoryId']], 'subject and categoryId');
    oneIn(content['status'], ['new', 'open', 'closed'], 'status');
    holds(textIn(content, 'content').includes(`${run.mark} content`), 'The content is not that of the inquiry');
    holds(Math.abs(numberIn(content, 'createdDt') - run.now()) < 10 * 60_000, 'createdDt is not the time of now');
    const full = textIn(content, 'categoryFullName');
    holds(full.endsWith(textIn(content, 'categoryName')), `categoryFullName is ${full}`);
  }),
  writes('category-text', 'The submission type may be sent as a text, as in the sample', async (run) => {
    const usercode = memberOf(run, 'category');
    const { categoryId } = await formOfType(run);
    same((await inquire(run, usercode, { categoryId: String(categoryId) }))['categoryId'], categoryId, 'categoryId');
  }),
  writes('language', 'The name of the status comes in the language that was asked for', async (run) => {
    const { content } = status(await run.plain('GET', '/api/v2/service.json'), 200);
    const languages = each(thingsIn(content, 'languages'), 'code');
    if (languages.length < 2) throw new LeftOut('the service has one language');
    const told = new Set<unknown>();
    for (const language of languages) {
      const body = await inquiryOf(run, memberOf(run, 'language'));
      const answer = status(await tryInquiry(run, body, { query: [['language', String(language)]] }), 200);
      told.add(answer.content['statusName']);
    }
    same(told.size, languages.length, 'The number of different names');
  }),
  writes('source', 'A source is web, spweb or api', async (run) => {
    for (const source of ['web', 'spweb', 'api']) await inquire(run, memberOf(run, 'source'), { source });
    status(await tryInquiry(run, await inquiryOf(run, memberOf(run, 'source'), { source: 'fax' })), 400);
  }),
  writes('no-member', 'Who is no member can ask, too', async (run) => {
    const endUser = { email: `${run.mark}@example.com`, username: 'Conformance', phone: '010-0000-0000' };
    fits(await inquire(run, '', { endUser }), created, 'content');
  }),
  writes('attachments', 'Files go with a ticket', async (run) => {
    const attachmentId = await uploaded(run, textFile('conformance.txt', run.mark));
    const inquiry = await newInquiry(run, 'attachments', { attachments: [{ attachmentId }] });
    for (const content of [inquiry.content, await detailed(run, inquiry)]) {
      same(each(thingsIn(content, 'attachments'), 'attachmentId'), [attachmentId], 'attachments');
    }
  }),
  writes('attachments-limit', 'At most five files go with a ticket', async (run) => {
    const ids: string[] = [];
    for (let made = 0; made < 6; made++) ids.push(await uploaded(run, textFile(`conformance${made}.txt`, run.mark)));
    const attachments = ids.map((attachmentId) => ({ attachmentId }));
    const usercode = memberOf(run, 'attachments');
    status(await tryInquiry(run, await inquiryOf(run, usercode, { attachments })), 400);
    await inquire(run, usercode, { attachments: attachments.slice(0, 5) });
  }),
  writes('picture', 'A picture in the text keeps the address that was given for it', async (run) => {
    const attachmentId = await uploaded(run, pictureFile('conformance.png'));
    const address = `/${run.target.serviceId}/api/v2/ticket/attachments/${attachmentId}`;
    const inquiry = await newInquiry(run, 'picture', { content: `<p>${run.mark}</p><img src="${address}"/>` });
    holds(textIn(await detailed(run, inquiry), 'content').includes(address), 'The content does not have the picture');
  }),
  writes('base64', 'A picture inside the text itself is refused with 400', async (run) => {
    const content = '<img src="data:image/png;base64,iVBORw0KGgo=">';
    status(await tryInquiry(run, await inquiryOf(run, memberOf(run, 'base64'), { content })), 400);
  }),
  writes('script', 'What could run does not come back', async (run) => {
    const content = `<p>${run.mark}<script>alert(1)</script><img src=x onerror="alert(2)"></p>`;
    const inquiry = await newInquiry(run, 'script', { content });
    for (const one of [inquiry.content, await detailed(run, inquiry)]) {
      holds(!/<script|<[^>]+\sonerror/i.test(textIn(one, 'content')), 'The content has a script');
    }
  }),
  writes(
    'inquiry-limit',
    'Too many inquiries from one address are answered with 1001 or 1002 and HTTP 200',
    async (run) => {
      const most = await limitInquiries(run);
      // An address for documents, another one for every run.
      const address = `2001:db8::${run.mark.slice(-8, -4)}:${run.mark.slice(-4)}`;
      for (let made = 0; made <= most; made++) {
        const body = await inquiryOf(run, memberOf(run, 'limit'));
        const answer = status(await tryInquiry(run, body, { headers: { 'OC-Client-IP': address } }), 200);
        if (answer.resultCode === 200) continue;
        oneIn(answer.resultCode, [1001, 1002], 'resultCode');
        same(answer.header['isSuccessful'], false, 'isSuccessful');
        return;
      }
      holds(false, `${most + 1} inquiries from one address were taken, none with 1001 or 1002`);
    },
  ),
];

const problem = object({
  objectName: text,
  field: text,
  validate: oneOf('invalid', 'length', 'required'),
  key: text,
  message: text,
  rejectValue: anything,
});

/** The inquiry is refused for this field, in this way. */
async function refused(run: Run, more: Thing, name: string, how: string): Promise<Thing> {
  const answer = await tryInquiry(run, await inquiryOf(run, memberOf(run, 'validation'), more));
  return problemOf(answer, name, how);
}

function problemOf(answer: Answer, name: string, how: string): Thing {
  const { contents } = status(answer, 400);
  const one = contents.find(({ objectName, validate }) => objectName === name && validate === how);
  const all = contents.map(({ objectName, validate }) => `${String(objectName)}.${String(validate)}`);
  holds(one !== undefined, `The refusal names ${JSON.stringify(all)}, not "${name}.${how}"`);
  return one ?? {};
}

/** The fields of the chosen type whose values are chosen from a list. */
async function choiceOf(run: Run): Promise<string> {
  const one = (await formOfType(run)).fields.find(({ type, code, options }) => {
    return (type === 'dropdown' || type === 'radio') && code !== 'category' && Array.isArray(options);
  });
  if (!one) throw new LeftOut('the submission type has no field with options');
  return textIn(one, 'code');
}

const validating: readonly Rule[] = [
  validation.writes(
    'list',
    'A refusal lists each field with objectName, field, validate, key, message and rejectValue',
    async (run) => {
      const long = `[${run.mark}] `.padEnd(256, 'x');
      const one = await refused(run, { subject: long }, 'subject', 'length');
      fits(one, problem, 'contents[0]');
      same(
        [one['key'], one['message']],
        ['validate.ticket.subject.length', 'validate.ticket.subject.length'],
        'key and message',
      );
      same(one['rejectValue'], long, 'rejectValue');
      const subject = (await formOfType(run)).fields.find(({ code }) => code === 'subject');
      same(one['field'], String(subject?.['fieldId']), 'field, the number of the field subject');
    },
  ),
  validation.writes('subject-length', 'A subject has 255 characters at most', async (run) => {
    const subject = `[${run.mark}] `.padEnd(255, 'x');
    same((await inquire(run, memberOf(run, 'validation'), { subject }))['subject'], subject, 'The subject');
    await refused(run, { subject: `${subject}x` }, 'subject', 'length');
  }),
  validation.writes('subject-required', 'A subject is required', async (run) => {
    await refused(run, { subject: undefined }, 'subject', 'required');
  }),
  validation.writes('content-required', 'A content is required', async (run) => {
    await refused(run, { content: undefined }, 'content', 'required');
  }),
  validation.writes('mail-required', 'The customer’s address is required', async (run) => {
    await refused(run, { endUser: { usercode: run.mark, username: 'Conformance' } }, 'mail', 'required');
  }),
  validation.writes('name-required', 'The customer’s name is required', async (run) => {
    await refused(run, { endUser: { usercode: run.mark, email: `${run.mark}@example.com` } }, 'name', 'required');
  }),
  validation.writes('category-required', 'A submission type is required', async (run) => {
    await refused(run, { categoryId: undefined }, 'category', 'required');
  }),
  validation.writes('category-invalid', 'A submission type that there is not is invalid', async (run) => {
    await refused(run, { categoryId: 999_999_999 }, 'category', 'invalid');
  }),
  validation.writes('field-required', 'A field of the submission type that is required is asked for', async (run) => {
    const { userFields } = await formOfType(run);
    const [asked] = userFields;
    if (!asked) throw new LeftOut('the submission type has no required field of its own');
    await refused(run, { userFields: userFields.slice(1) }, textIn(asked, 'code'), 'required');
  }),
  validation.writes('field-invalid', 'A value that is none of the options is invalid', async (run) => {
    const code = await choiceOf(run);
    const others = (await formOfType(run)).userFields.filter((one) => one['code'] !== code);
    await refused(run, { userFields: [...others, { code, value: run.mark }] }, code, 'invalid');
  }),
  validation.writes('all', 'Everything that is wrong is told at once', async (run) => {
    const answer = await tryInquiry(run, {});
    for (const name of ['category', 'subject', 'content', 'mail']) problemOf(answer, name, 'required');
  }),
  validation.writes('nothing-done', 'A refused inquiry leaves no ticket', async (run) => {
    const usercode = memberOf(run, 'refused');
    const body = await inquiryOf(run, usercode, { content: undefined });
    status(await tryInquiry(run, body), 400);
    same((await listed(run, usercode)).length, 0, 'The number of tickets');
  }),
];

export const openCreation: readonly Rule[] = [...creating, ...validating];
