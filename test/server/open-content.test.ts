import { and, eq, ne, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articles, articleViews, categories, tickets } from '../../demo/server/db/schema.js';
import { renameTypes } from '../../demo/server/services/admin/renamed-types.js';
import { addViews } from '../../demo/server/services/articles/views.js';
import type { AgentContext } from '../../demo/server/services/context.js';
import { holdType } from '../../demo/server/services/tickets/hold-type.js';
import type { Answer } from './support/caller.js';
import { fileOf } from './support/files.js';
import { onPostgres, startServer, type TestServer } from './support/server.js';
import { EventReader } from './support/stream.js';
import { Desk } from './tickets/desk.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** A call without a signature, as anybody can make it. */
async function get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const response = await server.app.fetch(new Request(`http://desk.test${path}`, { headers }));
  const text = await response.text();
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json');
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
}

const api = '/demo/api/v2';
const told = async (path: string) => (await get(path)).body.result;
const numbersOf = async (path: string) => {
  const { contents } = await told(path);
  return contents.map((one: Record<string, number>) => one['noticeId'] ?? one['helpDocId'] ?? one['categoryId']);
};

const admin = () => server.as('admin1');
/** Something that an administrator does and that is done. */
async function done(answer: Promise<Answer>) {
  const { status, text, body } = await answer;
  expect([status < 300, status < 300 ? '' : text]).toEqual([true, '']);
  return body.result.content;
}

const text = (title: string, html = `<p>${title}</p>`) => ({ title, html });
const notice = (over: object = {}) => ({
  audience: 'customers',
  headingId: null,
  tagIds: [],
  pinned: false,
  displayedOn: null,
  published: true,
  from: server.clock.now,
  until: null,
  texts: { ko: text('공지') },
  attachmentIds: [],
  ...over,
});
const answer = (over: object = {}) => ({
  categoryId: null,
  pinned: false,
  recommended: false,
  published: true,
  from: server.clock.now,
  until: null,
  texts: { ko: text('질문') },
  attachmentIds: [],
  ...over,
});
const type = (over: object = {}) => ({ parent: 0, names: { ko: '유형' }, inHelpCenter: true, ...over });
const field = (over: object = {}) => ({
  code: 'couponNo',
  owner: 'customer',
  type: 'text',
  encrypted: false,
  names: { ko: '쿠폰 번호' },
  hints: {},
  placeholders: {},
  options: null,
  required: false,
  length: 20,
  holdingText: true,
  categories: null,
  active: true,
  ...over,
});

const keepNotice = async (over: object = {}) => done((await admin()).post('/admin/notices.json', notice(over)));
const keepAnswer = async (over: object = {}) => done((await admin()).post('/admin/faq.json', answer(over)));

const picture = { attachmentId: 'a00003f3'.repeat(4), of: 1011 };
const document = { attachmentId: 'b00003e9'.repeat(4), of: 1001 };

