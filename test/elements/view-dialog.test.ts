import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import { mostViews, usualPreferences } from '../../src/domain/preferences.js';
import { ViewDialog } from '../../src/elements/view-dialog/view-dialog.js';
import { PreferencesChangeRequest, RetryRequest, SavedViewOpenRequest } from '../../src/events/requests.js';
import { ko } from '../../src/strings/ko.js';
import { ready, speak } from '../../stories/support/samples.js';
import { followPreferences, sampleViews, savedHub } from '../../stories/support/saved-views.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, inHub, named, one, textOf } from '../support/in-hub.js';

async function open(hub: FakeHub, about?: Parameters<ViewDialog['show']>[0]): Promise<ViewDialog> {
  await import('../../src/elements/view-dialog/define.js');
  const dialog = await inHub<ViewDialog>(hub, '<view-dialog></view-dialog>');
  followPreferences(dialog, hub);
  await dialog.show(about);
  return dialog;
}

async function type(dialog: ViewDialog, name: string): Promise<void> {
  const input = one<HTMLInputElement>(dialog, 'input');
  input.value = name;
  input.dispatchEvent(new Event('input'));
  await dialog.updateComplete;
}

async function save(dialog: ViewDialog, name: string, button = '저장하기'): Promise<void> {
  await type(dialog, name);
  named(dialog, button).click();
  await dialog.updateComplete;
}

function searched(): FakeHub {
  const hub = savedHub();
  const where = { status: ['processing', 'pending'] };
  hub.tickets.$query.set({ view: 'all', q: '환불', where, sort: 'createdAt', descending: false });
  hub.tickets.$columns.set([
    { id: 'subject', width: 300 },
    { id: 'status', width: null },
  ]);
  return hub;
}

