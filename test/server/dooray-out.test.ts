import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Dooray } from '../../demo/dooray/dooray.js';
import { seeded } from '../../demo/dooray/seed.js';
import type { Task } from '../../demo/dooray/state.js';
import { auditLog, doorayOrganizations, outbox, services, tickets } from '../../demo/server/db/schema.js';
import type { DoorayPort } from '../../demo/server/ports/dooray.js';
import { sanitiseBody } from '../../demo/server/services/sanitise.js';
import { Worker } from '../../demo/server/services/worker.js';
import { testDooray } from '../support/dooray.js';
import { fileOf } from './support/files.js';
import { startServer, type TestServer } from './support/server.js';
import { Desk, type Answer } from './tickets/desk.js';

const { organizationId, projects, tags, members, templates } = seeded;
const taken = { status: 'processing', assignee: 'agent1', assigneeName: '이준호' } as const;

let server: TestServer;
let desk: Desk;
let dooray: Dooray;
let subjects = 0;

beforeAll(async () => {
  dooray = testDooray({ now: () => server.clock.now });
  const port: DoorayPort = { base: dooray.base, span: 1, fetch: (request) => dooray.fetch(request) };
  server = await startServer({ dooray: port });
  desk = Desk.on(server);
});
beforeEach(() => dooray.faults.end());
afterAll(async () => {
  await server.close();
  expect(server.errors).toEqual([]);
});

async function drain(): Promise<void> {
  const { database, vault, clock, app } = server;
  const mail = { repeatable: true, send: () => Promise.resolve('250 OK') };
  const failures: unknown[] = [];
  const onError = (error: unknown): void => void failures.push(error);
  await new Worker({ database, vault, mail, now: () => clock.now, dooray: app.deps.dooray, onError }).drain();
  expect(failures).toEqual([]);
}

const asked = (more: object = {}) => ({
  organizationId,
  projectId: projects.app,
  subject: `주문 ${++subjects}번 확인`,
  content: '<p>결제 <b>오류</b>입니다.</p>',
  tagIds: [tags.bug],
  ...more,
});

async function transfer(more: object = {}, agent = 'agent1'): Promise<{ ticketId: string; answer: Answer }> {
  const ticketId = await desk.add({}, taken);
  return { ticketId, answer: await desk.as(agent).post(`tickets/${ticketId}/transfer/dooray.json`, asked(more)) };
}

const lastTask = (): Task => {
  const task = [...dooray.state.tasks.values()].at(-1);
  if (!task) throw new Error('Dooray! has no task');
  return task;
};

/** The task that a ticket became. Several may leave at once. */
async function taskOf(ticketId: string): Promise<Task> {
  const { transfer: done } = await desk.as('agent1').ticket(ticketId);
  const task = dooray.state.tasks.get(done?.taskId ?? '');
  if (!task) throw new Error('The ticket has no task');
  return task;
}

const problems = ({ contents }: Answer) => contents.map(({ field, code }) => [field, code]);

describe('what Dooray! offers', () => {
  it('tells where tickets can go, and what a project wants of a task', async () => {
    const agent = desk.as('agent2');
    const { content } = await agent.get('transfer/targets.json');
    expect(content['dooray']).toEqual([
      {
        organizationId,
        name: seeded.organizationName,
        projects: expect.arrayContaining([{ projectId: projects.app, name: '앱 개발' }]),
      },
    ]);
    const place = `organizationId=${organizationId}&projectId=${projects.app}`;
    const project = (await agent.get(`transfer/dooray-project.json?${place}`)).content;
    expect(project).toMatchObject({
      templates: [{ templateId: templates.report, name: '오류 신고', isDefault: true }],
      tagGroups: [
        {
          name: '업무 유형',
          mandatory: true,
          selectOne: true,
          tags: [{ tagId: tags.bug, name: '오류', color: '#e5423d' }, { tagId: tags.question }],
        },
        { groupId: null, tags: [{ tagId: tags.urgent }] },
      ],
      members: expect.arrayContaining([{ memberId: members.developer, name: '한도윤' }]),
    });
    const template = await agent.get(`transfer/dooray-template.json?${place}&templateId=${templates.report}`);
    expect(template.content).toMatchObject({ subject: '[오류]', tagIds: [tags.bug], assignees: [members.developer] });
  });

  it('says what Dooray! does not say', async () => {
    const agent = desk.as('agent1');
    const path = (projectId: string) =>
      `transfer/dooray-project.json?organizationId=${organizationId}&projectId=${projectId}`;
    expect((await agent.get(path(projects.strange))).status).toBe(404);
    expect((await desk.as('jpagent', 'demojp').get(path(projects.app))).status).toBe(403);
    dooray.faults.begin({ kind: 500 });
    expect((await agent.get(path(projects.app))).status).toBe(503);
    dooray.faults.end();
    dooray.faults.begin({ kind: 403 });
    expect((await agent.get(path(projects.app))).status).toBe(409);
  });
});

