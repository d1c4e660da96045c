import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tickets } from '../../demo/server/db/schema.js';
import { openApiDocument } from '../../demo/server/openapi.js';
import type { HistoryEntry } from '../../src/domain/types.js';
import type { Caller, ServiceId } from './support/caller.js';
import { fileOf } from './support/files.js';
import { startServer, type TestServer } from './support/server.js';
import { EventReader } from './support/stream.js';
import { Desk } from './tickets/desk.js';

/** A word that stands nowhere but where a test puts it. */
const canary = (number: number) => `kanarie${number}vogel`;

/** Every call of the console that only looks, with what its path names. */
function lookingCalls(): string[] {
  const { paths } = openApiDocument() as { paths: Readonly<Record<string, object>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    path.includes('/console/') && 'get' in methods && !path.endsWith('/events')
      ? [path.slice(path.indexOf('/console/') + '/console'.length)]
      : [],
  );
}

/** Everything that an agent can read about two tickets, whatever way there is, in one text. */
async function readAll(
  agent: Caller,
  calls: readonly string[],
  { ids, words, files }: Readonly<Record<'ids' | 'words' | 'files', readonly string[]>>,
): Promise<string> {
  const said: string[] = [];
  const hear = async (path: string) => said.push((await agent.get(path)).text);
  const queries: Readonly<Record<string, readonly string[]>> = {
    '/tickets.json': [
      'view=all&limit=200',
      'view=transferred&limit=200',
      'view=unassigned&limit=200',
      'view=all&figure=my.customerGuidance',
      'view=all&figure=my.transferring',
      `ids=${ids.join(',')}`,
      ...ids.map((id) => `view=all&q=${id}`),
    ],
    '/customers.json': words.slice(0, 3).map((word) => `q=${word}`),
    '/audit.json': ['', ...ids.map((id) => `ticketId=${id}`)],
  };
  for (const path of calls) {
    const places = path.includes('{ticketId}')
      ? ids.map((id) => path.replace('{ticketId}', id))
      : path.includes('{attachmentId}')
        ? files.map((id) => path.replace('{attachmentId}', id))
        : [path];
    for (const place of places) {
      const concrete = place.replace(/\{\w+\}/g, '1');
      for (const query of queries[path] ?? ['']) await hear(query ? `${concrete}?${query}` : concrete);
    }
  }
  for (const action of ['comment', 'resolve'])
    said.push((await agent.post('/tickets/bulk.json', { ids, action, html: '<p>x</p>', dryRun: true })).text);
  for (const id of ids)
    said.push((await agent.post(`/tickets/${id}/preview.json`, { action: 'hold', html: '<p>{{ticket.id}}</p>' })).text);
  const columns = ['ticketId', 'subject', 'customer', 'assignee', 'transfer'];
  said.push((await agent.post('/tickets/export.json', { query: 'view=all', columns, reason: 'looking' })).text);
  return said.join('\n');
}

/** How many tickets a search for each word finds. */
async function found(agent: Caller, words: readonly string[]): Promise<unknown> {
  const queries = words.map((word) => `view=all&q=${encodeURIComponent(word)}`);
  return (await agent.post('/counts.json', { queries })).body.result;
}

