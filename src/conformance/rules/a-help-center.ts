import type { Thing } from '../answer.js';
import type { Query } from '../client.js';
import { each, fits, holds, numberIn, oneIn, same, status, textIn, thingsIn } from '../expect.js';
import { LeftOut, rulesOf, type Rule } from '../rule.js';
import type { Run } from '../run.js';
import {
  anything,
  flag,
  form,
  listOf,
  mapOf,
  object,
  oneOf,
  orNull,
  text,
  time,
  whole,
  type Schema,
} from '../schema.js';

const service = rulesOf('A.service', 'Open API: service detail');
const notices = rulesOf('A.notices', 'Open API: notices');
const faq = rulesOf('A.faq', 'Open API: FAQ');

const day = '[0-9]{4}\\.[0-9]{2}\\.[0-9]{2}';
/** The table and the sample of the documentation differ: both are taken. */
const displayDt = form(`^(?:${day}|[0-9]{14})$`);
const yesNo = oneOf('Y', 'N');
const names = mapOf(text);
const file = object({ attachmentId: text, fileName: text, contentType: text, size: whole });
const node = {
  categoryId: whole,
  parent: whole,
  name: text,
  level: whole,
  path: text,
  orderNo: whole,
  languages: names,
};

const notice = {
  noticeId: whole,
  categoryId: orNull(whole),
  isTop: flag,
  title: text,
  content: text,
  displayDt,
  updatedDt: time,
  categoryName: orNull(text),
  isNew: flag,
};
const noticeRow = object({ ...notice, tagStr: orNull(text) });
const noticeDetail = object({
  ...notice,
  attachmentYn: yesNo,
  readCnt: whole,
  attachments: orNull(listOf(file)),
  tags: orNull(listOf(object({ tagId: whole, tag: text }))),
});

const answer = {
  helpDocId: whole,
  title: text,
  content: text,
  isRecommend: flag,
  isTop: flag,
  createdDt: time,
  updatedDt: time,
  categoryId: orNull(whole),
  categoryName: orNull(text),
  isNew: flag,
};
const answerDetail = object({
  ...answer,
  readCnt: whole,
  attachmentYn: yesNo,
  parentCategoryList: orNull(listOf(object({ categoryId: whole, parent: whole, name: text, level: whole }))),
  category: orNull(object({ categoryId: whole, parent: whole, name: text, level: whole, languages: names })),
  categoryFullName: orNull(text),
  attachments: orNull(listOf(file)),
});

async function contentsOf(run: Run, path: string, query: Query = []): Promise<readonly Thing[]> {
  return status(await run.plain('GET', `/api/v2/${path}`, { query }), 200).contents;
}

function fitAll(things: readonly Thing[], schema: Schema, what: string): void {
  things.forEach((thing, index) => fits(thing, schema, `${what}[${index}]`));
}

/** Leaves the rule out where a list is empty. */
async function some(run: Run, path: string, query: Query = []): Promise<readonly [Thing, ...Thing[]]> {
  const [first, ...others] = await contentsOf(run, path, query);
  if (!first) throw new LeftOut(`${path} is empty`);
  return [first, ...others];
}

/** Pinned ones stand before all others. */
function topFirst(rows: readonly Thing[], name: string): void {
  const pinned = each(rows, name);
  holds(pinned.lastIndexOf(true) < pinned.indexOf(false) || !pinned.includes(false), `${name} does not come first`);
}

const services: readonly Rule[] = [
  service.reads('detail', 'The detail names the service and its languages', async (run) => {
    const { content } = status(await run.plain('GET', '/api/v2/service.json'), 200);
    const language = object({ code: text, name: text, orderNo: whole });
    const schema = object({
      serviceId: text,
      name: text,
      profile: anything,
      language: text,
      languages: listOf(language),
      multiLanguage: flag,
    });
    fits(content, schema, 'content');
    same(content['serviceId'], run.target.serviceId, 'serviceId');
    oneIn(content['language'], each(thingsIn(content, 'languages'), 'code'), 'language');
  }),
];