describe('a ticket that goes to Dooray!', () => {
  it('becomes a task in the name of its agent, that leads back to it', async () => {
    const { ticketId, answer } = await transfer({ assignees: [members.developer] });
    expect(answer.content).toMatchObject({
      status: 'dooray_transferred',
      assignee: { usercode: 'agent1' },
      transfer: {
        kind: 'dooray',
        state: 'sending',
        taskId: null,
        url: null,
        to: '하늘상점 / 앱 개발',
        by: { usercode: 'agent1' },
      },
    });
    await drain();
    const task = lastTask();
    expect(task).toMatchObject({
      projectId: projects.app,
      from: { memberId: members.agent },
      to: [members.developer],
      tagIds: [tags.bug],
      body: { mimeType: 'text/html', content: expect.stringContaining('<p>결제 <b>오류</b>입니다.</p>') },
    });
    expect(task.body.content).toContain(`ticket=${ticketId}`);
    const { transfer: now } = await desk.as('agent1').ticket(ticketId);
    expect(now).toMatchObject({
      state: 'sent',
      taskId: task.id,
      url: expect.stringContaining(`/project/tasks/${task.id}`),
    });
    const { contents } = await desk.as('agent1').get(`tickets/${ticketId}/events.json`);
    expect(contents.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['dooray_transferred', 'dooray_task_made']),
    );
  });

  it.each([
    ['an agent without a key', 'agent2', {}, members.desk],
    [
      'an agent whose key is not for the project',
      'agent1',
      { projectId: projects.logistics, tagIds: [] },
      members.desk,
    ],
  ] as const)('stands in the name of the representative for %s', async (_name, agent, more, memberId) => {
    await transfer(more, agent);
    await drain();
    expect(lastTask()).toMatchObject({ from: { memberId }, body: { content: expect.stringContaining('작성: ') } });
  });

  it('takes the files along that were chosen, each once, and no picture inside the text', async () => {
    const ticketId = await desk.add({}, taken);
    const caller = await desk.caller('agent1');
    const upload = async (file: File, inline = false) =>
      (await caller.upload(`/attachments.json${inline ? '?inline=true' : ''}`, file)).body.result.content.attachmentId;
    const picture = await upload(fileOf('screen.png'), true);
    const report = await upload(fileOf('report.pdf'));
    const content = `<p>화면: <img src="cid:${picture}"></p>`;
    const body = asked({ content, attachments: [report] });
    expect((await caller.post(`/tickets/${ticketId}/transfer/dooray.json`, body)).status).toBe(200);
    // The first file arrives, but its answer is lost.
    dooray.faults.begin({ kind: 'truncated', call: /^POST \/uploads/, times: 1 });
    await drain();
    expect((await desk.as('agent1').ticket(ticketId)).transfer).toMatchObject({ state: 'sent' });
    server.clock.advance(600_000);
    await drain();
    const { id, body: sent } = lastTask();
    const files = [...dooray.state.files.values()].filter(({ taskId }) => taskId === id);
    expect(files.map(({ name }) => name).sort()).toEqual(['report.pdf', 'screen.png']);
    expect(sent.content).toContain('[첨부 그림: screen.png]');
    expect(sent.content).not.toContain('<img');
    expect((await caller.open(`/attachments/${report}`)).status).toBe(200);
  });

  it('is refused where something of it is wrong, and stays as it was', async () => {
    const cases: readonly (readonly [object, number, unknown])[] = [
      [{ tagIds: [] }, 400, [['tagIds', 'mandatory_tags']]],
      [{ tagIds: [tags.bug, tags.question] }, 400, [['tagIds', 'one_tag']]],
      [{ tagIds: [tags.bug, '1'] }, 400, [['tagIds', 'unknown']]],
      [{ subject: ' ' }, 400, [['subject', 'required']]],
      [{ subject: 'x'.repeat(256) }, 400, [['subject', 'length']]],
      [{ content: '<p></p>' }, 400, [['content', 'required']]],
      [{ attachments: ['0'.repeat(32)] }, 400, [['attachments', 'unknown']]],
      [{ projectId: projects.strange }, 404, []],
      [{ version: 99 }, 409, []],
    ];
    const ticketId = await desk.add({}, taken);
    const agent = desk.as('agent1');
    for (const [more, status, fields] of cases) {
      const answer = await agent.post(`tickets/${ticketId}/transfer/dooray.json`, asked(more));
      expect([more, answer.status, status === 400 ? problems(answer) : []]).toEqual([more, status, fields]);
    }
    expect(await agent.ticket(ticketId)).toMatchObject({ status: 'processing', transfer: null });
    const jp = desk.as('jpagent', 'demojp');
    expect((await jp.post(`tickets/${ticketId}/transfer/dooray.json`, asked())).status).toBe(403);
    for (const status of ['unassigned', 'issue_transferred', 'dooray_in_progress', 'resolved', 'completed'] as const) {
      const other = await desk.add({}, { ...taken, status });
      expect([status, (await agent.post(`tickets/${other}/transfer/dooray.json`, asked())).status]).toEqual([
        status,
        409,
      ]);
    }
  });

  it('may leave while Dooray! is away; what that refuses can be withdrawn, and the ticket is what it was', async () => {
    const agent = desk.as('agent1');
    dooray.faults.begin({ kind: 'unreachable', call: /tags$/, times: 1 });
    const { ticketId, answer } = await transfer({ tagIds: [] });
    expect(answer.status).toBe(200);
    expect((await agent.post(`tickets/${ticketId}/transfer/withdraw.json`, {})).status).toBe(409);
    await drain();
    const failed = { state: 'failed', problem: 'mandatory_tags', taskId: null };
    expect(await agent.ticket(ticketId)).toMatchObject({ status: 'dooray_transferred', transfer: failed });
    const withdrawn = await agent.post(`tickets/${ticketId}/transfer/withdraw.json`, {});
    expect(withdrawn.content).toMatchObject({ status: 'processing', transfer: null, assignee: { usercode: 'agent1' } });
    expect((await agent.post(`tickets/${ticketId}/transfer/retry.json`, {})).status).toBe(409);
    const again = await agent.post(`tickets/${ticketId}/transfer/dooray.json`, asked());
    expect(again.content.transfer).toMatchObject({ state: 'sending' });
    await drain();
    expect((await agent.ticket(ticketId)).transfer).toMatchObject({ state: 'sent', taskId: lastTask().id });
  });

  it.each([
    [401, 'not_allowed'],
    [404, 'not_found'],
    [400, 'refused'],
  ] as const)(
    'fails for good where Dooray! answers %i, and becomes one task when it is sent again',
    async (kind, problem) => {
      const agent = desk.as('agent2');
      const before = dooray.state.tasks.size;
      const { ticketId } = await transfer({}, 'agent2');
      dooray.faults.begin({ kind, call: /posts$/ });
      await drain();
      expect((await agent.ticket(ticketId)).transfer).toMatchObject({ state: 'failed', problem });
      dooray.faults.end();
      expect((await agent.post(`tickets/${ticketId}/transfer/retry.json`, {})).status).toBe(200);
      await drain();
      expect((await agent.ticket(ticketId)).transfer).toMatchObject({ state: 'sent', problem: null });
      expect(dooray.state.tasks.size).toBe(before + 1);
    },
  );

  it.each([
    ['resolved', { status: 'resolved' }],
    ['put aside as spam', { spam: true }],
  ] as const)('that failed is not sent again once it is %s', async (_name, state) => {
    const agent = desk.as('agent1');
    const before = dooray.state.tasks.size;
    const { ticketId } = await transfer();
    dooray.faults.begin({ kind: 403, call: /posts$/ });
    await drain();
    dooray.faults.end();
    await server.database.system((tx) => tx.update(tickets).set(state).where(eq(tickets.ticketId, ticketId)));
    for (const call of ['retry', 'withdraw']) {
      const answer = await agent.post(`tickets/${ticketId}/transfer/${call}.json`, {});
      expect(answer).toMatchObject({ status: 409, result: { content: { code: 'wrong_status' } } });
    }
    await drain();
    expect(dooray.state.tasks.size).toBe(before);
  });

  it('goes there from issue management too', async () => {
    const ticketId = await desk.add({}, { ...taken, assignee: 'issue1', assigneeName: '' }, 'demoissue');
    const agent = desk.as('issue1', 'demoissue');
    const answer = await agent.post(`tickets/${ticketId}/transfer/dooray.json`, asked());
    expect(answer.content).toMatchObject({ status: 'dooray_transferred' });
    await drain();
    expect((await agent.ticket(ticketId)).transfer).toMatchObject({ state: 'sent', taskId: lastTask().id });
    // Another service knows nothing of it.
    const others = desk.as('agent1');
    for (const path of ['transfer/retry', 'transfer/withdraw', 'dooray/comment'])
      expect(
        (await others.post(`tickets/${ticketId}/${path}.json`, path === 'dooray/comment' ? { html: 'x' } : {})).status,
      ).toBe(404);
  });

  it('goes somewhere else once it was answered, and comes back to that if it is withdrawn', async () => {
    const agent = desk.as('agent1');
    const { ticketId } = await transfer();
    await drain();
    const first = lastTask();
    const one = eq(tickets.ticketId, ticketId);
    await server.database.system((tx) => tx.update(tickets).set({ status: 'dooray_answered' }).where(one));
    server.clock.advance(1_000);
    const body = asked({ projectId: projects.logistics, tagIds: [] });
    const again = await agent.post(`tickets/${ticketId}/transfer/dooray.json`, body);
    expect(again.content.transfer).toMatchObject({ to: '하늘상점 / 물류 운영', taskId: null, state: 'sending' });
    dooray.faults.begin({ kind: 403, call: /posts$/ });
    await drain();
    const withdrawn = await agent.post(`tickets/${ticketId}/transfer/withdraw.json`, {});
    expect(withdrawn.content).toMatchObject({
      status: 'dooray_answered',
      transfer: { to: '하늘상점 / 앱 개발', taskId: first.id, state: 'sent' },
    });
  });
});

