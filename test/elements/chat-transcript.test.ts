import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import { ChatTranscriptPanel } from '../../src/elements/chat-transcript/chat-transcript.js';
import { AttachmentOpenRequest, RetryRequest } from '../../src/events/requests.js';
import { chatHub, longChat, sampleChat } from '../../stories/support/sample-messages.js';
import { ready, sampleHub, speak } from '../../stories/support/samples.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, inHub, named, nameOf, one, survivesMoves, textOf } from '../support/in-hub.js';
import { aTicket } from '../support/open-ticket.js';
import { settle, until } from '../support/until.js';

async function open(hub: FakeHub = chatHub()): Promise<ChatTranscriptPanel> {
  await import('../../src/elements/chat-transcript/define.js');
  const panel = await inHub<ChatTranscriptPanel>(hub, '<chat-transcript></chat-transcript>');
  panel.style.blockSize = '300px';
  await settle();
  return panel;
}

const scroller = (panel: ChatTranscriptPanel): HTMLElement => one(panel, '.scroller');

describe('chat-transcript', () => {
  it('is not defined by importing the class, and shows nothing outside a hub', async () => {
    expect(ChatTranscriptPanel.prototype).to.be.instanceOf(HTMLElement);
    await import('../../src/elements/chat-transcript/define.js');
    expect(textOf(await fixture(html`<chat-transcript></chat-transcript>`))).to.equal('');
  });

  it('tells who said what and when, day by day in the zone of the service', async () => {
    const panel = await open();
    expect(all(panel, '.day').map(nameOf)).to.deep.equal(['2026. 11. 20.', '2026. 11. 21.']);
    expect(all(panel, '.line .text').map((line) => line.textContent)).to.deep.equal(
      sampleChat().messages.map(({ text }) => text),
    );
    // Under one name stands all that is said in one go.
    expect(all(panel, '.who').map(nameOf)).to.deep.equal([
      '정유진 · 고객',
      '시스템',
      '김서연 · 상담원',
      '정유진 · 고객',
      '김서연 · 상담원',
      '정유진 · 고객',
    ]);
    expect(all(panel, '.line time')[0]?.textContent).to.match(/12:30/);
    expect(textOf(one(panel, 'section') as never) || textOf(panel)).to.include('만족');
    await expect(panel).to.be.accessible();
  });

  it('is scrolled by the keyboard, and shows inside of itself that it has it', async () => {
    const panel = await open(chatHub('ko', longChat(200)));
    const before = await fixture<HTMLButtonElement>(html`<button>before</button>`);
    panel.parentElement!.before(before);
    before.focus();
    await sendKeys({ press: 'Tab' });
    expect(panel.shadowRoot?.activeElement).to.equal(scroller(panel));
    const { outlineStyle, outlineOffset, outlineWidth } = getComputedStyle(scroller(panel));
    expect(outlineStyle).not.to.equal('none');
    expect(parseFloat(outlineOffset) + parseFloat(outlineWidth), 'outside of the panel').to.be.at.most(0);
    await sendKeys({ press: 'Home' });
    await until(() => scroller(panel).scrollTop === 0, 'the beginning');
  });

  it('tells a day by the clock of the service, not of the page', async () => {
    const hub = chatHub('ko', {
      ...sampleChat(),
      messages: [14, 16].map((hour) => ({
        ...sampleChat().messages[0]!,
        id: `h${hour}`,
        at: Date.UTC(2026, 10, 20, hour, 50),
      })),
    });
    const panel = await open(hub);
    expect(all(panel, '.day').map(nameOf)).to.deep.equal(['2026. 11. 20.', '2026. 11. 21.']);
  });

  it('asks to save a file', async () => {
    const hub = chatHub();
    const panel = await open(hub);
    named(panel, '배송조회.jpg 178kB 저장').click();
    expect(hub.asked(AttachmentOpenRequest).map(({ fileName }) => fileName)).to.deep.equal(['배송조회.jpg']);
  });

  it('stays at the end of a chat that goes on, and tells a reader farther up of what is new', async () => {
    const hub = chatHub('ko', longChat(40));
    const panel = await open(hub);
    const isAtEnd = () => scroller(panel).scrollHeight - scroller(panel).clientHeight - scroller(panel).scrollTop < 40;
    await until(isAtEnd, 'the end');
    hub.chat.$transcript.set(ready(longChat(41)));
    await until(isAtEnd, 'the new end');
    expect(nameOf(one(panel, '[role=status]'))).to.equal('');
    scroller(panel).scrollTop = 0;
    await settle();
    hub.chat.$transcript.set(ready(longChat(43)));
    await panel.updateComplete;
    expect(nameOf(one(panel, '[role=status]'))).to.equal('새 메시지 2개');
    one(panel, '.newer button').click();
    await until(isAtEnd, 'the newest message');
    await panel.updateComplete;
    expect(nameOf(one(panel, '[role=status]'))).to.equal('');
  });

  it('has words for every state in which there is nothing to read', async () => {
    const hub = chatHub();
    const panel = await open(hub);
    const told = async (set: () => void): Promise<string> => {
      set();
      await panel.updateComplete;
      await expect(panel).to.be.accessible();
      return textOf(panel);
    };
    const failure = (kind: DeskError['kind']) => ({ status: 'failed', error: new DeskError(kind, '') }) as const;
    const set = hub.chat.$transcript.set.bind(hub.chat.$transcript);
    expect(await told(() => set(ready({ messages: [], rating: null, endedAt: null })))).to.equal(
      '채팅내역이 없습니다.',
    );
    expect(await told(() => set({ status: 'loading' }))).to.equal('불러오는 중…');
    expect(await told(() => set(failure('server')))).to.include('채팅내역을 불러오지 못했습니다.');
    named(panel, '다시 시도').click();
    expect(hub.asked(RetryRequest).map(({ what }) => what)).to.deep.equal(['chat']);
    expect(await told(() => set(failure('denied')))).to.include('권한');
    expect(await told(() => hub.tickets.$current.set(ready(aTicket())))).to.equal('채팅으로 접수된 티켓이 아닙니다.');
    expect(await told(() => hub.tickets.$current.set({ status: 'idle' }))).to.include('티켓을 선택하면');
  });

  it('follows the language, and survives moves', async () => {
    const hub = chatHub();
    const panel = await open(hub);
    speak(hub, 'ja');
    await panel.updateComplete;
    expect(textOf(panel)).to.include('顧客の評価');
    await survivesMoves('chat-transcript', chatHub(), sampleHub());
  });
});
