import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Dooray } from '../../demo/dooray/dooray.js';
import { usualManners } from '../../demo/dooray/hooks.js';
import { fillFromDesk } from '../../demo/dooray/fill.js';
import { seeded, seedState } from '../../demo/dooray/seed.js';
import {
  doorayComments,
  doorayFiles,
  doorayTasks,
  outbox,
  ticketEvents,
  tickets,
} from '../../demo/server/db/schema.js';
import { MailMemory } from '../../demo/server/ports/mail-memory.js';
import { Worker } from '../../demo/server/services/worker.js';
import { DooraySweep } from '../../demo/server/services/dooray/sweep.js';
import { markedLink } from '../../demo/server/services/dooray/outgoing.js';
import { logsOf, type WorkflowClass } from '../../demo/dooray/state.js';
import type { DoorayConversation } from '../../src/domain/transfer.js';
import type { Status } from '../../src/domain/types.js';
import { DoorayPerson, testDooray } from '../support/dooray.js';
import { startServer, type TestServer } from './support/server.js';
import { fileOf } from './support/files.js';
import { Desk } from './tickets/desk.js';

const hookPath = '/demo/api/v2/dooray/hook';
const projectId = seeded.projects.app;
const minutes = (count: number): number => count * 60_000;

describe('what comes from Dooray!', () => {
  let server: TestServer;
  let desk: Desk;
  let dooray: Dooray;
  let developer: DoorayPerson;
  let keys = 0;

  beforeAll(async () => {
    server = await startServer();
    desk = Desk.on(server);
    dooray = testDooray({ deliver: (request) => server.app.fetch(request), now: () => server.clock.now });
    developer = new DoorayPerson(dooray);
    const { organizationToken: token } = seeded;
    const sendEvents = ['postWorkflowChanged', 'postCommentCreated'];
    await new DoorayPerson(dooray, token).call('POST', `/project/v1/projects/${projectId}/hooks`, {
      url: `http://desk.test${hookPath}`,
      sendEvents,
    });
  });

  beforeEach(async () => {
    dooray.hooks.manners = usualManners;
    dooray.faults.end();
    // Tasks of other tests rest.
    await desk.database.system((tx) => tx.update(doorayTasks).set({ syncAt: null }));
  });

  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  /** Reads what is due, on a line of its own: nobody waits for the pace of other tests. */
  async function sweep(): Promise<number> {
    await dooray.hooks.settled();
    const { base, fetch } = dooray;
    const { database, clock } = server;
    return new DooraySweep({ database, dooray: { base, fetch }, now: () => clock.now }).drain();
  }

  /** A ticket whose task is at Dooray!, as the transfer leaves them. */
  async function transferred(
    status: Status = 'dooray_transferred',
  ): Promise<{ ticketId: string; taskId: string; key: string }> {
    const person = new DoorayPerson(dooray, seeded.organizationToken);
    const body = { mimeType: 'text/html', content: '<p>앱이 멈춥니다.</p>' };
    const task = { subject: '앱 오류', body, users: { to: [], cc: [] }, tagIds: [seeded.tags.bug] };
    const taskId: string = (await person.call('POST', `/project/v1/projects/${projectId}/posts`, task)).body.result.id;
    const ticketId = await desk.add(
      {},
      {
        status,
        assignee: 'agent1',
        assigneeName: '이준호',
        transferKind: 'dooray',
        transferTaskId: taskId,
        transferTo: '하늘상점 / 앱 개발',
        transferState: 'sent',
        transferAt: desk.now,
        transferBy: 'agent1',
        transferByName: '이준호',
      },
    );
    const key = String(++keys).padStart(32, '0');
    const former = { status: 'processing', transferKind: null, transferLinkedId: null, transferTaskId: null } as const;
    const none = { transferTo: null, transferUrl: null, transferState: null, transferProblem: null } as const;
    await desk.database.system((tx) =>
      tx.insert(doorayTasks).values({
        serviceId: 'demo',
        key,
        ticketId,
        organizationId: seeded.organizationId,
        projectId,
        to: '하늘상점 / 앱 개발',
        address: 'https://skyshop.dooray.com/project/1',
        usercode: 'agent1',
        authorName: '이준호',
        at: desk.now,
        subject: task.subject,
        html: body.content,
        text: '앱이 멈춥니다.',
        link: 'http://desk.test/console.html',
        language: 'ko',
        state: 'sent',
        triedSince: desk.now,
        former: { ...former, ...none, transferAt: null, transferBy: null, transferByName: null },
        taskId,
        readAt: desk.now,
      }),
    );
    return { ticketId, taskId, key };
  }

  const statusOf = async (ticketId: string): Promise<Status> => (await desk.as('agent1').ticket(ticketId)).status;

  async function conversation(ticketId: string): Promise<DoorayConversation> {
    const path = `tickets/${ticketId}/dooray/conversation.json`;
    return (await desk.as('agent1').get(path)).content as unknown as DoorayConversation;
  }

  const said = async (ticketId: string): Promise<string[]> =>
    (await conversation(ticketId)).comments.map(({ body }) => body.text.trim());

  const logOf = (ticketId: string) =>
    desk.database.system(async (tx) => {
      const rows = await tx.select().from(ticketEvents).where(eq(ticketEvents.ticketId, ticketId));
      return rows.filter(({ kind }) => kind.startsWith('dooray_')).map(({ kind }) => kind);
    });

  const hook = (body: unknown, path = hookPath): Promise<Response> =>
    server.app.fetch(
      new Request(`http://desk.test${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    );

  it.each<[from: Status, to: WorkflowClass, then: Status]>([
    ['dooray_transferred', 'backlog', 'dooray_transferred'],
    ['dooray_transferred', 'working', 'dooray_in_progress'],
    ['dooray_transferred', 'closed', 'dooray_answered'],
    ['dooray_in_progress', 'backlog', 'dooray_transferred'],
    ['dooray_in_progress', 'closed', 'dooray_answered'],
    ['dooray_answered', 'working', 'dooray_in_progress'],
    ['dooray_answered', 'registered', 'dooray_transferred'],
    // What the agent decided meanwhile holds.
    ['processing', 'working', 'processing'],
    ['pending', 'closed', 'pending'],
    ['resolved', 'working', 'resolved'],
  ])('a ticket that is %s and whose task becomes %s is %s', async (from, to, then) => {
    const { ticketId, taskId } = await transferred();
    await desk.database.system((tx) => tx.update(tickets).set({ status: from }).where(eq(tickets.ticketId, ticketId)));
    await developer.moves(taskId, to);
    await hook({ post: { id: taskId } });
    expect(await sweep()).toBe(1);
    expect(await statusOf(ticketId)).toBe(then);
  });

  it('follows a ticket from its transfer to the answer, and back to its agent', async () => {
    const { base, fetch } = dooray;
    const { database, clock } = server;
    const worker = new Worker({ database, mail: new MailMemory(), dooray: { base, fetch }, now: () => clock.now });
    const agent = desk.as('agent2');
    const ticketId = await desk.add({}, { status: 'processing', assignee: 'agent2', assigneeName: '박지민' });
    const { organizationId, tags, members } = seeded;
    const content = '<p>결제 화면에서 멈춥니다.</p>';
    const more = { tagIds: [tags.bug], assignees: [members.developer], attachments: [] };
    const task = { organizationId, projectId, subject: '앱 오류', content, ...more };
    expect((await agent.post(`tickets/${ticketId}/transfer/dooray.json`, task)).status).toBe(200);
    await worker.drain();
    const { transfer } = await agent.ticket(ticketId);
    expect(transfer).toMatchObject({ state: 'sent', to: '하늘상점 / 앱 개발' });
    const taskId = transfer?.taskId ?? '';
    await agent.post(`tickets/${ticketId}/dooray/comment.json`, { html: '<p>언제 될까요?</p>', attachments: [] });
    await worker.drain();
    await developer.comments(taskId, '<p>고쳤습니다.</p>');
    await developer.moves(taskId, 'closed');
    await dooray.hooks.settled();
    await worker.readTasks();
    const { status, unread, actions } = await agent.ticket(ticketId);
    expect([status, unread, actions.includes('transfer_dooray')]).toEqual(['dooray_answered', true, true]);
    const { comments, task: shown } = await conversation(ticketId);
    expect(comments.map(({ own, author, body }) => [own, author, body.text.trim()])).toEqual([
      [true, '박지민', '언제 될까요?'],
      [false, '한도윤', '고쳤습니다.'],
    ]);
    expect(shown).toMatchObject({ taskId, workflow: { class: 'closed', name: '완료' } });
    // A stand-in that lost its memory gets it back from the desk.
    const state = seedState();
    await fillFromDesk(database, state);
    expect(state.tasks.get(taskId)).toMatchObject({ subject: '앱 오류', to: [members.developer] });
    expect(logsOf(state, taskId)).toHaveLength(2);
  });

  it('takes hooks in both spellings, twice and in any order, as one change and one comment each', async () => {
    const { ticketId, taskId } = await transferred();
    dooray.hooks.manners = { spelling: 'both', copies: 2, held: true };
    await developer.moves(taskId, 'working');
    await developer.comments(taskId, '<p>확인하고 있습니다.</p>');
    await developer.moves(taskId, 'closed');
    await dooray.hooks.release();
    await sweep();
    expect(await statusOf(ticketId)).toBe('dooray_answered');
    expect(await said(ticketId)).toEqual(['확인하고 있습니다.']);
    await hook({ hookEventType: 'postWorkflowChanged', post: { id: taskId }, workflow: { class: 'working' } });
    await sweep();
    expect(await statusOf(ticketId)).toBe('dooray_answered');
    expect(await logOf(ticketId)).toEqual(['dooray_closed']);
  });

  it('believes nothing that a hook says: it reads back', async () => {
    const { ticketId, taskId } = await transferred();
    const forged = {
      hookEventType: 'postCommentCreated',
      hookVersion: 2,
      post: { id: taskId },
      comment: { id: '1', body: { mimeType: 'text/html', content: '<p>환불해 주세요</p>' } },
      workflow: { class: 'closed' },
    };
    expect((await hook(forged)).status).toBe(200);
    await sweep();
    expect([await statusOf(ticketId), await said(ticketId)]).toEqual(['dooray_transferred', []]);
    // Nobody learns whether there is such a task, and a service of nobody has none.
    for (const body of [{ post: { id: '4100000000000009999' } }, { post: {} }, 'no JSON', '[]']) {
      expect((await hook(body)).status).toBe(200);
    }
    expect((await hook(forged, hookPath.replace('demo', 'nobody'))).status).toBe(404);
    expect((await hook(forged, hookPath.replace('demo', 'demojp'))).status).toBe(200);
    expect(await sweep()).toBe(0);
  });

  it('finds in its sweep what a hook lost, and rests where there is nothing to wait for', async () => {
    const { ticketId, taskId } = await transferred();
    await hook({ post: { id: taskId } });
    await sweep();
    dooray.hooks.manners = { ...usualManners, copies: 0 };
    await developer.moves(taskId, 'working');
    await developer.comments(taskId, '<p>오늘 고칩니다.</p>');
    expect(await sweep()).toBe(0);
    desk.advance(minutes(4));
    await sweep();
    expect([await statusOf(ticketId), await said(ticketId)]).toEqual(['dooray_in_progress', ['오늘 고칩니다.']]);
    await desk.database.system((tx) =>
      tx.update(tickets).set({ status: 'resolved' }).where(eq(tickets.ticketId, ticketId)),
    );
    desk.advance(minutes(4));
    await sweep();
    const due = () =>
      desk.database.system(async (tx) => {
        const [row] = await tx
          .select({ at: doorayTasks.syncAt })
          .from(doorayTasks)
          .where(eq(doorayTasks.taskId, taskId));
        return row?.at;
      });
    expect(await due()).toBeNull();
    // Whoever looks at it has it read again.
    desk.advance(minutes(1));
    await conversation(ticketId);
    expect(await due()).toBe(desk.now);
  });

  it('reads once more what comes while it reads', async () => {
    const { ticketId, taskId } = await transferred();
    await developer.moves(taskId, 'working');
    await dooray.hooks.settled();
    let isNew = true;
    const fetch = async (request: Request): Promise<Response> => {
      const answer = await dooray.fetch(request);
      if (isNew && new URL(request.url).pathname.endsWith('/logs')) {
        isNew = false;
        await developer.moves(taskId, 'closed');
        server.clock.advance(1_000);
        await dooray.hooks.settled();
      }
      return answer;
    };
    const { database, clock } = server;
    await new DooraySweep({ database, dooray: { base: dooray.base, fetch }, now: () => clock.now }).drain();
    expect(await statusOf(ticketId)).toBe('dooray_answered');
  });

  it('tells a ticket that comes back to its task what happened there meanwhile', async () => {
    const { ticketId, taskId } = await transferred();
    const answer = { action: 'resolve', html: '<p>답</p>', confirmed: true };
    const { content } = await desk.as('agent1').act(ticketId, 'process', answer);
    const { mailId } = (content['entry'] as { mail: { mailId: string } }).mail;
    await developer.moves(taskId, 'closed');
    await sweep();
    expect(await statusOf(ticketId)).toBe('resolved');
    await desk.as('agent1').post(`tickets/${ticketId}/mail/${mailId}/undo.json`, {});
    expect(await statusOf(ticketId)).toBe('dooray_transferred');
    await sweep();
    expect(await statusOf(ticketId)).toBe('dooray_answered');
    await desk.database.system((tx) => tx.delete(outbox));
  });

  it('knows its own comments again, also where nobody knows yet what became of them', async () => {
    const { ticketId, taskId, key } = await transferred();
    const own = { serviceId: 'demo', key, ticketId, own: true, usercode: 'agent1', authorName: '이준호', at: desk.now };
    const text = {
      html: '<p>고객이 기다립니다.</p>',
      text: '고객이 기다립니다.',
      link: 'http://desk.test/',
      language: 'ko',
    } as const;
    const commentId = 'c'.repeat(32);
    await desk.database.system((tx) =>
      tx.insert(doorayComments).values({
        ...own,
        ...text,
        commentId,
        state: 'failed',
        problem: 'unreachable',
        uncertainSince: desk.now,
        triedSince: desk.now,
      }),
    );
    const link = markedLink('http://desk.test/console.html?service=demo', `comment-${commentId}`);
    const sent = `${text.html}<hr><p><a href="${link.replace('&', '&amp;')}">티켓</a></p>`;
    await new DoorayPerson(dooray, seeded.agentToken).comments(taskId, sent);
    await developer.comments(taskId, `<blockquote>${sent}</blockquote><p>네, 곧 됩니다.</p>`);
    await sweep();
    const { comments } = await conversation(ticketId);
    expect(comments.map(({ own: isOwn, author, state, problem }) => [isOwn, author, state, problem])).toEqual([
      [true, '이준호', 'sent', null],
      [false, '한도윤', 'sent', null],
    ]);
  });

  it('follows a task that is moved to another project, and what is said here goes there', async () => {
    const { ticketId, taskId } = await transferred();
    const { logistics } = seeded.projects;
    const workflowId = dooray.state.projects.get(logistics)?.workflows[0]?.id;
    Object.assign(dooray.state.tasks.get(taskId) ?? {}, { projectId: logistics, workflowId, tagIds: [] });
    await conversation(ticketId);
    server.clock.advance(minutes(1));
    await conversation(ticketId);
    await sweep();
    const path = `tickets/${ticketId}/dooray/comment.json`;
    expect((await desk.as('agent1').post(path, { html: '<p>옮겼나요?</p>' })).status).toBe(200);
    const { database, clock } = server;
    const { base, fetch } = dooray;
    const mail = new MailMemory();
    await new Worker({ database, mail, dooray: { base, fetch }, now: () => clock.now }).drain();
    expect((await conversation(ticketId)).comments).toMatchObject([{ own: true, state: 'sent', problem: null }]);
    expect(logsOf(dooray.state, taskId).filter(({ type }) => type === 'comment')).toHaveLength(1);
  });

  it('cleans what is written there, renews it when it changes, and says who wrote it', async () => {
    const { ticketId, taskId } = await transferred();
    const logId = await developer.comments(taskId, '<p>안녕<script>alert(1)</script><b onclick="x()">하세요</b></p>');
    await developer.comments(taskId, '**굵게** <b>', {
      body: { mimeType: 'text/x-markdown', content: '**굵게** <b>' },
    });
    await sweep();
    const [first, second] = (await conversation(ticketId)).comments;
    expect(first).toMatchObject({ own: false, author: '한도윤', body: { html: '<p>안녕<b>하세요</b></p>' } });
    expect(second?.body.text.trim()).toBe('**굵게** <b>');
    // What is hidden here since is not read back from there.
    const hidden = { html: '<p>**</p>', text: '**' };
    await desk.database.system((tx) =>
      tx.update(doorayComments).set(hidden).where(eq(doorayComments.ticketId, ticketId)),
    );
    desk.advance(minutes(4));
    await sweep();
    expect(await said(ticketId)).toEqual(['**', '**']);
    await developer.call('PUT', `/project/v1/projects/${projectId}/posts/${taskId}/logs/${logId}`, {
      body: { mimeType: 'text/html', content: '<p>고쳤습니다.</p>' },
    });
    desk.advance(minutes(4));
    await sweep();
    expect(await said(ticketId)).toEqual(['고쳤습니다.', '**']);
  });

  it('keeps the conversation while Dooray! is away and says so, and goes on when it is back', async () => {
    const { ticketId, taskId } = await transferred();
    await developer.comments(taskId, '<p>첫 번째</p>');
    await sweep();
    const readAt = desk.now;
    dooray.faults.begin({ kind: 'unreachable' });
    desk.advance(minutes(4));
    await sweep();
    expect(await conversation(ticketId)).toMatchObject({ stale: true, readAt });
    expect(await said(ticketId)).toEqual(['첫 번째']);
    dooray.faults.end();
    // Asked too often, it says that there is nothing: that is no news.
    dooray.faults.begin({ kind: 'empty', call: /\/logs$/, times: 1 });
    for (const stale of [true, false]) {
      desk.advance(minutes(1));
      await sweep();
      expect(await conversation(ticketId)).toMatchObject({ stale });
      expect(await said(ticketId)).toEqual(['첫 번째']);
    }
  });

  it('brings the files that a comment and a task have, and leaves what is no upload', async () => {
    const { ticketId, taskId, key } = await transferred();
    const picture = await developer.uploads(taskId, fileOf('화면.png'));
    const program = await developer.uploads(taskId, new File(['MZ'], 'virus.exe'));
    await developer.uploads(taskId, fileOf('설명서.pdf'));
    await developer.uploads(taskId, fileOf('거짓.png', 'no picture'));
    // Ours, on its way: nobody has told yet that it is there.
    const log = fileOf('로그.txt', 'ours');
    await desk.database.system((tx) =>
      tx
        .insert(doorayFiles)
        .values({ serviceId: 'demo', key, ticketId, attachmentId: 'a'.repeat(32), fileName: log.name, size: log.size }),
    );
    await developer.uploads(taskId, log);
    await developer.comments(taskId, '<p>파일입니다.</p>', { attachFileIds: [picture, program] });
    await sweep();
    const { task, comments } = await conversation(ticketId);
    expect(comments[0]?.attachments).toMatchObject([{ fileName: '화면.png', contentType: 'image/png', inline: false }]);
    expect(task?.attachments).toMatchObject([{ fileName: '설명서.pdf' }]);
    expect(await logOf(ticketId)).toEqual(['dooray_file_refused', 'dooray_file_refused']);
    const { attachmentId = '' } = comments[0]?.attachments[0] ?? {};
    const file = await (await desk.caller('agent1')).open(`/attachments/${attachmentId}`);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(new Uint8Array(await fileOf('화면.png').arrayBuffer()));
    // A desk of another service has neither the conversation nor the file.
    const stranger = await desk.caller('jpadmin', 'demojp');
    expect((await stranger.open(`/attachments/${attachmentId}`)).status).toBe(404);
    expect((await stranger.get(`/tickets/${ticketId}/dooray/conversation.json`)).status).toBe(404);
  });

  it('tells of the conversation of a ticket without a task that there is none, and sends nobody a mail', async () => {
    const ticketId = await desk.add();
    expect(await conversation(ticketId)).toEqual({ task: null, comments: [], readAt: null, stale: false });
    const mails = await desk.database.system((tx) =>
      tx
        .select()
        .from(outbox)
        .where(and(eq(outbox.kind, 'mail'))),
    );
    expect(mails).toEqual([]);
  });
});
