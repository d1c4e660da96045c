import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import type { Task } from '../../src/base/hub-context.js';
import type { Group } from '../../src/domain/types.js';
import { ClaimDialog } from '../../src/elements/claim-dialog/claim-dialog.js';
import { RetryRequest, TaskDismissRequest, TicketClaimRequest } from '../../src/events/requests.js';
import { ready, sampleHub, sampleSession, speak } from '../../stories/support/samples.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, focusedName, inHub, named, nameOf, textOf } from '../support/in-hub.js';

async function mount(hub: FakeHub): Promise<ClaimDialog> {
  await import('../../src/elements/claim-dialog/define.js');
  return inHub<ClaimDialog>(hub, '<claim-dialog ticket-id="T1"></claim-dialog>');
}

async function open(hub: FakeHub): Promise<ClaimDialog> {
  const dialog = await mount(hub);
  await dialog.show();
  return dialog;
}

function hubWithGroups(groups: readonly Group[]): FakeHub {
  const hub = sampleHub();
  const session = sampleSession();
  hub.session.$session.set(ready({ ...session, agent: { ...session.agent, groups } }));
  return hub;
}

const task = (state: Task['state'], error?: DeskError): Task => ({
  id: 'a',
  ticketId: 'T1',
  action: 'claim',
  state,
  error,
});
const isOpen = (dialog: ClaimDialog): boolean => all(dialog, 'dialog[open]').length === 1;

async function refuse(dialog: ClaimDialog, hub: FakeHub, error: DeskError): Promise<void> {
  hub.work.$tasks.set([task('running')]);
  hub.work.$tasks.set([task('failed', error)]);
  await dialog.updateComplete;
}

