import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import type { Task } from '../../src/base/hub-context.js';
import { usualPreferences } from '../../src/domain/preferences.js';
import { ConditionDialog } from '../../src/elements/condition-dialog/condition-dialog.js';
import { PreferencesChangeRequest, RetryRequest, TaskDismissRequest } from '../../src/events/requests.js';
import { searchHub } from '../../stories/support/sample-search.js';
import { ready, speak } from '../../stories/support/samples.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, focusedName, inHub, named, nameOf, one, textOf } from '../support/in-hub.js';

function hubWith(conditions: readonly string[] | null = ['status', 'subject', 'f.tier']): FakeHub {
  const hub = searchHub();
  hub.preferences.$preferences.set(ready({ ...usualPreferences, conditions }));
  return hub;
}

async function open(hub: FakeHub): Promise<ConditionDialog> {
  await import('../../src/elements/condition-dialog/define.js');
  const dialog = await inHub<ConditionDialog>(hub, '<condition-dialog></condition-dialog>');
  await dialog.show();
  return dialog;
}

async function press(dialog: ConditionDialog, name: string): Promise<void> {
  named(dialog, name).click();
  await dialog.updateComplete;
}

async function add(dialog: ConditionDialog, field: string): Promise<void> {
  one<HTMLSelectElement>(dialog, 'select').value = field;
  await press(dialog, '조건 추가');
}

const rows = (dialog: ConditionDialog): string[] => all(dialog, '.rows > li .name').map(nameOf);
const offered = (dialog: ConditionDialog): string[] =>
  [...one<HTMLSelectElement>(dialog, 'select').options].map(({ value }) => value).filter(Boolean);
const saved = (hub: FakeHub): unknown => hub.asked(PreferencesChangeRequest).at(-1)?.change;
const isOpen = (dialog: ConditionDialog): boolean => all(dialog, 'dialog[open]').length === 1;

/** What becomes of the save that was asked for last. */
function tell(hub: FakeHub, state: Task['state'], error?: DeskError): void {
  const id = hub.asked(PreferencesChangeRequest).at(-1)!.id!;
  hub.work.$tasks.set([{ id, ticketId: '', action: 'preferences', state, error }]);
}

