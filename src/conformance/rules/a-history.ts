import type { Thing } from '../answer.js';
import { each, fits, holds, numberIn, ordered, same, status, textIn, thingsIn } from '../expect.js';
import {
  commentPath,
  detailed,
  detailPath,
  formOfType,
  inquire,
  listed,
  listPath,
  memberOf,
  newInquiry,
  sampleInquiry,
  submissionTypes,
  uploaded,
  type Inquiry,
} from '../open-tickets.js';
import { LeftOut, rulesOf, type Rule } from '../rule.js';
import type { Run } from '../run.js';
import { textFile } from '../samples.js';
import { anything, listOf, object, oneOf, orNull, text, time } from '../schema.js';
import { displayDay, openFile, openTicket } from './a-create.js';

const list = rulesOf('A.list', 'Open API: customer’s ticket list');
const detail = rulesOf('A.detail', 'Open API: ticket detail');
const again = rulesOf('A.re-inquiry', 'Open API: customer re-inquiry');

const entry = object({
  content: text,
  type: oneOf('enduser', 'csuser', 'reply'),
  typeName: text,
  createdDt: time,
  displayDt: displayDay,
  attachments: orNull(listOf(openFile)),
});

const row = object(openTicket, { content: anything, contents: anything, attachments: anything });
const whole = object({ ...openTicket, content: text, contents: listOf(entry), attachments: orNull(listOf(openFile)) });

/** A customer with three tickets, opened one after the other. */
function customer(run: Run): Promise<string> {
  return run.once('a customer with tickets', async () => {
    const usercode = memberOf(run, 'list');
    for (const source of ['web', 'api', 'web']) {
      await inquire(run, usercode, { source });
      await run.surroundings.wait(20);
    }
    return usercode;
  });
}

async function anotherType(run: Run): Promise<string> {
  const { categoryId } = await formOfType(run);
  const other = (await submissionTypes(run)).find((one) => one['categoryId'] !== categoryId);
  if (!other) throw new LeftOut('the service has one submission type');
  return String(other['categoryId']);
}

async function lengthOf(run: Run, ...query: readonly (readonly [string, string])[]): Promise<number> {
  return (await listed(run, await customer(run), { query })).length;
}

const listing: readonly Rule[] = [
  list.writes('shape', 'Tickets in a list have the documented fields', async (run) => {
    const rows = await listed(run, await customer(run));
    same(rows.length, 3, 'The number of tickets');
    rows.forEach((one, index) => fits(one, row, `contents[${index}]`));
  }),
  list.writes('own', 'Nobody’s list has the ticket of another customer', async (run) => {
    const { usercode, ticketId } = await sampleInquiry(run);
    const own = await listed(run, usercode);
    same(each(own, 'ticketId'), [ticketId], 'The customer’s own tickets');
    holds(
      !each(await listed(run, await customer(run)), 'ticketId').includes(ticketId),
      'Another customer sees the ticket',
    );
  }),
  list.writes('sort', 'What changed last comes first', async (run) => {
    const rows = await listed(run, await customer(run));
    ordered(rows, (one) => numberIn(one, 'updatedDt'), 'down', 'updatedDt');
    const up = await listed(run, await customer(run), { query: [['sort', 'updatedDt:asc']] });
    ordered(up, (one) => numberIn(one, 'updatedDt'), 'up', 'updatedDt with sort=updatedDt:asc');
  }),
  list.writes('status', 'A status narrows the list', async (run) => {
    const rows = await listed(run, await customer(run));
    const told = textIn(rows[0] ?? {}, 'status');
    const expected = rows.filter((one) => one['status'] === told).length;
    same(
      [await lengthOf(run, ['status', told]), await lengthOf(run, ['status', 'closed'])],
      [expected, 0],
      'The lengths',
    );
  }),
  list.writes('category', 'A submission type narrows the list', async (run) => {
    const { categoryId } = await formOfType(run);
    const lengths = [
      await lengthOf(run, ['categoryId', String(categoryId)]),
      await lengthOf(run, ['categoryId', await anotherType(run)]),
    ];
    same(lengths, [3, 0], 'The lengths');
  }),
  list.writes('source', 'Sources narrow the list, several with commas between', async (run) => {
    const lengths = [
      await lengthOf(run, ['source', 'web']),
      await lengthOf(run, ['source', 'api']),
      await lengthOf(run, ['source', 'web,api']),
      await lengthOf(run, ['source', 'spweb']),
    ];
    same(lengths, [2, 1, 3, 0], 'The lengths');
  }),
  list.writes('post', 'The list also comes to POST, as one table of the documentation says', async (run) => {
    const { contents } = status(await run.signed.post(listPath(await customer(run))), 200);
    same(contents.length, 3, 'The number of tickets');
  }),
];

