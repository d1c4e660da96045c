import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import { ExportDialog } from '../../src/elements/export-dialog/export-dialog.js';
import { ExportRequest, TaskDismissRequest } from '../../src/events/requests.js';
import { ready, sampleHub, sampleSession, sampleSettings, speak } from '../../stories/support/samples.js';
import { windowOf, type FakeHub } from '../support/fake-hub.js';
import { all, inHub, named, nameOf, one, textOf } from '../support/in-hub.js';

function hubWith(total: number, mayExport = true): FakeHub {
  const hub = sampleHub();
  const session = sampleSession();
  const permissions = { ...session.agent.permissions, export: mayExport };
  hub.session.$session.set(ready({ ...session, agent: { ...session.agent, permissions } }));
  hub.tickets.$window.set(windowOf([], { total }));
  hub.tickets.$columns.set(['subject', 'status', 'assignee'].map((id) => ({ id, width: null })));
  return hub;
}

async function open(hub: FakeHub): Promise<ExportDialog> {
  await import('../../src/elements/export-dialog/define.js');
  const dialog = await inHub<ExportDialog>(hub, '<export-dialog></export-dialog>');
  await dialog.show();
  return dialog;
}

async function explain(dialog: ExportDialog, reason: string): Promise<void> {
  const field = one<HTMLInputElement>(dialog, '.reason');
  field.value = reason;
  field.dispatchEvent(new Event('input'));
  await dialog.updateComplete;
}

async function press(dialog: ExportDialog): Promise<void> {
  one<HTMLButtonElement>(dialog, '[type=submit]').click();
  await dialog.updateComplete;
}

function task(hub: FakeHub, state: 'running' | 'failed' | 'over', error?: DeskError): void {
  const { id } = hub.asked(ExportRequest).at(-1)!;
  hub.work.$tasks.set(state === 'over' ? [] : [{ id, ticketId: '', action: 'export', state, error }]);
}

const ticked = (dialog: ExportDialog): string[] => all(dialog, 'label:has(:checked)').map(nameOf);

