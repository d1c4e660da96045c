import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import type { Task } from '../../src/base/hub-context.js';
import { buttonsOf, transfersOf } from '../../src/elements/ticket-detail/ticket-actions.js';
import { TicketDetail } from '../../src/elements/ticket-detail/ticket-detail.js';
import {
  RetryRequest,
  TaskDismissRequest,
  TicketAdminRequest,
  TicketClaimRequest,
  TicketStarRequest,
} from '../../src/events/requests.js';
import { sampleSource, sampleTargets, transferHub } from '../../stories/support/sample-transfers.js';
import { createFakeHub, textsIn, type FakeHub } from '../support/fake-hub.js';
import { aSession, aTicket, hubWith } from '../support/open-ticket.js';

async function mount(hub: FakeHub): Promise<TicketDetail> {
  await import('../../src/elements/ticket-detail/define.js');
  const box = await fixture(html`<fake-hub .hub=${hub}><ticket-detail></ticket-detail></fake-hub>`);
  const element = box.querySelector<TicketDetail>('ticket-detail')!;
  await element.updateComplete;
  return element;
}

const root = (element: TicketDetail) => element.shadowRoot!;
const text = (element: TicketDetail) => (root(element).textContent ?? '').replace(/\s+/g, ' ');
const action = (element: TicketDetail, name: string) =>
  root(element).querySelector<HTMLButtonElement>(`[data-action=${name}]`)!;
const button = (element: TicketDetail, name: string) =>
  [...root(element).querySelectorAll('button')].find(
    (one) => one.textContent!.trim() === name || one.getAttribute('aria-label') === name,
  )!;
const part = async (element: TicketDetail, tag: string) => {
  await waitUntil(() => root(element).querySelector(tag)?.shadowRoot?.querySelector('.root'), tag);
  return root(element).querySelector(tag)!.shadowRoot!;
};
const editor = (element: TicketDetail) =>
  root(element).querySelector('reply-composer')!.shadowRoot!.querySelector('textarea')!;

function setTask(hub: FakeHub, kind: Task['action'], state: Task['state'], error?: DeskError): void {
  hub.work.$tasks.set([{ id: 't1', ticketId: aTicket().ticketId, action: kind, state, error }]);
}

const withoutForward = { ...aSession().agent.permissions, forward: false };

