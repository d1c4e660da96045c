import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { WritableAtom } from 'nanostores';
import { DeskError } from '../../src/base/desk-error.js';
import type { DraftState, Task } from '../../src/base/hub-context.js';
import { languages, type Ticket, type Transfer } from '../../src/domain/types.js';
import { maxGuidance, transferProblems } from '../../src/domain/transfer.js';
import { TransferNotice } from '../../src/elements/transfer-notice/transfer-notice.js';
import * as requests from '../../src/events/requests.js';
import {
  doorayHub,
  doorayTicket,
  doorayTransfer,
  issueTransfer,
  originTicket,
  sampleGuidance,
} from '../../stories/support/sample-dooray.js';
import { ready } from '../../stories/support/samples.js';
import { moreTextsIn, type FakeHub } from '../support/fake-hub.js';
import { all, focusedName, inHub, named, one, survivesMoves, textOf } from '../support/in-hub.js';
import { aSession, aTicket, now } from '../support/open-ticket.js';

const atDooray = (change: Partial<Transfer>): Ticket =>
  doorayTicket('ko', { status: 'dooray_transferred', transfer: doorayTransfer('ko', change) });
const failed = (): Ticket => atDooray({ state: 'failed', problem: 'not_allowed', taskId: null });
const guided = (): Ticket =>
  aTicket({ status: 'issue_transferred', transfer: issueTransfer(), guidance: sampleGuidance() });
const asked = (doneAt: number | null): Ticket => {
  const ticket = originTicket();
  return { ...ticket, origin: ticket.origin && { ...ticket.origin, guidance: { ...sampleGuidance()!, doneAt } } };
};

