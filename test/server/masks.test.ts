import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sanitiseBody } from '../../demo/server/services/sanitise.js';
import type { HistoryEntry } from '../../src/domain/types.js';
import { startServer, type TestServer } from './support/server.js';
import { Desk } from './tickets/desk.js';

describe('masks', () => {
  let server: TestServer;
  let desk: Desk;
  beforeAll(async () => {
    server = await startServer();
    desk = Desk.on(server);
  });
  afterAll(() => desk.close());

  const historyOf = async (ticketId: string, usercode = 'agent1'): Promise<HistoryEntry[]> =>
    (await (await desk.caller(usercode)).get(`/tickets/${ticketId}/history.json`)).body.result.contents;

  it('cover words for everybody, show them to one, and give them back to the byte', async () => {
    const html = '<p>call <b>010-1234</b>-5678, <a href="tel:01012345678">now</a></p>';
    const ticketId = await desk.add({ body: sanitiseBody({ html }) });
    const [before] = await historyOf(ticketId);
    if (!before) throw new Error('A ticket has an entry');
    const agent = await desk.caller('agent1');
    const admin = await desk.caller('admin1');
    const range = { start: 5, length: 13, category: 'phone', expectedVersion: before.bodyVersion };
    const made = await agent.post(`/messages/${before.id}/masks.json`, range);
    expect(made.status).toBe(201);
    expect(made.body.result.content.entry.text).toBe('call *************, now');
    const [shown] = await historyOf(ticketId, 'agent2');
    expect(shown).toMatchObject({ text: 'call *************, now', bodyVersion: 2 });
    expect(JSON.stringify(shown)).not.toMatch(/5678/);
    const maskId = made.body.result.content.mask;
    const revealed = await agent.post(`/masks/${maskId}/reveal.json`, { purpose: 'call back' });
    expect(revealed.body.result.content).toEqual({ text: '010-1234-5678', ttl: 30 });
    expect(revealed.headers.get('Cache-Control')).toBe('no-store');
    const back = await admin.post(`/masks/${maskId}/unmask.json`, { reason: 'wrong', expectedVersion: 2 });
    expect(back.status).toBe(200);
    const { html: now, text, styles, blocked } = back.body.result.content;
    expect({ html: now, text, styles, blocked }).toEqual({
      html: before.html,
      text: before.text,
      styles: before.styles,
      blocked: before.blocked,
    });
    expect(server.errors).toEqual([]);
  });
});