describe('what a help center tells anybody', () => {
  const rows: readonly (readonly [what: string, path: string, expected: object])[] = [
    [
      'the service with its languages',
      `${api}/service.json`,
      {
        content: {
          serviceId: 'demo',
          name: '하늘상점 고객센터',
          profile: { fileUrl: 'https://shop.demo.example/images/help-center.jpg' },
          language: 'ko',
          languages: [
            { code: 'ko', name: '한국어', orderNo: 0 },
            { code: 'ja', name: '日本語', orderNo: 1 },
            { code: 'en', name: 'English', orderNo: 2 },
          ],
          multiLanguage: true,
        },
      },
    ],
    ['no picture where a service has none', '/demojp/api/v2/service.json', { content: { profile: null } }],
    [
      'headings in one level',
      `${api}/notice/categories.json?language=ja`,
      {
        contents: [
          {
            categoryId: 1001,
            parent: 0,
            name: 'ご案内',
            level: 1,
            path: '\\',
            orderNo: 0,
            languages: { ko: '안내', ja: 'ご案内', en: 'Information' },
          },
          { name: 'メンテナンス', orderNo: 1 },
          { name: 'イベント', orderNo: 2 },
        ],
      },
    ],
    [
      'tags in a language',
      `${api}/notice/tags.json?language=en`,
      { contents: [{ tag: 'Delivery' }, { tag: 'Payment' }, { tag: 'Member' }, { tag: 'Holidays' }] },
    ],
    [
      'all tags in a language that the service lacks',
      `${api}/notice/tags.json?language=th`,
      { contents: [{ tag: '배송' }, { tag: '결제' }, { tag: '회원' }, { tag: '연휴' }] },
    ],
    [
      'tags that hold some words',
      `${api}/notice/tags.json?language=${encodeURIComponent('송')}`,
      { contents: [{ tagId: 1004, tag: '배송', languages: { ko: '배송', ja: '配送', en: 'Delivery' } }] },
    ],
    [
      'a notice with what it has beside it',
      `${api}/notice/detail/1001.json?language=en`,
      {
        content: {
          noticeId: 1001,
          categoryId: 1001,
          categoryName: 'Information',
          isTop: true,
          title: 'Delivery during the holidays',
          displayDt: '2026.01.02',
          attachmentYn: 'Y',
          attachments: [{ attachmentId: document.attachmentId, contentType: 'text/plain', size: 120 }],
          tags: [
            { tagId: 1004, tag: 'Delivery' },
            { tagId: 1007, tag: 'Holidays' },
          ],
          isNew: false,
        },
      },
    ],
    [
      'an answer with its categories from the top',
      `${api}/helpdoc/detail/${picture.of}.json?language=en`,
      {
        content: {
          helpDocId: picture.of,
          attachmentYn: 'N',
          attachments: [],
          categoryFullName: 'Orders and delivery>Where is my parcel',
          category: { categoryId: 1009, parent: 1008, name: 'Where is my parcel', level: 2 },
          parentCategoryList: [
            { categoryId: 1008, level: 1, path: '\\' },
            { categoryId: 1009, level: 2, path: '\\1008\\' },
          ],
        },
      },
    ],
    [
      'answers without what only one alone has',
      `${api}/helpdoc/list.json?query=${encodeURIComponent('송장이')}`,
      {
        contents: [
          {
            helpDocId: picture.of,
            readCnt: null,
            attachmentYn: null,
            parentCategoryList: null,
            category: null,
            categoryFullName: null,
            attachments: null,
          },
        ],
        total: 1,
      },
    ],
    [
      'what stands right below a submission type',
      `${api}/ticket/categories.json?parent=101&language=ja`,
      {
        contents: [
          { categoryId: 102, parent: 101, name: '注文変更', level: 2, path: '\\101\\', orderNo: 0 },
          { categoryId: 103, name: '注文キャンセル', orderNo: 1 },
        ],
      },
    ],
    [
      'what stands above one',
      `${api}/ticket/categories.json?child=102`,
      { contents: [{ categoryId: 101, path: '\\' }] },
    ],
    ['nothing below one that is not there', `${api}/ticket/categories.json?parent=999999`, { contents: [] }],
    [
      'nothing with a heading that is not there',
      `${api}/notice/list.json?categoryId=999999`,
      { contents: [], total: 0 },
    ],
    [
      'notices with a tag',
      `${api}/notice/list.json?tagId=1007`,
      { contents: [{ noticeId: 1001, tagStr: '배송,연휴' }] },
    ],
    [
      'words in any spelling of their letters',
      `${api}/notice/list.json?language=en&query=PRIVACY`,
      { contents: [{ title: 'Our privacy policy changes', tagStr: 'Member' }], total: 1 },
    ],
    [
      'a language by its longer name',
      `${api}/notice/categories.json?language=JA-jp`,
      { contents: [{ name: 'ご案内' }, {}, {}] },
    ],
    [
      'the language of the service instead of one that it lacks',
      `${api}/notice/categories.json?language=th`,
      { contents: [{ name: '안내' }, {}, {}] },
    ],
  ];

  it.each(rows)('tells %s', async (_what, path, expected) => {
    const { status, body } = await get(path);
    expect([status, body.header]).toEqual([200, { resultCode: 200, resultMessage: '', isSuccessful: true }]);
    expect(body.result).toMatchObject(expected);
  });

  it('tells the fields of a form in order: those of every service around those of the type', async () => {
    const fields = (await told(`${api}/ticket/field/user/101.json`)).contents;
    const facts = fields.map((one: Record<string, unknown>) =>
      ['fieldId', 'code', 'type', 'length', 'required', 'encrypt'].map((name) => one[name]),
    );
    expect(facts.slice(0, 9)).toEqual([
      [1, 'category', 'dropdown', 0, true, false],
      [3, 'mail', 'text', 100, true, true],
      [5, 'subject', 'text', 200, true, false],
      [6, 'content', 'textarea', 5000, true, false],
      [2, 'name', 'text', 100, false, false],
      [4, 'phone', 'text', 30, false, true],
      [9, 'attachment', 'file', 0, false, false],
      [18, 'typeOne', 'text', 200, false, false],
      [19, 'typeTwo', 'text', 200, false, false],
    ]);
    expect(facts.at(-1)).toEqual([11, 'personalAgree', 'agree', 0, true, false]);
    const own = fields.slice(9, -1);
    expect(own.map(({ code }: { code: string }) => code)).toContain('orderNo');
    expect(own.map(({ code }: { code: string }) => code)).not.toContain('department');
    expect(own.every(({ fieldId }: { fieldId: number }) => fieldId > 1000)).toBe(true);
    expect(own.find(({ code }: { code: string }) => code === 'productGroup')).toMatchObject({
      options: ['가전', '식품', '의류', '아동', '캠핑'],
      value: null,
      holdingText: true,
    });
  });

  it('tells a caption where it is documented, and hints in the language', async () => {
    const fields = (await told(`${api}/ticket/field/user/108.json?language=ja`)).contents;
    const of = (code: string) => fields.find((one: { code: string }) => one.code === code);
    expect(of('refundNote')).toMatchObject({ type: 'caption', description: '', title: '返金のご案内' });
    expect(of('refundNote').placeholder).toContain('<ul><li>口座名義は');
    expect(of('privacyAgree').description).toContain('3年間保管します');
    expect(of('refundAccount')).toMatchObject({ encrypt: true, length: 50 });
  });

  it('answers signed calls of these too: the documentation is of two minds', async () => {
    const signed = { Authorization: 'c2lnbmF0dXJl', 'X-TC-Timestamp': '1764031689401', OUCODE: 'Owner' };
    for (const path of [`${api}/notice/list.json`, `${api}/ticket/field/user/101.json`])
      expect((await get(path, signed)).status).toBe(200);
  });
});

