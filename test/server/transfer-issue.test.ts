import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { attachments, categories, services, ticketEvents, tickets } from '../../demo/server/db/schema.js';
import { sanitiseBody } from '../../demo/server/services/sanitise.js';
import { VaultFailure } from '../../demo/server/vault/vault.js';
import { reasons, type HistoryEntry, type Ticket } from '../../src/domain/types.js';
import type { Answer as Received } from './support/caller.js';
import { fileOf } from './support/files.js';
import { startServer, type TestServer } from './support/server.js';
import { runJobs } from './support/worker.js';
import { Desk, type Answer } from './tickets/desk.js';

const missing = 'T1658199661153IXTfw';

describe('transfer to issue management', () => {
  let server: TestServer;
  let desk: Desk;
  /** A submission type of the issue service. */
  let categoryId: number;

  beforeAll(async () => {
    server = await startServer();
    desk = Desk.on(server);
    const targets = await desk.as('agent1').get('transfer/targets.json');
    categoryId = (targets.content as { issue: { submissionTypes: { id: number }[] }[] }).issue[0]!.submissionTypes[0]!
      .id;
  });
  afterAll(() => server.close());

  const consultation = () => desk.as('agent1');
  const issue = () => desk.as('issue1', 'demoissue');
  const mine = { status: 'processing', assignee: 'agent1', assigneeName: '이준호' } as const;
  const content = (more: object = {}) => ({
    service: 'demoissue',
    categoryId,
    subject: '앱이 멈춥니다',
    content: '<p>결제 화면에서 <b>멈춥니다</b></p>',
    fields: {},
    attachments: [],
    ...more,
  });

  const transfer = (ticketId: string, more: object = {}, key?: string): Promise<Answer> =>
    consultation().post(`tickets/${ticketId}/transfer/issue.json`, content(more), key);

  /** A ticket that was transferred, and the one that was made of it. */
  async function transferred(more: object = {}): Promise<{ own: string; linked: string }> {
    const own = await desk.add({}, mine);
    const { status, content } = await transfer(own, more);
    expect(status).toBe(200);
    return { own, linked: content.transfer?.linkedId ?? '' };
  }

  async function taken(more: object = {}): Promise<{ own: string; linked: string }> {
    const both = await transferred(more);
    expect((await issue().act(both.linked, 'claim')).status).toBe(200);
    return both;
  }

  const history = async (ticketId: string, usercode = 'agent1', service: 'demo' | 'demoissue' = 'demo') =>
    (await desk.as(usercode, service).get(`tickets/${ticketId}/history.json`)).contents as unknown as HistoryEntry[];
  const events = async (ticketId: string, usercode = 'agent1', service: 'demo' | 'demoissue' = 'demo') =>
    (await desk.as(usercode, service).get(`tickets/${ticketId}/events.json`)).contents as unknown as {
      kind: string;
      actor: { name: string } | null;
      data: object;
    }[];

  it('makes a ticket there that nobody has, linked both ways', async () => {
    const own = await desk.add({ subject: '고객의 제목' }, mine);
    const { status, content: ticket } = await transfer(own);
    expect([status, ticket.status, ticket.assignee?.usercode]).toEqual([200, 'issue_transferred', 'agent1']);
    expect(ticket.transfer).toMatchObject({
      kind: 'issue',
      taskId: null,
      to: '하늘상점 이슈관리',
      state: 'sent',
      problem: null,
      by: { usercode: 'agent1', name: '이준호' },
    });
    const linked = ticket.transfer?.linkedId ?? '';
    expect(await issue().ticket(linked)).toMatchObject({
      status: 'unassigned',
      channel: 'issue',
      subject: '앱이 멈춥니다',
      categoryId,
      priority: 'normal',
      assignee: null,
      creator: { usercode: '', name: '이준호 · 하늘상점 고객센터' },
      customer: null,
      transfer: null,
      guidance: null,
      origin: { service: '하늘상점 고객센터', ticketId: own, guidance: null },
    });
    const entries = await history(linked, 'issue1', 'demoissue');
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      kind: 'inquiry',
      text: '결제 화면에서 멈춥니다',
      author: { role: 'agent', usercode: null, name: '이준호 · 하늘상점 고객센터' },
    });
    expect((await events(own)).at(-1)).toMatchObject({
      kind: 'issue_transferred',
      actor: { name: '이준호' },
      data: { from: 'processing', to: '하늘상점 이슈관리', linked },
    });
    expect(await events(linked, 'issue1', 'demoissue')).toMatchObject([
      { kind: 'created', actor: null, data: { channel: 'issue', service: '하늘상점 고객센터', origin: own } },
    ]);
  });

  it('is made once, however often it is asked for', async () => {
    const own = await desk.add({}, mine);
    const before = (await desk.as('issueadmin', 'demoissue').get('board.json')).content as never;
    const [first, second] = await Promise.all([transfer(own, {}, 'same'), transfer(own, {}, 'same')]);
    const third = await transfer(own, {}, 'same');
    expect([first.status, second.content, third.content]).toEqual([200, first.content, first.content]);
    // Another tab has the old ticket still.
    expect(await transfer(own, { version: 1 })).toMatchObject({
      status: 409,
      content: { transfer: first.content.transfer },
    });
    const after = (await desk.as('issueadmin', 'demoissue').get('board.json')).content as never;
    const unassigned = (board: { all: { unassigned: number } }) => board.all.unassigned;
    expect(unassigned(after) - unassigned(before)).toBe(1);
  });

  it('is told where it can go, and what a new ticket is asked there', async () => {
    const { content } = await consultation().get('transfer/targets.json');
    const [target] = (content as { issue: { serviceId: string; customerFields: { owner: string; code: string }[] }[] })
      .issue;
    expect(target?.serviceId).toBe('demoissue');
    expect(target?.customerFields.map(({ owner }) => owner)).not.toContain('agent');
    expect(target?.customerFields.map(({ code }) => code)).toContain('device');
    expect((await issue().get('transfer/targets.json')).content).toMatchObject({ issue: [] });
  });

  it('carries the fields, files and pictures of the dialog, and no others', async () => {
    const caller = await desk.caller('agent1');
    const own = await desk.add({}, mine);
    const inside = (await caller.upload('/attachments.json?inline=true', fileOf('screen.png'))).body.result.content
      .attachmentId;
    const beside = (await caller.upload('/attachments.json', fileOf('기록.txt'))).body.result.content.attachmentId;
    const kept = (await caller.upload('/attachments.json', fileOf('secret.pdf'))).body.result.content.attachmentId;
    await consultation().act(own, 'process', { action: 'comment', html: '<p>내부</p>', attachmentIds: [kept, beside] });
    const { status, content } = await transfer(own, {
      content: `<p>화면 <img src="cid:${inside}" alt="화면"></p>`,
      attachments: [beside],
      fields: { device: 'iOS', appVersion: '3.1.0' },
    });
    expect(status).toBe(200);
    const linked = content.transfer?.linkedId ?? '';
    expect((await issue().ticket(linked)).fields).toEqual({ device: 'iOS', appVersion: '3.1.0' });
    const [entry] = await history(linked, 'issue1', 'demoissue');
    expect(entry?.attachments.map(({ fileName, inline }) => [fileName, inline]).sort()).toEqual([
      ['screen.png', true],
      ['기록.txt', false],
    ]);
    const there = await desk.caller('issue1', 'demoissue');
    for (const { attachmentId, inline } of entry?.attachments ?? []) {
      expect([inside, beside]).not.toContain(attachmentId);
      if (inline) expect(entry?.html).toContain(`cid:${attachmentId}`);
      expect((await there.open(`/attachments/${attachmentId}`)).status).toBe(200);
      expect((await caller.open(`/attachments/${attachmentId}`)).status).toBe(404);
    }
    for (const id of [inside, beside, kept]) expect((await there.open(`/attachments/${id}`)).status).toBe(404);
    const foreign = (await history(await desk.add({}, mine)))[0]?.attachments;
    expect(foreign).toEqual([]);
  });

  it('says asterisks for what is masked, whatever the page sends, and does not go where nobody can tell what that is', async () => {
    const said = '제 번호는 010-1234-5678입니다';
    const own = await desk.add({ subject: said, body: sanitiseBody({ text: said }) }, mine);
    const [entry] = await history(own);
    const mask = { start: 6, length: 13, style: 'per-character', expectedVersion: entry!.bodyVersion };
    expect((await consultation().post(`messages/${entry!.id}/masks.json`, mask)).status).toBe(201);
    const stale = {
      subject: said,
      content: `<p>${said}, <b>010-1234</b>-5678 <i title="010-1234-5678">그</i> 번호</p>`,
    };
    vi.spyOn(server.vault, 'read').mockRejectedValueOnce(new VaultFailure('The vault is away'));
    const refused = await transfer(own, stale);
    expect([refused.status, (await consultation().ticket(own)).status]).toEqual([503, 'processing']);
    const fields = { appVersion: 'v 010-1234-5678' };
    const linked = (await transfer(own, { ...stale, fields })).content.transfer?.linkedId ?? '';
    const ticket = await issue().ticket(linked);
    expect(ticket.fields).toMatchObject({ appVersion: 'v *************' });
    const entries = await history(linked, 'issue1', 'demoissue');
    expect(ticket.subject).toBe('제 번호는 *************입니다');
    expect(entries[0]?.text).toBe('제 번호는 *************입니다, ************* 그 번호');
    expect(JSON.stringify([ticket, entries])).not.toMatch(/1234|5678/);
  });

  it('is kept as it is begun, beside the answer and for its agent alone, loses what is masked, and is over once it went', async () => {
    const said = '제 번호는 010-1234-5678입니다';
    const own = await desk.add({ body: sanitiseBody({ text: said }) }, mine);
    const path = `tickets/${own}/draft.json`;
    const values = {
      service: 'demoissue',
      categoryId: String(categoryId),
      subject: said,
      'f.appVersion': '010-1234-5678',
    };
    const save = (seq: number, html = `<p>${said}</p>`) =>
      consultation().put(`${path}?kind=issue`, { html, values, seq });
    expect((await save(0)).content).toMatchObject({ seq: 1, values });
    const other = await save(0, '<p>다른 창</p>');
    expect([other.status, other.content['other']]).toMatchObject([409, { seq: 1 }]);
    const elsewhere = [consultation().get(path), desk.as('agent2').get(`${path}?kind=issue`)];
    expect((await Promise.all(elsewhere)).map(({ content }) => content)).toEqual([null, null]);
    expect((await consultation().put(path, { html: '<p>답변</p>', seq: 0 })).content['seq']).toBe(1);

    const [entry] = await history(own);
    const mask = { start: 6, length: 13, style: 'per-character', expectedVersion: entry!.bodyVersion };
    expect((await consultation().post(`messages/${entry!.id}/masks.json`, mask)).status).toBe(201);
    const hidden = '*************';
    const masked = (await consultation().get(`${path}?kind=issue`)).content;
    expect(masked).toMatchObject({
      html: `<p>제 번호는 ${hidden}입니다</p>`,
      values: { ...values, subject: `제 번호는 ${hidden}입니다`, 'f.appVersion': hidden },
      seq: 2,
    });

    expect((await transfer(own)).status).toBe(200);
    expect((await consultation().get(`${path}?kind=issue`)).content).toMatchObject({ html: '', values: {}, seq: 3 });
    expect((await save(2)).status).toBe(409);
    expect((await consultation().get(path)).content['html']).toBe('<p>답변</p>');
  });

  it('refuses what cannot go, and leaves both sides as they were', async () => {
    const own = await desk.add({}, mine);
    const other = await desk.add({}, mine);
    const caller = await desk.caller('agent1');
    const file = (await caller.upload('/attachments.json', fileOf('a.pdf'))).body.result.content.attachmentId as string;
    await consultation().act(other, 'process', { action: 'comment', html: '<p>x</p>', attachmentIds: [file] });
    const [strange] = await desk.database.system((tx) =>
      tx.select().from(services).where(eq(services.serviceId, 'demoissue')),
    );
    await desk.database.system((tx) =>
      tx.insert(services).values({ ...strange!, serviceId: 'elsewhere', organizationId: 'another' }),
    );
    const problems = async (more: object): Promise<unknown> => {
      const { status, contents } = await transfer(own, more);
      return [status, ...(contents ?? []).map((one) => [one['field'], one['code']])];
    };
    const unknown = [400, ['service', 'unknown']];
    for (const service of ['elsewhere', 'demojp', 'demo', 'nowhere'])
      expect(await problems({ service })).toEqual(unknown);
    const ownCategory = await desk.database.system((tx) =>
      tx.select().from(categories).where(eq(categories.serviceId, 'demo')).limit(1),
    );
    expect(await problems({ categoryId: ownCategory[0]?.categoryId })).toEqual([400, ['categoryId', 'unknown']]);
    expect(await problems({ subject: ' \u200b', content: '<p> </p>' })).toEqual([
      400,
      ['subject', 'required'],
      ['content', 'required'],
    ]);
    expect(await problems({ subject: '가'.repeat(256) })).toEqual([400, ['subject', 'length']]);
    expect(await problems({ fields: { device: 'Palm', cause: 'x', nothing: 'x' } })).toEqual([
      400,
      // What the agents there fill in is not told apart from what is not there.
      ['f.cause', 'unknown'],
      ['f.nothing', 'unknown'],
      ['f.device', 'invalid'],
    ]);
    expect(await problems({ attachments: [file] })).toEqual([400, ['attachments', 'unknown']]);
    expect(await problems({ content: `<p><img src="cid:${file}"></p>` })).toEqual([400, ['content', 'unknown_file']]);
    expect(await consultation().ticket(own)).toMatchObject({ version: 1, status: 'processing', transfer: null });
    expect((await desk.as('agent1').post(`tickets/${missing}/transfer/issue.json`, content())).status).toBe(404);
    for (const status of ['unassigned', 'issue_transferred', 'dooray_in_progress', 'resolved', 'completed'] as const) {
      const ticketId = await desk.add({}, { ...mine, status });
      expect([status, (await transfer(ticketId)).status]).toEqual([status, 409]);
    }
    const there = await desk.add({ channel: 'issue' }, { status: 'processing' }, 'demoissue');
    const fromIssue = await issue().post(`tickets/${there}/transfer/issue.json`, content());
    expect([fromIssue.status, fromIssue.header.resultMessage]).toEqual([403, expect.any(String)]);
  });

  it('is not there where no service takes tickets', async () => {
    const japanese = desk.as('jpadmin', 'demojp');
    const mayTransfer = async () =>
      ((await japanese.get('session.json')).content as { capabilities: { issueTransfer: boolean } }).capabilities
        .issueTransfer;
    expect(await mayTransfer()).toBe(true);
    const move = (organizationId: string) =>
      desk.database.system((tx) => tx.update(services).set({ organizationId }).where(eq(services.serviceId, 'demojp')));
    const [japaneseService] = await desk.database.system((tx) =>
      tx.select().from(services).where(eq(services.serviceId, 'demojp')),
    );
    await move('alone');
    expect(await mayTransfer()).toBe(false);
    expect((await japanese.get('transfer/targets.json')).content).toMatchObject({ issue: [] });
    const ticketId = await desk.add({}, { status: 'processing' }, 'demojp');
    expect((await japanese.ticket(ticketId)).actions).not.toContain('transfer_issue');
    expect((await japanese.post(`tickets/${ticketId}/transfer/issue.json`, content())).status).toBe(409);
    await move(japaneseService?.organizationId ?? '');
    expect((await japanese.ticket(ticketId)).actions).toContain('transfer_issue');
  });

  describe('when it is answered', () => {
    it.each([
      ['resolve', {}, { resolution: 'customer' }],
      ['internal', { reason: 'test' }, { resolution: 'internal', reason: 'test' }],
    ] as const)('by %s, brings the handling into the history of the first', async (action, more, values) => {
      const { own, linked } = await taken();
      const html = `<p>고쳤습니다 <i>3.1.1</i></p>`;
      const done = await issue().act(linked, 'process', { action, html, ...more });
      expect([done.status, (done.content['ticket'] as Ticket).status]).toEqual([200, 'resolved']);
      expect((done.content['entry'] as HistoryEntry).mail).toBeNull();
      const ticket = await consultation().ticket(own);
      expect([ticket.status, ticket.assignee?.usercode, ticket.unread]).toEqual(['issue_answered', 'agent1', true]);
      const entries = await history(own);
      expect(entries.at(-1)).toMatchObject({
        kind: 'issue',
        text: '고쳤습니다 3.1.1',
        html: '<p>고쳤습니다 <i>3.1.1</i></p>',
        author: { role: 'agent', usercode: null, name: '오민재 · 하늘상점 이슈관리' },
        values,
        mail: null,
      });
      expect((await events(own)).at(-1)).toMatchObject({
        kind: 'issue_answered',
        actor: null,
        data: { from: 'issue_transferred', to: 'issue_answered', service: '하늘상점 이슈관리', linked },
      });
      expect((await events(linked, 'issue1', 'demoissue')).at(-1)).toMatchObject({
        kind: 'answered_back',
        data: { to: '하늘상점 고객센터', origin: own },
      });
      const answered = await consultation().act(own, 'process', { action: 'resolve', html: '<p>고쳐졌습니다</p>' });
      expect([answered.status, (answered.content['entry'] as HistoryEntry).mail?.to]).toEqual([
        200,
        'jiwoo@customer.example',
      ]);
    });

    it('brings its files along', async () => {
      const { own, linked } = await taken();
      const caller = await desk.caller('issue1', 'demoissue');
      const id = (await caller.upload('/attachments.json', fileOf('수정.pdf'))).body.result.content
        .attachmentId as string;
      await issue().act(linked, 'process', { action: 'resolve', html: '<p>첨부</p>', attachmentIds: [id] });
      const [file] = (await history(own)).at(-1)?.attachments ?? [];
      expect([file?.fileName, file?.attachmentId === id]).toEqual(['수정.pdf', false]);
      expect((await (await desk.caller('agent1')).open(`/attachments/${file?.attachmentId}`)).status).toBe(200);
    });

    it('tells no name of a file where words of the ticket are masked', async () => {
      const { own, linked } = await taken();
      const [entry] = await history(linked, 'issue1', 'demoissue');
      const mask = { start: 0, length: 2, expectedVersion: entry!.bodyVersion };
      expect((await issue().post(`messages/${entry!.id}/masks.json`, mask)).status).toBe(201);
      const caller = await desk.caller('issue1', 'demoissue');
      const id = (await caller.upload('/attachments.json', fileOf('수정.pdf'))).body.result.content
        .attachmentId as string;
      await issue().act(linked, 'process', { action: 'resolve', html: '<p>첨부</p>', attachmentIds: [id] });
      expect((await history(own)).at(-1)?.attachments.map(({ fileName }) => fileName)).toEqual(['********.pdf']);
    });

    it('is not answered by a hold or a comment', async () => {
      const { own, linked } = await taken();
      const before = await consultation().ticket(own);
      for (const action of ['comment', 'hold'])
        expect((await issue().act(linked, 'process', { action, html: '<p>확인 중</p>' })).status).toBe(200);
      expect((await history(linked, 'issue1', 'demoissue')).map(({ mail }) => mail)).toEqual([null, null, null]);
      expect(await consultation().ticket(own)).toEqual(before);
    });

    it('cannot be put aside as spam, abuse or a duplicate', async () => {
      const { own, linked } = await taken();
      for (const reason of reasons) {
        if (!['spam', 'abuse', 'duplicate'].includes(reason)) continue;
        const refused = await issue().act(linked, 'process', { action: 'internal', html: '', reason });
        expect([reason, refused.status, refused.content['code']]).toEqual([reason, 409, 'transferred_in']);
        const check = await issue().post('tickets/bulk.json', {
          ids: [linked],
          action: 'internal',
          reason,
          dryRun: true,
        });
        expect(check.content['codes']).toEqual({ transferred_in: 1 });
      }
      expect((await consultation().ticket(own)).status).toBe('issue_transferred');
      const direct = await desk.add({}, { status: 'processing' }, 'demoissue');
      const put = { action: 'internal', html: '', reason: 'duplicate' };
      expect((await desk.as('issueadmin', 'demoissue').act(direct, 'process', put)).status).toBe(200);
    });

    it('comes back ticket by ticket from a run over many', async () => {
      const all = [await taken(), await taken(), await taken()];
      const run = { ids: all.map(({ linked }) => linked), action: 'resolve', html: '<p>모두 고쳤습니다</p>' };
      const begun = await issue().post('tickets/bulk.json', run);
      expect([begun.status, begun.content['code']]).toEqual([202, undefined]);
      await runJobs(server);
      for (const { own } of all) {
        expect((await consultation().ticket(own)).status).toBe('issue_answered');
        expect((await history(own)).at(-1)).toMatchObject({ kind: 'issue', text: '모두 고쳤습니다' });
      }
    });

    it('waits for whoever is at the first, and neither waits for ever', async () => {
      const pairs = [];
      for (let count = 0; count < 4; count++) pairs.push(await taken());
      for (const { linked } of pairs) await issue().post(`tickets/${linked}/guidance.json`, { text: '전해 주세요' });
      const early = { action: 'resolve', html: '<p>먼저 안내드립니다</p>', confirmed: true };
      const answers = await Promise.all(
        pairs.flatMap(({ own, linked }) => [
          consultation().act(own, 'process', early),
          issue().act(linked, 'process', { action: 'resolve', html: '<p>고쳤습니다</p>' }),
        ]),
      );
      // Who comes second may have to look again; nothing is lost, and nothing is done twice.
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((_, index) => index % 2 === 1)).toEqual([200, 200, 200, 200]);
      expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([]);
      for (const [index, { own }] of pairs.entries()) {
        const kinds = (await history(own)).map(({ kind }) => kind);
        expect(kinds.filter((kind) => kind === 'issue')).toHaveLength(1);
        expect(kinds.filter((kind) => kind === 'reply')).toHaveLength(statuses[2 * index] === 200 ? 1 : 0);
      }
    });

    it('says so even if the first was resolved meanwhile, and opens nothing again', async () => {
      const { own, linked } = await taken();
      const early = { action: 'resolve', html: '<p>먼저 안내드립니다</p>', confirmed: true };
      const sent = await consultation().act(own, 'process', early);
      expect(sent.status).toBe(200);
      expect((await issue().act(linked, 'process', { action: 'resolve', html: '<p>늦은 답</p>' })).status).toBe(200);
      expect((await history(own)).map(({ kind }) => kind)).toEqual(['inquiry', 'reply', 'issue']);
      expect((await consultation().ticket(own)).status).toBe('resolved');
      // Whoever takes the mail back has the answer that was waited for.
      const { mailId } = (sent.content['entry'] as HistoryEntry).mail!;
      const undone = await consultation().post(`tickets/${own}/mail/${mailId}/undo.json`, {});
      expect(undone.content.status).toBe('issue_answered');
    });

    it('can go there again, and only the last answer moves it', async () => {
      const { own, linked } = await taken();
      await issue().act(linked, 'process', { action: 'resolve', html: '<p>하나</p>' });
      const again = await transfer(own, { subject: '다시' });
      const second = again.content.transfer?.linkedId ?? '';
      expect([again.content.status, second === linked]).toEqual(['issue_transferred', false]);
      await desk.as('issueadmin', 'demoissue').act(second, 'claim', { groupId: 21 });
      const done = { action: 'internal', reason: 'other', html: '' };
      expect((await desk.as('issueadmin', 'demoissue').act(second, 'process', done)).status).toBe(200);
      expect((await consultation().ticket(own)).status).toBe('issue_answered');
      expect((await history(own)).filter(({ kind }) => kind === 'issue').map(({ text }) => text)).toEqual(['하나', '']);
    });

    it('does no harm where the first is gone', async () => {
      const { own, linked } = await taken();
      await desk.database.system((tx) => tx.delete(tickets).where(eq(tickets.ticketId, own)));
      const done = { action: 'resolve', html: '<p>고쳤습니다</p>' };
      expect((await issue().act(linked, 'process', done)).status).toBe(200);
      expect((await events(linked, 'issue1', 'demoissue')).map(({ kind }) => kind)).not.toContain('answered_back');
    });
  });

  describe('customer guidance', () => {
    const ask = (linked: string, text = '오늘 밤\n고쳐진다고 전해 주세요') =>
      issue().post(`tickets/${linked}/guidance.json`, { text });
    const done = (own: string, usercode = 'agent1') => desk.as(usercode).post(`tickets/${own}/guidance/done.json`, {});
    const figure = async () =>
      ((await consultation().get('board.json')).content as { my: { customerGuidance: number } }).my.customerGuidance;

    it('is asked there, counted here, and ended by the assignee', async () => {
      const { own, linked } = await taken();
      const before = await figure();
      const asked = await ask(linked);
      expect([asked.status, asked.content.origin?.guidance]).toMatchObject([
        200,
        { text: '오늘 밤\n고쳐진다고 전해 주세요', by: '오민재', doneAt: null },
      ]);
      const ticket = await consultation().ticket(own);
      expect(ticket).toMatchObject({
        status: 'issue_transferred',
        unread: true,
        guidance: { text: '오늘 밤\n고쳐진다고 전해 주세요', by: '오민재 · 하늘상점 이슈관리' },
      });
      expect(await figure()).toBe(before + 1);
      const listed = await consultation().ids('view=all&figure=my.customerGuidance');
      expect([listed.length, listed.includes(own)]).toEqual([before + 1, true]);
      expect((await events(own)).at(-1)).toMatchObject({ kind: 'guidance_asked', data: { linked } });
      expect(JSON.stringify(await events(own))).not.toContain('오늘 밤');

      expect((await done(own, 'agent2')).status).toBe(403);
      desk.advance(1_000);
      const ended = await done(own);
      expect([ended.status, ended.content.guidance]).toEqual([200, null]);
      expect(await figure()).toBe(before);
      expect((await issue().ticket(linked)).origin?.guidance?.doneAt).toBe(desk.now);
      expect((await events(linked, 'issue1', 'demoissue')).at(-1)).toMatchObject({
        kind: 'guidance_done',
        actor: null,
      });
      expect((await done(own)).status).toBe(409);
    });

    it('ends with a mail to the customer, and is open again when that is taken back', async () => {
      const { own, linked } = await taken();
      await ask(linked);
      await consultation().act(own, 'process', { action: 'comment', html: '<p>확인</p>' });
      expect((await consultation().ticket(own)).guidance).not.toBeNull();
      const mail = { action: 'resolve', html: '<p>오늘 밤 고쳐집니다</p>', confirmed: true };
      const sent = await consultation().act(own, 'process', mail);
      expect((sent.content['ticket'] as Ticket).guidance).toBeNull();
      expect((await issue().ticket(linked)).origin?.guidance?.doneAt).toBe(desk.now);
      const { mailId } = (sent.content['entry'] as HistoryEntry).mail!;
      const undone = await consultation().post(`tickets/${own}/mail/${mailId}/undo.json`, {});
      expect([undone.content.status, undone.content.guidance?.by]).toEqual([
        'issue_transferred',
        '오민재 · 하늘상점 이슈관리',
      ]);
      expect((await issue().ticket(linked)).origin?.guidance?.doneAt).toBeNull();
    });

    it('says asterisks for what is masked in the ticket that it is asked of', async () => {
      const { own, linked } = await taken();
      const [entry] = await history(linked, 'issue1', 'demoissue');
      const mask = { start: 0, length: 2, style: 'per-character', expectedVersion: entry!.bodyVersion };
      expect((await issue().post(`messages/${entry!.id}/masks.json`, mask)).status).toBe(201);
      expect((await ask(linked, '결제가 된다고 전해 주세요')).status).toBe(200);
      expect((await consultation().ticket(own)).guidance?.text).toBe('**가 된다고 전해 주세요');
    });

    it('ends what was written of it before', async () => {
      const { linked } = await taken();
      const path = `tickets/${linked}/draft.json?kind=guidance`;
      expect((await issue().put(path, { html: '<p>오늘</p>', seq: 0 })).status).toBe(200);
      await ask(linked);
      expect((await issue().get(path)).content).toMatchObject({ html: '', seq: 2 });
    });

    it('is asked only of a ticket that waits, in words', async () => {
      const { own, linked } = await taken();
      for (const text of ['', ' \n\u200b', 'x'.repeat(2_001)]) expect((await ask(linked, text)).status).toBe(400);
      await issue().act(linked, 'process', { action: 'resolve', html: '<p>끝</p>' });
      expect((await ask(linked)).status).toBe(409);
      expect((await ask(own)).status).toBe(404);
      const direct = await desk.add({}, {}, 'demoissue');
      expect((await ask(direct)).status).toBe(409);
      expect((await consultation().ticket(own)).guidance).toBeNull();
    });
  });

  it('counts among what the agent transferred until it is resolved', async () => {
    const board = async () => (await consultation().get('board.json')).content as { my: { transferring: number } };
    const listed = () => consultation().ids('view=all&figure=my.transferring');
    const before = (await board()).my.transferring;
    expect(await listed()).toHaveLength(before);
    const { own, linked } = await taken();
    expect((await board()).my.transferring).toBe(before + 1);
    expect(await listed()).toContain(own);
    expect(await consultation().ids('view=transferred&transfer=issue')).toContain(own);
    expect(await consultation().ids('view=transferred&transfer=dooray')).not.toContain(own);
    await issue().act(linked, 'process', { action: 'resolve', html: '<p>끝</p>' });
    await consultation().act(own, 'process', { action: 'resolve', html: '<p>끝</p>' });
    expect((await board()).my.transferring).toBe(before);
    expect(await listed()).toHaveLength(before);
    expect(await desk.as('issue1', 'demoissue').ids('view=transferred')).not.toContain(linked);
  });

  it('is written down on both sides, each in its own words', async () => {
    const { own, linked } = await taken();
    await issue().act(linked, 'process', { action: 'resolve', html: '<p>끝</p>' });
    const lines = async (usercode: string, serviceId: 'demo' | 'demoissue', ticketId: string) => {
      const { body }: Received = await (await desk.caller(usercode, serviceId)).get(`/audit.json?ticketId=${ticketId}`);
      return (body.result.contents as { kind: string; name: string; usercode: string; client: string }[])
        .filter(({ kind }) => /transfer|answer/.test(kind))
        .map(({ kind, name, usercode: who, client }) => [kind, name, who, client]);
    };
    expect(await lines('admin1', 'demo', own)).toEqual([
      ['answer_received', '오민재 · 하늘상점 이슈관리', '', ''],
      ['issue_transferred', '이준호', 'agent1', '127.0.0.1'],
    ]);
    expect(await lines('issueadmin', 'demoissue', linked)).toEqual([
      ['answered_back', '오민재', 'issue1', '127.0.0.1'],
      ['transfer_received', '이준호 · 하늘상점 고객센터', '', ''],
    ]);
  });

  it('leaves every row in the service to which it belongs', async () => {
    const { own, linked } = await taken();
    await issue().act(linked, 'process', { action: 'resolve', html: '<p>끝</p>' });
    const places = await desk.database.system(async (tx) => ({
      events: await tx.select().from(ticketEvents).where(eq(ticketEvents.ticketId, linked)),
      files: await tx
        .select({ service: attachments.serviceId })
        .from(attachments)
        .innerJoin(tickets, and(eq(tickets.ticketId, attachments.ticketId)))
        .where(eq(tickets.ticketId, own)),
    }));
    expect(new Set(places.events.map(({ serviceId }) => serviceId))).toEqual(new Set(['demoissue']));
    expect(places.files.filter(({ service }) => service !== 'demo')).toEqual([]);
  });

  it('left the server without failures of its own', () => {
    // But the vault's, which was away once.
    expect(desk.errors).toEqual([expect.any(VaultFailure)]);
  });
});