describe('a comment on a task', () => {
  it('goes there in the agent’s name with its files, ends its draft, and stands in the conversation', async () => {
    const { ticketId } = await transfer();
    const caller = await desk.caller('agent1');
    const base = `/tickets/${ticketId}`;
    expect((await caller.put(`${base}/draft.json`, { html: '<p>언제</p>', seq: 0 })).status).toBe(200);
    const { attachmentId } = (await caller.upload('/attachments.json', fileOf('log.txt'))).body.result.content;
    const html = '<p>언제 되나요?</p>';
    const written = await caller.post(`${base}/dooray/comment.json`, {
      html,
      attachments: [attachmentId],
      draftSeq: 1,
    });
    expect(written.body.result.content).toMatchObject({
      own: true,
      author: '이준호',
      body: { html },
      attachments: [{ fileName: 'log.txt' }],
      state: 'sending',
    });
    await drain();
    await drain();
    const log = [...dooray.state.logs.values()].at(-1);
    expect(log).toMatchObject({
      taskId: lastTask().id,
      creator: { memberId: members.agent },
      fileIds: [expect.any(String)],
    });
    expect(log?.body.content).toContain(`comment-${written.body.result.content.id}`);
    const { comments, task } = (await desk.as('agent1').get(`tickets/${ticketId}/dooray/conversation.json`))
      .content as {
      comments?: unknown;
      task?: unknown;
    };
    expect(comments).toMatchObject([{ own: true, state: 'sent', problem: null }]);
    expect(task).toMatchObject({ taskId: lastTask().id, to: '하늘상점 / 앱 개발' });
    expect((await caller.get(`${base}/draft.json`)).body.result.content).toMatchObject({ html: '' });
  });

  it('that was refused can be sent again', async () => {
    const agent = desk.as('agent1');
    const { ticketId } = await transfer();
    await drain();
    dooray.faults.begin({ kind: 400, call: /logs$/ });
    const { content } = await agent.post(`tickets/${ticketId}/dooray/comment.json`, { html: '<p>네</p>' });
    await drain();
    const conversation = async () =>
      (await agent.get(`tickets/${ticketId}/dooray/conversation.json`)).content['comments'] as unknown;
    expect(await conversation()).toMatchObject([{ state: 'failed', problem: 'refused' }]);
    dooray.faults.end();
    const path = `tickets/${ticketId}/dooray/comments/${String(content['id'])}/retry.json`;
    expect((await agent.post(path, {})).content).toMatchObject({ state: 'sending', problem: null });
    expect((await agent.post(path, {})).status).toBe(409);
    await drain();
    expect(await conversation()).toMatchObject([{ state: 'sent', problem: null }]);
  });

  it('is for the two states only, and not empty', async () => {
    const agent = desk.as('agent1');
    for (const status of ['processing', 'issue_transferred', 'dooray_answered', 'resolved'] as const) {
      const ticketId = await desk.add({}, { ...taken, status });
      const answer = await agent.post(`tickets/${ticketId}/dooray/comment.json`, { html: '<p>?</p>' });
      expect([status, answer.status]).toEqual([status, 409]);
    }
    const { ticketId } = await transfer();
    const empty = await agent.post(`tickets/${ticketId}/dooray/comment.json`, { html: '<p> </p>' });
    expect(problems(empty)).toEqual([['html', 'required']]);
  });
});