describe('lists', () => {
  const rows: readonly (readonly [query: string, page: number, size: number])[] = [
    ['', 1, 10],
    ['page=&pageSize=', 1, 10],
    ['page=2&pageSize=3', 2, 3],
    ['page=99&pageSize=3', 99, 3],
    ['page=0', 1, 10],
    ['pageSize=200', 1, 200],
    ['pageSize=201', 1, 200],
  ];

  it.each(rows)('with ?%s are page %i of pages of %i', async (query, pageNum, pageSize) => {
    const all = await numbersOf(`${api}/helpdoc/list.json?pageSize=200`);
    const result = await told(`${api}/helpdoc/list.json?${query}`);
    expect(result).toMatchObject({ pageNum, pageSize, total: all.length, pages: Math.ceil(all.length / pageSize) });
    expect(result.contents.map(({ helpDocId }: { helpDocId: number }) => helpDocId)).toEqual(
      all.slice((pageNum - 1) * pageSize, pageNum * pageSize),
    );
  });

  interface Told {
    readonly isTop: boolean;
    readonly isRecommend: boolean;
    readonly createdDt: number;
    readonly updatedDt: number;
    readonly displayDt: string;
    readonly categoryId: number;
  }
  const orders: readonly (readonly [path: string, keys: readonly ((one: Told) => string | number)[]])[] = [
    [
      'notice/list.json',
      [(one) => -Number(one.isTop), (one) => -Number(one.displayDt.replaceAll('.', '')), (one) => -one.updatedDt],
    ],
    ['notice/list.json?sort=displayDt:asc', [(one) => one.displayDt]],
    ['notice/list.json?sort=updatedDt:desc', [(one) => -one.updatedDt]],
    ['helpdoc/list.json', [(one) => -Number(one.isTop), (one) => -one.updatedDt]],
    ['helpdoc/list.json?categoryId=1009', [(one) => -Number(one.isTop), (one) => -Number(one.isRecommend)]],
    [
      'helpdoc/list.json?sort=isRecommend:desc,createdDt:asc',
      [(one) => -Number(one.isRecommend), (one) => one.createdDt],
    ],
    ['helpdoc/list.json?sort=isTop:asc,createdDt:DESC', [(one) => Number(one.isTop), (one) => -one.createdDt]],
  ];

  it.each(orders)('%s is in its order', async (path, keys) => {
    const { contents } = await told(`${api}/${path}${path.includes('?') ? '&' : '?'}pageSize=200`);
    const sorted = [...contents].sort((a: Told, b: Told) => {
      const differing = keys.find((key) => key(a) !== key(b));
      return differing ? (differing(a) < differing(b) ? -1 : 1) : 0;
    });
    expect(contents.length).toBeGreaterThan(1);
    expect(contents).toEqual(sorted);
  });

  const bad: readonly string[] = [
    'notice/list.json?sort=title:asc',
    'notice/list.json?sort=isTop',
    'notice/list.json?sort=isTop:up',
    'notice/list.json?sort=constructor:asc',
    'notice/list.json?page=one',
    'notice/list.json?pageSize=-1',
    'notice/list.json?categoryId=x',
    'notice/list.json?tagId=1.5',
    'helpdoc/list.json?sort=displayDt:asc',
    'helpdoc/list.json?categoryId=1%20or%201',
    'ticket/categories.json?parent=top',
    `notice/attachments/${document.attachmentId}?type=run`,
  ];
  it.each(bad)('refuse %s', async (path) => {
    const { status, body } = await get(`${api}/${path}`);
    expect([status, body.header.resultCode, body.header.isSuccessful]).toEqual([400, 400, false]);
    const [{ objectName }] = body.result.contents;
    expect(body.header.resultMessage).toContain(objectName);
    expect(objectName).toMatch(/^(?:sort|page|pageSize|categoryId|tagId|parent|type)$/);
  });
});

describe('what is not there', () => {
  it('is answered in the same bytes, whether nobody has it or somebody who may not tell it', async () => {
    const draft = await keepNotice({ published: false });
    const later = await keepNotice({ from: server.clock.now + 1 });
    const over = await keepNotice({ from: server.clock.now - 2, until: server.clock.now });
    const internal = await keepNotice({ audience: 'agents', pinned: true });
    const hidden = await done(
      (await admin()).post('/admin/submission-types.json', type({ names: { ko: '내부용' }, inHelpCenter: false })),
    );
    const below = await done((await admin()).post('/admin/submission-types.json', type({ parent: hidden.categoryId })));
    const paths = [
      '/nowhere/api/v2/service.json',
      `/demojp/api/v2/notice/detail/1001.json`,
      `/demojp/api/v2/helpdoc/detail/${picture.of}.json`,
      `/demojp/api/v2/notice/attachments/${document.attachmentId}`,
      '/demojp/api/v2/ticket/field/user/101.json',
      `${api}/notice/detail/999999.json`,
      `${api}/notice/detail/${picture.of}.json`,
      `${api}/helpdoc/detail/1001.json`,
      `${api}/notice/attachments/${picture.attachmentId}`,
      `${api}/helpdoc/attachments/${document.attachmentId}`,
      `${api}/notice/attachments/${'0'.repeat(32)}`,
      `${api}/notice/attachments/nothing`,
      ...[draft, later, over, internal].map(({ noticeId }) => `${api}/notice/detail/${noticeId}.json`),
      ...[hidden, below].map(({ categoryId }) => `${api}/ticket/field/user/${categoryId}.json`),
      `${api}/ticket/field/user/999999.json`,
    ];
    const nothing = JSON.stringify({
      header: { resultCode: 404, resultMessage: 'No data found', isSuccessful: false },
      result: null,
    });
    for (const path of paths) {
      const { status, text } = await get(path);
      expect([path, status, text]).toEqual([path, 404, nothing]);
    }
    const listed = await numbersOf(`${api}/notice/list.json?pageSize=200`);
    for (const { noticeId } of [draft, later, over, internal]) expect(listed).not.toContain(noticeId);
    const types = await numbersOf(`${api}/ticket/categories.json`);
    for (const { categoryId } of [hidden, below]) expect(types).not.toContain(categoryId);
  });
});