describe('ticket-detail', () => {
  it('is not defined by importing the class', () => {
    expect(TicketDetail.prototype).to.be.instanceOf(HTMLElement);
  });

  it('shows nothing without a hub and while no ticket is chosen', async () => {
    const element = await mount(createFakeHub());
    expect(text(element).trim()).to.equal('');
    await expect(element).to.be.accessible();
    document.body.append(element);
    await element.updateComplete;
    expect(text(element).trim()).to.equal('');
    element.remove();
  });

  it('says that it is loading', async () => {
    const hub = hubWith();
    hub.tickets.$current.set({ status: 'loading' });
    const element = await mount(hub);
    expect(root(element).querySelector('[role=status]')!.textContent).to.contain('불러오는 중');
    await expect(element).to.be.accessible();
  });

  it('offers another try when the ticket could not be loaded, and none to who may not see it', async () => {
    const hub = hubWith();
    hub.tickets.$current.set({ status: 'failed', error: new DeskError('server', '') });
    const element = await mount(hub);
    await expect(element).to.be.accessible();
    button(element, '다시 시도').click();
    expect(hub.asked(RetryRequest).map(({ what }) => what)).to.deep.equal(['ticket']);
    hub.tickets.$current.set({ status: 'failed', error: new DeskError('denied', '') });
    await element.updateComplete;
    expect(text(element)).to.contain('이 작업을 할 권한이 없습니다.');
    expect(button(element, '다시 시도')).to.equal(undefined);
  });

  it('hands the ticket over by a menu, which keys walk through and which opens the dialog', async () => {
    const hub = transferHub();
    const element = await mount(hub);
    const menu = () => root(element).querySelector<HTMLElement>('#transfer-menu')!;
    const items = () => [...menu().querySelectorAll<HTMLElement>('[role=menuitem]')];
    const opener = button(element, '티켓 이관');
    opener.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => root(element).activeElement === items()[0], 'the menu');
    expect(items().map((item) => item.textContent!.trim())).to.deep.equal(['이슈 이관', 'Dooray! 이관']);
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    expect(root(element).activeElement).to.equal(opener);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => root(element).activeElement === items()[0], 'the menu again');
    await sendKeys({ press: 'ArrowUp' });
    expect(root(element).activeElement).to.equal(items()[1]);
    await sendKeys({ press: 'Enter' });
    const dialog = await part(element, 'transfer-dialog');
    expect(dialog.querySelector('#title')!.textContent!.trim()).to.equal('Dooray! 이관');
    await waitUntil(() => dialog.querySelector('#subject'), 'the form');
    await sendKeys({ press: 'Escape' });
    expect(root(element).activeElement).to.equal(opener);
  });

  it('keeps the keyboard where the ticket has changed before its dialog closes', async () => {
    const hub = transferHub();
    const element = await mount(hub);
    const opener = button(element, '티켓 이관');
    opener.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => root(element).activeElement?.getAttribute('role') === 'menuitem', 'the menu');
    await sendKeys({ press: 'Enter' });
    const dialog = await part(element, 'transfer-dialog');
    await waitUntil(() => dialog.querySelector('#subject'), 'the form');
    const value = { ...sampleSource().ticket, status: 'issue_transferred', actions: ['comment'] } as const;
    hub.tickets.$current.set({ status: 'ready', value });
    await element.updateComplete;
    expect(opener.isConnected).to.equal(false);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => root(element).activeElement?.matches('.actions > button'), 'the keyboard');
  });

  it('says where no service takes tickets, and has no entry for what is switched off', () => {
    const open = aTicket({ actions: ['forward', 'comment', 'transfer_dooray'] });
    const without = aSession();
    const session = { ...without, capabilities: { ...without.capabilities, issueTransfer: false } };
    expect(transfersOf(open, session)).to.deep.equal([{ kind: 'issue', isLacking: true }, { kind: 'dooray' }]);
    expect(transfersOf(open, session, 'hide')).to.deep.equal([{ kind: 'dooray' }]);
    expect(transfersOf({ ...open, actions: ['comment'] }, session)).to.deep.equal([{ kind: 'issue', isLacking: true }]);
    // Away, or not taken yet, it goes nowhere.
    for (const status of ['unassigned', 'issue_transferred', 'resolved', 'completed'] as const)
      expect(transfersOf({ ...open, status, actions: ['comment'] }, session), status).to.deep.equal([]);
    // Issue management hands over only to Dooray!.
    const issue = { ...session, service: { ...session.service, kind: 'issue' as const } };
    expect(transfersOf(open, issue)).to.deep.equal([{ kind: 'dooray' }]);
  });

  it('has no entry for Dooray! while that is paused, and says so where there is no other', async () => {
    const hub = transferHub();
    hub.transfer.targets = () => Promise.resolve({ ...sampleTargets(), dooray: null });
    const element = await mount(hub);
    const names = () => [...root(element).querySelectorAll('[role=menuitem]')].map((item) => item.textContent!.trim());
    button(element, '티켓 이관').click();
    await waitUntil(() => names().join() === '이슈 이관', 'the only entry');
    expect(root(element).activeElement!.getAttribute('role')).to.equal('menuitem');
    await sendKeys({ press: 'Escape' });
    const ticket = { ...sampleSource().ticket, actions: ['comment', 'transfer_dooray'] as const };
    hub.tickets.$current.set({ status: 'ready', value: ticket });
    const session = aSession();
    const value = { ...session, service: { ...session.service, kind: 'issue' as const } };
    hub.session.$session.set({ status: 'ready', value });
    await element.updateComplete;
    button(element, '티켓 이관').click();
    await waitUntil(() => text(element).includes('Dooray! 이관 기능이 꺼져 있습니다.'), 'why');
    await expect(element).to.be.accessible();
  });

  it('shows what no service takes as an entry that does nothing', async () => {
    const hub = hubWith(aTicket({ actions: ['comment'] }));
    const { capabilities, ...session } = aSession();
    const value = { ...session, capabilities: { ...capabilities, issueTransfer: false } };
    hub.session.$session.set({ status: 'ready', value });
    const element = await mount(hub);
    button(element, '티켓 이관').click();
    await waitUntil(() => root(element).querySelector('[role=menuitem]'), 'the menu');
    const item = root(element).querySelector<HTMLElement>('[role=menuitem]')!;
    expect(item.ariaDisabled).to.equal('true');
    expect(item.textContent).to.contain('이관할 이슈관리 서비스가 없습니다.');
    item.click();
    await element.updateComplete;
    expect(root(element).querySelector('transfer-dialog')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('tells who the customer is', async () => {
    const element = await mount(hubWith());
    const fields = await part(element, 'customer-fields');
    const values = [...fields.querySelectorAll<HTMLInputElement>('.input')].map(({ value }) => value);
    for (const fact of ['박민지', 'minji.park@example.com', '010-1234-5678', 'minji.park']) {
      expect(values).to.contain(fact);
    }
    await expect(element).to.be.accessible();
  });

  it('sets and takes the star', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    expect(button(element, '중요 표시').getAttribute('aria-pressed')).to.equal('false');
    button(element, '중요 표시').click();
    hub.tickets.$current.set({ status: 'ready', value: aTicket({ starred: true }) });
    await element.updateComplete;
    expect(button(element, '중요 표시').getAttribute('aria-pressed')).to.equal('true');
    button(element, '중요 표시').click();
    expect(hub.asked(TicketStarRequest).map(({ starred }) => starred)).to.deep.equal([true, false]);
  });

  it('opens the dialog for the group when a ticket is taken', async () => {
    const hub = hubWith(aTicket({ status: 'unassigned', assignee: null, actions: ['claim', 'comment', 'internal'] }));
    const element = await mount(hub);
    action(element, 'claim').click();
    const dialog = () => root(element).querySelector('claim-dialog')!.shadowRoot?.querySelector('dialog');
    await waitUntil(() => dialog()?.open, 'dialog');
    dialog()!.querySelector<HTMLButtonElement>('[type=submit]')!.click();
    expect(hub.asked(TicketClaimRequest)[0]).to.include({ ticketId: aTicket().ticketId, groupId: 1 });
  });

  it('takes a ticket without a question for who is in one group', async () => {
    const hub = hubWith(aTicket({ status: 'unassigned', assignee: null, actions: ['claim'] }));
    hub.session.$session.set({ status: 'ready', value: aSession({ groups: [{ groupId: 7, name: '결제' }] }) });
    const element = await mount(hub);
    action(element, 'claim').click();
    await waitUntil(() => hub.asked(TicketClaimRequest).length === 1, 'request');
    expect(hub.asked(TicketClaimRequest)[0]!.groupId).to.equal(7);
  });

  it('opens the dialog in which a ticket is handed on, and gives the focus back', async () => {
    const element = await mount(hubWith());
    action(element, 'forward').focus();
    await sendKeys({ press: 'Enter' });
    const dialog = () => root(element).querySelector('forward-dialog')!.shadowRoot?.querySelector('dialog');
    await waitUntil(() => dialog()?.open, 'dialog');
    await sendKeys({ press: 'Escape' });
    expect(root(element).activeElement).to.equal(action(element, 'forward'));
  });

  it('keeps forwarding in sight without the permission, and says what is missing', async () => {
    const hub = hubWith(aTicket({ actions: ['comment'] }));
    hub.session.$session.set({ status: 'ready', value: aSession({ permissions: withoutForward }) });
    const element = await mount(hub);
    const forward = action(element, 'forward');
    expect(forward.getAttribute('aria-disabled')).to.equal('true');
    expect(root(element).getElementById(forward.getAttribute('aria-describedby')!)!.textContent).to.contain(
      '전달 권한',
    );
    forward.click();
    expect(root(element).querySelector('forward-dialog')!.shadowRoot?.querySelector('dialog') ?? null).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('shows only the buttons that the ticket allows', () => {
    const names = (change: Parameters<typeof aTicket>[0], agent = aSession()) =>
      buttonsOf(aTicket(change), agent).map((one) => (one.denied ? `(${one.action})` : one.action));
    expect(names({ actions: ['claim', 'forward'] })).to.deep.equal(['claim', 'forward']);
    expect(names({ status: 'resolved', actions: ['complete'] })).to.deep.equal(['complete']);
    expect(names({ spam: true, actions: ['restore', 'delete'] })).to.deep.equal(['restore', 'delete']);
    const without = aSession({ permissions: withoutForward });
    expect(names({ actions: [] }, without)).to.deep.equal(['(forward)']);
    expect(names({ status: 'completed', actions: [] }, without)).to.deep.equal([]);
  });

  it('hides or disables what the agent may not use, as the hub is told', async () => {
    const hub = hubWith(aTicket({ actions: ['comment'] }));
    hub.session.$session.set({ status: 'ready', value: aSession({ permissions: withoutForward }) });
    const element = await mount(hub);
    hub.session.$unavailable.set('hide');
    await element.updateComplete;
    expect(action(element, 'forward')).to.equal(null);
    hub.session.$unavailable.set(null);
    hub.tickets.$current.set({ status: 'ready', value: aTicket({ status: 'resolved', actions: ['comment'] }) });
    await element.updateComplete;
    expect(action(element, 'complete')).to.equal(null);
    hub.session.$unavailable.set('disable');
    await element.updateComplete;
    expect(action(element, 'complete').getAttribute('aria-disabled')).to.equal('true');
    expect(action(element, 'complete').title).to.contain('관리자만');
    action(element, 'complete').click();
    expect(hub.asked(TicketAdminRequest)).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('deletes no other ticket than the one it asked about', async () => {
    const spam = { spam: true, status: 'resolved', actions: ['restore', 'delete'] } as const;
    const hub = hubWith(aTicket(spam));
    const element = await mount(hub);
    action(element, 'delete').click();
    await element.updateComplete;
    const submit = button(element, '삭제하기');
    const other = aTicket({ ...spam, ticketId: 'T1763700000001XyZ99' });
    hub.tickets.$current.set({ status: 'ready', value: other });
    await element.updateComplete;
    expect(root(element).querySelector('dialog')).to.equal(null);
    submit.click();
    expect(hub.asked(TicketAdminRequest).map(({ ticketId }) => ticketId)).not.to.include(other.ticketId);
  });

  it('completes and restores at once', async () => {
    const hub = hubWith(aTicket({ status: 'resolved', actions: ['complete', 'restore'] }));
    const element = await mount(hub);
    action(element, 'complete').click();
    action(element, 'restore').click();
    expect(hub.asked(TicketAdminRequest).map((request) => request.action)).to.deep.equal(['complete', 'restore']);
  });

  it('asks before a ticket is deleted', async () => {
    const hub = hubWith(aTicket({ spam: true, status: 'resolved', actions: ['restore', 'delete'] }));
    const element = await mount(hub);
    action(element, 'delete').focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(root(element).querySelector('dialog')!.textContent).to.contain('되돌릴 수 없습니다');
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(hub.asked(TicketAdminRequest)).to.have.length(0);
    expect(root(element).activeElement).to.equal(action(element, 'delete'));
    action(element, 'delete').click();
    await element.updateComplete;
    button(element, '삭제하기').click();
    expect(hub.asked(TicketAdminRequest).map((request) => request.action)).to.deep.equal(['delete']);
  });

  it('shows what runs and asks for it once', async () => {
    const hub = hubWith(aTicket({ status: 'resolved', actions: ['complete'] }));
    const element = await mount(hub);
    setTask(hub, 'complete', 'running');
    await element.updateComplete;
    expect(action(element, 'complete').textContent).to.contain('처리 중');
    action(element, 'complete').click();
    expect(hub.asked(TicketAdminRequest)).to.have.length(0);
  });

  it('says why a change was refused, until that was read', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    setTask(hub, 'priority', 'failed', new DeskError('conflict', ''));
    await element.updateComplete;
    expect(root(element).querySelector('[role=alert]')!.textContent).to.contain(
      '우선순위: 그사이 티켓이 바뀌었습니다.',
    );
    await expect(element).to.be.accessible();
    expect(text(element)).to.contain('티켓은 그대로입니다.');
    button(element, '알림 닫기').click();
    expect(hub.asked(TaskDismissRequest)).to.have.length(1);
    setTask(hub, 'priority', 'failed', new DeskError('timeout', ''));
    await element.updateComplete;
    expect(text(element)).to.contain('확인되지 않았습니다').and.not.to.contain('그대로입니다');
  });

  it('keeps the editor and its text through every state of the ticket', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    const before = editor(element);
    before.focus();
    await sendKeys({ type: 'answer' });
    for (const current of [
      { status: 'failed', error: new DeskError('offline', '') } as const,
      { status: 'loading' } as const,
      { status: 'ready', value: aTicket({ version: 9 }) } as const,
    ]) {
      hub.tickets.$current.set(current);
      await element.updateComplete;
    }
    expect(editor(element)).to.equal(before);
    expect(before.value).to.equal('answer');
  });

  it('speaks the language of its hub', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    hub.text.$language.set('ja');
    hub.text.$texts.set(textsIn('ja'));
    await element.updateComplete;
    expect(text(element)).to.contain('チケット詳細').and.to.contain('転送').and.not.to.contain('고객 정보');
  });

  it('leaves no listener behind when it comes and goes', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    const home = element.parentElement!;
    for (let round = 0; round < 20; round += 1) {
      element.remove();
      home.append(element);
    }
    element.remove();
    expect((hub.tickets.$current as unknown as { lc: number }).lc).to.equal(0);
    expect((hub.work.$tasks as unknown as { lc: number }).lc).to.equal(0);
  });
});
