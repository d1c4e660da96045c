import type { Answer, Thing } from '../answer.js';
import { each, fits, holds, numberIn, same, status } from '../expect.js';
import { inquire, listPath, listed, memberOf } from '../open-tickets.js';
import { rulesOf, type Rule } from '../rule.js';
import type { Run } from '../run.js';
import { flag, listOf, object, text, whole } from '../schema.js';

const envelope = rulesOf('A.envelope', 'Open API: envelope and codes');
const paging = rulesOf('A.paging', 'Open API: paging');

const header = object({ resultCode: whole, resultMessage: text, isSuccessful: flag });
const page = object({ contents: listOf({}), total: whole, pages: whole, pageNum: whole, pageSize: whole });

async function missing(run: Run): Promise<Answer> {
  return run.plain('GET', '/api/v2/notice/detail/999999999.json');
}

const envelopes: readonly Rule[] = [
  envelope.reads('success', 'A success says 200 and isSuccessful true', async (run) => {
    const answer = status(await run.plain('GET', '/api/v2/service.json'), 200);
    fits(answer.header, header, 'header');
    same(answer.header['resultCode'], 200, 'resultCode');
    same(answer.header['isSuccessful'], true, 'isSuccessful');
  }),
  envelope.reads('failure', 'A failure says its code and isSuccessful false, and has no result', async (run) => {
    const answer = await missing(run);
    fits(answer.header, header, 'header');
    same(answer.header['resultCode'], 404, 'resultCode');
    same(answer.header['isSuccessful'], false, 'isSuccessful');
    same(answer.body['result'], null, 'result');
  }),
  envelope.reads('status', 'The HTTP status is the code of the envelope', async (run) => {
    same((await missing(run)).status, 404, 'The HTTP status of what is not there');
    const unsigned = await run.signed.get(listPath(run.mark), { authorization: () => null });
    same([unsigned.status, unsigned.resultCode], [400, 400], 'The HTTP status and code of an unsigned call');
  }),
  envelope.reads('unknown-service', 'A service that there is not is 404', async (run) => {
    status(await run.client.send('GET', '/thereisnosuchservice/api/v2/service.json'), 404);
  }),
];

const lists = ['/api/v2/notice/list.json', '/api/v2/helpdoc/list.json'] as const;

/** What holds of a page wherever it stands. */
function isPage(answer: Answer): Thing {
  const { result, contents } = status(answer, 200);
  fits(result, page, 'result');
  const [total, size] = [numberIn(result, 'total'), numberIn(result, 'pageSize')];
  same(result['pages'], Math.ceil(total / size), 'pages');
  holds(contents.length <= size, `${contents.length} rows on a page of ${size}`);
  return result;
}

const several = 3;

/** A customer with several tickets. */
function customer(run: Run): Promise<string> {
  return run.once('a customer with several tickets', async () => {
    const usercode = memberOf(run, 'paging');
    for (let made = 0; made < several; made++) {
      await inquire(run, usercode);
      await run.surroundings.wait(20);
    }
    return usercode;
  });
}

const pages: readonly Rule[] = [
  ...lists.map((path) =>
    paging.reads(path.includes('notice') ? 'notices' : 'faq', `${path} has pages of 10 from page 1`, async (run) => {
      const result = isPage(await run.plain('GET', path));
      same([result['pageNum'], result['pageSize']], [1, 10], 'pageNum and pageSize');
    }),
  ),
  paging.reads('limit', 'A page has 200 rows at most: more are refused with 400, or as many given', async (run) => {
    for (const path of lists) {
      const answer = await run.plain('GET', path, { query: [['pageSize', '201']] });
      if (answer.status !== 400)
        holds(numberIn(isPage(answer), 'pageSize') <= 200, `${path} has a page of more than 200`);
    }
    const answer = await run.signed.get(listPath(run.mark), { query: [['pageSize', '201']] });
    if (answer.status !== 400)
      holds(numberIn(isPage(answer), 'pageSize') <= 200, 'The customer’s list has such a page');
  }),
  paging.reads('nothing', 'The list of a customer who never asked is empty', async (run) => {
    const result = isPage(await run.signed.get(listPath(run.mark)));
    same([result['total'], result['pages'], result['contents']], [0, 0, []], 'total, pages and contents');
  }),
  paging.writes('total', 'The total is the number of all rows, on every page', async (run) => {
    const usercode = await customer(run);
    for (const size of ['1', '2', '10']) {
      const result = isPage(await run.signed.get(listPath(usercode), { query: [['pageSize', size]] }));
      same(result['total'], several, `total with pages of ${size}`);
    }
  }),
  paging.writes('pages', 'Page by page every row comes once, in the order of the whole list', async (run) => {
    const usercode = await customer(run);
    const all = each(await listed(run, usercode), 'ticketId');
    const paged: unknown[] = [];
    for (let number = 1; number <= several; number++) {
      const query = [
        ['page', String(number)],
        ['pageSize', '1'],
      ] as const;
      const answer = await run.signed.get(listPath(usercode), { query });
      same(isPage(answer)['pageNum'], number, 'pageNum');
      paged.push(...each(answer.contents, 'ticketId'));
    }
    same(paged, all, 'The rows of all pages');
  }),
];

export const openEnvelopes: readonly Rule[] = [...envelopes, ...pages];
