import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../../demo/dooray/seed.js';
import { openApiDocument } from '../../demo/server/openapi.js';
import { signedPost, type Answer } from './support/caller.js';
import { startServer, type TestServer } from './support/server.js';
import { EventReader } from './support/stream.js';
import { Desk } from './tickets/desk.js';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** A valid body for every route that names a ticket. A route that is not listed here fails the first test. */
const bodies: Readonly<Record<string, object | undefined>> = {
  'get .json': undefined,
  'patch .json': { starred: true },
  'delete .json': { expectedVersion: 1 },
  'get /history.json': undefined,
  'get /events.json': undefined,
  'get /mask-audit.json': undefined,
  'put /read.json': undefined,
  'post /complete.json': { expectedVersion: 1 },
  'post /restore.json': { expectedVersion: 1 },
  'post /claim.json': { expectedVersion: 1, groupId: 1 },
  'post /forward.json': { expectedVersion: 1, groupId: 1, usercode: 'agent1' },
  'post /process.json': { expectedVersion: 1, action: 'resolve', html: '<p>Done</p>' },
  'get /draft.json': undefined,
  'put /draft.json': { seq: 0, html: '<p>Not yet</p>' },
  'delete /draft.json': undefined,
  'get /drafts.json': undefined,
  'post /preview.json': { action: 'resolve', html: '<p>Done</p>' },
  'post /transfer/issue.json': { service: 'demoissue', categoryId: 301, subject: 'Help', content: '<p>Please</p>' },
  'post /transfer/dooray.json': {
    organizationId: seeded.organizationId,
    projectId: seeded.projects.app,
    subject: 'Help',
    content: '<p>Please</p>',
  },
  'post /transfer/retry.json': {},
  'post /transfer/withdraw.json': {},
  'get /dooray/conversation.json': undefined,
  'post /dooray/comment.json': { html: '<p>Please</p>' },
  'post /dooray/comments/{commentId}/retry.json': {},
  'post /guidance.json': { text: 'Tell them' },
  'post /guidance/done.json': {},
  'post /mail/{mailId}/undo.json': {},
  'post /mail/{mailId}/retry.json': {},
  'get /related.json': undefined,
  'post /callbacks.json': { at: Date.UTC(2026, 4, 12, 6), phone: '010-1234-5678', note: 'Once more' },
  'get /sms.json': undefined,
  'post /sms.json': { text: 'Please' },
  'get /chat.json': undefined,
};

const noMail = '0'.repeat(32);

function routesOfTickets(): string[] {
  const { paths } = openApiDocument() as { paths: Readonly<Record<string, object>> };
  return Object.entries(paths).flatMap(([path, methods]) => {
    const [, rest] = path.split('{ticketId}');
    return rest === undefined || !path.includes('/console/')
      ? []
      : Object.keys(methods).map((method) => `${method} ${rest}`);
  });
}

describe('a ticket that is not there for an agent', () => {
  let server: TestServer;
  let desk: Desk;

  beforeAll(async () => {
    server = await startServer();
    desk = Desk.on(server);
  });
  afterAll(() => server.close());

  async function ask(route: string, ticketId: string, mailId = noMail): Promise<Answer> {
    const [method, rest] = route.split(' ') as [Method, string];
    const agent = await server.as('admin1');
    const path = `/tickets/${ticketId}${rest.replace('{mailId}', mailId).replace('{commentId}', noMail)}`;
    return method === 'get' ? agent.get(path) : agent[method](path, bodies[route]);
  }

  async function mailOf(ticketId: string): Promise<string> {
    const { content } = await desk.as('admin1').act(ticketId, 'process', { action: 'hold', html: '<p>Wait</p>' });
    return (content['entry'] as { mail: { mailId: string } }).mail.mailId;
  }

  it('is asked for by every route that names one', () => {
    expect(routesOfTickets().sort()).toEqual(Object.keys(bodies).sort());
  });

  it('is there for those to whom it belongs, so that the bodies are known to be good', async () => {
    for (const route of Object.keys(bodies)) {
      const ticketId = await desk.add({}, { status: 'processing', assignee: 'admin1', assigneeName: '김서연' });
      const { status, text } = await ask(route, ticketId, route.includes('{mailId}') ? await mailOf(ticketId) : noMail);
      expect([route, status, status === 404 || status === 400 ? text : '']).toEqual([route, status, '']);
    }
  });

  it('is refused in the same bytes whether another service has it, nobody has it, or it was deleted', async () => {
    const foreign = await desk.add({}, {}, 'demojp');
    const deleted = await desk.add({}, { status: 'resolved', spam: true });
    expect((await desk.as('admin1').act(deleted, 'complete')).status).not.toBe(404);
    const { version } = await desk.as('admin1').ticket(deleted);
    expect((await desk.as('admin1').delete(`tickets/${deleted}.json`, { expectedVersion: version })).status).toBe(200);
    for (const route of Object.keys(bodies)) {
      const random = await ask(route, 'T1658199661153IXTfw');
      expect([route, random.status]).toEqual([route, 404]);
      for (const ticketId of [foreign, deleted]) {
        const { status, text } = await ask(route, ticketId);
        expect([route, status, text]).toEqual([route, 404, random.text]);
      }
    }
    expect(await desk.as('jpadmin', 'demojp').ticket(foreign)).toMatchObject({ version: 1, status: 'unassigned' });
  });

  it('is not in a list that names it', async () => {
    const foreign = await desk.add({}, {}, 'demojp');
    const own = await desk.add();
    expect(await desk.as('admin1').ids(`ids=${foreign},${own}`)).toEqual([own]);
  });

  it('is not told on the stream: what customers and agents wrote never is', async () => {
    const word = 'canary-7f3a';
    const reader = await EventReader.open(await server.as('admin1'));
    const mail = `From: "${word}" <${word}@mail.example>\r\nSubject: ${word}\r\n\r\n${word}`;
    const came = await signedPost(server.app, 'demo', '/openapi/v1/inbound/mail', mail, {
      contentType: 'message/rfc822',
    });
    const { ticketId } = came.body.result.content;
    await desk.as('agent1').act(ticketId, 'claim', { groupId: 1 });
    const process = { action: 'resolve', html: `<p>${word}</p>` };
    expect((await desk.as('agent1').act(ticketId, 'process', process)).status).toBe(200);
    const { version } = await desk.as('agent1').ticket(ticketId);
    await reader.until(() => reader.events.some(({ data }) => (data as { version?: number }).version === version));
    expect(JSON.stringify(reader.events)).not.toContain(word);
    reader.close();
  });

  it('left the server without failures of its own', () => {
    expect(server.errors).toEqual([]);
  });
});
