import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import type { Task } from '../../src/base/hub-context.js';
import { ForwardDialog } from '../../src/elements/forward-dialog/forward-dialog.js';
import { RetryRequest, TaskDismissRequest, TicketForwardRequest } from '../../src/events/requests.js';
import { ready, sampleHub, sampleSession, sampleSettings, speak } from '../../stories/support/samples.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, inHub, named, nameOf, one, textOf } from '../support/in-hub.js';

async function open(hub: FakeHub): Promise<ForwardDialog> {
  await import('../../src/elements/forward-dialog/define.js');
  const dialog = await inHub<ForwardDialog>(hub, '<forward-dialog ticket-id="T1"></forward-dialog>');
  await dialog.show();
  return dialog;
}

function withoutPermission(): FakeHub {
  const hub = sampleHub();
  const session = sampleSession();
  const permissions = { ...session.agent.permissions, forward: false };
  hub.session.$session.set(ready({ ...session, agent: { ...session.agent, permissions } }));
  return hub;
}

async function chooseGroup(dialog: ForwardDialog, groupId: number): Promise<void> {
  const select = one<HTMLSelectElement>(dialog, 'select');
  select.value = String(groupId);
  select.dispatchEvent(new Event('change'));
  await dialog.updateComplete;
}

const agents = (dialog: ForwardDialog): string[] => all(dialog, '.agents label').map(nameOf);
const task = (state: Task['state'], error?: DeskError): Task => ({
  id: 'f',
  ticketId: 'T1',
  action: 'forward',
  state,
  error,
});
const isOpen = (dialog: ForwardDialog): boolean => all(dialog, 'dialog[open]').length === 1;