describe('what two services that work together learn of each other', () => {
  let server: TestServer;
  let desk: Desk;

  beforeAll(async () => {
    server = await startServer();
    desk = Desk.on(server);
  });
  afterAll(() => server.close());

  const categoryId = 301;

  /** A ticket whose every corner says a word of its own. */
  async function ticketOf(words: readonly string[], serviceId: ServiceId, usercode: string) {
    const [subject, text, name, field, comment, draft, file] = words as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const ticketId = await desk.add(
      {
        subject,
        body: { html: `<p>${text}</p>`, text, styles: [], blocked: [], notes: [] },
        customer: { name, email: `${name}@mail.example`, phone: '010-9999-0000', usercode: `code-${name}` },
        fields: { [serviceId === 'demo' ? 'orderNumber' : 'appVersion']: field },
      },
      { status: 'processing', assignee: usercode, assigneeName: usercode },
      serviceId,
    );
    const agent = await server.as(usercode, serviceId);
    const kept = (await agent.upload('/attachments.json', fileOf(`${file}.pdf`))).body.result.content
      .attachmentId as string;
    const { version } = await desk.as(usercode, serviceId).ticket(ticketId);
    const said = { action: 'comment', html: `<p>${comment}</p>`, attachmentIds: [kept], expectedVersion: version };
    expect((await agent.post(`/tickets/${ticketId}/process.json`, said)).status).toBe(200);
    await agent.put(`/tickets/${ticketId}/draft.json`, { seq: 1, html: `<p>${draft}</p>` });
    return { ticketId, kept };
  }

  it('is the content of the dialog and the link on the one side, the answer and the guidance on the other', async () => {
    const secrets = Array.from({ length: 7 }, (_, index) => canary(index + 1));
    const { ticketId: own, kept } = await ticketOf(secrets, 'demo', 'agent1');
    const streams = {
      demo: await EventReader.open(await server.as('admin1')),
      demoissue: await EventReader.open(await server.as('issueadmin', 'demoissue')),
    };
    const carried = 'gedragen';
    const sent = await desk.as('agent1').post(`tickets/${own}/transfer/issue.json`, {
      service: 'demoissue',
      categoryId,
      subject: carried,
      content: `<p>${carried}</p>`,
    });
    expect(sent.status).toBe(200);
    const linked = sent.content.transfer?.linkedId ?? '';
    const there = await server.as('issueadmin', 'demoissue');
    // What happens there afterwards stays there, but for the answer and the guidance.
    const hidden = Array.from({ length: 5 }, (_, index) => canary(index + 11));
    const [note, cause, draft, file, waiting] = hidden as [string, string, string, string, string];
    const issueDesk = desk.as('issueadmin', 'demoissue');
    await issueDesk.act(linked, 'claim', { groupId: 21 });
    const theirs = (await there.upload('/attachments.json', fileOf(`${file}.pdf`))).body.result.content
      .attachmentId as string;
    await issueDesk.act(linked, 'process', { action: 'comment', html: `<p>${note}</p>`, attachmentIds: [theirs] });
    await issueDesk.act(linked, 'process', { action: 'hold', html: `<p>${waiting}</p>` });
    const { version } = await issueDesk.ticket(linked);
    const patched = await issueDesk.patch(`tickets/${linked}.json`, { expectedVersion: version, fields: { cause } });
    expect(patched.status).toBe(200);
    await there.put(`/tickets/${linked}/draft.json`, { seq: 1, html: `<p>${draft}</p>` });
    expect((await issueDesk.post(`tickets/${linked}/guidance.json`, { text: 'gevraagd' })).status).toBe(200);
    const answer = 'beantwoord';
    const done = await issueDesk.act(linked, 'process', {
      action: 'internal',
      reason: 'other',
      html: `<p>${answer}</p>`,
    });
    expect(done.status).toBe(200);

    const calls = lookingCalls();
    expect(calls.length).toBeGreaterThan(30);
    const here = await server.as('admin1');
    const second = await readAll(here, calls, { ids: [own, linked], words: hidden, files: [theirs] });
    for (const word of [...hidden, 'issueadmin', '"개발"']) expect(second).not.toContain(word);
    for (const word of [answer, linked, 'gevraagd', '정하늘 · 하늘상점 이슈관리']) expect(second).toContain(word);

    const first = await readAll(there, calls, { ids: [own, linked], words: secrets, files: [kept] });
    for (const word of [...secrets, 'agent1', '주문·배송', '010-9999-0000']) expect(first).not.toContain(word);
    for (const word of [carried, own, '이준호 · 하늘상점 고객센터']) expect(first).toContain(word);

    const totals = (words: readonly string[]) =>
      words.map((_, index) => ({ estimate: null, total: Number(index === words.length - 1) }));
    expect(await found(there, [...secrets, carried])).toEqual({ contents: totals([...secrets, carried]) });
    expect(await found(here, [...hidden, answer])).toEqual({ contents: totals([...hidden, answer]) });
    for (const [serviceId, foreign] of [
      ['demo', linked],
      ['demoissue', own],
    ] as const) {
      const { events } = streams[serviceId];
      await streams[serviceId].until(() => events.length > 1);
      expect(events.filter(({ data }) => (data as { ticketId?: string }).ticketId === foreign)).toEqual([]);
      streams[serviceId].close();
    }
  });

  it('are refused in the same bytes whether they are there or not', async () => {
    const own = await desk.add({}, { status: 'processing', assignee: 'agent1' });
    const direct = await desk.add({}, {}, 'demoissue');
    const random = 'T1658199661153IXTfw';
    const body = { service: 'demoissue', categoryId, subject: 'x', content: '<p>x</p>' };
    const here = await server.as('agent1');
    const there = await server.as('issueadmin', 'demoissue');
    const ask = async (caller: Caller, path: string, what: object) => {
      const { status, text } = await caller.post(path, what);
      return [status, text];
    };
    const same = async (caller: Caller, foreign: string, rest: string, what: object) =>
      expect(await ask(caller, `/tickets/${foreign}${rest}`, what)).toEqual(
        await ask(caller, `/tickets/${random}${rest}`, what),
      );
    await same(here, direct, '/transfer/issue.json', body);
    await same(here, direct, '/guidance/done.json', {});
    await same(there, own, '/guidance.json', { text: 'x' });
    const services = ['demojp', 'demo', 'nowhere'].map((service) =>
      ask(here, `/tickets/${own}/transfer/issue.json`, { ...body, service }),
    );
    const [first, ...others] = await Promise.all(services);
    for (const other of others) expect(other).toEqual(first);
  });

  it('is not widened by a link that somebody forged', async () => {
    const victim = await desk.add({}, { status: 'issue_transferred', assignee: 'agent1', transferKind: 'issue' });
    const forged = await desk.add(
      { channel: 'issue' },
      { status: 'processing', originService: 'demo', originName: 'x', originTicketId: victim },
      'demoissue',
    );
    const issueDesk = desk.as('issueadmin', 'demoissue');
    expect((await issueDesk.post(`tickets/${forged}/guidance.json`, { text: 'x' })).status).toBe(409);
    expect((await issueDesk.act(forged, 'process', { action: 'resolve', html: '<p>x</p>' })).status).toBe(200);
    expect(await desk.as('agent1').ticket(victim)).toMatchObject({
      version: 1,
      status: 'issue_transferred',
      guidance: null,
    });
    const alone = await desk.add(
      { channel: 'issue' },
      { status: 'processing', originService: 'nowhere', originName: 'x', originTicketId: victim },
      'demoissue',
    );
    expect((await issueDesk.act(alone, 'process', { action: 'resolve', html: '<p>x</p>' })).status).toBe(404);
    await desk.database.system((tx) => tx.delete(tickets).where(eq(tickets.ticketId, alone)));
  });

  it('are masked words as asterisks, in the names of files too', async () => {
    const admin = await server.as('admin1');
    const own = await desk.add(
      {
        body: {
          html: '<p>홍길동 900101-1234567</p>',
          text: '홍길동 900101-1234567',
          styles: [],
          blocked: [],
          notes: [],
        },
      },
      { status: 'processing', assignee: 'admin1' },
    );
    const name = '홍길동_신분증.pdf';
    const file = (await admin.upload('/attachments.json', fileOf(name))).body.result.content.attachmentId as string;
    const adminDesk = desk.as('admin1');
    await adminDesk.act(own, 'process', { action: 'comment', html: '<p>받음</p>', attachmentIds: [file] });
    const entries = (await adminDesk.get(`tickets/${own}/history.json`)).contents as unknown as HistoryEntry[];
    const { id, bodyVersion } = entries[0]!;
    const masked = await adminDesk.post(`messages/${id}/masks.json`, {
      expectedVersion: bodyVersion,
      start: 0,
      length: 3,
      category: 'name',
    });
    expect([masked.status, masked.content['code']]).toEqual([201, undefined]);
    const sent = await adminDesk.post(`tickets/${own}/transfer/issue.json`, {
      service: 'demoissue',
      categoryId,
      subject: '본인 확인',
      content: '<p>*** 고객님</p>',
      attachments: [file],
    });
    const linked = sent.content.transfer?.linkedId ?? '';
    const { contents } = await desk.as('issueadmin', 'demoissue').get(`tickets/${linked}/history.json`);
    expect((contents as unknown as HistoryEntry[])[0]?.attachments.map(({ fileName }) => fileName)).toEqual([
      '***_신분증.pdf',
    ]);
    // A mask that is made now does not reach what went there.
    const again = await adminDesk.post(`messages/${id}/masks.json`, {
      expectedVersion: bodyVersion + 1,
      start: 4,
      length: 14,
      category: 'resident_number',
    });
    expect(again.content['notReached']).toContainEqual({ kind: 'issue', id: linked });
  });

  it('left the server without failures of its own', () => {
    expect(server.errors).toEqual([]);
  });
});
