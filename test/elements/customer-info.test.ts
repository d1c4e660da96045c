import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import { known } from '../../src/base/known.js';
import type { CustomerInfo } from '../../src/domain/customer-info.js';
import { CustomerInfoPanel } from '../../src/elements/customer-info/customer-info.js';
import { RetryRequest, TicketSelectRequest } from '../../src/events/requests.js';
import { infoHub, infoSettings, sampleInfo, sampleItems } from '../../stories/support/customer-info.js';
import { sampleTicket } from '../../stories/support/sample-tickets.js';
import { ready, sampleHub, sampleSettings, speak } from '../../stories/support/samples.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, inHub, named, nameOf, one, survivesMoves, textOf } from '../support/in-hub.js';
import { settle, until } from '../support/until.js';

const ticket = sampleTicket('ko', 1);
const other = sampleTicket('ko', 2);

interface Asked {
  readonly values: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly answer: (info: CustomerInfo) => void;
}

/** A link that answers when the test says so. */
function slowHub(): { hub: FakeHub; asked: Asked[] } {
  const [hub, asked] = [infoHub(), [] as Asked[]];
  Object.assign(hub.customers, {
    lookUp: (values: Asked['values'], signal: AbortSignal) =>
      new Promise<CustomerInfo>((answer) => void asked.push({ values, signal, answer })),
  });
  return { hub, asked };
}

async function open(hub: FakeHub): Promise<CustomerInfoPanel> {
  await import('../../src/elements/customer-info/define.js');
  return inHub<CustomerInfoPanel>(hub, '<customer-info></customer-info>');
}

async function told(hub: FakeHub): Promise<CustomerInfoPanel> {
  const panel = await open(hub);
  await until(() => spoken(panel) !== '', 'the outcome');
  return panel;
}

const spoken = (panel: CustomerInfoPanel): string => nameOf(one(panel, '.outcome[role=status]'));
const labels = (panel: CustomerInfoPanel): string[] => all(panel, 'dt').map(nameOf);

function sampleOf(label: string, value: string): CustomerInfo {
  return { outcome: 'found', items: [{ key: 'k', label, value, fact: null }], tickets: [] };
}

async function turnTo(hub: FakeHub, panel: CustomerInfoPanel, next = other): Promise<void> {
  hub.tickets.$currentId.set(next.ticketId);
  hub.tickets.$current.set(ready(next));
  await panel.updateComplete;
}

