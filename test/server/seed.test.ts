import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { organisation } from '../../demo/seed/organisation.js';
import { Random } from '../../demo/seed/random.js';
import { seedTickets } from '../../demo/seed/seed.js';
import { customerOf, tell, type Story } from '../../demo/seed/stories.js';
import { channels, priorities, statuses } from '../../src/domain/types.js';
import { attachments, mailThreads, messages, ticketEvents, tickets } from '../../demo/server/db/schema.js';
import { signedPost } from './support/caller.js';
import { startServer, type TestServer } from './support/server.js';

const now = Date.UTC(2026, 4, 12, 3);

function stories(seed: number, count: number): Story[] {
  const random = new Random(seed);
  const [service] = organisation;
  if (!service) throw new Error('no service');
  const customers = Array.from({ length: 40 }, (_, index) => customerOf(random, service, index + 1));
  return Array.from({ length: count }, () => tell(random, service, customers, now));
}

describe('demo tickets', () => {
  it('are the same for the same seed and others for another', () => {
    expect(stories(1, 40)).toEqual(stories(1, 40));
    expect(stories(2, 40)).not.toEqual(stories(1, 40));
  });

  it('show everything that a list must bear', () => {
    const all = stories(3, 900);
    expect(new Set(all.map((story) => story.status))).toEqual(new Set(statuses));
    expect(new Set(all.map((story) => story.priority))).toEqual(new Set(priorities));
    expect(new Set(all.map((story) => story.channel))).toEqual(new Set(channels.filter((one) => one !== 'issue')));
    expect(new Set(all.map((story) => story.language))).toEqual(new Set(['ko', 'ja', 'en']));
    expect(all.some((story) => story.spam)).toBe(true);
    expect(all.some((story) => story.starred)).toBe(true);
    expect(all.some((story) => story.subject.length > 150)).toBe(true);
    expect(all.some((story) => story.subject.includes('<script>'))).toBe(true);
    expect(all.some((story) => story.customer.name === '')).toBe(true);
    expect(all.some((story) => story.entries.some((entry) => entry.body.html.includes('<table')))).toBe(true);
    expect(Math.max(...all.map((story) => story.entries.length))).toBeGreaterThan(5);
  });

  it('have an assignee exactly when they should, and no time in the future', () => {
    for (const story of stories(4, 300)) {
      expect(story.assignee === null).toBe(story.status === 'unassigned' || story.spam);
      const times = [story.createdAt, ...story.entries.map((entry) => entry.at), story.updatedAt, now];
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }
  });

  describe('in the database', () => {
    let server: TestServer;

    beforeAll(async () => {
      server = await startServer();
      await server.database.system((tx) => seedTickets(tx, { tickets: 120, now: server.clock.now }));
    });
    afterAll(() => server.close());

    it('are spread over the services', async () => {
      const rows = await server.database.system((tx) =>
        tx
          .select({ serviceId: tickets.serviceId, count: sql<number>`count(*)::int` })
          .from(tickets)
          .groupBy(tickets.serviceId)
          .orderBy(tickets.serviceId),
      );
      expect(rows).toEqual([
        { serviceId: 'demo', count: 84 },
        { serviceId: 'demoissue', count: 12 },
        { serviceId: 'demojp', count: 24 },
      ]);
    });

    it('can all be opened with their history', async () => {
      const agent = await server.as('admin1');
      const list = await agent.get('/tickets.json?view=all&limit=200');
      expect(list.body.result.contents.length).toBeGreaterThan(70);
      for (const { ticketId } of list.body.result.contents.slice(0, 30)) {
        expect((await agent.get(`/tickets/${ticketId}.json`)).status).toBe(200);
        const history = await agent.get(`/tickets/${ticketId}/history.json`);
        expect(history.body.result.contents.length).toBeGreaterThan(0);
      }
      expect(server.errors).toEqual([]);
    });

    it('come with files that open, and with a picture in the text', async () => {
      const agent = await server.as('admin1');
      const files = await server.database.system((tx) =>
        tx.select().from(attachments).where(eq(attachments.serviceId, 'demo')),
      );
      expect(files.some((file) => !file.inline)).toBe(true);
      const shown = files.find((file) => file.inline);
      const answer = await agent.open(`/attachments/${shown?.attachmentId}`);
      expect(answer.headers.get('Content-Type')).toBe('image/png');
      expect((await answer.arrayBuffer()).byteLength).toBe(shown?.size);
      const history = await agent.get(`/tickets/${shown?.ticketId}/history.json`);
      expect(history.text).toContain(`cid:${shown?.attachmentId}`);
    });

    it('take the answer to a mail that was sent', async () => {
      const [sent] = await server.database.system((tx) =>
        tx.select().from(mailThreads).where(eq(mailThreads.serviceId, 'demo')),
      );
      const mail = `From: x@mail.example\r\nSubject: Re: hello\r\nIn-Reply-To: <${sent?.messageId}>\r\n\r\nThank you`;
      const { status, body } = await signedPost(server.app, 'demo', '/openapi/v1/inbound/mail', mail, {
        contentType: 'message/rfc822',
      });
      expect(status).toBe(201);
      const { ticketId, kind } = body.result.content;
      const linked = await server.database.system((tx) =>
        tx.select({ of: tickets.linkedTicketId }).from(tickets).where(eq(tickets.ticketId, ticketId)),
      );
      expect(kind === 'reinquiry' ? ticketId : linked[0]?.of).toBe(sent?.ticketId);
    });

    it('went to issue management really, and came back from there', async () => {
      const rows = await server.database.system((tx) => tx.select().from(tickets));
      const byId = new Map(rows.map((row) => [row.ticketId, row]));
      const handed = rows.filter(({ transferKind }) => transferKind === 'issue');
      expect(handed.length).toBeGreaterThan(2);
      for (const { ticketId, serviceId, status, transferLinkedId, transferTo, guidanceText } of handed) {
        const there = byId.get(transferLinkedId ?? '');
        expect(there).toMatchObject({ channel: 'issue', originService: serviceId, originTicketId: ticketId });
        expect([there?.serviceId, transferTo]).toEqual(['demoissue', '하늘상점 이슈관리']);
        expect(there?.status === 'resolved').toBe(status === 'issue_answered');
        expect(there?.originGuidance?.text ?? null).toBe(guidanceText);
      }
      expect(rows.filter(({ channel, originTicketId }) => (channel === 'issue') !== (originTicketId !== null))).toEqual(
        [],
      );
      const answered = handed.find(({ status }) => status === 'issue_transferred');
      const solver = await server.as('issueadmin', 'demoissue');
      const path = `/tickets/${answered?.transferLinkedId}`;
      const { version } = (await solver.get(`${path}.json`)).body.result.content;
      const done = { action: 'internal', reason: 'other', html: '<p>끝</p>', expectedVersion: version };
      expect((await solver.post(`${path}/process.json`, done)).status).toBe(200);
      const [after] = await server.database.system((tx) =>
        tx
          .select()
          .from(tickets)
          .where(eq(tickets.ticketId, answered?.ticketId ?? '')),
      );
      expect(after?.status).toBe('issue_answered');
    });

    it('were completed by an administrator', async () => {
      const done = await server.database.system((tx) =>
        tx.select().from(ticketEvents).where(eq(ticketEvents.kind, 'completed')),
      );
      expect(done.length).toBeGreaterThan(5);
      const admins = organisation.flatMap(({ agents }) =>
        agents.flatMap(({ admin, usercode }) => (admin ? [usercode] : [])),
      );
      expect(done.filter(({ actor }) => !admins.includes(actor ?? ''))).toEqual([]);
    });

    it('hold no style attribute', async () => {
      const bodies = await server.database.system((tx) => tx.select({ html: messages.html }).from(messages));
      expect(bodies.filter(({ html }) => /<[^>]* style=/.test(html))).toEqual([]);
    });
  });
});
