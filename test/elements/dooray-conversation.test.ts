import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import type { DoorayConversation } from '../../src/domain/transfer.js';
import { DoorayConversationPanel } from '../../src/elements/dooray-conversation/dooray-conversation.js';
import * as requests from '../../src/events/requests.js';
import {
  aComment,
  doorayHub,
  doorayTicket,
  doorayTransfer,
  sampleConversation,
  taskUrl,
} from '../../stories/support/sample-dooray.js';
import { ready } from '../../stories/support/samples.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, inHub, named, one, survivesMoves, textOf } from '../support/in-hub.js';
import { aTicket } from '../support/open-ticket.js';
import { until } from '../support/until.js';

const hubOf = (change: Partial<DoorayConversation> = {}): FakeHub => {
  const hub = doorayHub();
  hub.dooray.$conversation.set(ready(sampleConversation('ko', change)));
  return hub;
};

async function open(
  hub = hubOf(),
  markup = '<dooray-conversation></dooray-conversation>',
): Promise<DoorayConversationPanel> {
  await import('../../src/elements/dooray-conversation/define.js');
  return inHub<DoorayConversationPanel>(hub, markup);
}

const spoken = (element: DoorayConversationPanel) =>
  all(element, 'article').map((article) => article.getAttribute('aria-label'));

