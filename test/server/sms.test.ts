import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customers, idempotency, outbox, smsMessages, tickets } from '../../demo/server/db/schema.js';
import { SmsFailure, type SmsPort, type SmsReport, type SmsToSend } from '../../demo/server/ports/sms.js';
import { sanitiseBody } from '../../demo/server/services/sanitise.js';
import { Worker } from '../../demo/server/services/worker.js';
import type { SmsMessage, SmsThread } from '../../src/domain/sms.js';
import type { HistoryEntry } from '../../src/domain/types.js';
import type { ServiceId } from './support/caller.js';
import { startServer, type TestServer } from './support/server.js';
import { EventReader } from './support/stream.js';
import { Desk, type Client } from './tickets/desk.js';

const hour = 3_600_000;
const agent = { assignee: 'agent1', assigneeName: '이준호', status: 'processing' as const };
const customer = { name: '한지우', phone: '010-2345-6789' };

/** A JPEG as far as its frame. */
const jpeg = new Uint8Array(400).fill(7);
jpeg.set([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0]);

/** A carrier that does what a test wants. */
class Carrier implements SmsPort {
  repeatable = false;
  readonly taken: SmsToSend[] = [];
  answer: (sms: SmsToSend) => void = () => undefined;
  says: SmsReport | null = 'delivered';

  /** Before it answers to a message, and to a question. */
  first: () => unknown = () => undefined;
  thinking: () => unknown = () => undefined;

  async send(sms: SmsToSend): Promise<void> {
    await this.first();
    this.answer(sms);
    this.taken.push(sms);
  }

  async report(): Promise<SmsReport | null> {
    await this.thinking();
    return this.says;
  }
}