const details: readonly Rule[] = [
  detail.writes('shape', 'A ticket has the documented fields', async (run) => {
    const inquiry = await sampleInquiry(run);
    const content = await detailed(run, inquiry);
    fits(content, whole, 'content');
    for (const name of ['ticketId', 'subject', 'categoryId', 'createdDt'])
      same(content[name], inquiry.content[name], name);
    holds(textIn(content, 'content').includes(`${run.mark} content`), 'The content is not that of the inquiry');
  }),
  detail.writes('other-customer', 'The ticket of another customer is 404', async (run) => {
    const { ticketId } = await sampleInquiry(run);
    status(await run.signed.get(detailPath({ usercode: await customer(run), ticketId })), 404);
    status(await run.signed.get(detailPath({ usercode: run.mark, ticketId })), 404);
  }),
  detail.writes('missing', 'A ticket that there is not is 404', async (run) => {
    const { usercode } = await sampleInquiry(run);
    status(await run.signed.get(detailPath({ usercode, ticketId: 'T1000000000000zzzzz' })), 404);
  }),
  detail.writes('other-service', 'The ticket of another service is 404', async (run) => {
    const inquiry = await sampleInquiry(run);
    status(await run.otherSigned().get(detailPath(inquiry)), 404);
    same((await run.otherSigned().get(listPath(inquiry.usercode))).contents.length, 0, 'The number of tickets there');
  }),
  detail.writes('unsigned', 'A ticket does not come without a signature: 400', async (run) => {
    status(await run.signed.get(detailPath(await sampleInquiry(run)), { authorization: () => null }), 400);
  }),
];

async function write(run: Run, inquiry: Inquiry, comment: string): Promise<Thing> {
  return status(await run.signed.post(commentPath(inquiry), { comment }), 200).content;
}

const writingAgain: readonly Rule[] = [
  again.writes('shape', 'What a customer writes again is answered with the documented fields', async (run) => {
    const content = await write(run, await newInquiry(run, 'again'), `${run.mark} again`);
    fits(content, entry, 'content');
    same(content['type'], 'enduser', 'type');
    holds(textIn(content, 'content').includes(`${run.mark} again`), 'The content is not what was written');
  }),
  again.writes('newest-first', 'The detail has what was written, the newest first', async (run) => {
    const inquiry = await newInquiry(run, 'again');
    for (const comment of ['first', 'second']) {
      await write(run, inquiry, `${run.mark} ${comment}`);
      await run.surroundings.wait(20);
    }
    const told = thingsIn(await detailed(run, inquiry), 'contents').map((one) => textIn(one, 'content'));
    same(told.length, 2, 'The number of entries');
    holds(told[0]?.includes('second') === true && told[1]?.includes('first') === true, 'The newest is not the first');
  }),
  again.writes('attachments', 'Files are named in the query, with commas between, and so are signed', async (run) => {
    const inquiry = await newInquiry(run, 'again');
    const ids = [await uploaded(run, textFile('a.txt', 'a')), await uploaded(run, textFile('b.txt', 'b'))];
    const body = { comment: `${run.mark} files` };
    const { content } = status(
      await run.signed.post(commentPath(inquiry), body, { query: [['attachments', ids.join(',')]] }),
      200,
    );
    same(each(thingsIn(content, 'attachments'), 'attachmentId').sort(), [...ids].sort(), 'attachments');
  }),
  again.writes('required', 'A text is required', async (run) => {
    const inquiry = await sampleInquiry(run);
    for (const body of [{}, { comment: '' }]) status(await run.signed.post(commentPath(inquiry), body), 400);
    same(thingsIn(await detailed(run, inquiry), 'contents').length, 0, 'The number of entries');
  }),
  again.writes('other-customer', 'Nobody writes into the ticket of another customer: 404', async (run) => {
    const inquiry = await sampleInquiry(run);
    const path = commentPath({ ...inquiry, usercode: await customer(run) });
    status(await run.signed.post(path, { comment: run.mark }), 404);
    same(thingsIn(await detailed(run, inquiry), 'contents').length, 0, 'The number of entries');
  }),
];

export const openHistory: readonly Rule[] = [...listing, ...details, ...writingAgain];