describe('what is masked', () => {
  it('goes as asterisks, in names of files too', async () => {
    const ticketId = await desk.add({}, taken);
    const agent = desk.as('agent1');
    const { contents } = await agent.get(`tickets/${ticketId}/history.json`);
    const [entry] = contents as readonly { id?: number; bodyVersion?: number; text?: string }[];
    const start = entry?.text?.indexOf('언제') ?? -1;
    const mask = { start, length: 2, style: 'per-character', expectedVersion: entry?.bodyVersion };
    expect((await agent.post(`messages/${String(entry?.id)}/masks.json`, mask)).status).toBe(201);
    const caller = await desk.caller('agent1');
    const { attachmentId } = (await caller.upload('/attachments.json', fileOf('언제.pdf'))).body.result.content;
    const body = asked({ subject: '언제 오는지', content: '<p>언제 오나요?</p>', attachments: [attachmentId] });
    expect((await caller.post(`/tickets/${ticketId}/transfer/dooray.json`, body)).status).toBe(200);
    await drain();
    expect((await caller.post(`/tickets/${ticketId}/dooray/comment.json`, { html: '<p>언제요?</p>' })).status).toBe(
      200,
    );
    await drain();
    const { id, subject, body: sent } = await taskOf(ticketId);
    expect(subject).toContain('** 오는지');
    expect(sent.content).toContain('** 오나요?');
    const said = [...dooray.state.logs.values()].find(({ taskId }) => taskId === id);
    expect(said?.body.content).toContain('**요?');
    const names = [...dooray.state.files.values()].filter(({ taskId }) => taskId === id).map(({ name }) => name);
    expect(names).toEqual(['**.pdf']);
  });
});