describe('claim-dialog', () => {
  it('is not defined by importing the class', () => {
    expect(ClaimDialog.prototype).to.be.instanceOf(HTMLElement);
  });

  it('shows nothing outside a hub, and nothing until it is opened', async () => {
    await import('../../src/elements/claim-dialog/define.js');
    expect(textOf(await fixture(html`<claim-dialog></claim-dialog>`))).to.equal('');
    expect(textOf(await mount(sampleHub()))).to.equal('');
  });

  it('asks an agent of several groups for one of them', async () => {
    const dialog = await open(sampleHub());
    expect(all(dialog, 'label').map(nameOf)).to.deep.equal(['결제·환불', '배송']);
    expect(all<HTMLInputElement>(dialog, 'input').map((input) => input.checked)).to.deep.equal([true, false]);
    await expect(dialog).to.be.accessible();
  });

  it('asks for the ticket with the chosen group', async () => {
    const hub = sampleHub();
    const dialog = await open(hub);
    named(dialog, '배송').click();
    await dialog.updateComplete;
    named(dialog, '가져오기').click();
    const [request] = hub.asked(TicketClaimRequest);
    expect([request?.ticketId, request?.groupId]).to.deep.equal(['T1', 2]);
  });

  it('is worked by the keyboard alone', async () => {
    const hub = sampleHub();
    await open(hub);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    expect(hub.asked(TicketClaimRequest)[0]?.groupId).to.equal(2);
  });

  it('asks once, however often the button is pressed', async () => {
    const hub = sampleHub();
    const dialog = await open(hub);
    named(dialog, '가져오기').click();
    await dialog.updateComplete;
    named(dialog, '가져오는 중…').click();
    expect(hub.asked(TicketClaimRequest)).to.have.lengthOf(1);
    await expect(dialog).to.be.accessible();
  });

  it('asks nothing of an agent with one group', async () => {
    const hub = hubWithGroups([{ groupId: 7, name: '배송' }]);
    const dialog = await open(hub);
    expect(isOpen(dialog)).to.equal(false);
    expect(hub.asked(TicketClaimRequest)[0]?.groupId).to.equal(7);
  });

  it('opens for an agent with one group when the ticket was refused', async () => {
    const hub = hubWithGroups([{ groupId: 7, name: '배송' }]);
    const dialog = await open(hub);
    await refuse(dialog, hub, new DeskError('conflict', '', { winner: '이도윤' }));
    await dialog.updateComplete;
    expect(textOf(dialog)).to.contain('이도윤 님이 먼저 가져갔습니다.');
  });

  it('tells an agent without a group whom to ask', async () => {
    const dialog = await open(hubWithGroups([]));
    expect(textOf(dialog)).to.contain('관리자에게 그룹 배정을 요청하세요.');
    expect(all(dialog, 'button').map(nameOf)).to.deep.equal(['닫기']);
    await expect(dialog).to.be.accessible();
  });

  it('closes once the ticket is taken', async () => {
    const hub = sampleHub();
    const dialog = await open(hub);
    let closed = 0;
    dialog.addEventListener('close', () => closed++);
    named(dialog, '가져오기').click();
    hub.work.$tasks.set([task('running')]);
    expect(isOpen(dialog)).to.equal(true);
    hub.work.$tasks.set([]);
    await dialog.updateComplete;
    expect([isOpen(dialog), closed]).to.deep.equal([false, 1]);
  });

  it('says who was faster, that nothing changed, and leaves only the way out', async () => {
    const hub = sampleHub();
    const dialog = await open(hub);
    named(dialog, '가져오기').click();
    await refuse(dialog, hub, new DeskError('conflict', '', { winner: '이도윤' }));
    expect(textOf(dialog)).to.contain('이도윤 님이 먼저 가져갔습니다. 이 티켓에서 바뀐 것은 없습니다.');
    expect(all(dialog, 'button').map(nameOf)).to.deep.equal(['닫기']);
    expect(focusedName(dialog)).to.equal('닫기');
    await expect(dialog).to.be.accessible();
  });

  it('takes the refusal along when it closes', async () => {
    const hub = sampleHub();
    const dialog = await open(hub);
    named(dialog, '가져오기').click();
    await refuse(dialog, hub, new DeskError('conflict', ''));
    named(dialog, '닫기').click();
    expect(hub.asked(TaskDismissRequest)[0]?.taskId).to.equal('a');
  });

  it('offers another try where one can help', async () => {
    const hub = sampleHub();
    const dialog = await open(hub);
    named(dialog, '가져오기').click();
    await refuse(dialog, hub, new DeskError('timeout', ''));
    expect(textOf(dialog)).to.contain('확인되지 않았습니다').and.not.to.contain('바뀐 것은 없습니다');
    named(dialog, '다시 시도').click();
    expect(hub.asked(TicketClaimRequest)).to.have.lengthOf(2);
  });

  it('is not misled by an older refusal of the same ticket', async () => {
    const hub = sampleHub();
    hub.work.$tasks.set([{ ...task('failed', new DeskError('conflict', '')), id: 'old' }]);
    const dialog = await open(hub);
    named(dialog, '가져오기').click();
    hub.work.$tasks.set([...hub.work.$tasks.get(), task('running')]);
    await dialog.updateComplete;
    expect(all(dialog, '[role=alert]')).to.have.lengthOf(0);
  });

  it('closes when the page takes the matter over', async () => {
    const hub = sampleHub();
    const dialog = await open(hub);
    dialog.addEventListener(TicketClaimRequest.type, (event) => event.preventDefault());
    named(dialog, '가져오기').click();
    await dialog.updateComplete;
    expect(isOpen(dialog)).to.equal(false);
  });

  it('gives the focus back to whoever opened it, also from inside a shadow root', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    host.attachShadow({ mode: 'open' }).innerHTML = '<button>opener</button>';
    const opener = host.shadowRoot!.querySelector('button')!;
    const dialog = await mount(sampleHub());
    opener.focus();
    await dialog.show();
    expect(host.shadowRoot!.activeElement).to.equal(null);
    dialog.close();
    expect(host.shadowRoot!.activeElement).to.equal(opener);
  });

  it('closes by Escape, and keeps the key from the page and from layers around it', async () => {
    const dialog = await mount(sampleHub());
    const outer = document.createElement('dialog');
    dialog.parentElement!.before(outer);
    outer.append(dialog.parentElement!);
    outer.showModal();
    let heard = 0;
    const listen = (): void => void heard++;
    document.addEventListener('keydown', listen);
    await dialog.show();
    await sendKeys({ press: 'Escape' });
    document.removeEventListener('keydown', listen);
    expect([isOpen(dialog), outer.open, heard]).to.deep.equal([false, true, 0]);
    outer.remove();
  });

  it('waits for the agent’s groups, and asks again for those that could not be loaded', async () => {
    const hub = sampleHub();
    hub.session.$session.set({ status: 'loading' });
    const dialog = await open(hub);
    expect(textOf(dialog)).to.contain('불러오는 중…');
    hub.session.$session.set({ status: 'failed', error: new DeskError('offline', '') });
    await dialog.updateComplete;
    expect(textOf(dialog)).to.contain('서버에 연결할 수 없습니다.');
    named(dialog, '다시 시도').click();
    expect(hub.asked(RetryRequest)[0]?.what).to.equal('session');
    await expect(dialog).to.be.accessible();
  });

  it('closes when it is taken out, and works again elsewhere', async () => {
    const dialog = await open(sampleHub());
    const box = dialog.parentElement!;
    dialog.remove();
    box.append(dialog);
    await dialog.updateComplete;
    expect(isOpen(dialog)).to.equal(false);
    await dialog.show();
    expect(isOpen(dialog)).to.equal(true);
  });

  it('speaks the language of its hub, also while it is open', async () => {
    const hub = sampleHub();
    const dialog = await open(hub);
    speak(hub, 'ja');
    await dialog.updateComplete;
    expect(named(dialog, 'キープする')).to.exist;
    speak(hub, 'en');
    await dialog.updateComplete;
    expect(named(dialog, 'Claim')).to.exist;
  });
});