const noticeRules: readonly Rule[] = [
  notices.reads('headings', 'Headings are a flat list: parent 0, level 1', async (run) => {
    const headings = await contentsOf(run, 'notice/categories.json');
    fitAll(headings, object({ ...node, parent: oneOf(0), level: oneOf(1), path: form('^\\\\+$') }), 'contents');
  }),
  notices.reads('tags', 'Tags have a number, a name and names by language', async (run) => {
    fitAll(
      await contentsOf(run, 'notice/tags.json'),
      object({ tagId: whole, tag: text, languages: names }),
      'contents',
    );
  }),
  notices.reads('list', 'Notices in a list have the documented fields', async (run) => {
    fitAll(await some(run, 'notice/list.json'), noticeRow, 'contents');
  }),
  notices.reads('order', 'Pinned notices come first, then the newest', async (run) => {
    const rows = await some(run, 'notice/list.json', [['pageSize', '200']]);
    topFirst(rows, 'isTop');
    for (const isTop of [true, false]) {
      const days = rows.filter((row) => row['isTop'] === isTop).map((row) => textIn(row, 'displayDt'));
      same(days, [...days].sort().reverse(), `displayDt where isTop is ${isTop}`);
    }
  }),
  notices.reads('heading', 'A heading narrows the list to its notices', async (run) => {
    const [first] = await some(run, 'notice/list.json');
    const query: Query = [['categoryId', String(first['categoryId'])]];
    const rows = await contentsOf(run, 'notice/list.json', query);
    same([...new Set(each(rows, 'categoryId'))], [first['categoryId']], 'The headings');
  }),
  notices.reads('query', 'Words narrow the list to notices that have them', async (run) => {
    const [first] = await some(run, 'notice/list.json');
    const rows = await contentsOf(run, 'notice/list.json', [['query', textIn(first, 'title')]]);
    holds(each(rows, 'noticeId').includes(first['noticeId']), 'A notice is not found by its title');
    same((await contentsOf(run, 'notice/list.json', [['query', run.mark]])).length, 0, 'Notices with other words');
  }),
  notices.reads('detail', 'A notice has the documented fields, and those of the list', async (run) => {
    const [first] = await some(run, 'notice/list.json');
    const { content } = status(await run.plain('GET', `/api/v2/notice/detail/${String(first['noticeId'])}.json`), 200);
    fits(content, noticeDetail, 'content');
    for (const name of ['noticeId', 'title', 'isTop', 'categoryName']) same(content[name], first[name], name);
  }),
  notices.reads('missing', 'A notice that there is not is 404', async (run) => {
    status(await run.plain('GET', '/api/v2/notice/detail/999999999.json'), 404);
    status(await run.plain('GET', `/api/v2/notice/attachments/${'0'.repeat(32)}`), 404);
  }),
  notices.reads(
    'signed-or-not',
    'The list comes to signed calls and to others: the documentation says both',
    async (run) => {
      const open = await contentsOf(run, 'notice/list.json');
      const { contents } = status(await run.signed.get('/api/v2/notice/list.json'), 200);
      same(each(contents, 'noticeId'), each(open, 'noticeId'), 'The notices of the signed call');
    },
  ),
];

const faqRules: readonly Rule[] = [
  faq.reads('categories', 'Categories are a tree of at most three levels', async (run) => {
    const all = await contentsOf(run, 'helpdoc/categories.json');
    fitAll(all, object({ ...node, level: { type: 'integer', minimum: 1, maximum: 3 } }), 'contents');
    const levels = new Map(all.map((one) => [one['categoryId'], numberIn(one, 'level')]));
    for (const { parent, level } of all) same(level, (levels.get(parent) ?? 0) + 1, 'The level of a category');
  }),
  faq.reads('list', 'Answers in a list have the documented fields', async (run) => {
    fitAll(await some(run, 'helpdoc/list.json'), object(answer), 'contents');
  }),
  faq.reads('order', 'Pinned answers come first, then those changed last', async (run) => {
    const rows = await some(run, 'helpdoc/list.json', [['pageSize', '200']]);
    topFirst(rows, 'isTop');
    for (const isTop of [true, false]) {
      const times = rows.filter((row) => row['isTop'] === isTop).map((row) => numberIn(row, 'updatedDt'));
      same(
        times,
        [...times].sort((a, b) => b - a),
        `updatedDt where isTop is ${isTop}`,
      );
    }
  }),
  faq.reads('query', 'Words narrow the list to answers that have them', async (run) => {
    const [first] = await some(run, 'helpdoc/list.json');
    const rows = await contentsOf(run, 'helpdoc/list.json', [['query', textIn(first, 'title')]]);
    holds(each(rows, 'helpDocId').includes(first['helpDocId']), 'An answer is not found by its title');
    same((await contentsOf(run, 'helpdoc/list.json', [['query', run.mark]])).length, 0, 'Answers with other words');
  }),
  faq.reads('detail', 'An answer has the documented fields, and those of the list', async (run) => {
    const [first] = await some(run, 'helpdoc/list.json');
    const path = `/api/v2/helpdoc/detail/${String(first['helpDocId'])}.json`;
    const { content } = status(await run.plain('GET', path), 200);
    fits(content, answerDetail, 'content');
    for (const name of ['helpDocId', 'title', 'isTop', 'categoryName']) same(content[name], first[name], name);
  }),
  faq.reads('missing', 'An answer that there is not is 404', async (run) => {
    status(await run.plain('GET', '/api/v2/helpdoc/detail/999999999.json'), 404);
    status(await run.plain('GET', `/api/v2/helpdoc/attachments/${'0'.repeat(32)}`), 404);
  }),
];

export const helpCenter: readonly Rule[] = [...services, ...noticeRules, ...faqRules];