describe('what is masked while it waits', () => {
  it('leaves as asterisks, and our copy has them too', async () => {
    const ticketId = await desk.add({ body: sanitiseBody({ text: '제 번호는 010-1234-5678입니다.' }) }, taken);
    const agent = desk.as('agent1');
    const content = '<p>고객 번호 <b>010-1234</b>-5678</p>';
    const body = asked({ subject: '010-1234-5678 확인', content });
    expect((await agent.post(`tickets/${ticketId}/transfer/dooray.json`, body)).status).toBe(200);
    await agent.post(`tickets/${ticketId}/dooray/comment.json`, { html: '<p>010-1234-5678입니다</p>' });
    const { contents } = await agent.get(`tickets/${ticketId}/history.json`);
    const [entry] = contents as readonly { id?: number; bodyVersion?: number; text?: string }[];
    const start = entry?.text?.indexOf('010') ?? -1;
    const mask = { start, length: 13, style: 'per-character', expectedVersion: entry?.bodyVersion };
    expect((await agent.post(`messages/${String(entry?.id)}/masks.json`, mask)).status).toBe(201);
    await drain();
    await drain();
    const { id, subject, body: sent } = await taskOf(ticketId);
    const said = [...dooray.state.logs.values()].filter(({ taskId }) => taskId === id);
    const conversation = await agent.get(`tickets/${ticketId}/dooray/conversation.json`);
    // Keys have any digits.
    const everywhere = JSON.stringify([subject, sent, said, conversation]).replace(/[0-9a-f]{32}/g, '');
    expect(said).toHaveLength(1);
    expect(everywhere).toContain('*************');
    expect(everywhere).not.toMatch(/1234|5678/);
  });
});