describe('a notice to customers', () => {
  it('is told in its period, to the moment', async () => {
    const from = server.clock.now + 60_000;
    const { noticeId } = await keepNotice({ from, until: from + 60_000 });
    const status = async () => (await get(`${api}/notice/detail/${noticeId}.json`)).status;
    const seen = [await status()];
    for (const step of [59_999, 1, 59_999, 1]) {
      server.clock.advance(step);
      seen.push(await status());
    }
    expect(seen).toEqual([404, 404, 200, 200, 404]);
  });

  it('is new on the day that is shown with it, on the calendar of the service', async () => {
    const { noticeId } = await keepNotice();
    const { helpDocId } = await keepAnswer();
    const facts = async () => {
      const { displayDt, isNew } = (await told(`${api}/notice/detail/${noticeId}.json`)).content;
      return [displayDt, isNew, (await told(`${api}/helpdoc/detail/${helpDocId}.json`)).content.isNew];
    };
    const midnight = Date.UTC(2026, 4, 12, 15);
    expect(server.clock.now).toBeLessThan(midnight);
    expect(await facts()).toEqual(['2026.05.12', true, true]);
    server.clock.advance(midnight - server.clock.now - 1);
    expect(await facts()).toEqual(['2026.05.12', true, true]);
    server.clock.advance(1);
    expect(await facts()).toEqual(['2026.05.12', false, false]);
    const shown = await keepNotice({ displayedOn: '2026-05-20' });
    expect((await told(`${api}/notice/detail/${shown.noticeId}.json`)).content.displayDt).toBe('2026.05.20');
  });

  it('counts who reads it alone, not who lists it', async () => {
    const { noticeId } = await keepNotice();
    await get(`${api}/notice/list.json`);
    const counts = [];
    for (let read = 0; read < 3; read++)
      counts.push((await told(`${api}/notice/detail/${noticeId}.json`)).content.readCnt);
    expect(counts).toEqual([1, 2, 3]);
    const kept = async () =>
      (await (await admin()).get('/admin/notices.json?limit=1')).body.result.contents.map(
        (one: { noticeId: number; readCount: number }) => [one.noticeId, one.readCount],
      );
    const before = await kept();
    const [left] = await server.database.system(async (tx) => {
      await addViews(tx);
      return [await tx.$count(articleViews)];
    });
    expect([before, await kept(), left]).toEqual([[[noticeId, 3]], [[noticeId, 3]], 0]);
    expect((await told(`${api}/notice/detail/${noticeId}.json`)).content.readCnt).toBe(4);
  });

  it('is not locked by those who read it', async () => {
    const { noticeId } = await keepNotice();
    const path = `${api}/notice/detail/${noticeId}.json`;
    if (!onPostgres) return expect((await get(path)).status).toBe(200);
    await server.database.system(async (tx) => {
      await tx.select().from(articles).where(eq(articles.articleId, noticeId)).for('update');
      expect((await get(path)).status).toBe(200);
    });
  });

  it('is told in the language of the service where it is not written in another one', async () => {
    const { noticeId } = await keepNotice({ texts: { ko: text('한국어만'), en: text('Both') } });
    const titles = ['ko', 'en', 'ja'].map(
      async (language) => (await told(`${api}/notice/detail/${noticeId}.json?language=${language}`)).content.title,
    );
    expect(await Promise.all(titles)).toEqual(['한국어만', 'Both', '한국어만']);
  });

  it('holds nothing that runs, loads or reaches out of its place', async () => {
    const html = `<p onclick="steal()">Hello <b>you</b></p><script>steal()</script><style>p{}</style>
      <img src="x" onerror="steal()"><svg onload="steal()"></svg>
      <a href="javascript:steal()">go</a><a href="https://shop.example/">shop</a><iframe src="//elsewhere.example"></iframe>
      <form action="//elsewhere.example"><input name="q"></form><p style="position:fixed;color:red">red</p>`;
    const { noticeId } = await keepNotice({ texts: { ko: { title: '<img src=x onerror=steal()>', html } } });
    const { title, content } = (await told(`${api}/notice/detail/${noticeId}.json`)).content;
    expect(title).toBe('<img src=x onerror=steal()>');
    expect(content).toContain('Hello <b>you</b>');
    expect(content).toContain('href="https://shop.example/"');
    expect(content).toContain('<p style="color: red">red</p>');
    expect(content).not.toMatch(/script|onclick|onerror|onload|iframe|<form|<input|<svg|<style|position|elsewhere/i);
    const listed = (await told(`${api}/notice/list.json?query=${encodeURIComponent('steal')}`)).contents;
    expect(listed.find((one: { noticeId: number }) => one.noticeId === noticeId).content).toBe(content);
  });
});