describe('export-dialog', () => {
  it('is not defined by importing the class', () => {
    expect(ExportDialog.prototype).to.be.instanceOf(HTMLElement);
  });

  it('shows nothing outside a hub', async () => {
    await import('../../src/elements/export-dialog/define.js');
    expect(textOf(await fixture(html`<export-dialog></export-dialog>`))).to.equal('');
  });

  it('says how many tickets, what is recorded, and offers every column, those of the list ticked and first', async () => {
    const hub = hubWith(1204);
    const field = { code: 'order', owner: 'agent', type: 'text', names: { ko: '주문번호' } } as const;
    const more = { options: null, required: false, encrypted: false, length: 0, categories: null } as const;
    hub.session.$settings.set(ready({ ...sampleSettings(), fields: [{ ...field, ...more }] }));
    const dialog = await open(hub);
    expect(textOf(dialog)).to.contain('티켓 1,204건을').and.to.contain('기록됩니다.');
    expect(ticked(dialog)).to.deep.equal(['제목', '상태', '담당자']);
    expect(all(dialog, '.check').map(nameOf).slice(0, 4)).to.deep.equal(['제목', '상태', '담당자', '우선순위']);
    expect(all(dialog, '.check').map(nameOf).at(-1)).to.equal('주문번호');
    await expect(dialog).to.be.accessible();
  });

  it('asks for the list as it is, its columns in their order, and the reason', async () => {
    const hub = hubWith(12);
    hub.tickets.$query.set({ view: 'mine_processing', q: '환불', sort: 'createdAt', descending: false });
    const dialog = await open(hub);
    named(dialog, '이메일').click();
    named(dialog, '상태').click();
    await explain(dialog, '  주간 보고 ');
    await press(dialog);
    const [request] = hub.asked(ExportRequest);
    expect(request?.query).to.deep.equal(hub.tickets.$query.get());
    expect(request?.columns).to.deep.equal(['subject', 'assignee', 'email']);
    expect(request?.reason).to.equal('주간 보고');
    expect(request?.id).to.match(/^[0-9a-f]{32}$/);
  });

  it('wants a reason, and at least one column', async () => {
    const hub = hubWith(12);
    const dialog = await open(hub);
    await explain(dialog, '   ');
    await press(dialog);
    expect(one(dialog, '[role=alert]').textContent).to.equal('내보내는 이유를 입력하세요.');
    expect(dialog.shadowRoot!.activeElement).to.equal(one(dialog, '.reason'));
    await expect(dialog).to.be.accessible();
    for (const name of ticked(dialog)) named(dialog, name).click();
    await explain(dialog, '보고');
    await press(dialog);
    expect(one(dialog, '[role=alert]').textContent).to.equal('열을 하나 이상 선택하세요.');
    expect(hub.asked(ExportRequest)).to.have.lengthOf(0);
    expect(one<HTMLInputElement>(dialog, '.reason').maxLength).to.equal(200);
  });

  it('is worked by the keyboard alone', async () => {
    const hub = hubWith(12);
    await open(hub);
    await sendKeys({ type: 'audit' });
    await sendKeys({ press: 'Enter' });
    expect(hub.asked(ExportRequest)[0]?.reason).to.equal('audit');
  });

  it('runs, and says that the file is there', async () => {
    const hub = hubWith(12);
    const dialog = await open(hub);
    await explain(dialog, '보고');
    await press(dialog);
    task(hub, 'running');
    await dialog.updateComplete;
    expect(nameOf(one(dialog, '[type=submit]'))).to.equal('내보내는 중…');
    await press(dialog);
    expect(hub.asked(ExportRequest)).to.have.lengthOf(1);
    task(hub, 'over');
    await dialog.updateComplete;
    expect(one(dialog, '[role=status]').textContent).to.contain('파일을 저장했습니다.');
    await expect(dialog).to.be.accessible();
    dialog.close();
    await dialog.show();
    expect(one<HTMLInputElement>(dialog, '.reason').value).to.equal('');
  });

  it('tells of a refusal, keeps what was entered, and asks under the same id until the outcome is known', async () => {
    const hub = hubWith(12);
    const dialog = await open(hub);
    await explain(dialog, '보고');
    await press(dialog);
    task(hub, 'failed', new DeskError('timeout', ''));
    await dialog.updateComplete;
    expect(one(dialog, '[role=alert]').textContent).to.contain('서버가 제때 응답하지 않았습니다.');
    await press(dialog);
    task(hub, 'failed', new DeskError('denied', ''));
    await press(dialog);
    const ids = hub.asked(ExportRequest).map(({ id }) => id);
    expect(ids[1]).to.equal(ids[0]);
    expect(ids[2]).not.to.equal(ids[1]);
    task(hub, 'failed', new DeskError('server', ''));
    dialog.close();
    expect(hub.asked(TaskDismissRequest).at(-1)?.taskId).to.equal(ids[2]);
    await dialog.show();
    expect(one<HTMLInputElement>(dialog, '.reason').value).to.equal('보고');
    expect(all(dialog, '[role=alert]')).to.have.lengthOf(0);
  });

  it('keeps columns and reason through Escape, and takes the columns of a list that was rearranged', async () => {
    const hub = hubWith(12);
    const dialog = await open(hub);
    named(dialog, '이메일').click();
    await explain(dialog, '보고');
    await sendKeys({ press: 'Escape' });
    await dialog.show();
    expect(ticked(dialog)).to.include('이메일');
    dialog.close();
    hub.tickets.$columns.set([{ id: 'subject', width: null }]);
    await dialog.show();
    expect(ticked(dialog)).to.deep.equal(['제목']);
    expect(one<HTMLInputElement>(dialog, '.reason').value).to.equal('보고');
  });

  it('names the limit of one file, and starts nothing beyond it', async () => {
    const hub = hubWith(50_001);
    const dialog = await open(hub);
    expect(textOf(dialog)).to.contain('한 번에 50,000건까지').and.to.contain('50,001건');
    await explain(dialog, '보고');
    await press(dialog);
    expect(hub.asked(ExportRequest)).to.have.lengthOf(0);
  });

  it('says that the permission is missing, or that there is nothing', async () => {
    const denied = await open(hubWith(12, false));
    expect(textOf(denied)).to.contain('내보낼 권한이 없습니다.');
    expect(all(denied, '[type=submit]')).to.have.lengthOf(0);
    await expect(denied).to.be.accessible();
    denied.remove();
    const empty = await open(hubWith(0));
    expect(textOf(empty)).to.contain('내보낼 티켓이 없습니다.');
    expect(all(empty, '[type=submit]')).to.have.lengthOf(0);
  });

  it('speaks the language of its hub', async () => {
    const hub = hubWith(12);
    const dialog = await open(hub);
    speak(hub, 'en');
    await dialog.updateComplete;
    expect(named(dialog, 'Export 12 tickets')).to.exist;
    speak(hub, 'ja');
    await dialog.updateComplete;
    expect(named(dialog, '12件を書き出す')).to.exist;
  });
});