describe('the administration of Dooray!', () => {
  const admin = () => desk.as('admin1');
  const settings = { enabled: true, paused: false, sweepSeconds: 180, ticketAddress: null, hookAddresses: [] };

  it('pauses, and the entry is gone while what was transferred goes on', async () => {
    const agent = desk.as('agent1');
    const { ticketId } = await transfer();
    const paused = await admin().put('admin/dooray.json', { ...settings, paused: true });
    expect(paused.content).toMatchObject({ enabled: true, paused: true });
    expect((await agent.get('transfer/targets.json')).content['dooray']).toBeNull();
    const other = await desk.add({}, taken);
    expect((await agent.post(`tickets/${other}/transfer/dooray.json`, asked())).status).toBe(403);
    await drain();
    expect((await agent.ticket(ticketId)).transfer).toMatchObject({ state: 'sent' });
    expect((await agent.post(`tickets/${ticketId}/dooray/comment.json`, { html: '<p>네</p>' })).status).toBe(200);
  });

  it('switches off, and what waits fails with that; switched on again, it can be sent', async () => {
    const agent = desk.as('agent1');
    await admin().put('admin/dooray.json', settings);
    const { ticketId } = await transfer();
    expect((await admin().put('admin/dooray.json', { ...settings, enabled: false })).content).toMatchObject({
      enabled: false,
    });
    const [row] = await server.database.system((tx) =>
      tx.select().from(services).where(eq(services.serviceId, 'demo')),
    );
    expect(row?.capabilities.dooray).toBe(false);
    await drain();
    expect((await agent.ticket(ticketId)).transfer).toMatchObject({ state: 'failed', problem: 'switched_off' });
    expect((await agent.post(`tickets/${ticketId}/transfer/retry.json`, {})).status).toBe(403);
    await admin().put('admin/dooray.json', settings);
    expect((await agent.post(`tickets/${ticketId}/transfer/retry.json`, {})).status).toBe(200);
    await drain();
    expect((await agent.ticket(ticketId)).transfer).toMatchObject({ state: 'sent' });
  });

  it('links back to the page that it is told', async () => {
    const ticketAddress = 'https://intranet.example/desk?t={ticketId}#/tickets';
    await admin().put('admin/dooray.json', { ...settings, ticketAddress });
    const { ticketId } = await transfer();
    await drain();
    expect(lastTask().body.content).toContain(`href="https://intranet.example/desk?t=${ticketId}&amp;dooray=task-`);
    await admin().put('admin/dooray.json', settings);
  });

  it('keeps tokens to itself, sealed, and tells two who change the same', async () => {
    const id = '3010000000000000777';
    const path = `admin/dooray/organizations/${id}.json`;
    expect(problems(await admin().put(path, { name: '새 조직' }))).toEqual([['token', 'required']]);
    const token = 'very-secret-token-4711';
    const kept = await admin().put(path, { name: '새 조직', token });
    expect(kept.content).toMatchObject({ organizationId: id, name: '새 조직', masked: '••••4711', version: 1 });
    const [row] = await server.database.system((tx) =>
      tx.select().from(doorayOrganizations).where(eq(doorayOrganizations.organizationId, id)),
    );
    expect(row?.token).toMatch(/^sealed:/);
    expect((await admin().put(path, { name: '이름', expectedVersion: 7 })).status).toBe(409);
    expect((await admin().put(path, { name: '이름', expectedVersion: 1 })).content).toMatchObject({
      masked: '••••4711',
      version: 2,
    });
    const project = {
      organizationId: id,
      name: '프로젝트',
      address: 'https://x.dooray.example/project/1',
      representative: null,
    };
    const projectPath = `admin/dooray/projects/3030000000000000778.json`;
    expect(problems(await admin().put(projectPath, { ...project, address: 'javascript:alert(1)' }))).toEqual([
      ['address', 'invalid'],
    ]);
    expect((await admin().put(projectPath, project)).content).toMatchObject({ version: 1 });
    expect((await admin().delete(path, { expectedVersion: 2 })).status).toBe(409);
    expect((await admin().delete(projectPath, { organizationId: id, expectedVersion: 1 })).status).toBe(200);
    expect((await admin().delete(path, { expectedVersion: 2 })).status).toBe(200);
    const all = JSON.stringify([
      (await admin().get('admin/dooray/organizations.json')).contents,
      await server.database.system((tx) => tx.select().from(auditLog)),
      await server.database.system((tx) => tx.select().from(outbox)),
    ]);
    for (const secret of [token, seeded.organizationToken, seeded.agentToken]) expect(all).not.toContain(secret);
  });

  it('finds the members that agents are by their addresses, and takes keys of their own', async () => {
    const matched = await admin().post('admin/dooray/agent-keys/match.json', {
      organizationId,
      agents: [
        { usercode: 'agent2', email: 'Doyun.Han@demo.example' },
        { usercode: 'agent3', email: 'nobody@demo.example' },
      ],
    });
    expect(matched.contents).toEqual([
      expect.objectContaining({ usercode: 'agent2', name: '박지민', memberId: members.developer, masked: null }),
    ]);
    await transfer({}, 'agent2');
    await drain();
    expect(lastTask().from).toMatchObject({ memberId: members.developer });
    const path = 'admin/dooray/agent-keys/agent3.json';
    expect(problems(await admin().put(path, { organizationId, email: 'nobody@demo.example' }))).toEqual([
      ['email', 'unknown'],
    ]);
    expect((await admin().put(path, { organizationId, token: 'wrong-token' })).status).toBe(409);
    const kept = await admin().put(path, { organizationId, token: seeded.developerToken });
    expect(kept.content).toMatchObject({
      memberId: members.developer,
      email: 'doyun.han@demo.example',
      masked: '••••oken',
    });
    expect((await admin().delete(path, { organizationId, expectedVersion: 1 })).status).toBe(200);
    expect((await admin().get('admin/dooray/agent-keys.json')).contents).not.toContainEqual(
      expect.objectContaining({ usercode: 'agent3' }),
    );
  });

  it('is for administrators only', async () => {
    const agent = desk.as('agent1');
    const statuses = await Promise.all([
      agent.get('admin/dooray.json'),
      agent.put('admin/dooray.json', settings),
      agent.get('admin/dooray/organizations.json'),
      agent.put(`admin/dooray/organizations/${organizationId}.json`, { name: '내 것' }),
      agent.put(`admin/dooray/projects/${projects.app}.json`, {
        organizationId,
        name: '내 것',
        address: 'https://a.example/',
        representative: null,
      }),
      agent.get('admin/dooray/agent-keys.json'),
      agent.put('admin/dooray/agent-keys/agent1.json', { organizationId, email: 'a@b.example' }),
      agent.delete('admin/dooray/agent-keys/agent1.json', { organizationId, expectedVersion: 1 }),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual(statuses.map(() => 403));
  });
});