describe('customer-info', () => {
  it('is not defined by importing the class, and shows nothing outside a hub', async () => {
    expect(CustomerInfoPanel.prototype).to.be.instanceOf(HTMLElement);
    await import('../../src/elements/customer-info/define.js');
    expect(textOf(await fixture(html`<customer-info></customer-info>`))).to.equal('');
  });

  it('asks by itself for the open ticket, and shows pairs and other tickets of the customer', async () => {
    const panel = await told(infoHub());
    expect(spoken(panel)).to.equal('고객 정보: 조회 성공');
    expect(labels(panel)).to.deep.equal(['이름', '이메일', '전화번호', '회원 등급', '누적 구매액']);
    const others = sampleInfo().tickets.filter(({ ticketId }) => ticketId !== ticket.ticketId);
    expect(all(panel, '.ticket')).to.have.lengthOf(others.length);
    expect(others.length).to.be.lessThan(sampleInfo().tickets.length);
    await expect(panel).to.be.accessible();
  });

  it('asks with what the ticket says of its customer, once while it is open', async () => {
    const { hub, asked } = slowHub();
    const panel = await open(hub);
    const { name, email } = ticket.customer!;
    expect(asked.map(({ values }) => values)).to.deep.equal([{ userName: name, mail: email }]);
    await expect(panel).to.be.accessible();
    asked[0]!.answer(sampleInfo());
    await until(() => labels(panel).length > 0, 'the answer');
    hub.tickets.$current.set({ status: 'loading', value: ticket });
    hub.tickets.$current.set(ready({ ...ticket, version: ticket.version + 1 }));
    await panel.updateComplete;
    expect(asked).to.have.lengthOf(1);
    expect(labels(panel)).to.have.lengthOf(5);
  });

  it('waits for the whole ticket before it asks', async () => {
    const { hub, asked } = slowHub();
    hub.tickets.$current.set({ status: 'loading', value: ticket });
    const panel = await open(hub);
    expect(asked).to.have.lengthOf(0);
    await turnTo(hub, panel, ticket);
    expect(asked).to.have.lengthOf(1);
  });

  it('waits for the agent where the service has the channel not switched on, and says why', async () => {
    const { hub, asked } = slowHub();
    hub.session.$settings.set(ready(infoSettings('ko', ['chat'])));
    const panel = await open(hub);
    expect(textOf(panel)).to.contain('유입채널이 웹인 티켓은 자동으로 조회하지 않으므로');
    expect(asked).to.have.lengthOf(0);
    await expect(panel).to.be.accessible();
    named(panel, '조회').focus();
    await sendKeys({ press: 'Enter' });
    await panel.updateComplete;
    const { name, email } = ticket.customer!;
    expect(asked.map(({ values }) => values)).to.deep.equal([{ userName: name, mail: email }]);
    expect(textOf(panel)).not.to.contain('자동으로');
    asked[0]!.answer(sampleInfo());
    await until(() => spoken(panel) === '고객 정보: 조회 성공', 'the answer');
    expect(nameOf(panel.shadowRoot!.activeElement!)).to.equal('다시 조회');
    await turnTo(hub, panel);
    expect(nameOf(one(panel, '.head .button'))).to.equal('조회');
    expect(asked).to.have.lengthOf(1);
  });

  it('asks by itself once the service has the channel switched on', async () => {
    const { hub, asked } = slowHub();
    hub.session.$settings.set(ready(infoSettings('ko', [])));
    const panel = await open(hub);
    expect(asked).to.have.lengthOf(0);
    hub.session.$settings.set(ready(infoSettings('ko', ['web'])));
    await panel.updateComplete;
    expect(asked).to.have.lengthOf(1);
  });

  it('asks nothing as long as it is closed', async () => {
    const { hub, asked } = slowHub();
    await import('../../src/elements/customer-info/define.js');
    const box = await inHub<CustomerInfoPanel>(hub, '<customer-info style="display: none"></customer-info>');
    await turnTo(hub, box);
    expect(asked).to.have.lengthOf(0);
    box.style.display = '';
    await until(() => asked.length === 1, 'the question');
    const { name, email } = other.customer!;
    expect(asked[0]!.values).to.include({ userName: name, mail: email });
  });

  it('shows the answer of a moment ago without asking again, in a panel that is opened anew, too', async () => {
    const { hub, asked } = slowHub();
    const panel = await open(hub);
    asked[0]!.answer(sampleOf('등급', 'GOLD'));
    await until(() => textOf(panel).includes('GOLD'), 'the answer');
    await turnTo(hub, panel);
    asked[1]!.answer(sampleOf('등급', 'VIP'));
    await until(() => textOf(panel).includes('VIP'), 'the other answer');
    await turnTo(hub, panel, ticket);
    expect(textOf(panel)).to.contain('GOLD').and.not.to.contain('VIP');
    expect(spoken(panel)).to.equal('고객 정보: 조회 성공');
    const again = document.createElement('customer-info');
    panel.replaceWith(again);
    await until(() => textOf(again).includes('GOLD'), 'the answer in the new panel');
    expect(asked).to.have.lengthOf(2);
    named(again, '다시 조회').click();
    expect(asked).to.have.lengthOf(3);
  });

  it('asks again after a moment, after a failure, and where the customer is another one meanwhile', async () => {
    const { hub, asked } = slowHub();
    const panel = await open(hub);
    const andBack = async (back = ticket): Promise<number> => {
      hub.tickets.$current.set({ status: 'idle' });
      await panel.updateComplete;
      await turnTo(hub, panel, back);
      return asked.length;
    };
    const answer = async (value: string, change: Partial<CustomerInfo> = {}): Promise<void> => {
      const before = spoken(panel);
      asked.at(-1)!.answer({ ...sampleOf('등급', value), ...change });
      await until(() => spoken(panel) !== before, 'the answer');
    };
    await answer('', { outcome: 'failed', items: [] });
    expect(await andBack()).to.equal(2);
    await answer('GOLD');
    expect(await andBack()).to.equal(2);
    hub.session.$clockOffset.set(61_000);
    expect(await andBack()).to.equal(3);
    await answer('GOLD');
    const customer = { ...ticket.customer!, email: 'changed@example.com' };
    expect(await andBack({ ...ticket, customer })).to.equal(4);
  });

  it('keeps the keyboard where the right is gone, and the button with it', async () => {
    const { hub, asked } = slowHub();
    const panel = await open(hub);
    asked[0]!.answer(sampleOf('등급', 'GOLD'));
    await until(() => labels(panel).length > 0, 'the answer');
    Object.assign(hub.customers, { lookUp: () => Promise.reject(new DeskError('denied', '')) });
    named(panel, '다시 조회').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => all(panel, '.head button').length === 0, 'the refusal');
    expect(panel.shadowRoot!.activeElement?.className).to.equal('root');
    // Nor is shown again what was told while there was a right.
    hub.tickets.$current.set(ready(other));
    await panel.updateComplete;
    hub.tickets.$current.set(ready(ticket));
    await panel.updateComplete;
    expect(textOf(panel)).not.to.contain('GOLD');
  });

  it('asks again when told to, and keeps the former answer in sight until then', async () => {
    const { hub, asked } = slowHub();
    const panel = await open(hub);
    asked[0]!.answer(sampleOf('등급', 'GOLD'));
    await until(() => labels(panel).length > 0, 'the answer');
    named(panel, '다시 조회').focus();
    await sendKeys({ press: 'Enter' });
    await panel.updateComplete;
    expect(asked).to.have.lengthOf(2);
    expect(textOf(panel)).to.contain('GOLD');
    expect(spoken(panel)).to.equal('');
    await sendKeys({ press: 'Enter' });
    expect(asked).to.have.lengthOf(2);
    asked[1]!.answer(sampleOf('등급', 'VIP'));
    await until(() => textOf(panel).includes('VIP'), 'the second answer');
    expect(textOf(panel)).not.to.contain('GOLD');
    expect(spoken(panel)).to.equal('고객 정보: 조회 성공');
  });

  it('never shows for one ticket what was said for another', async () => {
    const { hub, asked } = slowHub();
    const panel = await open(hub);
    await turnTo(hub, panel);
    expect(asked.map(({ signal }) => signal.aborted)).to.deep.equal([true, false]);
    asked[0]!.answer(sampleOf('등급', 'GOLD'));
    await settle();
    await panel.updateComplete;
    expect(textOf(panel)).not.to.contain('GOLD');
    asked[1]!.answer(sampleOf('등급', 'VIP'));
    await until(() => textOf(panel).includes('VIP'), 'the answer');
    hub.tickets.$current.set({ status: 'loading' });
    await panel.updateComplete;
    expect(textOf(panel)).not.to.contain('VIP');
    expect(spoken(panel)).to.equal('');
  });

  it('says that the customer was changed after the look-up', async () => {
    const hub = infoHub();
    const panel = await told(hub);
    const customer = { ...ticket.customer!, email: 'changed@example.com' };
    await turnTo(hub, panel, { ...ticket, customer });
    expect(textOf(panel)).to.contain('조회한 뒤 티켓의 고객 정보가 바뀌었습니다.');
    named(panel, '다시 조회').click();
    await until(() => !textOf(panel).includes('바뀌었습니다'), 'the new answer');
  });

  for (const [outcome, text] of [
    ['none', '조회 결과가 없습니다.'],
    ['denied', '서버를 조회할 권한이 없습니다.'],
    ['unreachable', '요청한 서버에 오류가 있습니다.'],
    ['failed', '오류가 발생했습니다.'],
  ] as const) {
    it(`says what the link documents when it is ${outcome}, once`, async () => {
      const info: CustomerInfo = { outcome, items: [], tickets: [] };
      const panel = await told(infoHub('ko', () => Promise.resolve(info)));
      expect(spoken(panel)).to.equal(`고객 정보: ${text}`);
      expect(textOf(panel).split(text)).to.have.lengthOf(2);
      expect(named(panel, '다시 조회').ariaDisabled).to.equal(null);
      await expect(panel).to.be.accessible();
    });
  }

  it('says why the call itself failed, and can be tried again', async () => {
    let failures = 1;
    const answer = (): Promise<CustomerInfo> =>
      failures-- > 0 ? Promise.reject(new DeskError('timeout', '')) : Promise.resolve(sampleInfo());
    const panel = await told(infoHub('ko', answer));
    expect(spoken(panel)).to.contain('서버가 제때 응답하지 않았습니다.');
    expect(textOf(panel)).to.contain('잠시 후 다시 조회하세요.');
    named(panel, '다시 조회').click();
    await until(() => labels(panel).length > 0, 'the answer');
  });

  it('tells an agent without the right whom to ask', async () => {
    const panel = await told(infoHub('ko', () => Promise.reject(new DeskError('denied', ''))));
    expect(textOf(panel)).to.contain('관리자에게 고객 정보를 조회할 권한을 요청하세요.');
    await expect(panel).to.be.accessible();
  });

  it('says what is lacking where a ticket does not fill what the link needs, and asks when it does', async () => {
    const { hub, asked } = slowHub();
    const customer = { ...ticket.customer!, email: null };
    hub.tickets.$current.set(ready({ ...ticket, customer }));
    const panel = await open(hub);
    expect(asked).to.have.lengthOf(0);
    expect(textOf(panel)).to.contain('채울 수 없는 조회 항목이 있습니다: 이메일.');
    named(panel, '다시 조회').click();
    expect(asked).to.have.lengthOf(0);
    await expect(panel).to.be.accessible();
    await turnTo(hub, panel, ticket);
    expect(asked).to.have.lengthOf(1);
  });

  it('says that there is nothing to ask by', async () => {
    const hub = infoHub();
    const inquiryItems = sampleItems().map((item) => ({ ...item, required: false }));
    hub.session.$settings.set(ready({ ...sampleSettings('ko'), inquiryItems }));
    hub.tickets.$current.set(ready({ ...ticket, customer: null }));
    expect(textOf(await open(hub))).to.contain('이 티켓에는 조회에 쓸 고객 정보가 없습니다.');
  });

  it('says that no ticket is open, that it could not be read, and that no link is set up', async () => {
    const hub = infoHub();
    hub.tickets.$current.set({ status: 'idle' });
    const panel = await open(hub);
    expect(textOf(panel)).to.contain('티켓을 열면');
    await expect(panel).to.be.accessible();
    hub.tickets.$current.set({ status: 'failed', error: new DeskError('offline', '') });
    await panel.updateComplete;
    named(panel, '다시 시도').click();
    expect(hub.asked(RetryRequest)[0]?.what).to.equal('ticket');
    const plain = await open(sampleHub());
    expect(textOf(plain)).to.contain('등록된 조회 항목이 없습니다.');
    expect(all(plain, 'button')).to.have.lengthOf(0);
    await expect(plain).to.be.accessible();
  });

  it('says that the items could not be loaded', async () => {
    const hub = sampleHub();
    hub.session.$settings.set({ status: 'failed', error: new DeskError('offline', '') });
    const panel = await open(hub);
    named(panel, '다시 시도').click();
    expect(hub.asked(RetryRequest)[0]?.what).to.equal('settings');
  });

  it('copies a value, or says how to', async () => {
    const panel = await told(infoHub());
    const { writeText } = navigator.clipboard;
    const copied: string[] = [];
    try {
      navigator.clipboard.writeText = (text) => Promise.resolve(void copied.push(text));
      named(panel, '회원 등급 복사').click();
      await until(() => spoken(panel) === '회원 등급: 복사했습니다.', 'the words');
      expect(copied).to.deep.equal(['VIP']);
      navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));
      named(panel, '회원 등급 복사').click();
      await until(() => spoken(panel).startsWith('복사하지 못했습니다.'), 'the other words');
    } finally {
      navigator.clipboard.writeText = writeText;
    }
  });

  it('opens another ticket by Enter, and keeps the focus', async () => {
    const hub = infoHub();
    const panel = await told(hub);
    all(panel, '.ticket')[0]!.focus();
    await sendKeys({ press: 'Enter' });
    expect(hub.asked(TicketSelectRequest)[0]?.ticketId).to.equal(sampleTicket('ko', 0).ticketId);
    await turnTo(hub, panel);
    expect(panel.shadowRoot!.activeElement?.ariaLabel).to.equal('고객 정보');
  });

  it('forgets what one agent saw when another takes over', async () => {
    const { hub, asked } = slowHub();
    const panel = await open(hub);
    asked[0]!.answer(sampleOf('등급', 'GOLD'));
    await until(() => textOf(panel).includes('GOLD'), 'the answer');
    const session = known(hub.session.$session.get())!;
    hub.session.$session.set(ready({ ...session, agent: { ...session.agent, usercode: 'agent9' } }));
    await panel.updateComplete;
    expect(textOf(panel)).not.to.contain('GOLD');
    expect(asked).to.have.lengthOf(2);
  });

  it('keeps its answer when it is moved, and gives up what is under way when it leaves', async () => {
    const { hub, asked } = slowHub();
    const panel = await open(hub);
    const home = panel.parentElement!;
    panel.remove();
    expect(asked[0]!.signal.aborted).to.equal(true);
    home.append(panel);
    await until(() => asked.length === 2, 'the second question');
    asked[1]!.answer(sampleOf('등급', 'GOLD'));
    await until(() => textOf(panel).includes('GOLD'), 'the answer');
    home.append(panel);
    await panel.updateComplete;
    await until(() => textOf(panel).includes('GOLD'), 'the answer after the move');
    expect(asked).to.have.lengthOf(2);
  });

  it('shows words, badges, addresses of the web alone, and headings, each as the service says', async () => {
    const item = { key: 'x', fact: null };
    const items = [
      { ...item, label: '이름', value: '한지우', shape: 'text' as const },
      { ...item, label: '회원', value: '', shape: 'divider' as const },
      { ...item, label: '등급', value: 'VIP', shape: 'badge' as const },
      { ...item, label: '주문', value: 'https://shop.example/1', shape: 'link' as const },
      { ...item, label: '함정', value: 'javascript:alert(1)', shape: 'link' as const },
      { ...item, label: '전화', value: '010', shape: 'copy' as const },
    ];
    const element = await open(infoHub('ko', () => Promise.resolve(sampleInfo('ko', { items, tickets: [] }))));
    await until(() => all(element, '.item').length === 5);
    expect(all(element, '.heading').map(({ textContent }) => textContent)).to.deep.equal(['회원']);
    expect(all(element, '.badge').map(({ textContent }) => textContent)).to.deep.equal(['VIP']);
    expect(all<HTMLAnchorElement>(element, 'a').map(({ href }) => href)).to.deep.equal(['https://shop.example/1']);
    expect(all(element, '.tools > button').map((button) => button.title)).to.deep.equal(['전화 복사']);
    await expect(element).to.be.accessible();
  });

  it('survives being moved between hubs', async () => {
    await import('../../src/elements/customer-info/define.js');
    await survivesMoves('customer-info', sampleHub(), sampleHub('en'));
  });

  it('speaks the language of its hub', async () => {
    const hub = infoHub();
    const panel = await told(hub);
    speak(hub, 'en');
    await panel.updateComplete;
    expect(nameOf(one(panel, '.head .button'))).to.equal('Look up again');
    speak(hub, 'ja');
    await panel.updateComplete;
    expect(nameOf(one(panel, '.head .button'))).to.equal('もう一度照会');
  });
});
