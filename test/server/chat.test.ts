import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { services } from '../../demo/server/db/schema.js';
import type { ChatTranscript } from '../../src/domain/chat.js';
import type { HistoryEntry } from '../../src/domain/types.js';
import { signedPost, type ServiceId, type SignedOptions } from './support/caller.js';
import { startServer, type TestServer } from './support/server.js';
import { EventReader } from './support/stream.js';
import { Desk, type Client } from './tickets/desk.js';

const at = Date.UTC(2026, 4, 12, 1, 2);
const minute = 60_000;

const said = (id: number, text: string, from = 'customer', more: object = {}) => ({
  id: `m${id}`,
  from,
  name: from === 'customer' ? '정유진' : from === 'agent' ? '이준호' : undefined,
  at: at + id * minute,
  text,
  ...more,
});

describe('chats that a chat system hands in', () => {
  let server: TestServer;
  let desk: Desk;
  let mine: Client;
  let chats = 0;

  beforeAll(async () => {
    server = await startServer();
    desk = Desk.on(server);
    mine = desk.as('agent1');
  });
  afterAll(async () => {
    expect(server.errors).toEqual([]);
    await server.close();
  });

  const hand = (delivery: object, service: ServiceId = 'demo', options: SignedOptions = {}) =>
    signedPost(server.app, service, '/openapi/v1/inbound/chat', JSON.stringify(delivery), options);
  const chat = (...messages: object[]) => ({
    chatId: `chat-${++chats}`,
    customer: { name: '정유진', email: `yujin${chats}@customer.example` },
    messages,
  });
  const taken = async (delivery: object) => (await hand(delivery)).body.result.content as { ticketId: string };
  const transcript = async (ticketId: string, client = mine) =>
    (await client.get(`tickets/${ticketId}/chat.json`)).content as unknown as ChatTranscript;
  const history = async (ticketId: string) =>
    (await mine.get(`tickets/${ticketId}/history.json`)).contents as unknown as HistoryEntry[];

  it('become a ticket with what was said, who said it and when', async () => {
    const answer = await hand(
      chat(
        said(1, '환불이\n언제 되나요?  <b>급해요</b>\n\nhttps://shop.example'),
        said(2, '상담원이 연결되었습니다.', 'system'),
        said(3, '확인하겠습니다.', 'agent'),
      ),
    );
    expect([answer.status, answer.body.result.content]).toMatchObject([201, { kind: 'created', added: 3 }]);
    const { ticketId } = answer.body.result.content;
    const ticket = (await mine.get(`tickets/${ticketId}.json`)).content;
    expect(ticket).toMatchObject({
      channel: 'chat',
      status: 'unassigned',
      language: 'ko',
      subject: '환불이 언제 되나요? <b>급해요</b> https://shop.example',
      customer: { name: '정유진' },
    });
    expect((await transcript(ticketId)).messages).toEqual([
      {
        id: 'm1',
        from: 'customer',
        name: '정유진',
        at: at + minute,
        text: '환불이\n언제 되나요?  <b>급해요</b>\n\nhttps://shop.example',
        attachments: [],
      },
      { id: 'm2', from: 'system', name: '–', at: at + 2 * minute, text: '상담원이 연결되었습니다.', attachments: [] },
      { id: 'm3', from: 'agent', name: '이준호', at: at + 3 * minute, text: '확인하겠습니다.', attachments: [] },
    ]);
    const [entry] = await history(ticketId);
    // In the time zone of the service.
    expect(entry?.text.split('\n').slice(0, 2)).toEqual(['정유진 2026-05-12 10:03', '환불이']);
    expect(entry?.html).not.toContain('<b>급해요');
  });

  it('go on where they are handed in again: what is known counts once, and pages hear of it', async () => {
    const first = chat(said(1, '첫 마디'));
    const { ticketId } = await taken(first);
    expect((await hand(first)).body.result.content).toEqual({ ticketId, kind: 'unchanged', added: 0 });
    const stream = await EventReader.open(await desk.caller('agent2'));
    const more = { ...first, messages: [said(1, '다른 말'), said(2, '둘째 마디'), said(2, '두 번')], endedAt: at };
    expect((await hand(more)).body.result.content).toEqual({ ticketId, kind: 'extended', added: 1 });
    await stream.until(() => stream.events.some(({ data }) => JSON.stringify(data).includes('"chat"')));
    expect(JSON.stringify(stream.events)).not.toContain('둘째');
    stream.close();
    const { messages, endedAt } = await transcript(ticketId);
    expect([messages.map(({ text }) => text), endedAt]).toEqual([['첫 마디', '둘째 마디'], at]);
    const both = await Promise.all([
      hand({ ...first, messages: [said(3, '셋째')] }),
      hand({ ...first, messages: [said(3, '셋째')] }),
    ]);
    expect(both.map(({ body }) => body.result.content.added).sort()).toEqual([0, 1]);
    const found = await mine.get(`tickets.json?view=all&q=${encodeURIComponent('둘째 마디')}`);
    expect(found.contents.map((row) => row.ticketId)).toContain(ticketId);
  });

  it('bring a resolved ticket back into work when the customer goes on, and leave a completed one', async () => {
    const one = { ...chat(said(1, '질문')), assignee: 'agent1' };
    const { ticketId } = await taken(one);
    const ticket = async () => (await mine.get(`tickets/${ticketId}.json`)).content;
    expect(await ticket()).toMatchObject({ status: 'processing', assignee: { usercode: 'agent1' } });
    const resolved = await mine.post(`tickets/${ticketId}/process.json`, {
      action: 'internal',
      reason: 'chat',
      html: '',
      expectedVersion: (await ticket()).version,
    });
    expect([resolved.status, (await ticket()).status, (await ticket())['reason']]).toEqual([200, 'resolved', 'chat']);
    await hand({ ...one, messages: [said(2, '상담원 메모', 'agent')] });
    expect((await ticket()).status).toBe('resolved');
    await hand({ ...one, messages: [said(3, '다시 안 돼요')] });
    expect(await ticket()).toMatchObject({ status: 'processing', unread: true });
  });

  it('keep their files and what the customer thought of them', async () => {
    const content = Buffer.from('%PDF-1.7 회신').toString('base64');
    const one = chat(said(1, '영수증이에요', 'customer', { files: [{ fileName: '영수증.pdf', content }] }));
    const { ticketId } = await taken(one);
    const [line] = (await transcript(ticketId)).messages;
    expect(line?.attachments).toMatchObject([{ fileName: '영수증.pdf', contentType: 'application/pdf' }]);
    const page = await desk.caller('agent1');
    expect((await page.open(`/attachments/${line?.attachments[0]?.attachmentId}`)).status).toBe(200);
    await hand({ ...one, rating: { satisfied: false, opinion: '오래 기다렸어요' } });
    await hand({ ...one, rating: { satisfied: false, opinion: '또 한 번' } });
    const told = await transcript(ticketId);
    expect([told.rating, told.messages.length]).toEqual([{ satisfied: false, opinion: '오래 기다렸어요' }, 1]);
  });

  it('are rated with the words that were said for the rating, also where it changes', async () => {
    const one = chat(said(1, '질문'));
    const { ticketId } = await taken({ ...one, rating: { satisfied: true, opinion: '좋아요' } });
    const rated = async (rating: object) => {
      await hand({ ...one, rating });
      return (await transcript(ticketId)).rating;
    };
    expect(await rated({ satisfied: false })).toEqual({ satisfied: false, opinion: null });
    expect(await rated({ satisfied: false, opinion: '나빠요' })).toEqual({ satisfied: false, opinion: '나빠요' });
    expect(await rated({ satisfied: true })).toEqual({ satisfied: true, opinion: '좋아요' });
    expect((await transcript(ticketId)).messages.map(({ text }) => text)).toEqual(['질문']);
  });

  it('keep of messages with the same name the first, with its own files', async () => {
    const [first, second] = ['첫째', '둘째'].map((text) => [
      { fileName: `${text}.pdf`, content: Buffer.from(`%PDF-1.7 ${text}`).toString('base64') },
    ]);
    const { ticketId } = await taken(
      chat(
        said(1, '하나', 'customer', { files: first }),
        said(1, '둘', 'customer', { files: second }),
        said(2, '셋'),
        said(2, '넷', 'customer', { files: second }),
      ),
    );
    const told = (await transcript(ticketId)).messages;
    expect(told.map(({ text, attachments }) => [text, attachments.map(({ fileName }) => fileName)])).toEqual([
      ['하나', ['첫째.pdf']],
      ['셋', []],
    ]);
  });

  it('bring large files byte by byte', async () => {
    const bytes = Buffer.alloc(
      1_000_000,
      Uint8Array.from({ length: 256 }, (_, value) => value),
    );
    bytes.write('%PDF-1.7');
    const files = [{ fileName: '큰 파일.pdf', content: bytes.toString('base64') }];
    const { ticketId } = await taken(chat(said(1, '보냅니다', 'customer', { files })));
    const [line] = (await transcript(ticketId)).messages;
    const file = await (await desk.caller('agent1')).open(`/attachments/${line?.attachments[0]?.attachmentId}`);
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('are masked as every body is: in the transcript, across messages, and for what is said later', async () => {
    const one = chat(said(1, '카드 4111-1111-1111-1111'), said(2, '비밀번호는 하늘바다'), said(3, '네', 'agent'));
    const { ticketId } = await taken(one);
    const admin = desk.as('admin1');
    const mask = async (from: string, to: string) => {
      const [entry] = await history(ticketId);
      const start = entry!.text.indexOf(from);
      const length = entry!.text.indexOf(to) + to.length - start;
      return admin.post(`messages/${entry!.id}/masks.json`, { start, length, expectedVersion: entry!.bodyVersion });
    };
    const first = await mask('4111', '하늘바다');
    expect(first.status).toBe(201);
    await hand({ ...one, messages: [said(1, '카드 4111-1111-1111-1111'), said(4, '고맙습니다')] });
    const told = await transcript(ticketId);
    expect(told.messages.map(({ id, text }) => [id, text])).toEqual([
      ['m1', '카드 *******************'],
      ['m2', '**********'],
      ['m3', '네'],
      ['m4', '고맙습니다'],
    ]);
    expect(JSON.stringify([told, await history(ticketId)])).not.toMatch(/4111|하늘바다/);
    const found = await mine.get(`tickets.json?view=all&q=${encodeURIComponent('하늘바다')}`);
    expect(found.contents).toEqual([]);
    const back = await admin.post(`masks/${first.content['mask']}/unmask.json`, {
      reason: '고객 요청',
      expectedVersion: (await history(ticketId))[0]!.bodyVersion,
    });
    expect(back.status).toBe(200);
    expect((await transcript(ticketId)).messages.map(({ text }) => text)).toEqual([
      '카드 4111-1111-1111-1111',
      '비밀번호는 하늘바다',
      '네',
      '고맙습니다',
    ]);
  });

  it.each([
    [{ messages: [] }, 'messages', 'required'],
    [{ messages: [said(1, 'x'.repeat(4_001))] }, 'messages.0.text', undefined],
    [{ messages: Array.from({ length: 501 }, (_, id) => said(id, 'x')) }, 'messages', undefined],
    [{ messages: [said(1, 'x', 'customer', { at: 8_640_000_000_000_001 })] }, 'messages.0.at', undefined],
    [{ messages: [said(1, 'x', 'customer', { at: at * 1_000 })] }, 'messages.0.at', undefined],
    [{ messages: [said(1, 'x')], endedAt: at * 1_000 }, 'endedAt', undefined],
    [{ messages: [said(1, 'x', 'robot')] }, 'messages.0.from', undefined],
    [{ messages: [said(1, 'x', 'customer', { html: '<p>' })] }, 'messages.0.html', undefined],
    [{ messages: [said(1, 'x')], assignee: 'nobody' }, 'assignee', 'unknown'],
    [
      { messages: [said(1, 'x', 'customer', { files: [{ fileName: 'a.pdf', content: btoa('<script>') }] })] },
      'messages.0.files.0',
      'content',
    ],
    [{ messages: [said(1, 'x')], customer: { email: 'nobody' } }, 'customer.email', undefined],
  ])('case %# is refused, and the field is named', async (more, field, code) => {
    const { status, body } = await hand({ ...chat(), ...more });
    expect([status, body.result.contents[0].field]).toEqual([400, field]);
    if (code) expect(body.result.contents[0].code).toBe(code);
  });

  it('are refused where together they are longer than a body', async () => {
    const one = chat(...Array.from({ length: 126 }, (_, id) => said(id, '가'.repeat(4_000))));
    const { status, body } = await hand(one);
    expect([status, body.result.contents[0].code]).toEqual([400, 'too_long']);
  });

  it('come only from who has the key, to services that have chat, and are read in their service', async () => {
    expect((await hand(chat(said(1, 'x')), 'demo', { signature: 'x' })).status).toBe(400);
    expect((await hand(chat(said(1, 'x')), 'demoissue')).status).toBe(403);
    const { ticketId } = await taken(chat(said(1, '안녕하세요')));
    expect((await desk.as('jpadmin', 'demojp').get(`tickets/${ticketId}/chat.json`)).status).toBe(404);
    const [service] = await server.database.system((tx) =>
      tx.select({ capabilities: services.capabilities }).from(services).where(eq(services.serviceId, 'demo')),
    );
    expect(service?.capabilities.chat).toBe(true);
  });
});