describe('transfer-notice', () => {
  let hub: FakeHub;

  async function open(ticket: Ticket, language: 'ko' | 'ja' | 'en' = 'ko'): Promise<TransferNotice> {
    await import('../../src/elements/transfer-notice/define.js');
    hub = doorayHub(language, ticket);
    return inHub<TransferNotice>(hub, '<transfer-notice></transfer-notice>');
  }

  async function become(element: TransferNotice, ticket: Ticket): Promise<void> {
    hub.tickets.$current.set(ready(ticket));
    await element.updateComplete;
  }

  async function task(
    element: TransferNotice,
    action: Task['action'],
    state: Task['state'],
    kind?: 'conflict' | 'denied',
    code?: string,
  ) {
    const ticketId = hub.tickets.$currentId.get()!;
    const error = kind && new DeskError(kind, '', { content: { code } });
    hub.work.$tasks.set([{ id: 'one', ticketId, action, state, error }]);
    await element.updateComplete;
  }

  const status = (element: TransferNotice) => one(element, '.visually-hidden[role=status]').textContent!.trim();

  it('is not defined by importing the class, and shows nothing outside a hub', async () => {
    expect(TransferNotice.prototype).to.be.instanceOf(HTMLElement);
    await import('../../src/elements/transfer-notice/define.js');
    expect(textOf(await fixture(html`<transfer-notice></transfer-notice>`))).to.equal('');
  });

  it('says nothing of a ticket about which there is nothing to say, or that arrived', async () => {
    const element = await open(aTicket());
    expect(textOf(element)).to.equal('');
    await become(element, doorayTicket());
    expect(textOf(element)).to.equal('');
  });

  it('says that a transfer is on its way, and where to', async () => {
    const element = await open(atDooray({ state: 'sending' }));
    expect(textOf(element)).to.contain('Dooray!로 이관하는 중입니다. 데모 개발본부 / 결제 플랫폼');
    expect(all(element, 'button')).to.have.lengthOf(0);
    await expect(element).to.be.accessible();
  });

  for (const language of languages) {
    it(`says for what reason it failed, in ${language}`, async () => {
      const element = await open(failed(), language);
      for (const problem of transferProblems) {
        await become(element, atDooray({ state: 'failed', problem }));
        expect(one(element, '[role=alert]').textContent).to.contain(moreTextsIn(language).transferProblem[problem]);
      }
    });
  }

  it('sends it again, or withdraws it, and keeps the keyboard when the buttons go', async () => {
    const element = await open(failed());
    await expect(element).to.be.accessible();
    named(element, '이관 취소').click();
    named(element, '다시 보내기').focus();
    await sendKeys({ press: 'Enter' });
    expect(hub.asked(requests.TransferMendRequest).map(({ what }) => what)).to.deep.equal(['withdraw', 'retry']);
    await task(element, 'transfer_retry', 'running');
    named(element, '다시 보내기').click();
    expect(hub.asked(requests.TransferMendRequest)).to.have.lengthOf(2);
    hub.work.$tasks.set([]);
    await become(element, atDooray({ state: 'sending' }));
    expect(status(element)).to.equal('다시 보내고 있습니다.');
    expect(element.shadowRoot!.activeElement?.className).to.equal('root');
  });

  it('says that it was withdrawn', async () => {
    const element = await open(failed());
    await become(element, aTicket({ transfer: null, ticketId: failed().ticketId }));
    expect(status(element)).to.equal('이관을 취소했습니다.');
  });

  it('tells why a withdrawal was refused, until it was read', async () => {
    const element = await open(failed());
    await task(element, 'transfer_withdraw', 'failed', 'conflict', 'task_may_exist');
    expect(one(element, '.refusal').textContent).to.contain('업무가 등록되었는지 아직 확인하고 있습니다.');
    await task(element, 'transfer_retry', 'failed', 'denied');
    expect(one(element, '.refusal').textContent).to.contain('이 작업을 할 권한이 없습니다.');
    named(element, '알림 닫기').click();
    expect(hub.asked(requests.TaskDismissRequest).map(({ taskId }) => taskId)).to.deep.equal(['one']);
  });

  for (const [action, kind, code, words] of [
    [
      'transfer_withdraw',
      'conflict',
      'wrong_status',
      '그사이 티켓의 상태가 바뀌어 이관을 다시 보내거나 취소할 수 없습니다.',
    ],
    ['transfer_withdraw', 'conflict', 'not_failed', '이미 다시 보내는 중이거나 전달되었습니다.'],
    ['transfer_retry', 'denied', 'switched_off', 'Dooray! 이관이 꺼져 있거나'],
    ['guidance_ask', 'conflict', 'wrong_status', '더 이상 이 티켓의 답변을 기다리지 않아'],
    ['guidance_done', 'conflict', 'wrong_status', '이미 완료되었거나 취소된 고객 안내입니다.'],
  ] as const) {
    it(`says what ${code} of ${action} means`, async () => {
      const element = await open(failed());
      await task(element, action, 'failed', kind, code);
      expect(one(element, '.refusal').textContent).to.contain(words).and.not.contain('아직 확인하고 있습니다');
    });
  }

  it('offers nothing for a transfer without which the ticket went on', async () => {
    const element = await open({ ...failed(), status: 'resolved' });
    expect(textOf(element)).to.equal('');
  });

  it('shows what the customer is to be told, by whom and when, and ends it', async () => {
    const element = await open(guided());
    expect(textOf(element)).to.contain('카드사 점검 때문에').and.contain('정개발 · 2026. 11. 21.');
    await expect(element).to.be.accessible();
    named(element, '안내 완료').click();
    expect(hub.asked(requests.GuidanceDoneRequest).map(({ ticketId }) => ticketId)).to.deep.equal([guided().ticketId]);
    await become(element, { ...guided(), guidance: null });
    expect(status(element)).to.equal('고객 안내를 완료했습니다.');
  });

  it('leaves it to the agent in charge to say so, or to an administrator', async () => {
    const element = await open({ ...guided(), assignee: { usercode: 'agent2', name: '이상담' } });
    named(element, '안내 완료').click();
    expect(hub.asked(requests.GuidanceDoneRequest)).to.have.lengthOf(0);
    expect(textOf(element)).to.contain('담당자만 안내 완료로 표시할 수 있습니다.');
    await expect(element).to.be.accessible();
    hub.session.$session.set(ready(aSession({ role: 'admin' })));
    await element.updateComplete;
    named(element, '안내 완료').click();
    expect(hub.asked(requests.GuidanceDoneRequest)).to.have.lengthOf(1);
  });

  it('takes what it shows for text, whoever wrote it', async () => {
    const element = await open({
      ...guided(),
      guidance: { ...sampleGuidance()!, text: '<img src=x onerror=alert(1)>' },
    });
    expect(all(element, 'img')).to.have.lengthOf(0);
    expect(textOf(element)).to.contain('<img');
  });

  it('tells where a ticket came from, and what became of what was asked', async () => {
    const element = await open(originTicket());
    expect(textOf(element)).to.contain('데모 상담에서 이관된 티켓').and.contain('T1763700000000AbC99');
    await become(element, asked(null));
    expect(textOf(element)).to.contain('안내를 기다리는 중').and.contain('카드사 점검 때문에');
    await become(element, asked(now));
    expect(textOf(element)).to.contain('고객에게 안내됨');
    await expect(element).to.be.accessible();
    await become(element, { ...asked(now), status: 'resolved' });
    expect(all(element, '.ask')).to.have.lengthOf(0);
  });

  describe('asks for guidance', () => {
    const text = (element: TransferNotice) => one<HTMLTextAreaElement>(element, 'textarea');

    async function type(element: TransferNotice, words: string): Promise<void> {
      text(element).value = words;
      text(element).dispatchEvent(new Event('input', { bubbles: true }));
      await element.updateComplete;
    }

    async function ask(ticket = originTicket()): Promise<TransferNotice> {
      const element = await open(ticket);
      named(element, '고객 안내 요청').focus();
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      return element;
    }

    it('by keyboard, with a text, once', async () => {
      const element = await ask();
      await expect(element).to.be.accessible();
      await sendKeys({ type: '하루 늦어집니다.' });
      named(element, '요청하기').click();
      const [request] = hub.asked(requests.GuidanceAskRequest);
      expect([request?.ticketId, request?.text]).to.deep.equal([originTicket().ticketId, '하루 늦어집니다.']);
      await task(element, 'guidance_ask', 'running');
      named(element, '요청하는 중…').click();
      expect(hub.asked(requests.GuidanceAskRequest)).to.have.lengthOf(1);
      hub.work.$tasks.set([]);
      await element.updateComplete;
      expect(all(element, 'dialog')).to.have.lengthOf(0);
      expect(status(element)).to.equal('고객 안내를 요청했습니다.');
      expect(focusedName(element)).to.equal('고객 안내 요청');
    });

    it('but not without words, nor with too many', async () => {
      const element = await ask();
      named(element, '요청하기').click();
      await element.updateComplete;
      expect(one(element, '#ask-problem').textContent).to.equal('안내할 내용을 입력하세요.');
      await type(element, '가'.repeat(maxGuidance + 1));
      named(element, '요청하기').click();
      await element.updateComplete;
      expect(one(element, '#ask-problem').textContent).to.contain('2,000자까지');
      expect(hub.asked(requests.GuidanceAskRequest)).to.have.lengthOf(0);
    });

    it('and keeps what was typed when it is refused or closed, for its own ticket', async () => {
      const element = await ask();
      await type(element, '안내해 주세요.');
      named(element, '요청하기').click();
      await task(element, 'guidance_ask', 'failed', 'denied');
      expect(one(element, 'dialog').textContent)
        .to.contain('권한이 없습니다.')
        .and.contain('입력한 내용은 그대로 있습니다.');
      await sendKeys({ press: 'Escape' });
      await become(element, originTicket('ko', { ticketId: 'T2' }));
      named(element, '고객 안내 요청').click();
      await element.updateComplete;
      expect(text(element).value).to.equal('');
      await become(element, originTicket());
      expect(all(element, 'dialog')).to.have.lengthOf(0);
      named(element, '고객 안내 요청').click();
      await element.updateComplete;
      expect(text(element).value).to.equal('안내해 주세요.');
    });

    it('of one ticket, whatever becomes of another, and tells a refusal when it is closed', async () => {
      const element = await ask();
      const first = originTicket().ticketId;
      const running = { id: 'first', ticketId: first, action: 'guidance_ask', state: 'running' } as const;
      await type(element, '첫째');
      named(element, '요청하기').click();
      hub.work.$tasks.set([running]);
      await become(element, originTicket('ko', { ticketId: 'T2' }));
      named(element, '고객 안내 요청').click();
      await element.updateComplete;
      await type(element, '둘째');
      expect(named(element, '요청하기').getAttribute('aria-disabled')).to.equal(null);
      hub.work.$tasks.set([]);
      await element.updateComplete;
      expect([text(element).value, status(element)]).to.deep.equal(['둘째', '']);
      named(element, '요청하기').click();
      const second = { ...running, id: 'second', ticketId: 'T2' };
      hub.work.$tasks.set([second]);
      await become(element, originTicket());
      named(element, '고객 안내 요청').click();
      await element.updateComplete;
      expect(text(element).value).to.equal('');
      const error = new DeskError('conflict', '', { content: { code: 'wrong_status' } });
      hub.work.$tasks.set([{ ...second, state: 'failed', error }]);
      await element.updateComplete;
      expect(all(element, 'dialog [role=alert]:not(:empty)')).to.have.lengthOf(0);
      await become(element, originTicket('ko', { ticketId: 'T2' }));
      expect(all(element, 'dialog')).to.have.lengthOf(0);
      expect(one(element, '.refusal').textContent).to.contain('더 이상 이 티켓의 답변을 기다리지 않아');
      named(element, '고객 안내 요청').click();
      await element.updateComplete;
      expect(text(element).value).to.equal('둘째');
    });

    it('and has it kept, over a reload and another window too', async () => {
      const kept = (html: string, more: Partial<DraftState> = {}): void => {
        const draft = { html, action: null, values: {}, attachments: [], seq: 1, updatedAt: 1 };
        const $draft = hub.drafts.of('guidance') as WritableAtom<DraftState | null>;
        $draft.set({ ticketId: originTicket().ticketId, draft, state: 'kept', ...more });
      };
      const told = () => hub.asked(requests.DraftChangeRequest).map(({ kind, draft }) => `${kind} ${draft?.html}`);
      const element = await open(originTicket());
      kept('<p>하루<br>늦어집니다.</p>');
      named(element, '고객 안내 요청').click();
      await waitUntil(() => all(element, 'textarea').length > 0);
      await waitUntil(() => text(element).value === '하루\n늦어집니다.');
      expect(told()).to.deep.equal([]);
      await type(element, '이틀');
      expect(told()).to.deep.equal(['guidance <p>이틀</p>']);
      const other = { html: '<p>사흘</p>', action: null, values: {}, seq: 2, updatedAt: 2 };
      kept('<p>이틀</p>', { state: 'conflict', other });
      await element.updateComplete;
      expect(one(element, '.other-window').textContent).to.contain('사흘');
      named(element, '다른 글로 계속').click();
      expect(hub.asked(requests.DraftChooseRequest)).to.have.lengthOf(1);
      kept('<p>사흘</p>');
      await element.updateComplete;
      expect(text(element).value).to.equal('사흘');
      await type(element, '');
      expect(told().at(-1)).to.equal('guidance undefined');
    });

    it('and shows another agent nothing of it', async () => {
      const element = await ask();
      await type(element, '안내해 주세요.');
      hub.session.$session.set(ready(aSession({ usercode: 'agent9' })));
      await element.updateComplete;
      expect(all(element, 'dialog')).to.have.lengthOf(0);
      named(element, '고객 안내 요청').click();
      await element.updateComplete;
      expect(text(element).value).to.equal('');
    });
  });

  it('survives moves between hubs', async () => {
    await import('../../src/elements/transfer-notice/define.js');
    await survivesMoves('transfer-notice', doorayHub('ko', failed()), doorayHub('en', failed()));
  });
});
