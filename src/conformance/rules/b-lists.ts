import type { AgentCaller } from '../agent-caller.js';
import type { Thing } from '../answer.js';
import type { Query } from '../client.js';
import { makeTicket, sampleTicket, sessionOf } from '../console-tickets.js';
import { fitsDocument } from '../contract.js';
import { each, holds, numberIn, ordered, same, status, textIn, thingIn } from '../expect.js';
import { LeftOut, rulesOf, type Rule } from '../rule.js';
import type { Run } from '../run.js';

const list = rulesOf('B.list', 'Console contract: tickets.json');
const counts = rulesOf('B.counts', 'Console contract: counts');
const board = rulesOf('B.board', 'Console contract: board');

const views = [
  'mine_processing',
  'mine_pending',
  'mine_resolved',
  'mine_completed',
  'all',
  'unassigned',
  'group',
  'transferred',
  'spam',
] as const;

async function rows(page: AgentCaller, query: Query): Promise<readonly Thing[]> {
  return status(await page.get('/tickets.json', { query }), 200).contents;
}

/** What rows of a view have in common. */
function belongs(view: string, usercode: string, groups: readonly unknown[], row: Thing): boolean {
  const { status: state, spam } = row;
  const assignee = row['assignee'] as Thing | null;
  const group = row['group'] as Thing | null;
  if ((view === 'spam') !== (spam === true)) return false;
  if (view.startsWith('mine_')) return assignee?.['usercode'] === usercode && state === view.slice('mine_'.length);
  if (view === 'unassigned') return state === 'unassigned';
  if (view === 'group') return groups.includes(group?.['groupId']);
  return view === 'transferred' ? row['transfer'] !== null : true;
}

const readingRules: readonly Rule[] = [
  list.reads('shape', 'A list has the form of the document', async (run) => {
    const answer = status(await (await run.agent()).get('/tickets.json'), 200);
    fitsDocument(run, answer, 'get', '/tickets.json');
    holds(answer.contents.length <= 50, `${answer.contents.length} rows came unasked, more than 50`);
  }),
  ...views.map((view) =>
    list.reads(`view.${view}`, `The view ${view} has only tickets that belong there`, async (run) => {
      const page = await run.agent();
      const agent = thingIn(await sessionOf(run, page), 'agent');
      const groups = each(agent['groups'] as readonly Thing[], 'groupId');
      const strange = (await rows(page, [['view', view]])).find((row) => !belongs(view, page.usercode, groups, row));
      holds(!strange, `${String(strange?.['ticketId'])} does not belong into ${view}`);
    }),
  ),
  list.reads('view.unknown', 'A view that there is not is refused with 400', async (run) => {
    status(await (await run.agent()).get('/tickets.json', { query: [['view', run.mark]] }), 400);
  }),
  list.reads('limit', 'At most 200 rows can be asked for; more, or none, is refused with 400', async (run) => {
    const page = await run.agent();
    const { contents } = status(await page.get('/tickets.json', { query: [['limit', '200']] }), 200);
    holds(contents.length <= 200, `${contents.length} rows came, more than 200`);
    for (const limit of ['201', '0']) status(await page.get('/tickets.json', { query: [['limit', limit]] }), 400);
  }),
  list.reads('cursor-invalid', 'A cursor that the server did not make is refused with 400', async (run) => {
    status(await (await run.agent()).get('/tickets.json', { query: [['cursor', run.mark]] }), 400);
  }),
  list.reads('ids-limit', 'More than 200 ids are refused with 400', async (run) => {
    const ids = Array.from({ length: 201 }, (_, index) => `T${1_600_000_000_000 + index}abcde`).join(',');
    status(await (await run.agent()).get('/tickets.json', { query: [['ids', ids]] }), 400);
  }),
  list.reads('sort', 'Rows come in the order that was asked for', async (run) => {
    const page = await run.agent();
    for (const way of ['asc', 'desc'] as const) {
      const found = await rows(page, [['sort', `createdAt:${way}`]]);
      ordered(found, (row) => numberIn(row, 'createdAt'), way === 'asc' ? 'up' : 'down', 'createdAt');
    }
  }),
  counts.reads('views', 'The count of every view is the total of its list', async (run) => {
    const page = await run.agent();
    const answer = status(await page.get('/tickets/counts.json'), 200);
    fitsDocument(run, answer, 'get', '/tickets/counts.json');
    for (const view of views) {
      const { total } = status(
        await page.get('/tickets.json', {
          query: [
            ['view', view],
            ['limit', '1'],
          ],
        }),
        200,
      ).result;
      if (total !== null) same(answer.content[view], total, `The count of ${view}`);
    }
  }),
  counts.reads('queries', 'Lengths of lists are told by their search strings', async (run) => {
    const page = await run.agent();
    const { contents } = status(
      await page.post('/counts.json', { queries: ['view=all', 'view=spam'] }, { key: null }),
      200,
    );
    const lengths = status(await page.get('/tickets/counts.json'), 200).content;
    const told = each(contents, 'total');
    if (told[0] !== null) same(told[0], lengths['all'], 'The length of view=all');
    same(told[1], lengths['spam'], 'The length of view=spam');
  }),
  board.reads('shape', 'The board has the form of the document', async (run) => {
    const answer = status(await (await run.agent()).get('/board.json'), 200);
    fitsDocument(run, answer, 'get', '/board.json');
  }),
  board.reads('lengths', 'Every figure is the length of the list that it opens', async (run) => {
    const page = await run.agent();
    const { content } = status(await page.get('/board.json'), 200);
    for (const [part, figures] of Object.entries(content)) {
      for (const [name, value] of Object.entries(figures as Thing)) {
        if (name === 'handlingRate') continue;
        same(value, await lengthOf(page, `${part}.${name}`), `The figure ${part}.${name}`);
      }
    }
  }),
];

