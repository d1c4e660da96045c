import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { sign } from '../../src/server/signature.js';
import { innermostFocus } from '../../src/base/dialog.js';
import { TicketSelectRequest } from '../../src/events/requests.js';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { startDesk, type Desk } from './support/desk.js';
import { retype, tabTo } from './support/keyboard.js';
import { button, inside, says, seen, textOf, visible } from './support/screen.js';

const number = '010-9012-3456';

describe('text messages and chats', function () {
  this.timeout(60_000);
  let desk: Desk;
  let hub: DeskHub;

  before(async () => {
    await setViewport({ width: 1600, height: 900 });
    desk = await startDesk();
  });
  after(() => desk.close());

  const rail = (): ParentNode => inside(hub, 'side-tools') ?? document.createDocumentFragment();
  const panel = (tag: string): ShadowRoot | undefined =>
    visible<HTMLElement>(rail(), tag)[0]?.shadowRoot ?? inside(hub, tag);

  async function open(ticketId: string): Promise<void> {
    hub.querySelector('ticket-console')?.dispatchEvent(new TicketSelectRequest(ticketId));
    await seen(() => visible(rail(), 'button').length > 0, 'the rail');
  }

  /** A ticket of a customer with a number, whose agent it is. */
  async function ofAgent(): Promise<string> {
    const ticketId = await desk.receive({
      id: 'sms@guest.example',
      from: 'haneul@guest.example',
      subject: '방문 시간 문의',
      text: '언제 오시나요?',
    });
    const [row] = await desk.query<{ customer_id: number }>(
      `select customer_id from tickets where ticket_id = '${ticketId}'`,
    );
    await desk.execute(`update customers set phone = '${number}' where customer_id = ${row?.customer_id}`);
    await desk.execute(
      `update tickets set status = 'processing', assignee = 'agent1', assignee_name = '이준호' where ticket_id = '${ticketId}'`,
    );
    return ticketId;
  }

  async function hand(delivery: object): Promise<string> {
    const address = new URL('/demo/openapi/v1/inbound/chat', location.origin);
    const body = new TextEncoder().encode(JSON.stringify(delivery));
    const timestamp = String(Date.now());
    const organizationId = 'AbcdE1fghIj23K4x';
    const parts = { organizationId, path: address.pathname, query: address.searchParams, timestamp, body };
    const signature = await sign('0123456789abcdef0123456789abcdef', { ...parts, multipart: false });
    const headers = { Authorization: signature, 'X-TC-Timestamp': timestamp, 'Content-Type': 'application/json' };
    const answer = await desk.server.fetch(address, { method: 'POST', headers, body });
    expect(answer.status).to.equal(201);
    const { result } = (await answer.json()) as { result: { content: { ticketId: string } } };
    return result.content.ticketId;
  }

  it('goes out to the customer, written and sent without a mouse, and is seen to arrive', async () => {
    const ticketId = await ofAgent();
    hub = await desk.open('agent1');
    await open(ticketId);
    (await seen(() => button(rail(), 'SMS 발송'), 'the tool')).focus();
    await sendKeys({ press: 'Enter' });
    await seen(() => panel('sms-panel') && says(panel('sms-panel')!, number), 'the number');
    await tabTo('textarea');
    await retype('내일 오전 10시에 방문하겠습니다.');
    await seen(() => says(panel('sms-panel')!, '32 / 90바이트'), 'the bytes');
    for (let tabs = 0; tabs < 8 && textOf(innermostFocus() ?? document.body) !== '보내기'; tabs++)
      await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await seen(() => says(panel('sms-panel')!, '문자를 보냈습니다.'), 'the outcome');
    await seen(async () => {
      await desk.server.worker.drain();
      return desk.server.sms.messages.length === 1;
    }, 'the message');
    expect(desk.server.sms.messages.map(({ to, text }) => [to, text])).to.deep.equal([
      [number, '내일 오전 10시에 방문하겠습니다.'],
    ]);
    await desk.execute(`update outbox set due_at = 0 where kind = 'sms'`);
    await seen(async () => {
      await desk.server.worker.drain();
      return says(panel('sms-panel')!, '수신됨');
    }, 'the arrival');
  });

  it('of a chat are read in Japanese, and what is said meanwhile appears', async () => {
    const chat = {
      chatId: 'flow-1',
      customer: { name: '山田 花子', email: 'hanako@guest.example' },
      messages: [
        { id: '1', from: 'customer', name: '山田 花子', at: Date.now() - 60_000, text: 'まだ届きません' },
        { id: '2', from: 'agent', name: '이준호', at: Date.now() - 30_000, text: '確認します' },
      ],
    };
    const ticketId = await hand(chat);
    hub.setAttribute('lang', 'ja');
    await open(ticketId);
    (await seen(() => button(rail(), 'チャット履歴'), 'the tool')).click();
    const lines = () => visible(panel('chat-transcript') ?? document.createDocumentFragment(), '.text').map(textOf);
    await seen(() => lines().length === 2, 'the transcript');
    expect(lines()).to.deep.equal(['まだ届きません', '確認します']);
    expect(says(panel('chat-transcript')!, '進行中のチャット')).to.equal(true);
    await hand({ ...chat, messages: [{ id: '3', from: 'customer', at: Date.now(), text: 'ありがとう' }] });
    await seen(() => lines().at(-1) === 'ありがとう', 'what is said now');
  });
});