describe('text messages', () => {
  let server: TestServer;
  let desk: Desk;
  let mine: Client;
  let carrier: Carrier;
  let worker: Worker;

  beforeAll(async () => {
    server = await startServer();
    desk = Desk.on(server);
    mine = desk.as('agent1');
    carrier = new Carrier();
    worker = workerOf();
  });
  afterAll(async () => {
    expect(server.errors).toEqual([]);
    await server.close();
  });

  const workerOf = (more: { smsPatience?: number } = {}) =>
    new Worker({
      database: server.database,
      vault: server.vault,
      mail: { repeatable: true, send: () => Promise.resolve('250 OK') },
      sms: carrier,
      now: () => server.clock.now,
      ...more,
    });
  let people = 0;
  const ticket = (more: object = {}, state: object = {}) =>
    desk.add(
      { channel: 'phone', customer: { ...customer, name: `고객 ${++people}` }, ...more },
      { ...agent, ...state },
    );
  const saying = (text: string) => ticket({ body: sanitiseBody({ text }) });
  const historyOf = async (ticketId: string) =>
    (await mine.get(`tickets/${ticketId}/history.json`)).contents as unknown as readonly HistoryEntry[];
  /** Masks a word in the first message that says it. */
  const mask = async (ticketId: string, word: string, after = 0) => {
    const entry = (await historyOf(ticketId)).find(({ id, text }) => id > after && text.includes(word))!;
    return desk.as('admin1').post(`messages/${entry.id}/masks.json`, {
      start: entry.text.indexOf(word),
      length: word.length,
      expectedVersion: entry.bodyVersion,
    });
  };
  const send = (ticketId: string, body: object, client = mine) => client.post(`tickets/${ticketId}/sms.json`, body);
  const thread = async (ticketId: string, client = mine) =>
    (await client.get(`tickets/${ticketId}/sms.json`)).content as unknown as SmsThread;
  const sent = async (ticketId: string, body: object = { text: '확인했습니다' }) =>
    (await send(ticketId, body)).content as unknown as SmsMessage;
  const stateOf = async (ticketId: string) =>
    (await thread(ticketId)).messages.map(({ state, problem }) => [state, problem]);
  const work = async (after = 0) => {
    server.clock.advance(after);
    await worker.drain();
  };

  it('leave once, as they were written, and are told to the pages until they arrived', async () => {
    const ticketId = await ticket();
    const text = '  배송  안내\n\n주문 2048 <b> & 출고 ';
    const stream = await EventReader.open(await desk.caller('agent2'));
    const first = await sent(ticketId, { text });
    expect(first).toMatchObject({ kind: 'sms', to: customer.phone, state: 'sending', by: { usercode: 'agent1' } });
    carrier.taken.length = 0;
    await work();
    await work();
    expect(carrier.taken).toMatchObject([{ smsId: first.smsId, serviceId: 'demo', text: text.trim(), image: null }]);
    expect(await stateOf(ticketId)).toEqual([['sent', null]]);
    await work(10_000);
    const [message] = (await thread(ticketId)).messages;
    expect(message).toMatchObject({ state: 'delivered', text: text.trim(), actions: [] });
    await work(24 * hour);
    expect(carrier.taken).toHaveLength(1);
    await stream.until(() => stream.events.filter(({ data }) => JSON.stringify(data).includes('"sms"')).length >= 3);
    expect(JSON.stringify(stream.events)).not.toContain('배송');
    stream.close();
    const history = (await mine.get(`tickets/${ticketId}/history.json`)).contents as unknown as HistoryEntry[];
    expect(history.at(-1)).toMatchObject({ kind: 'sms', sms: { state: 'delivered', to: customer.phone } });
    const found = await mine.get(`tickets.json?view=all&q=${encodeURIComponent('주문 2048')}`);
    expect(found.contents.map((row) => row.ticketId)).toContain(ticketId);
    const events = (await mine.get(`tickets/${ticketId}/events.json`)).contents;
    expect(events.map(({ kind }) => kind)).toContain('sms_sent');
  });

  it('carry a JPEG, which makes them multimedia messages, and nothing else', async () => {
    const ticketId = await ticket();
    const page = await desk.caller('agent1');
    const upload = async (name: string, bytes: Uint8Array<ArrayBuffer>) =>
      (await page.upload('/attachments.json', new File([bytes], name))).body.result.content.attachmentId as string;
    const good = await upload('상자.jpg', jpeg);
    const big = new Uint8Array(310_000);
    big.set(jpeg);
    const bad = new Uint8Array(jpeg);
    bad[9] = 0xd9;
    for (const [id, code] of [
      [await upload('big.jpg', big), 'too_large'],
      [await upload('script.jpg', bad), 'not_jpeg'],
      ['0'.repeat(32), 'unknown'],
    ] as const) {
      const refused = await send(ticketId, { text: '사진', attachmentId: id });
      expect([refused.status, refused.contents[0]?.['code']]).toEqual([400, code]);
    }
    expect(await sent(ticketId, { text: '사진', attachmentId: good })).toMatchObject({
      kind: 'mms',
      attachment: { attachmentId: good, fileName: '상자.jpg' },
    });
    await work();
    expect(carrier.taken.at(-1)?.image).toMatchObject({ fileName: '상자.jpg', content: { length: jpeg.length } });
  });

  it.each([
    [{ text: '가'.repeat(1_001) }, 'text', 'too_long', '2002'],
    [{ text: '좋아요\n네 😀' }, 'text', 'unsendable', 'Line 2, character 3'],
    [{ text: ' \n' }, 'text', 'required', ''],
    [{ text: '가', at: 0 }, 'at', 'too_soon', ''],
    [{ text: '가', at: Number.MAX_SAFE_INTEGER }, 'at', 'too_late', ''],
  ])('%# are refused by what is wrong with them', async (body, field, code, message) => {
    const refused = await send(await ticket(), body);
    expect([refused.status, refused.contents[0]?.['field'], refused.contents[0]?.['code']]).toEqual([400, field, code]);
    expect(refused.contents[0]?.['message']).toContain(message);
  });

  it.each([
    [{ customer: null }, {}, 422, 'no_number'],
    [{ customer: { name: 'A', phone: '010-****-1111' } }, {}, 422, 'masked_number'],
    [{ customer: { name: 'B', phone: '없음' } }, {}, 422, 'bad_number'],
    [{}, { spam: true, status: 'resolved' }, 422, 'spam'],
    [{}, { assignee: 'agent2', assigneeName: '박지민' }, 403, 'not_assignee'],
    [{}, { assignee: null, status: 'unassigned' }, 403, 'not_assignee'],
  ])('%# go to nobody who cannot or must not have them', async (more, state, status, code) => {
    const ticketId = await ticket(more, state);
    expect((await thread(ticketId)).hindrance).toBe(code);
    const refused = await send(ticketId, { text: '안녕하세요' });
    expect([refused.status, refused.content['code']]).toEqual([status, code]);
    expect((await thread(ticketId)).messages).toEqual([]);
  });

  it('are a part that a service has or has not, and stay in their service', async () => {
    const ticketId = await ticket();
    const { smsId } = await sent(ticketId, { text: '내일 뵙겠습니다', at: server.clock.now + hour });
    const set = (sms: boolean, serviceId: ServiceId = 'demo') =>
      desk.as(serviceId === 'demo' ? 'admin1' : 'jpadmin', serviceId).put('admin/messaging.json', { sms, chat: true });
    expect((await mine.put('admin/messaging.json', { sms: false, chat: false })).status).toBe(403);
    const others = desk.as('jpadmin', 'demojp');
    expect((await others.get(`tickets/${ticketId}/sms.json`)).status).toBe(403);
    await set(true, 'demojp');
    expect((await others.get(`tickets/${ticketId}/sms.json`)).status).toBe(404);
    expect((await others.delete(`sms/${smsId}.json`, {})).status).toBe(404);
    await set(false);
    expect((await mine.get('session.json')).content).toMatchObject({ capabilities: { sms: false } });
    for (const answer of [await mine.get(`tickets/${ticketId}/sms.json`), await send(ticketId, { text: '가' })])
      expect([answer.status, answer.header.isSuccessful]).toEqual([403, false]);
    await work(hour);
    await set(true);
    expect(await stateOf(ticketId)).toEqual([['failed', 'off']]);
  });

  it('that are reserved wait for their time, and can be taken back until then', async () => {
    const ticketId = await ticket();
    const at = server.clock.now + hour;
    const one = await sent(ticketId, { text: '첫째', at });
    const two = await sent(ticketId, { text: '둘째', at });
    expect([one.state, one.at, one.actions]).toEqual(['reserved', at, ['cancel']]);
    const before = carrier.taken.length;
    await work(hour - 1_000);
    expect(carrier.taken).toHaveLength(before);
    const cancelled = await mine.delete(`sms/${one.smsId}.json`, {});
    expect(cancelled.content).toMatchObject({ state: 'cancelled', actions: [] });
    expect((await mine.delete(`sms/${one.smsId}.json`, {})).content).toMatchObject({ state: 'cancelled' });
    expect((await desk.as('agent2').delete(`sms/${two.smsId}.json`, {})).status).toBe(403);
    await work(1_000);
    expect(carrier.taken.slice(before).map(({ smsId }) => smsId)).toEqual([two.smsId]);
    const late = await mine.delete(`sms/${two.smsId}.json`, {});
    expect([late.status, late.content['code']]).toEqual([409, 'sms_gone']);
    const kinds = (await mine.get(`tickets/${ticketId}/events.json`)).contents.map(({ kind }) => kind);
    expect(kinds.filter((kind) => String(kind).startsWith('sms'))).toEqual(
      expect.arrayContaining(['sms_reserved', 'sms_cancelled']),
    );
  });

  it.each([
    ['refused', false, 'failed', 'refused', 1],
    ['unknown', false, 'failed', 'unknown', 1],
    ['later', false, 'sending', null, 2],
    ['unknown', true, 'sending', null, 2],
  ] as const)(
    'that a carrier answers with "%s" (repeatable: %s) are %s',
    async (outcome, repeatable, state, problem, tries) => {
      const ticketId = await ticket();
      carrier.repeatable = repeatable;
      let calls = 0;
      carrier.answer = () => {
        calls++;
        throw new SmsFailure(outcome);
      };
      const { smsId } = await sent(ticketId);
      await work();
      expect(await stateOf(ticketId)).toEqual([[state, problem]]);
      await work(60_000);
      expect(calls).toBe(tries);
      carrier.answer = () => undefined;
      if (state === 'failed') {
        expect((await thread(ticketId)).messages[0]?.actions).toEqual(['retry']);
        expect((await mine.post(`sms/${smsId}/retry.json`, {})).content).toMatchObject({
          state: 'sending',
          problem: null,
        });
      } else {
        expect((await mine.post(`sms/${smsId}/retry.json`, {})).status).toBe(409);
      }
      await work(60_000);
      await work(60_000);
      carrier.repeatable = false;
      expect(await stateOf(ticketId)).toEqual([['delivered', null]]);
      expect(carrier.taken.filter((one) => one.smsId === smsId)).toHaveLength(1);
    },
  );

  it('of which nobody knows whether they left are not sent again by themselves', async () => {
    const ticketId = await ticket();
    const { smsId } = await sent(ticketId);
    carrier.answer = () => {
      throw new SmsFailure('later');
    };
    await work();
    // As after a crash between the mark and the answer.
    await server.database.system((tx) =>
      tx.execute(`update sms_messages set started_at = 1 where sms_id = '${smsId}'`),
    );
    carrier.answer = () => undefined;
    const before = carrier.taken.length;
    await work(60_000);
    expect(await stateOf(ticketId)).toEqual([['failed', 'unknown']]);
    expect(carrier.taken).toHaveLength(before);
  });

  it('that did not arrive say so', async () => {
    const ticketId = await ticket();
    await sent(ticketId);
    carrier.says = null;
    await work();
    await work(10_000);
    expect(await stateOf(ticketId)).toEqual([['sent', null]]);
    carrier.says = 'undelivered';
    await work(60_000);
    carrier.says = 'delivered';
    expect(await stateOf(ticketId)).toEqual([['failed', 'undelivered']]);
  });

  it('say nothing that is masked in the ticket, and do not leave once they are masked themselves', async () => {
    const ticketId = await ticket();
    await send(ticketId, { text: '계좌 110-234-567890 확인' });
    await work();
    expect((await mask(ticketId, '110-234-567890')).status).toBe(201);
    const again = await sent(ticketId, { text: '입금 계좌 110-234-567890 맞나요' });
    expect(again.text).toBe('입금 계좌 ************** 맞나요');
    const reserved = await sent(ticketId, { text: '담당자 박서연 드림', at: server.clock.now + hour });
    expect((await mask(ticketId, '박서연')).status).toBe(201);
    const before = carrier.taken.length;
    await work(hour);
    expect(carrier.taken.slice(before).map(({ text }) => text)).toEqual(['입금 계좌 ************** 맞나요']);
    const { messages } = await thread(ticketId);
    expect(messages.find(({ smsId }) => smsId === reserved.smsId)).toMatchObject({
      state: 'failed',
      problem: 'masked',
      text: '담당자 *** 드림',
      actions: [],
    });
    expect(JSON.stringify(await thread(ticketId))).not.toMatch(/110-234-567890|박서연/);
  });

  it('that wait, or failed, stay where what they say is masked elsewhere in their ticket', async () => {
    const ticketId = await saying('계좌 220-234-567890 입니다');
    const text = '계좌 220-234-567890 확인';
    const failing = async (outcome: 'refused' | 'unknown') => {
      carrier.answer = () => {
        throw new SmsFailure(outcome);
      };
      const { smsId } = await sent(ticketId, { text });
      await work();
      carrier.answer = () => undefined;
      return smsId;
    };
    const refused = await failing('refused');
    const unknown = await failing('unknown');
    const other = await sent(ticketId, { text: '곧 연락드리겠습니다', at: server.clock.now + hour });
    await sent(ticketId, { text, at: server.clock.now + hour });
    expect((await mask(ticketId, '220-234-567890')).status).toBe(201);
    expect(await stateOf(ticketId)).toEqual([
      ['failed', 'masked'],
      ['failed', 'unknown'],
      ['reserved', null],
      ['failed', 'masked'],
    ]);
    const again = async (smsId: string) => {
      const { status, content } = await mine.post(`sms/${smsId}/retry.json`, {});
      return [status, content['code']];
    };
    expect(await again(refused)).toEqual([409, 'sms_gone']);
    expect(await again(unknown)).toEqual([422, 'masked']);
    const before = carrier.taken.length;
    await work(hour);
    expect(carrier.taken.slice(before).map(({ smsId }) => smsId)).toEqual([other.smsId]);
  });

  it('that are on their way when their words are masked are not tried again', async () => {
    const ticketId = await saying('계좌 330-234-567890 입니다');
    carrier.first = async () => {
      carrier.first = () => undefined;
      await mask(ticketId, '330-234-567890');
    };
    carrier.answer = () => {
      throw new SmsFailure('later');
    };
    await sent(ticketId, { text: '계좌 330-234-567890 확인' });
    await work();
    carrier.answer = () => undefined;
    expect(await stateOf(ticketId)).toEqual([['sending', null]]);
    const before = carrier.taken.length;
    await work(60_000);
    expect(await stateOf(ticketId)).toEqual([['failed', 'masked']]);
    expect(carrier.taken).toHaveLength(before);
  });

  it('that left with masked words are told to whoever masks them', async () => {
    const ticketId = await saying('문의');
    await sent(ticketId, { text: '담당 윤가온 올림' });
    await work();
    const { status, content } = await mask(ticketId, '윤가온');
    expect([status, content['notReached']]).toEqual([
      201,
      [{ kind: 'sms', to: customer.phone, at: expect.any(Number) as number }],
    ]);
  });

  it('are in no first answer that is kept, once they are masked', async () => {
    const ticketId = await saying('문의');
    carrier.answer = () => {
      throw new SmsFailure('refused');
    };
    const failed = await sent(ticketId, { text: '계좌 440-999-567890 확인' });
    await work();
    carrier.answer = () => undefined;
    await mine.post(`sms/${failed.smsId}/retry.json`, {});
    const reserved = await sent(ticketId, { text: '계좌 440-999-567890 안내', at: server.clock.now + hour });
    const cancelled = await mine.delete(`sms/${reserved.smsId}.json`, {});
    expect(cancelled.content).toMatchObject({ ticketId, state: 'cancelled' });
    const kept = async () => {
      const rows = await server.database.system((tx) => tx.select({ answer: idempotency.answer }).from(idempotency));
      return rows.filter(({ answer }) => answer?.includes('440-999-567890')).length;
    };
    expect(await kept()).toBe(4);
    await mask(ticketId, '440-999-567890');
    expect(await kept()).toBe(0);
  });

  it('do not leave from what turns out to be spam, and can be taken back whatever happened', async () => {
    const ticketId = await ticket();
    const at = server.clock.now + hour;
    await sent(ticketId, { text: '첫째', at });
    const spam = await mine.act(ticketId, 'process', { action: 'internal', reason: 'spam', html: '' });
    expect(spam.status).toBe(200);
    expect(await stateOf(ticketId)).toEqual([['cancelled', null]]);
    const kinds = (await mine.get(`tickets/${ticketId}/events.json`)).contents.map(({ kind }) => kind);
    expect(kinds).toContain('sms_cancelled');
    const others = [await ticket(), await ticket()] as const;
    const [one, two] = [await sent(others[0], { text: '둘째', at }), await sent(others[1], { text: '셋째', at })];
    await server.database.system(async (tx) => {
      for (const id of others) await tx.update(tickets).set({ spam: true }).where(eq(tickets.ticketId, id));
    });
    expect((await thread(others[0])).messages[0]?.actions).toEqual(['cancel']);
    expect((await mine.delete(`sms/${one.smsId}.json`, {})).content).toMatchObject({ state: 'cancelled' });
    const before = carrier.taken.length;
    await work(hour);
    expect(carrier.taken).toHaveLength(before);
    expect(await stateOf(others[1])).toEqual([['failed', 'spam']]);
    expect((await mine.post(`sms/${two.smsId}/retry.json`, {})).status).toBe(422);
  });

  it.each([
    [null, 'no_number', 422],
    ['010-****-6789', 'masked_number', 422],
    ['010-9999-8888', 'number_changed', 200],
    ['+010 (2345) 6789', null, null],
  ])('%# that were reserved for another number than %s do not go there', async (phone, problem, retry) => {
    const ticketId = await ticket();
    const { smsId } = await sent(ticketId, { text: '예약', at: server.clock.now + hour });
    const { customerId } = (
      await server.database.system((tx) =>
        tx.select({ customerId: tickets.customerId }).from(tickets).where(eq(tickets.ticketId, ticketId)),
      )
    )[0]!;
    await server.database.system((tx) =>
      tx.update(customers).set({ phone }).where(eq(customers.customerId, customerId!)),
    );
    const before = carrier.taken.length;
    await work(hour);
    expect(await stateOf(ticketId)).toEqual([[problem ? 'failed' : 'sent', problem]]);
    expect(carrier.taken).toHaveLength(problem ? before : before + 1);
    if (retry === null) return;
    const again = await mine.post(`sms/${smsId}/retry.json`, {});
    expect(again.status).toBe(retry);
    if (retry !== 200) return expect(again.content['code']).toBe(problem);
    await work();
    expect(carrier.taken.slice(before).map(({ to }) => to)).toEqual([phone]);
  });

  it('do not wait for what the carrier says of others', async () => {
    await sent(await ticket());
    await work();
    server.clock.advance(10_000);
    let answer: (() => void) | undefined;
    const thinking = new Promise<void>((done) => (answer = done));
    const asked = new Promise<void>((done) => {
      carrier.thinking = () => (done(), thinking);
    });
    const started = workerOf();
    await started.start();
    await asked;
    let arrived: (() => void) | undefined;
    const left = new Promise<void>((done) => (arrived = done));
    carrier.answer = ({ text }) => text === '급한 소식' && arrived?.();
    const { smsId } = await sent(await ticket(), { text: '급한 소식' });
    await left;
    answer?.();
    await started.stop();
    carrier.answer = carrier.thinking = () => undefined;
    expect(carrier.taken.map((one) => one.smsId)).toContain(smsId);
  });

  it('are given up where the carrier never answers, and so is what is asked about them', async () => {
    const short = workerOf({ smsPatience: 5 });
    const never = () => new Promise(() => undefined);
    const [one, two] = [await ticket(), await ticket()];
    await sent(one);
    await work();
    await sent(two);
    carrier.first = carrier.thinking = never;
    server.clock.advance(10_000);
    await short.drain();
    carrier.first = carrier.thinking = () => undefined;
    expect([await stateOf(one), await stateOf(two)]).toEqual([[['sent', null]], [['failed', 'unknown']]]);
  });

  it('keep the mark of the worker that has begun again meanwhile', async () => {
    const { smsId } = await sent(await ticket());
    const one = eq(smsMessages.smsId, smsId);
    carrier.first = () => server.database.system((tx) => tx.update(smsMessages).set({ startedAt: 5 }).where(one));
    carrier.answer = () => {
      throw new SmsFailure('later');
    };
    await work();
    carrier.first = carrier.answer = () => undefined;
    const rows = await server.database.system((tx) =>
      tx.select({ startedAt: smsMessages.startedAt }).from(smsMessages).where(one),
    );
    expect(rows).toEqual([{ startedAt: 5 }]);
    await work(60_000);
  });

  it('go with their ticket', async () => {
    const ticketId = await ticket();
    await sent(ticketId, { text: '삭제될 글', at: server.clock.now + hour });
    const one = and(eq(tickets.serviceId, 'demo'), eq(tickets.ticketId, ticketId));
    await server.database.system((tx) => tx.update(tickets).set({ spam: true, status: 'resolved' }).where(one));
    const admin = desk.as('admin1');
    const { version } = (await admin.get(`tickets/${ticketId}.json`)).content;
    expect((await admin.delete(`tickets/${ticketId}.json`, { expectedVersion: version })).status).toBe(200);
    const before = carrier.taken.length;
    await work(hour);
    expect(carrier.taken).toHaveLength(before);
    const rows = await server.database.system((tx) =>
      tx
        .select({ state: outbox.state })
        .from(outbox)
        .where(and(eq(outbox.kind, 'sms'), eq(outbox.state, 'waiting'))),
    );
    expect(rows).toEqual([]);
  });
});