describe('forward-dialog', () => {
  it('is not defined by importing the class', () => {
    expect(ForwardDialog.prototype).to.be.instanceOf(HTMLElement);
  });

  it('shows nothing outside a hub', async () => {
    await import('../../src/elements/forward-dialog/define.js');
    expect(textOf(await fixture(html`<forward-dialog></forward-dialog>`))).to.equal('');
  });

  it('starts with the agent’s own group, and shows each agent’s open work', async () => {
    const dialog = await open(sampleHub());
    expect(one<HTMLSelectElement>(dialog, 'select').selectedOptions[0]!.text).to.equal('결제·환불');
    expect(agents(dialog)).to.deep.equal(['김서연 나 진행 12건', '이도윤 진행 4건', '박하은 진행 23건']);
    await expect(dialog).to.be.accessible();
  });

  it('offers only agents who are given tickets', async () => {
    const dialog = await open(sampleHub());
    await chooseGroup(dialog, 2);
    expect(agents(dialog)).to.deep.equal(['박하은 진행 23건', '최지우 진행 7건']);
  });

  it('says where nobody can take tickets, and offers no way to send', async () => {
    const hub = sampleHub();
    const dialog = await open(hub);
    await chooseGroup(dialog, 3);
    expect(textOf(dialog)).to.contain('다른 그룹을 선택하세요.');
    named(dialog, '전달하기').click();
    expect(hub.asked(TicketForwardRequest)).to.have.lengthOf(0);
    expect(named(dialog, '전달하기').getAttribute('aria-disabled')).to.equal('true');
    await expect(dialog).to.be.accessible();
  });

  it('asks for the chosen group and agent', async () => {
    const hub = sampleHub();
    const dialog = await open(hub);
    await chooseGroup(dialog, 2);
    named(dialog, '최지우 진행 7건').click();
    named(dialog, '전달하기').click();
    const [request] = hub.asked(TicketForwardRequest);
    expect([request?.ticketId, request?.groupId, request?.usercode]).to.deep.equal(['T1', 2, 'agent-4']);
  });

  it('asks for an agent before it sends, and leads the keyboard there', async () => {
    const hub = sampleHub();
    const dialog = await open(hub);
    named(dialog, '전달하기').click();
    await dialog.updateComplete;
    expect(hub.asked(TicketForwardRequest)).to.have.lengthOf(0);
    expect(one(dialog, '[role=alert]').textContent).to.equal('담당자를 선택하세요.');
    expect(dialog.shadowRoot!.activeElement).to.equal(all(dialog, 'input')[0]);
    await expect(dialog).to.be.accessible();
  });

  it('is worked by the keyboard alone', async () => {
    const hub = sampleHub();
    const dialog = await open(hub);
    expect(dialog.shadowRoot!.activeElement).to.equal(one(dialog, 'select'));
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    expect(hub.asked(TicketForwardRequest)[0]?.usercode).to.equal('agent-2');
  });

  it('never sends to an agent of a group that is no longer chosen', async () => {
    const hub = sampleHub();
    const dialog = await open(hub);
    named(dialog, '이도윤 진행 4건').click();
    await chooseGroup(dialog, 2);
    named(dialog, '전달하기').click();
    expect(hub.asked(TicketForwardRequest)).to.have.lengthOf(0);
  });

  it('says why an agent without the permission cannot forward', async () => {
    const hub = withoutPermission();
    const dialog = await open(hub);
    const button = named(dialog, '전달하기');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(one(dialog, `#${button.getAttribute('aria-describedby')}`).textContent).to.contain('전달 권한이 없습니다');
    button.click();
    expect(hub.asked(TicketForwardRequest)).to.have.lengthOf(0);
    await expect(dialog).to.be.accessible();
  });

  it('closes once the ticket is forwarded, and starts afresh', async () => {
    const hub = sampleHub();
    const dialog = await open(hub);
    named(dialog, '이도윤 진행 4건').click();
    named(dialog, '전달하기').click();
    hub.work.$tasks.set([task('running')]);
    hub.work.$tasks.set([]);
    await dialog.updateComplete;
    expect(isOpen(dialog)).to.equal(false);
    await dialog.show();
    expect(all(dialog, 'input:checked')).to.have.lengthOf(0);
  });

  it('tells of a refusal where it happened, keeps the choice and can be sent again', async () => {
    const hub = sampleHub();
    const dialog = await open(hub);
    named(dialog, '이도윤 진행 4건').click();
    named(dialog, '전달하기').click();
    hub.work.$tasks.set([task('running')]);
    hub.work.$tasks.set([task('failed', new DeskError('conflict', ''))]);
    await dialog.updateComplete;
    expect(one(dialog, '[role=alert]').textContent).to.contain('그사이 티켓이 바뀌었습니다.');
    expect(textOf(dialog)).to.contain('담당자는 바뀌지 않았습니다.');
    await expect(dialog).to.be.accessible();
    named(dialog, '전달하기').click();
    expect(hub.asked(TaskDismissRequest)[0]?.taskId).to.equal('f');
    expect(hub.asked(TicketForwardRequest)).to.have.lengthOf(2);
    hub.work.$tasks.set([{ ...task('running'), id: 'g' }]);
    hub.work.$tasks.set([{ ...task('failed', new DeskError('timeout', '')), id: 'g' }]);
    await dialog.updateComplete;
    expect(textOf(dialog)).to.contain('확인되지 않았습니다').and.not.to.contain('바뀌지 않았습니다');
  });

  it('keeps what was chosen when it is closed and opened for the same ticket', async () => {
    const dialog = await open(sampleHub());
    await chooseGroup(dialog, 2);
    named(dialog, '최지우 진행 7건').click();
    await sendKeys({ press: 'Escape' });
    expect(isOpen(dialog)).to.equal(false);
    await dialog.show();
    expect(one<HTMLSelectElement>(dialog, 'select').selectedOptions[0]!.text).to.equal('배송');
    expect(all(dialog, '.agents label:has(:checked)').map(nameOf)).to.deep.equal(['최지우 진행 7건']);
  });

  it('forgets the agent when it is opened for another ticket', async () => {
    const dialog = await open(sampleHub());
    named(dialog, '이도윤 진행 4건').click();
    dialog.close();
    await dialog.show('T2');
    expect(all(dialog, 'input:checked')).to.have.lengthOf(0);
  });

  it('waits for the groups, and asks again for those that could not be loaded', async () => {
    const hub = sampleHub();
    hub.session.$settings.set({ status: 'loading' });
    const dialog = await open(hub);
    expect(textOf(dialog)).to.contain('불러오는 중…');
    await expect(dialog).to.be.accessible();
    hub.session.$settings.set({ status: 'failed', error: new DeskError('server', '') });
    await dialog.updateComplete;
    named(dialog, '다시 시도').click();
    expect(hub.asked(RetryRequest)[0]?.what).to.equal('settings');
  });

  it('follows changes of the work that is open on an agent', async () => {
    const hub = sampleHub();
    const dialog = await open(hub);
    const settings = sampleSettings();
    const [team] = settings.groups;
    const busier = { ...team!, agents: team!.agents.map((agent) => ({ ...agent, open: agent.open + 1 })) };
    hub.session.$settings.set(ready({ ...settings, groups: [busier] }));
    await dialog.updateComplete;
    expect(agents(dialog)).to.include('이도윤 진행 5건');
  });

  it('closes when its hub leaves', async () => {
    const dialog = await open(sampleHub());
    dialog.remove();
    expect(isOpen(dialog)).to.equal(false);
  });

  it('speaks the language of its hub', async () => {
    const hub = sampleHub();
    const dialog = await open(hub);
    speak(hub, 'ja');
    await dialog.updateComplete;
    expect(named(dialog, '転送する')).to.exist;
    speak(hub, 'en');
    await dialog.updateComplete;
    expect(named(dialog, 'Forward')).to.exist;
  });
});