describe('dooray-conversation', () => {
  it('is not defined by importing the class, and shows nothing outside a hub', async () => {
    expect(DoorayConversationPanel.prototype).to.be.instanceOf(HTMLElement);
    await import('../../src/elements/dooray-conversation/define.js');
    expect(textOf(await fixture(html`<dooray-conversation></dooray-conversation>`))).to.equal('');
  });

  it('shows the task with its state, its place and the way to it, and when Dooray! was read', async () => {
    const element = await open();
    const task = one(element, '.task').textContent;
    for (const text of ['주문 20261118-0042', '진행', '데모 개발본부 / 결제 플랫폼', 'payment/218'])
      expect(task).to.contain(text);
    const link = one<HTMLAnchorElement>(element, 'a');
    expect([link.href, link.target, link.rel]).to.deep.equal([taskUrl, '_blank', 'noopener noreferrer']);
    expect(textOf(element)).to.contain('1분 전 Dooray!에서 읽음');
    await expect(element).to.be.accessible();
  });

  it('leads to no address that is none of the web', async () => {
    const { task } = sampleConversation();
    expect(all(await open(hubOf({ task: task && { ...task, url: 'javascript:alert(1)' } })), 'a')).to.have.lengthOf(0);
  });

  it('tells the comments of both sides with author, side and time, the newest last, with their files', async () => {
    const hub = hubOf();
    const element = await open(hub);
    expect(spoken(element)).to.deep.equal([
      '정개발, Dooray!, 1시간 전',
      '김상담, 우리 서비스, 40분 전',
      '정개발, Dooray!, 5분 전',
    ]);
    await until(() => all(element, '.comment .message-body:not(.plain)').length === 3, 'the bodies');
    named(element, 'payment-2026-11-19.log 18kB 열기').click();
    expect(hub.asked(requests.AttachmentOpenRequest).map(({ attachmentId }) => attachmentId)).to.deep.equal([
      'd'.repeat(32),
    ]);
  });

  it('shows nothing of a body that would run', async () => {
    const body = {
      html: '<p>글<img src=x onerror="window.ran=1"></p>',
      text: '글',
      styles: [],
      blocked: [],
      notes: [],
    };
    const element = await open(hubOf({ comments: [aComment('evil', { body })] }));
    await until(() => all(element, '.comment .message-body:not(.plain)').length === 1, 'the body');
    expect(one(element, '.comment .message-body').innerHTML).not.to.contain('onerror');
  });

  it('says what is on its way and what did not get there, and sends it again once', async () => {
    const failed = aComment('f', { own: true, state: 'failed', problem: 'not_allowed' });
    const hub = hubOf({ comments: [failed, aComment('s', { own: true, state: 'sending' })] });
    const element = await open(hub);
    expect(textOf(element)).to.contain('Dooray!가 권한을 거부했습니다.').and.contain('Dooray!로 보내는 중입니다.');
    named(element, '다시 보내기').click();
    const ticketId = hub.tickets.$currentId.get()!;
    hub.work.$tasks.set([{ id: 'one', ticketId, action: 'dooray_retry', state: 'running' }]);
    await element.updateComplete;
    named(element, '보내는 중…').click();
    expect(hub.asked(requests.DoorayRetryRequest).map(({ commentId }) => commentId)).to.deep.equal(['f']);
    const error = new DeskError('denied', '');
    hub.work.$tasks.set([{ id: 'one', ticketId, action: 'dooray_retry', state: 'failed', error }]);
    await element.updateComplete;
    expect(one(element, '[role=alert]').textContent).to.contain('권한이 없습니다.');
    hub.tickets.$current.set(ready(doorayTicket('ko', { status: 'dooray_answered', actions: [] })));
    await element.updateComplete;
    expect(all(element, '.unsent button')).to.have.lengthOf(0);
    named(element, '닫기').click();
    expect(hub.asked(requests.TaskDismissRequest).map(({ taskId }) => taskId)).to.deep.equal(['one']);
  });

  it('says how old it is while Dooray! does not answer, and reads again', async () => {
    const hub = hubOf({ stale: true });
    const element = await open(hub);
    expect(textOf(element)).to.contain('Dooray!가 응답하지 않습니다. 1분 전 읽은 내용입니다.');
    expect(spoken(element)).to.have.lengthOf(3);
    named(element, '다시 시도').click();
    expect(hub.asked(requests.RetryRequest).map(({ what }) => what)).to.deep.equal(['conversation']);
    await expect(element).to.be.accessible();
  });

  it('keeps what it shows when reading it again fails', async () => {
    const hub = hubOf();
    const element = await open(hub);
    const error = new DeskError('offline', '');
    hub.dooray.$conversation.set({ status: 'failed', error, value: sampleConversation() });
    await element.updateComplete;
    expect(spoken(element)).to.have.lengthOf(3);
    expect(textOf(element)).to.contain('Dooray!가 응답하지 않습니다.');
  });

  it('tells new comments aloud, and those of another ticket not', async () => {
    const hub = hubOf();
    const element = await open(hub);
    const status = () =>
      all(element, '[role=status]')
        .map((part) => part.textContent!.trim())
        .join('');
    expect(status()).to.equal('');
    hub.dooray.$conversation.set(
      ready(sampleConversation('ko', { comments: [...sampleConversation().comments, aComment('c4')] })),
    );
    await element.updateComplete;
    expect(status()).to.equal('새 코멘트 1개');
    hub.tickets.$current.set(ready(doorayTicket('ko', { ticketId: 'T2' })));
    hub.dooray.$conversation.set(ready(sampleConversation('ko', { comments: [aComment('x'), aComment('y')] })));
    await element.updateComplete;
    expect(status()).to.equal('');
  });

  it('stays at the newest comment while the reader is there, and leaves the reader elsewhere alone', async () => {
    const many = Array.from({ length: 30 }, (_, index) => aComment(`c${index}`));
    const hub = hubOf({ comments: many });
    const element = await open(hub);
    element.parentElement!.style.cssText = 'display: block; block-size: 300px';
    const scroller = one(element, '.scroller');
    hub.dooray.$conversation.set(ready(sampleConversation('ko', { comments: [...many, aComment('next')] })));
    await element.updateComplete;
    scroller.scrollTop = 0;
    hub.dooray.$conversation.set(
      ready(sampleConversation('ko', { comments: [...many, aComment('next'), aComment('last')] })),
    );
    await element.updateComplete;
    expect(scroller.scrollTop).to.equal(0);
    scroller.scrollTop = scroller.scrollHeight;
    hub.dooray.$conversation.set(
      ready(sampleConversation('ko', { comments: [...many, aComment('a'), aComment('b'), aComment('c')] })),
    );
    await element.updateComplete;
    expect(scroller.scrollTop + scroller.clientHeight).to.be.closeTo(scroller.scrollHeight, 2);
  });

  it('says that no ticket is open, that it was not transferred, that nobody wrote yet, and what went wrong', async () => {
    const hub = hubOf({ comments: [] });
    const element = await open(hub);
    expect(textOf(element)).to.contain('아직 코멘트가 없습니다. 답변 작성란에 글을 쓰고');
    hub.tickets.$current.set(ready(doorayTicket('ko', { actions: [] })));
    await element.updateComplete;
    expect(textOf(element)).to.contain('아직 코멘트가 없습니다.').and.not.contain('답변 작성란');
    hub.dooray.$conversation.set({ status: 'failed', error: new DeskError('denied', '') });
    await element.updateComplete;
    expect(textOf(element)).to.equal('Dooray! 대화 내역을 볼 권한이 없습니다. 관리자에게 권한을 요청하세요.');
    hub.dooray.$conversation.set({ status: 'failed', error: new DeskError('offline', '') });
    await element.updateComplete;
    expect(textOf(element)).to.contain('서버에 연결할 수 없습니다.');
    named(element, '다시 시도').click();
    hub.dooray.$conversation.set({ status: 'loading' });
    await element.updateComplete;
    expect(textOf(element)).to.contain('불러오는 중…');
    hub.tickets.$current.set(ready(aTicket()));
    await element.updateComplete;
    expect(textOf(element)).to.contain('이 티켓은 Dooray!로 이관되지 않았습니다.');
    hub.tickets.$current.set({ status: 'idle' });
    await element.updateComplete;
    expect(textOf(element)).to.contain('티켓을 먼저 여세요.');
    expect(hub.asked(requests.RetryRequest).map(({ what }) => what)).to.deep.equal(['conversation']);
  });

  it('says that the task is not there yet', async () => {
    const { task } = sampleConversation();
    const hub = hubOf({
      task: task && { ...task, taskId: null, workflow: null, url: null, number: null },
      comments: [],
    });
    hub.tickets.$current.set(ready(doorayTicket('ko', { transfer: doorayTransfer('ko', { state: 'sending' }) })));
    expect(one(await open(hub), '.task').textContent).to.contain('업무 등록 중');
  });

  it('opens as a layer, and closes with Escape', async () => {
    const element = await open(hubOf(), '<dooray-conversation layer></dooray-conversation>');
    expect(textOf(element)).to.equal('');
    await element.show();
    expect(spoken(element)).to.have.lengthOf(3);
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(all(element, 'dialog')).to.have.lengthOf(0);
  });

  it('survives moves between hubs', async () => {
    await import('../../src/elements/dooray-conversation/define.js');
    await survivesMoves('dooray-conversation', doorayHub(), doorayHub('en'));
  });
});