describe('files of what is told', () => {
  const upload = async (name: string, query = '') =>
    (await done((await admin()).upload(`/attachments.json${query}`, fileOf(name)))).attachmentId as string;

  it('are opened or downloaded, and never run', async () => {
    const rows = [
      ['', 'inline'],
      ['?type=', 'inline'],
      ['?type=open', 'inline'],
      ['?type=download', 'attachment'],
    ] as const;
    for (const [query, disposition] of rows) {
      const { status, headers, text } = await get(`${api}/notice/attachments/${document.attachmentId}${query}`);
      expect([query, status, headers.get('Content-Type')]).toEqual([query, 200, 'text/plain; charset=utf-8']);
      expect(headers.get('Content-Disposition')).toMatch(new RegExp(`^${disposition}; filename=`));
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Content-Security-Policy')).toMatch(/default-src 'none'.*sandbox/);
      expect(text).toContain('첫 출고');
    }
  });

  it('belong to everybody as long as what has them is told, and go with it', async () => {
    const [beside, shown] = [await upload('plan.pdf'), await upload('map.png', '?inline=true')];
    const texts = { ko: text('약도', `<p>여기<img src="cid:${shown}"></p>`) };
    const kept = await keepNotice({ published: false, texts, attachmentIds: [beside] });
    const paths = [beside, shown].map((id) => `${api}/notice/attachments/${id}`);
    const statuses = async () => Promise.all(paths.map(async (path) => (await get(path)).status));
    const version = (expectedVersion: number, over: object = {}) => ({
      expectedVersion,
      ...notice({ texts, attachmentIds: [beside], ...over }),
    });
    const seen = [await statuses()];
    const path = `/admin/notices/${kept.noticeId}.json`;
    const published = await done((await admin()).put(path, version(kept.version)));
    seen.push(await statuses());
    const { content, attachments } = (await told(`${api}/notice/detail/${kept.noticeId}.json`)).content;
    expect(content).toContain(`<img src="${paths[1]}"`);
    expect(attachments).toEqual([
      { attachmentId: beside, fileName: 'plan.pdf', contentType: 'application/pdf', size: 9 },
    ]);
    const without = await done(
      (await admin()).put(path, version(published.version, { attachmentIds: [], texts: { ko: text('약도') } })),
    );
    seen.push(await statuses());
    expect(seen).toEqual([
      [404, 404],
      [200, 200],
      [404, 404],
    ]);
    expect(without.attachments).toEqual([]);
    await done((await admin()).delete(path, { expectedVersion: without.version }));
    expect((await get(`${api}/notice/detail/${kept.noticeId}.json`)).status).toBe(404);
  });

  it('are only those that the administrator uploaded: nobody else’s, and none of a ticket', async () => {
    const others = (await (await server.as('agent1')).upload('/attachments.json', fileOf('a.pdf'))).body.result.content;
    for (const over of [
      { attachmentIds: [others.attachmentId] },
      { attachmentIds: [document.attachmentId] },
      { texts: { ko: text('x', `<p>x<img src="cid:${picture.attachmentId}"></p>`) } },
    ])
      expect((await (await admin()).post('/admin/notices.json', notice(over))).body.result.contents[0]).toMatchObject({
        field: over.attachmentIds ? 'attachmentIds' : 'texts',
        code: 'unknown',
      });
    expect((await get(`${api}/notice/attachments/${document.attachmentId}`)).status).toBe(200);
  });
});

describe('a notice to the agents', () => {
  const pinned = async (usercode = 'agent1', query = '') =>
    (await (await server.as(usercode)).get(`/notices.json${query}`)).body.result.contents;
  const mine = async (noticeId: number, usercode?: string) =>
    (await pinned(usercode)).find((one: { noticeId: number }) => one.noticeId === noticeId);

  it('is told to them while it is pinned and in its period, in their language, and stays with the service', async () => {
    const from = server.clock.now;
    const texts = { ko: text('업무 공지', '<p style="color: red">필독</p>'), ja: text('業務お知らせ') };
    const kept = await keepNotice({ audience: 'agents', pinned: true, from, until: from + 60_000, texts });
    const loose = await keepNotice({ audience: 'agents', texts });
    expect(await mine(kept.noticeId)).toEqual({
      noticeId: kept.noticeId,
      title: '업무 공지',
      html: '<p>필독</p>',
      styles: [{ node: 0, props: [['color', 'red']] }],
      pinned: true,
      from,
      until: from + 60_000,
      updatedAt: from,
      read: false,
    });
    expect(await mine(loose.noticeId)).toBeUndefined();
    expect((await pinned('agent1', '?language=ja'))[0].title).toBe('業務お知らせ');
    const elsewhere = (await (await server.as('jpagent', 'demojp')).get('/notices.json')).body.result.contents;
    expect(elsewhere.map((one: { noticeId: number }) => one.noticeId)).not.toContain(kept.noticeId);
    server.clock.advance(60_000);
    expect(await mine(kept.noticeId)).toBeUndefined();
  });

  it('is read by each of them, until it is changed', async () => {
    const kept = await keepNotice({ audience: 'agents', pinned: true });
    const { noticeId } = kept;
    const reader = await EventReader.open(await server.as('agent1'));
    const path = `/notices/${noticeId}/read.json`;
    expect(await done((await server.as('agent1')).put(path))).toEqual({ noticeId, read: true });
    const reads = async () => [(await mine(noticeId)).read, (await mine(noticeId, 'agent2')).read];
    expect(await reads()).toEqual([true, false]);
    server.clock.advance(1);
    const update = { expectedVersion: kept.version, ...notice({ audience: 'agents', pinned: true }) };
    const changed = await done((await admin()).put(`/admin/notices/${noticeId}.json`, update));
    expect(await reads()).toEqual([false, false]);
    // What was on the page when it was changed is not what it says now.
    const late = { updatedAt: kept.updatedAt };
    expect(await done((await server.as('agent1')).put(path, late))).toEqual({ noticeId, read: false });
    expect(await done((await server.as('agent1')).put(path, { updatedAt: changed.updatedAt }))).toMatchObject({
      read: true,
    });
    expect(await reads()).toEqual([true, false]);
    await reader.until(() => reader.events.filter(({ event }) => event === 'notice').length === 4);
    expect(JSON.stringify(reader.events)).not.toContain('공지');
    reader.close();
  });

  it('is not there to be read for customers, other services and drafts', async () => {
    const draft = await keepNotice({ audience: 'agents', published: false });
    for (const noticeId of [draft.noticeId, 1001, 2007, 999999])
      expect((await (await server.as('agent1')).put(`/notices/${noticeId}/read.json`)).status).toBe(404);
  });
});