describe('condition-dialog', () => {
  it('is not defined by importing the class', () => {
    expect(ConditionDialog.prototype).to.be.instanceOf(HTMLElement);
  });

  it('shows nothing outside a hub', async () => {
    await import('../../src/elements/condition-dialog/define.js');
    expect(textOf(await fixture(html`<condition-dialog></condition-dialog>`))).to.equal('');
  });

  it('shows the agent’s conditions in order, and is read well', async () => {
    const dialog = await open(hubWith());
    expect(one(dialog, 'h2').textContent).to.equal('기본 검색 조건 설정');
    expect(rows(dialog)).to.deep.equal(['상태', '티켓 제목', '고객 등급']);
    await expect(dialog).to.be.accessible();
  });

  it('starts with the service’s conditions where the agent chose none', async () => {
    expect(rows(await open(hubWith(null)))).to.have.lengthOf(7);
  });

  it('offers every field that can be searched and is not there, and never an encrypted one', async () => {
    const dialog = await open(hubWith());
    expect(offered(dialog)).to.include.members(['email', 'channel', 'f.order', 'f.wished']);
    for (const field of ['status', 'f.tier', 'f.secret', 'created']) expect(offered(dialog)).not.to.include(field);
  });

  it('adds a field, saves and closes once it is kept', async () => {
    const hub = hubWith();
    const dialog = await open(hub);
    await add(dialog, 'f.order');
    expect(rows(dialog).at(-1)).to.equal('주문번호');
    expect(one(dialog, '[role=status]').textContent).to.equal('주문번호 조건을 추가했습니다.');
    expect(offered(dialog)).not.to.include('f.order');
    await press(dialog, '저장');
    expect(saved(hub)).to.deep.equal({ conditions: ['status', 'subject', 'f.tier', 'f.order'] });
    tell(hub, 'running');
    // Shown at once everywhere else, but not yet safe.
    const value = { ...usualPreferences, conditions: ['status', 'subject', 'f.tier', 'f.order'] };
    hub.preferences.$preferences.set({ status: 'ready', value });
    await dialog.updateComplete;
    expect(isOpen(dialog)).to.equal(true);
    hub.work.$tasks.set([]);
    await dialog.updateComplete;
    expect(isOpen(dialog)).to.equal(false);
  });

  it('begins anew once its changes are saved', async () => {
    const hub = hubWith();
    const dialog = await open(hub);
    await add(dialog, 'email');
    await press(dialog, '저장');
    tell(hub, 'running');
    const value = { ...usualPreferences, conditions: ['status', 'subject', 'f.tier', 'email'] };
    hub.preferences.$preferences.set({ status: 'ready', value });
    hub.work.$tasks.set([]);
    const again = await open(hub);
    expect(rows(again)).to.deep.equal(['상태', '티켓 제목', '고객 등급', '이메일']);
    expect(textOf(again)).not.to.contain('저장하지 않은 변경이 남아 있습니다.');
  });

  it('moves a field by its buttons, says where it is and keeps the keyboard on it', async () => {
    const hub = hubWith();
    const dialog = await open(hub);
    named(dialog, '고객 등급 위로').focus();
    await sendKeys({ press: 'Enter' });
    await dialog.updateComplete;
    expect(rows(dialog)).to.deep.equal(['상태', '고객 등급', '티켓 제목']);
    expect(one(dialog, '[role=status]').textContent).to.equal('고객 등급: 3개 중 2번째');
    expect(focusedName(dialog)).to.equal('고객 등급 위로');
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Enter' });
    await dialog.updateComplete;
    expect(rows(dialog)).to.deep.equal(['고객 등급', '상태', '티켓 제목']);
    expect(focusedName(dialog)).to.equal('고객 등급 위로');
    await press(dialog, '저장');
    expect(saved(hub)).to.deep.equal({ conditions: ['f.tier', 'status', 'subject'] });
  });

  it('moves a field by drag', async () => {
    const dialog = await open(hubWith());
    const middle = (part: Element): [number, number] => {
      const { x, y, width, height } = part.getBoundingClientRect();
      return [Math.round(x + width / 2), Math.round(y + height / 2)];
    };
    const [grip] = all(dialog, '.grip');
    const [, , third] = all(dialog, '.rows > li');
    await sendMouse({ type: 'move', position: middle(grip!) });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: middle(third!) });
    const [x, y] = middle(third!);
    await sendMouse({ type: 'move', position: [x, y + 10] });
    await sendMouse({ type: 'up' });
    await dialog.updateComplete;
    expect(rows(dialog)).to.deep.equal(['티켓 제목', '고객 등급', '상태']);
    expect(one(dialog, '[role=status]').textContent).to.equal('상태: 3개 중 3번째');
    await sendMouse({ type: 'move', position: middle(all(dialog, '.rows > li')[0]!) });
    expect(rows(dialog)).to.deep.equal(['티켓 제목', '고객 등급', '상태']);
  });

  it('takes a field out, and leads the keyboard to the next', async () => {
    const dialog = await open(hubWith());
    named(dialog, '티켓 제목 빼기').focus();
    await sendKeys({ press: 'Enter' });
    await dialog.updateComplete;
    expect(rows(dialog)).to.deep.equal(['상태', '고객 등급']);
    expect(focusedName(dialog)).to.equal('고객 등급 빼기');
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Enter' });
    await dialog.updateComplete;
    expect(textOf(dialog)).to.contain('추가한 조건이 없습니다.');
    expect(dialog.shadowRoot!.activeElement).to.equal(one(dialog, 'select'));
  });

  it('goes back to the service’s conditions, and follows them from then on', async () => {
    const hub = hubWith(['email']);
    const dialog = await open(hub);
    await press(dialog, '서비스 기본값으로');
    expect(rows(dialog)).to.have.lengthOf(7);
    await press(dialog, '저장');
    expect(saved(hub)).to.deep.equal({ conditions: null });
  });

  it('keeps unsaved changes on Escape, says so and can give them up', async () => {
    const hub = hubWith();
    const dialog = await open(hub);
    await add(dialog, 'email');
    await sendKeys({ press: 'Escape' });
    expect(isOpen(dialog)).to.equal(false);
    dialog.remove();
    const again = await open(hub);
    expect(rows(again)).to.deep.equal(['상태', '티켓 제목', '고객 등급', '이메일']);
    expect(textOf(again)).to.contain('저장하지 않은 변경이 남아 있습니다.');
    await expect(again).to.be.accessible();
    await press(again, '변경 취소');
    expect(rows(again)).to.deep.equal(['상태', '티켓 제목', '고객 등급']);
    expect(hub.asked(PreferencesChangeRequest)).to.have.lengthOf(0);
  });

  it('tells of a refusal where it happened, and keeps what was chosen', async () => {
    const hub = hubWith();
    const dialog = await open(hub);
    await add(dialog, 'email');
    await press(dialog, '저장');
    tell(hub, 'running');
    tell(hub, 'failed', new DeskError('denied', ''));
    await dialog.updateComplete;
    expect(isOpen(dialog)).to.equal(true);
    expect(one(dialog, '[role=alert]').textContent).to.contain('전에 저장한 조건은 그대로입니다.');
    expect(rows(dialog)).to.include('이메일');
    await expect(dialog).to.be.accessible();
  });

  it('leaves what was changed while a save was under way', async () => {
    const hub = hubWith();
    const dialog = await open(hub);
    await add(dialog, 'email');
    await press(dialog, '저장');
    tell(hub, 'running');
    await add(dialog, 'f.order');
    hub.work.$tasks.set([]);
    await dialog.updateComplete;
    expect(isOpen(dialog)).to.equal(true);
    expect(rows(dialog)).to.include.members(['이메일', '주문번호']);
  });

  it('tells of a refusal after it was closed, where it was opened, until that was read', async () => {
    const hub = hubWith();
    const dialog = await open(hub);
    await add(dialog, 'email');
    await press(dialog, '저장');
    tell(hub, 'running');
    await sendKeys({ press: 'Escape' });
    expect(textOf(dialog)).to.equal('');
    tell(hub, 'failed', new DeskError('denied', ''));
    await dialog.updateComplete;
    expect(isOpen(dialog)).to.equal(false);
    expect(one(dialog, '[role=alert]').textContent).to.contain('전에 저장한 조건은 그대로입니다.');
    await expect(dialog).to.be.accessible();
    await press(dialog, '기본 검색 조건 설정');
    expect(rows(dialog)).to.include('이메일');
    await sendKeys({ press: 'Escape' });
    expect(textOf(dialog)).to.equal('');
    expect(hub.asked(TaskDismissRequest)).to.have.lengthOf(1);
  });

  it('names a field that is gone, so that it can be taken out', async () => {
    const dialog = await open(hubWith(['f.gone']));
    expect(rows(dialog)).to.deep.equal(['gone (더 이상 없는 필드)']);
  });

  it('leads the keyboard to the list of fields where none is chosen to be added', async () => {
    const dialog = await open(hubWith());
    await press(dialog, '조건 추가');
    expect(rows(dialog)).to.have.lengthOf(3);
    expect(dialog.shadowRoot!.activeElement).to.equal(one(dialog, 'select'));
  });

  it('asks again for fields that could not be loaded', async () => {
    const hub = hubWith();
    hub.session.$settings.set({ status: 'failed', error: new DeskError('server', '') });
    const dialog = await open(hub);
    await press(dialog, '다시 시도');
    expect(hub.asked(RetryRequest)[0]?.what).to.equal('settings');
  });

  it('speaks the language of its hub', async () => {
    const hub = hubWith();
    const dialog = await open(hub);
    speak(hub, 'ja');
    await dialog.updateComplete;
    expect(one(dialog, 'h2').textContent).to.equal('デフォルトの検索条件設定');
    speak(hub, 'en');
    await dialog.updateComplete;
    expect(named(dialog, 'Save')).to.exist;
  });
});