describe('view-dialog', () => {
  it('is not defined by importing the class', () => {
    expect(ViewDialog.prototype).to.be.instanceOf(HTMLElement);
  });

  it('shows nothing outside a hub, and nothing until it is opened', async () => {
    await import('../../src/elements/view-dialog/define.js');
    expect(textOf(await fixture(html`<view-dialog></view-dialog>`))).to.equal('');
    expect(textOf(await inHub(savedHub(), '<view-dialog></view-dialog>'))).to.equal('');
  });

  it('says what is kept: list, conditions, columns and order', async () => {
    const dialog = await open(searched());
    const kept = all(dialog, 'dd').map((part) => part.textContent!.replace(/\s+/g, ' ').trim());
    expect(kept).to.deep.equal(['전체 티켓', '“환불”상태: 처리중, 보류중', '제목 · 상태', '생성시간 · 오름차순']);
    await expect(dialog).to.be.accessible();
  });

  it('keeps the list under its name, and opens it', async () => {
    const hub = searched();
    const dialog = await open(hub);
    await save(dialog, '  늦은 환불 ');
    const { views } = hub.asked(PreferencesChangeRequest)[0]!.change;
    const view = views!.at(-1)!;
    expect(views).to.have.lengthOf(4);
    expect(view.name).to.equal('늦은 환불');
    expect(view.id).to.match(/^[\w-]{1,40}$/);
    const query = new URLSearchParams(view.query);
    expect([query.get('q'), query.get('status'), query.get('sort')]).to.deep.equal([
      '환불',
      'processing,pending',
      'createdAt:asc',
    ]);
    expect(view.columns).to.have.lengthOf(2);
    expect(hub.asked(SavedViewOpenRequest)[0]?.viewId).to.equal(view.id);
    expect(all(dialog, 'dialog')).to.have.lengthOf(0);
  });

  it('asks for a name, a shorter one, or another one', async () => {
    const hub = savedHub();
    const dialog = await open(hub);
    await save(dialog, '   ');
    expect(textOf(dialog)).to.contain('이름을 입력하세요.');
    await expect(dialog).to.be.accessible();
    await save(dialog, '가'.repeat(63));
    expect(textOf(dialog)).to.contain('3자를 줄이세요.');
    await save(dialog, sampleViews()[1]!.name.toLowerCase());
    expect(textOf(dialog)).to.contain('이미 있는 이름입니다.');
    expect(dialog.shadowRoot!.activeElement?.localName).to.equal('input');
    expect(hub.asked(PreferencesChangeRequest)).to.have.lengthOf(0);
  });

  it('gives a view another name, and leaves everything else as it was', async () => {
    const hub = savedHub();
    const [first, view, last] = sampleViews();
    const dialog = await open(hub, { view });
    expect(one<HTMLInputElement>(dialog, 'input').value).to.equal(view!.name);
    await save(dialog, 'VIP', '이름 바꾸기');
    expect(hub.asked(PreferencesChangeRequest)[0]?.change.views).to.deep.equal([first, { ...view, name: 'VIP' }, last]);
    expect(hub.asked(SavedViewOpenRequest)).to.have.lengthOf(0);
  });

  it('keeps what was typed when it is closed', async () => {
    const dialog = await open(savedHub());
    await type(dialog, '늦은 환불');
    await sendKeys({ press: 'Escape' });
    await dialog.show();
    expect(one<HTMLInputElement>(dialog, 'input').value).to.equal('늦은 환불');
  });

  it('keeps the name that was typed until the view is saved, and says why it was not', async () => {
    await import('../../src/elements/view-dialog/define.js');
    const hub = savedHub();
    const dialog = await inHub<ViewDialog>(hub, '<view-dialog></view-dialog>');
    await dialog.show();
    await save(dialog, '늦은 환불');
    const { id, change } = hub.asked(PreferencesChangeRequest)[0]!;
    const task = { id: id!, ticketId: '', action: 'preferences' } as const;
    hub.work.$tasks.set([{ ...task, state: 'running' }]);
    hub.preferences.$preferences.set(ready({ ...usualPreferences, ...change }));
    await dialog.updateComplete;
    expect(named(dialog, '저장하는 중…').getAttribute('aria-disabled')).to.equal('true');
    hub.preferences.$preferences.set(ready({ ...usualPreferences, views: sampleViews() }));
    hub.work.$tasks.set([{ ...task, state: 'failed', error: new DeskError('denied', '') }]);
    await dialog.updateComplete;
    expect(one(dialog, '[role=alert]').textContent).to.contain(ko.errors.denied);
    expect(one<HTMLInputElement>(dialog, 'input').value).to.equal('늦은 환불');
    expect(hub.asked(SavedViewOpenRequest)).to.have.lengthOf(0);
    await expect(dialog).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await dialog.show();
    expect(one<HTMLInputElement>(dialog, 'input').value).to.equal('늦은 환불');
    expect(all(dialog, '[role=alert]')).to.have.lengthOf(0);
  });

  it('says that there is no room for another view', async () => {
    const hub = savedHub(
      'ko',
      Array.from({ length: mostViews }, (_, i) => ({ ...sampleViews()[0]!, id: `v${i}`, name: `${i}` })),
    );
    const dialog = await open(hub);
    expect(textOf(dialog)).to.contain('보기는 50개까지 저장할 수 있습니다.');
    expect(all(dialog, 'input, [type=submit]')).to.have.lengthOf(0);
    await expect(dialog).to.be.accessible();
  });

  it('waits for the views, and loads them again when that failed', async () => {
    const hub = savedHub();
    hub.preferences.$preferences.set({ status: 'loading' });
    const dialog = await open(hub);
    expect(textOf(dialog)).to.contain('불러오는 중');
    hub.preferences.$preferences.set({ status: 'failed', error: new DeskError('offline', '') });
    await dialog.updateComplete;
    named(dialog, '다시 시도').click();
    expect(hub.asked(RetryRequest)[0]?.what).to.equal('preferences');
    hub.preferences.$preferences.set(ready(usualPreferences));
    await dialog.updateComplete;
    expect(all(dialog, 'input')).to.have.lengthOf(1);
  });

  it('closes when the page takes the matter over', async () => {
    const hub = savedHub();
    const dialog = await open(hub);
    dialog.addEventListener(PreferencesChangeRequest.type, (event) => event.preventDefault(), { capture: true });
    await save(dialog, '늦은 환불');
    expect(all(dialog, 'dialog')).to.have.lengthOf(0);
    expect(hub.asked(SavedViewOpenRequest)).to.have.lengthOf(0);
  });

  it('speaks the language of its hub', async () => {
    const hub = searched();
    const dialog = await open(hub);
    speak(hub, 'en');
    await dialog.updateComplete;
    expect(textOf(dialog)).to.contain('Save view');
    expect(textOf(dialog)).to.contain('Status: Processing, Pending');
  });
});