describe('administration', () => {
  const routes: readonly (readonly [method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object])[] = [
    ...['notices', 'faq', 'notice-headings', 'notice-tags', 'faq-categories', 'submission-types', 'fields'].flatMap(
      (name) => [
        ['get', `/admin/${name}.json`] as const,
        ['delete', `/admin/${name}/1.json`, { expectedVersion: 1 }] as const,
      ],
    ),
    ['get', '/admin/forbidden-words.json'],
    ['put', '/admin/forbidden-words.json', { words: ['x'] }],
    ['post', '/admin/notice-headings.json', { names: { ko: 'x' } }],
    ['put', '/admin/notice-headings/1001.json', { expectedVersion: 1, names: { ko: 'x' } }],
    ['post', '/admin/faq-categories.json', { parent: 0, names: { ko: 'x' } }],
  ];

  it('is for administrators alone', async () => {
    const others: typeof routes = [
      ['post', '/admin/notices.json', notice()],
      ['put', '/admin/notices/1001.json', { expectedVersion: 1, ...notice() }],
      ['post', '/admin/faq.json', answer()],
      ['put', '/admin/faq/1011.json', { expectedVersion: 1, ...answer() }],
      ['post', '/admin/submission-types.json', type()],
      ['put', '/admin/submission-types/101.json', { expectedVersion: 1, ...type() }],
      ['post', '/admin/fields.json', field()],
    ];
    const agent = await server.as('agent1');
    for (const [method, path, body] of [...routes, ...others]) {
      const refused = method === 'get' ? await agent.get(path) : await agent[method](path, body);
      expect([method, path, refused.status, refused.body.result?.content.code]).toEqual([
        method,
        path,
        403,
        'needs_admin',
      ]);
    }
  });

  it('finds nothing of another service', async () => {
    const foreign: typeof routes = [
      ['put', '/admin/notices/2001.json', { expectedVersion: 1, ...notice() }],
      ['delete', '/admin/faq/2011.json', { expectedVersion: 1 }],
      ['delete', '/admin/notices/1011.json', { expectedVersion: 1 }],
      ['delete', '/admin/notice-headings/2001.json', { expectedVersion: 1 }],
      ['delete', '/admin/notice-tags/1001.json', { expectedVersion: 1 }],
      ['delete', '/admin/submission-types/201.json', { expectedVersion: 1 }],
      ['delete', '/admin/fields/999999.json', { expectedVersion: 1 }],
    ];
    for (const [method, path, body] of foreign) {
      const { status } = await (await admin())[method as 'put' | 'delete'](path, body);
      expect([path, status]).toEqual([path, 404]);
    }
    const listed = (await (await admin()).get('/admin/notices.json?limit=200')).body.result;
    expect(listed.contents.every(({ noticeId }: { noticeId: number }) => noticeId < 2000 || noticeId > 3000)).toBe(
      true,
    );
    expect(listed).toMatchObject({ next: null, total: listed.contents.length });
  });

  const refusals: readonly (readonly [what: string, path: string, body: () => object, field: string, code: string])[] =
    [
      [
        'no text in the language of the service',
        'notices',
        () => notice({ texts: { en: text('x') } }),
        'texts.ko',
        'required',
      ],
      [
        'a text of nothing',
        'notices',
        () => notice({ texts: { ko: text('x', '<p> </p>') } }),
        'texts.ko.html',
        'required',
      ],
      [
        'a period that ends before it begins',
        'notices',
        () => notice({ until: server.clock.now }),
        'until',
        'before_from',
      ],
      ['a moment that no calendar has', 'notices', () => notice({ from: 9e15 }), 'from', 'too_big'],
      ['a day that is none', 'notices', () => notice({ displayedOn: '2026-02-30' }), 'displayedOn', 'custom'],
      ['a heading that is a tag', 'notices', () => notice({ headingId: 1004 }), 'headingId', 'unknown'],
      ['a heading of another service', 'notices', () => notice({ headingId: 2001 }), 'headingId', 'unknown'],
      ['a tag that is a heading', 'notices', () => notice({ tagIds: [1004, 1001] }), 'tagIds.1', 'unknown'],
      ['a category that is a heading', 'faq', () => answer({ categoryId: 1001 }), 'categoryId', 'unknown'],
      ['a name that another heading has', 'notice-headings', () => ({ names: { ko: '안내' } }), 'names.ko', 'taken'],
      ['a heading without a name', 'notice-headings', () => ({ names: { ja: 'x' } }), 'names.ko', 'required'],
      ['a category below nothing', 'faq-categories', () => ({ parent: 1001, names: { ko: 'x' } }), 'parent', 'unknown'],
      ['a type below nothing', 'submission-types', () => type({ parent: 201 }), 'parent', 'unknown'],
      [
        'a type with the name of its neighbour',
        'submission-types',
        () => type({ names: { ko: 'y', en: 'ORDERS' } }),
        'names.en',
        'taken',
      ],
      ['a code that every service has', 'fields', () => field({ code: 'subject' }), 'code', 'reserved'],
      ['a code that every object has', 'fields', () => field({ code: 'constructor' }), 'code', 'reserved'],
      ['a code that forms use', 'fields', () => field({ code: 'mark' }), 'code', 'reserved'],
      ['a code that was used', 'fields', () => field({ code: 'orderno' }), 'code', 'taken'],
      ['a code of other letters', 'fields', () => field({ code: '쿠폰' }), 'code', 'invalid_format'],
      ['a choice of nothing', 'fields', () => field({ type: 'radio', length: 0 }), 'options', 'required'],
      ['choices of a text', 'fields', () => field({ options: ['a'] }), 'options', 'not_allowed'],
      [
        'the same choice twice',
        'fields',
        () => field({ type: 'radio', length: 0, options: ['a', 'b', 'a'] }),
        'options.2',
        'repeated',
      ],
      ['the length of a date', 'fields', () => field({ type: 'date' }), 'length', 'not_allowed'],
      [
        'a field of a type of another service',
        'fields',
        () => field({ categories: [101, 201] }),
        'categories.1',
        'unknown',
      ],
    ];

  it.each(refusals)('refuses %s, and names field and remedy', async (_what, path, body, name, code) => {
    const { status, body: refused } = await (await admin()).post(`/admin/${path}.json`, body());
    expect([status, refused.result.contents]).toEqual([400, [{ field: name, code, message: expect.any(String) }]]);
    expect(refused.result.contents[0].message.length).toBeGreaterThan(5);
  });

  it('refuses the same word twice, and keeps the others whole', async () => {
    const words = async () => (await (await admin()).get('/admin/forbidden-words.json')).body.result.content.words;
    const before = await words();
    const twice = await (await admin()).put('/admin/forbidden-words.json', { words: ['Idiot', 'idiot'] });
    expect([twice.status, twice.body.result.contents[0].field]).toEqual([400, 'words.1']);
    expect(await words()).toEqual(before);
    await done((await admin()).put('/admin/forbidden-words.json', { words: ['바보', '새말'] }));
    expect(await words()).toEqual(['바보', '새말']);
    await done((await admin()).put('/admin/forbidden-words.json', { words: before }));
  });

  it('changes what was read, and nothing that somebody else changed since', async () => {
    const kept = await keepNotice();
    const path = `/admin/notices/${kept.noticeId}.json`;
    const first = { expectedVersion: kept.version, ...notice({ texts: { ko: text('첫째') } }) };
    expect(await done((await admin()).put(path, first))).toMatchObject({ version: 2, state: 'open' });
    for (const refused of [
      await (await admin()).put(path, first),
      await (await admin()).delete(path, { expectedVersion: 1 }),
    ])
      expect([refused.status, refused.body.result.content]).toMatchObject([
        409,
        { code: 'version_conflict', version: 2, texts: { ko: { title: '첫째' } } },
      ]);
  });

  it('does once what is asked twice with one key', async () => {
    const caller = await admin();
    const once = await caller.post('/admin/notices.json', notice(), { key: 'once-1' });
    const again = await caller.post('/admin/notices.json', notice(), { key: 'once-1' });
    expect(again.text).toBe(once.text);
    expect((await caller.post('/admin/notices.json', notice(), { key: null })).status).toBe(400);
  });

  it('tells where a notice stands', async () => {
    const { now } = server.clock;
    const states = [
      await keepNotice({ published: false }),
      await keepNotice({ from: now + 1 }),
      await keepNotice({ from: now }),
      await keepNotice({ from: now - 1, until: now }),
    ].map(({ state }) => state);
    expect(states).toEqual(['draft', 'reserved', 'open', 'over']);
    const page = (await (await admin()).get('/admin/notices.json?limit=2')).body.result;
    const next = (await (await admin()).get(`/admin/notices.json?limit=2&cursor=${page.next}`)).body.result;
    expect([...page.contents, ...next.contents].map(({ state }: { state: string }) => state)).toEqual(
      [...states].reverse(),
    );
  });

  it('keeps no picture of another server, and says so', async () => {
    const html = '<p>배너 <img src="https://cdn.example/a.png"></p>';
    const article = await (await admin()).post('/admin/notices.json', notice({ texts: { ko: text('공지', html) } }));
    const hinted = await (await admin()).post('/admin/fields.json', field({ code: 'banner', hints: { ko: html } }));
    const problems = [article, hinted].map(({ body }) => body.result.contents);
    expect(problems).toMatchObject([
      [{ field: 'texts.ko.html', code: 'remote_picture' }],
      [{ field: 'hints.ko', code: 'remote_picture' }],
    ]);
    const long = await (
      await admin()
    ).post('/admin/fields.json', field({ code: 'nested', hints: { ko: '<b>'.repeat(2_000) + 'x' } }));
    expect(long.body.result.contents).toMatchObject([{ field: 'hints.ko', code: 'too_big' }]);
  });

  it('keeps a submission type as long as a ticket is being made of it', async () => {
    const held = await server.database.system(async (tx) => {
      const session = { service: { serviceId: 'demo' } } as AgentContext['session'];
      await holdType(tx, { session, now: 0, client: '' }, 101);
      return tx
        .select({ by: sql<string>`xmax::text` })
        .from(categories)
        .where(eq(categories.categoryId, 101));
    });
    expect(held.some(({ by }) => by !== '0')).toBe(true);
  });

  it('writes the new name of a submission type into many tickets little by little', async () => {
    const { categoryId, ...made } = await done(
      (await admin()).post('/admin/submission-types.json', type({ names: { ko: '옛이름' } })),
    );
    const one = {
      serviceId: 'demo',
      categoryId,
      subject: 'x',
      status: 'unassigned',
      channel: 'web',
      language: 'ko',
    } as const;
    const at = { createdAt: server.clock.now, updatedAt: server.clock.now };
    await server.database.system((tx) =>
      tx.insert(tickets).values(Array.from({ length: 201 }, (_, n) => ({ ...one, ...at, ticketId: `TN${n}` }))),
    );
    const values = { expectedVersion: made.version, ...type({ names: { ko: '새이름' } }) };
    await done((await admin()).put(`/admin/submission-types/${categoryId}.json`, values));
    const old = () =>
      server.database.system((tx) =>
        tx.$count(tickets, and(eq(tickets.categoryId, categoryId), ne(tickets.categoryName, '새이름'))),
      );
    expect(await old()).toBe(1);
    await renameTypes(server.database);
    expect(await old()).toBe(0);
    await server.database.system((tx) => tx.delete(tickets).where(eq(tickets.categoryId, categoryId)));
  });

  it('keeps submission types in a tree of five levels', async () => {
    const line = [];
    for (let parent = 0; line.length < 5; parent = line.at(-1).categoryId)
      line.push(
        await done((await admin()).post('/admin/submission-types.json', type({ parent, names: { ko: '깊이' } }))),
      );
    const [top, second, , , last] = line;
    const told = (await get(`${api}/ticket/categories.json?child=${last.categoryId}`)).body.result.contents;
    expect(told.map(({ level }: { level: number }) => level)).toEqual([1, 2, 3, 4]);
    const sixth = await (await admin()).post('/admin/submission-types.json', type({ parent: last.categoryId }));
    expect(sixth.body.result.contents[0]).toMatchObject({ field: 'parent', code: 'too_deep' });
    const update = (over: object) => ({ expectedVersion: 1, ...type({ names: { ko: '깊이' }, ...over }) });
    const path = `/admin/submission-types/${top.categoryId}.json`;
    const below = await (await admin()).put(path, update({ parent: second.categoryId }));
    expect(below.body.result.contents[0]).toMatchObject({ field: 'parent', code: 'below_itself' });
    const deeper = await (await admin()).put(path, update({ parent: 101 }));
    expect(deeper.body.result.contents[0]).toMatchObject({ field: 'parent', code: 'too_deep' });
    const moved = await done(
      (await admin()).put(
        `/admin/submission-types/${second.categoryId}.json`,
        update({ parent: 0, names: { ko: '위로' } }),
      ),
    );
    expect(moved).toMatchObject({ parent: 0, version: 2 });
    const settings = (await (await server.as('agent1')).get('/settings.json')).body.result.content;
    expect(settings.categories).toContainEqual({ id: second.categoryId, parent: 0, name: '위로' });
  });

  it('removes only what nothing has', async () => {
    const { categoryId } = await done(
      (await admin()).post('/admin/submission-types.json', type({ names: { ko: '지울 유형' } })),
    );
    const path = `/admin/submission-types/${categoryId}.json`;
    const ticketId = await Desk.on(server).add({}, { categoryId });
    const child = await done((await admin()).post('/admin/submission-types.json', type({ parent: categoryId })));
    const kept = await done((await admin()).post('/admin/fields.json', field({ categories: [categoryId] })));
    const refused = await (await admin()).delete(path, { expectedVersion: 1 });
    expect([refused.status, refused.body.result.content]).toEqual([
      409,
      { code: 'in_use', tickets: 1, children: 1, fields: 1 },
    ]);
    expect(refused.body.header.resultMessage).toMatch(/tickets: 1.*first/);
    await done((await admin()).delete(`/admin/submission-types/${child.categoryId}.json`, { expectedVersion: 1 }));
    const { code: _code, owner: _owner, type: _type, encrypted: _encrypted, ...values } = field({ categories: null });
    const free = await done(
      (await admin()).put(`/admin/fields/${kept.fieldId}.json`, { expectedVersion: 1, ...values }),
    );
    const { version } = await Desk.on(server).as('admin1').ticket(ticketId);
    await done((await admin()).patch(`/tickets/${ticketId}.json`, { expectedVersion: version, categoryId: 101 }));
    await done((await admin()).delete(path, { expectedVersion: 1 }));
    const codes = async () =>
      (await get(`${api}/ticket/field/user/101.json`)).body.result.contents.map(({ code }: { code: string }) => code);
    expect(await codes()).toContain('couponNo');
    await done((await admin()).delete(`/admin/fields/${kept.fieldId}.json`, { expectedVersion: free.version }));
    expect(await codes()).not.toContain('couponNo');
    const again = await (await admin()).post('/admin/fields.json', field());
    expect(again.body.result.contents[0]).toMatchObject({ field: 'code', code: 'taken' });
    const used = [
      ['notice-headings/1001', { articles: expect.any(Number) }],
      ['notice-tags/1004', { articles: 1 }],
      ['faq-categories/1008', { children: 2 }],
    ] as const;
    for (const [label, uses] of used) {
      const { status, body } = await (await admin()).delete(`/admin/${label}.json`, { expectedVersion: 1 });
      expect([label, status, body.result.content]).toEqual([label, 409, { code: 'in_use', ...uses }]);
    }
  });

  it('cleans what stands at a field', async () => {
    const hints = { ko: '<p onclick="steal()">도움말<script>steal()</script></p>' };
    const kept = await done((await admin()).post('/admin/fields.json', field({ code: 'hinted', hints })));
    expect(kept.hints).toEqual({ ko: '<p>도움말</p>' });
  });

  it('is written down, without what was written', async () => {
    const log = (await (await admin()).get('/audit.json?limit=200')).body.result;
    const kinds = new Set(log.contents.map(({ kind }: { kind: string }) => kind));
    for (const kind of ['article_kept', 'article_removed', 'setup_kept', 'setup_removed'])
      expect(kinds).toContain(kind);
    expect(JSON.stringify(log.contents)).not.toContain('공지');
  });
});

it('left the server without failures of its own', () => {
  expect(server.errors).toEqual([]);
});