async function lengthOf(page: AgentCaller, figure: string): Promise<number> {
  let cursor: unknown = null;
  let length = 0;
  do {
    const query: Query = [
      ['figure', figure],
      ['limit', '200'],
      ...(cursor ? [['cursor', String(cursor)] as const] : []),
    ];
    const { result, contents } = status(await page.get('/tickets.json', { query }), 200);
    if (typeof result['total'] === 'number') return result['total'];
    length += contents.length;
    cursor = result['next'];
    if (length > 2_000) throw new LeftOut(`the list of ${figure} is too long to count`);
  } while (cursor !== null);
  return length;
}

const several = 5;

/** Tickets of this run only, found by a search. */
function own(run: Run): Promise<Query> {
  return run.once('several tickets of the console', async () => {
    const page = await run.agent();
    const subject = `[${run.mark}] paging`;
    for (let made = 0; made < several; made++) await makeTicket(run, page, { subject });
    return [
      ['view', 'all'],
      ['q', `${run.mark}] paging`],
    ];
  });
}

const writingRules: readonly Rule[] = [
  list.writes('search', 'A search finds the tickets that have its words, and no others', async (run) => {
    const page = await run.agent();
    const query = await own(run);
    await sampleTicket(run);
    same((await rows(page, query)).length, several, 'The number of tickets that were found');
    const none = await rows(page, [
      ['view', 'all'],
      ['q', `${run.mark} nowhere`],
    ]);
    same(none.length, 0, 'The number of tickets with words that none has');
  }),
  list.writes('cursor', 'Page by page every row comes once, in the order of the whole list', async (run) => {
    const page = await run.agent();
    const query: Query = [...(await own(run)), ['sort', 'createdAt:asc']];
    const all = each(await rows(page, query), 'ticketId');
    const paged: unknown[] = [];
    let cursor: unknown = null;
    do {
      const at: Query = cursor === null ? [] : [['cursor', String(cursor)]];
      const { contents, result } = status(
        await page.get('/tickets.json', { query: [...query, ['limit', '2'], ...at] }),
        200,
      );
      holds(contents.length <= 2, `${contents.length} rows came where 2 were asked for`);
      paged.push(...each(contents, 'ticketId'));
      cursor = result['next'];
    } while (cursor !== null && paged.length <= several * 2);
    same(paged, all, 'The rows of all pages');
  }),
  list.writes('ids', 'Named tickets come whatever the view', async (run) => {
    const page = await run.agent();
    const ticketId = textIn(await sampleTicket(run), 'ticketId');
    same(each(await rows(page, [['ids', ticketId]]), 'ticketId'), [ticketId], 'The tickets');
  }),
];

export const lists: readonly Rule[] = [...readingRules, ...writingRules];
