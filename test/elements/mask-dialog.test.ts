import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import type { MaskQuestion, UnmaskMode } from '../../src/base/mask-question.js';
import type { AuditRecord } from '../../src/domain/audit.js';
import type { MaskSpan, Permissions } from '../../src/domain/types.js';
import { MaskDialog } from '../../src/elements/mask-dialog/mask-dialog.js';
import { isToldElsewhere } from '../../src/base/told-here.js';
import { MaskRemoveRequest } from '../../src/events/requests.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, focusedName, inHub, named, nameOf, one, textOf } from '../support/in-hub.js';
import { anEntry, aSession, aTicket, hubWith, now } from '../support/open-ticket.js';
import { until } from '../support/until.js';

const { ticketId } = aTicket();

const mask: MaskSpan = {
  id: 'm1',
  start: 4,
  length: 13,
  category: 'phone',
  state: 'masked',
  by: { usercode: 'agent2', name: '이상담' },
  at: now - 60_000,
};
const entry = anEntry(1, { html: '<p>전화는 *************</p>', masks: [mask], bodyVersion: 2 });

function hubFor(permissions: Partial<Permissions>, security = true): FakeHub {
  const hub = hubWith(aTicket(), [entry]);
  const session = aSession();
  const granted = { ...session.agent.permissions, reveal: false, unmask: false, purge: false, ...permissions };
  const agent = { ...session.agent, permissions: granted };
  const capabilities = { ...session.capabilities, security };
  hub.session.$session.set({ status: 'ready', value: { ...session, agent, capabilities } });
  return hub;
}

/** Opens the dialog for the mask that the history of the hub has now. */
async function open(
  hub: FakeHub,
  mode: UnmaskMode = 'confirm',
  reveal: MaskQuestion['reveal'] = () => Promise.resolve(),
): Promise<MaskDialog> {
  await import('../../src/elements/mask-dialog/define.js');
  const dialog = await inHub<MaskDialog>(hub, '<mask-dialog></mask-dialog>');
  await ask(hub, dialog, mode, reveal);
  return dialog;
}

/** How often the keyboard was given back to the mask. */
let focused = 0;

async function ask(
  hub: FakeHub,
  dialog: MaskDialog,
  mode: UnmaskMode = 'confirm',
  reveal: MaskQuestion['reveal'] = () => Promise.resolve(),
  of = ticketId,
): Promise<void> {
  const find = (): ReturnType<MaskQuestion['find']> => {
    const load = hub.tickets.$history.get();
    const now = 'value' in load ? load.value?.[0] : undefined;
    const found = now?.masks.find(({ id }) => id === mask.id);
    return now && found ? { entry: now, mask: found } : null;
  };
  await dialog.show({ ticketId: of, maskId: mask.id, mode, find, reveal, focus: () => focused++ });
  await dialog.updateComplete;
}

async function type(dialog: MaskDialog, text: string): Promise<void> {
  const field = one<HTMLInputElement>(dialog, '.words');
  field.value = text;
  field.dispatchEvent(new Event('input'));
  await dialog.updateComplete;
}

async function choose(dialog: MaskDialog, name: string): Promise<void> {
  all<HTMLElement>(dialog, '.check')
    .find((label) => nameOf(label).startsWith(name))!
    .click();
  await dialog.updateComplete;
}

async function submit(dialog: MaskDialog): Promise<void> {
  one<HTMLButtonElement>(dialog, '[type=submit]').click();
  await dialog.updateComplete;
}

const isOpen = (dialog: MaskDialog): boolean => all(dialog, 'dialog').length > 0;
const asked = (hub: FakeHub): MaskRemoveRequest[] => hub.asked(MaskRemoveRequest);

async function answer(hub: FakeHub, dialog: MaskDialog, error?: DeskError): Promise<void> {
  const { id, how } = asked(hub).at(-1)!;
  hub.work.$tasks.set([{ id, ticketId, action: how, state: 'running' }]);
  hub.work.$tasks.set(error ? [{ id, ticketId, action: how, state: 'failed', error }] : []);
  await dialog.updateComplete;
}

describe('mask-dialog', () => {
  it('shows nothing outside a hub, and is not defined by importing the class', async () => {
    expect(MaskDialog.prototype).to.be.instanceOf(HTMLElement);
    await import('../../src/elements/mask-dialog/define.js');
    expect(textOf(await fixture(html`<mask-dialog></mask-dialog>`))).to.equal('');
  });

  it('offers what is permitted and no more', async () => {
    const offered = async (permissions: Partial<Permissions>, mode?: UnmaskMode): Promise<string[]> =>
      all(await open(hubFor(permissions), mode), '.check').map((label) => label.textContent!.trim().split('\n')[0]!);
    const everything = { reveal: true, unmask: true, purge: true };
    expect((await offered(everything)).length).to.equal(3);
    expect((await offered({ unmask: true, purge: true })).length).to.equal(2);
    // One way needs no choice.
    expect((await offered({ reveal: true })).length).to.equal(0);
    expect((await offered(everything, 'reveal-only')).length).to.equal(0);
  });

  it('says so where nothing is permitted, or the service has no security service', async () => {
    const denied = await open(hubFor({}));
    expect(textOf(denied)).to.contain('전화번호, 13자').and.to.contain('원문을 볼 권한이 없습니다.');
    expect(all(denied, '[type=submit]')).to.have.length(0);
    await expect(denied).to.be.accessible();
    const off = await open(hubFor({ reveal: true, unmask: true }, false));
    expect(textOf(off)).to.contain('보안 서비스를 사용하지 않아');
    expect(all(off, '[type=submit]')).to.have.length(0);
  });

  it('has an original shown for a purpose, and remembers the purpose', async () => {
    const purposes: string[] = [];
    const reveal = (purpose: string): Promise<void> => Promise.resolve(void purposes.push(purpose));
    const hub = hubFor({ reveal: true });
    const dialog = await open(hub, 'confirm', reveal);
    await expect(dialog).to.be.accessible();
    const select = one<HTMLSelectElement>(dialog, 'select');
    select.value = 'own';
    select.dispatchEvent(new Event('change'));
    await dialog.updateComplete;
    await submit(dialog);
    expect(textOf(dialog)).to.contain('열람 목적을 입력하세요.');
    expect(purposes).to.deep.equal([]);
    await type(dialog, ' 배송 기사 문의 ');
    await submit(dialog);
    await until(() => !isOpen(dialog));
    await ask(hub, dialog, 'confirm', reveal);
    expect(one<HTMLSelectElement>(dialog, 'select').value).to.equal('own');
    await submit(dialog);
    expect(purposes).to.deep.equal(['배송 기사 문의', '배송 기사 문의']);
  });

  it('says in plain words why an original is not shown, and keeps what was chosen', async () => {
    const said: readonly (readonly [DeskError['kind'], string, string?])[] = [
      ['denied', '이 작업을 할 권한이 없습니다.'],
      ['gone', '원문이 영구 삭제되어'],
      ['busy', '짧은 시간에 너무 많이', 'too_often'],
      ['conflict', '아직 발송되지 않았습니다', 'mail_waiting'],
      ['busy', '요청이 많습니다.'],
      ['blocked', '화면이 가려져 있어', 'unseen'],
      ['invalid', '입력한 내용에 개인정보가 있습니다.', 'personal_data'],
      ['offline', '서버에 연결할 수 없습니다.'],
    ];
    const hub = hubFor({ reveal: true });
    for (const [kind, words, code] of said) {
      const fields = code === 'personal_data' ? [{ field: 'purpose', code, message: '' }] : [];
      const error = new DeskError(kind, '', { content: { code }, fields });
      const dialog = await open(hub, 'confirm', () => Promise.reject(error));
      await submit(dialog);
      await until(() => textOf(dialog).includes(words), words);
      expect(textOf(dialog)).to.contain('입력한 내용은 그대로 있습니다.');
    }
  });

  it('removes a mask for everybody, with a reason that survives a refusal', async () => {
    const hub = hubFor({ unmask: true });
    const dialog = await open(hub);
    expect(nameOf(one(dialog, 'h2'))).to.equal('마스킹 해제');
    expect(textOf(dialog)).to.contain('모든 상담원의 화면과 데이터베이스에');
    await submit(dialog);
    expect(textOf(dialog)).to.contain('사유를 입력하세요.');
    await type(dialog, '주문번호였음');
    await submit(dialog);
    expect(asked(hub)[0]).to.deep.include({ ticketId, how: 'unmask', reason: '주문번호였음' });
    expect(asked(hub)[0]!.mask).to.deep.equal({ maskId: 'm1', entryId: 1, bodyVersion: 2 });
    await answer(hub, dialog, new DeskError('conflict', ''));
    expect(textOf(dialog)).to.contain('그사이 메시지가 바뀌었습니다.');
    expect(one<HTMLInputElement>(dialog, '.words').value).to.equal('주문번호였음');
    hub.tickets.$history.set({ status: 'ready', value: [{ ...entry, bodyVersion: 5 }] });
    await submit(dialog);
    expect(asked(hub)[1]!.mask.bodyVersion).to.equal(5);
    expect(asked(hub)[1]!.id).not.to.equal(asked(hub)[0]!.id);
    await answer(hub, dialog);
    expect(isOpen(dialog)).to.equal(false);
  });

  it('asks under the same id again where nobody knows what became of it', async () => {
    const hub = hubFor({ unmask: true });
    const dialog = await open(hub);
    await type(dialog, '사유');
    await submit(dialog);
    await answer(hub, dialog, new DeskError('offline', ''));
    await submit(dialog);
    expect(asked(hub)[1]!.id).to.equal(asked(hub)[0]!.id);
  });

  it('deletes an original for good only after a second question', async () => {
    const hub = hubFor({ reveal: true, purge: true });
    const dialog = await open(hub);
    await choose(dialog, '원문 영구 삭제');
    await type(dialog, '고객 요청');
    await submit(dialog);
    expect(asked(hub)).to.have.length(0);
    expect(nameOf(one(dialog, 'h2'))).to.equal('정말 영구 삭제할까요?');
    expect(textOf(dialog)).to.contain('관리자도 되돌릴 수 없습니다.');
    await expect(dialog).to.be.accessible();
    named<HTMLButtonElement>(dialog, '이전').click();
    await dialog.updateComplete;
    expect(one<HTMLInputElement>(dialog, '.words').value).to.equal('고객 요청');
    await submit(dialog);
    await submit(dialog);
    expect(asked(hub)[0]).to.deep.include({ how: 'purge', reason: '고객 요청' });
    await answer(hub, dialog);
    await ask(hub, dialog);
    expect(one<HTMLInputElement>(dialog, 'input:checked').closest('label')!.textContent).to.contain('나만 잠시 보기');
  });

  it('leaves the keyboard on the way back when it asks again, and takes a held key or a double click for one', async () => {
    const hub = hubFor({ purge: true });
    const dialog = await open(hub);
    await type(dialog, '고객 요청');
    one(dialog, '[type=submit]').focus();
    await sendKeys({ down: 'Enter' });
    await until(() => focusedName(dialog) === '이전');
    expect(one(dialog, '[role=alert]').textContent).to.contain('관리자도 되돌릴 수 없습니다.');
    await sendKeys({ down: 'Enter' });
    await sendKeys({ up: 'Enter' });
    expect(nameOf(one(dialog, 'h2'))).to.equal('정말 영구 삭제할까요?');
    const button = one(dialog, '[type=submit]');
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 2 }));
    await sendKeys({ press: 'Enter' });
    await until(() => nameOf(one(dialog, 'h2')) === '원문 영구 삭제');
    expect(asked(hub)).to.deep.equal([]);
  });

  it('asks about another mask while one is being removed, and goes on with it once that is done', async () => {
    const hub = hubFor({ reveal: true, unmask: true });
    const dialog = await open(hub);
    await choose(dialog, '마스킹 해제');
    await type(dialog, '주문번호였음');
    await submit(dialog);
    const { id } = asked(hub)[0]!;
    hub.work.$tasks.set([{ id, ticketId, action: 'unmask', state: 'running' }]);
    dialog.close();
    const find = () => ({ entry, mask: { ...mask, id: 'another' } });
    const reveal = () => Promise.resolve();
    await dialog.show({ ticketId, maskId: 'another', mode: 'direct', find, reveal, focus: () => undefined });
    await dialog.updateComplete;
    expect(textOf(dialog)).to.contain('다른 마스킹을 처리하는 중입니다.');
    await submit(dialog);
    expect(asked(hub)).to.have.lengthOf(1);
    hub.work.$tasks.set([]);
    await dialog.updateComplete;
    expect(isOpen(dialog)).to.equal(true);
    expect(textOf(dialog)).not.to.contain('다른 마스킹을 처리하는 중입니다.');
    await choose(dialog, '마스킹 해제');
    await type(dialog, '이것도');
    await submit(dialog);
    expect(asked(hub)[1]!.mask.maskId).to.equal('another');
  });

  it('tells those who may read the access log who did what with this mask, when they ask', async () => {
    const hub = hubFor({ reveal: true, audit: true });
    let isRefused = true;
    const record = (maskId: string): AuditRecord => {
      const who = { usercode: 'agent2', name: '이상담', client: '10.0.0.1', customer: null };
      return { ...who, id: '1', at: now, kind: 'mask_revealed', ticketId, reason: '본인 확인', data: { maskId } };
    };
    hub.audit.ofMask = (_ticketId, maskId) =>
      isRefused ? Promise.reject(new DeskError('offline', '')) : Promise.resolve([record(maskId)]);
    const dialog = await open(hub);
    named(dialog, '이 마스킹의 이력').click();
    await until(() => textOf(dialog).includes('이력을 불러오지 못했습니다.'), 'the failure');
    isRefused = false;
    named(dialog, '이 마스킹의 이력').focus();
    named(dialog, '이 마스킹의 이력').click();
    await until(() => dialog.shadowRoot!.activeElement?.className === 'history', 'the keyboard in the history');
    expect(all(dialog, '.history li')).to.have.lengthOf(1);
    expect(textOf(dialog)).to.contain('기록 1건을 불러왔습니다.');
    expect(one(dialog, '.history li').textContent!.replace(/\s+/g, ' ')).to.contain(
      '마스킹 원문 보기 이상담 본인 확인',
    );
    await expect(dialog).to.be.accessible();
    await ask(hub, dialog);
    expect(all(dialog, '.history')).to.deep.equal([]);
    expect(textOf(await open(hubFor({ reveal: true })))).not.to.contain('이력');
  });

  it('tells of a removal that fails after it was closed neither over other work nor in another ticket', async () => {
    const hub = hubFor({ reveal: true, unmask: true });
    const dialog = await open(hub);
    await choose(dialog, '마스킹 해제');
    await type(dialog, '주문번호였음');
    await submit(dialog);
    const { id } = asked(hub)[0]!;
    expect(isToldElsewhere(hub, id)).to.equal(true);
    hub.work.$tasks.set([{ id, ticketId, action: 'unmask', state: 'running' }]);
    dialog.close();
    expect(isToldElsewhere(hub, id)).to.equal(false);
    await answer(hub, dialog, new DeskError('offline', ''));
    await dialog.updateComplete;
    expect(isOpen(dialog)).to.equal(false);
    hub.tickets.$currentId.set('T1763700000000XyZ99');
    await ask(hub, dialog);
    expect(isOpen(dialog)).to.equal(false);
  });

  it('closes when another ticket is opened, and gives the keyboard back where what had it is gone', async () => {
    const hub = hubFor({ reveal: true });
    const opener = await fixture<HTMLButtonElement>(html`<button>mask</button>`);
    opener.focus();
    const dialog = await open(hub);
    opener.remove();
    focused = 0;
    await sendKeys({ press: 'Escape' });
    expect(isOpen(dialog)).to.equal(false);
    expect(focused).to.equal(1);
    await ask(hub, dialog);
    hub.tickets.$currentId.set('T1763700000000XyZ99');
    hub.tickets.$history.set({ status: 'loading' });
    await until(() => !isOpen(dialog));
  });

  it('keeps a reason for the ticket it was typed for, and proposes it for no other', async () => {
    const hub = hubFor({ unmask: true });
    const dialog = await open(hub);
    await type(dialog, '고객 요청');
    dialog.close();
    await ask(hub, dialog);
    expect(one<HTMLInputElement>(dialog, '.words').value).to.equal('고객 요청');
    dialog.close();
    const other = aTicket({ ticketId: 'T1763700000000XyZ99' });
    hub.tickets.$currentId.set(other.ticketId);
    hub.tickets.$current.set({ status: 'ready', value: other });
    await ask(hub, dialog, 'confirm', () => Promise.resolve(), other.ticketId);
    await until(() => isOpen(dialog));
    expect(one<HTMLInputElement>(dialog, '.words').value).to.equal('');
  });

  it('removes a mask at once where the page wants that, and opens only to say why not', async () => {
    const hub = hubFor({ reveal: true, unmask: true });
    const dialog = await open(hub, 'direct');
    expect(isOpen(dialog)).to.equal(false);
    expect(asked(hub)[0]).to.deep.include({ how: 'unmask', reason: '처리 내역에서 바로 해제' });
    await answer(hub, dialog, new DeskError('offline', ''));
    await until(() => isOpen(dialog));
    expect(textOf(dialog)).to.contain('서버에 연결할 수 없습니다.');
    expect(nameOf(one(dialog, 'h2'))).to.equal('마스킹 해제');
    dialog.close();
    // The answer that comes while somebody types waits for the notice of the ticket.
    const field = await fixture<HTMLTextAreaElement>(html`<textarea aria-label="answer"></textarea>`);
    const other = await open(hub, 'direct');
    field.focus();
    await answer(hub, other, new DeskError('offline', ''));
    await other.updateComplete;
    expect(isOpen(other)).to.equal(false);
    const denied = await open(hubFor({ reveal: true }), 'direct');
    expect(isOpen(denied)).to.equal(true);
  });

  it('says of a mask that is gone, or whose original is, that it is', async () => {
    const hub = hubFor({ reveal: true });
    const dialog = await open(hub);
    hub.tickets.$history.set({ status: 'ready', value: [{ ...entry, masks: [{ ...mask, state: 'purged' }] }] });
    await dialog.updateComplete;
    expect(textOf(dialog)).to.contain('원문이 영구 삭제되어');
    hub.tickets.$history.set({ status: 'ready', value: [{ ...entry, masks: [] }] });
    await dialog.updateComplete;
    expect(textOf(dialog)).to.contain('이미 해제되었거나');
    expect(all(dialog, '[type=submit]')).to.have.length(0);
  });

  it('forgets with the agent what was typed', async () => {
    const hub = hubFor({ unmask: true });
    const dialog = await open(hub);
    await type(dialog, '내 사유');
    const session = aSession({ usercode: 'agent9', name: '최상담' });
    const permissions = { ...session.agent.permissions, unmask: true };
    hub.session.$session.set({ status: 'ready', value: { ...session, agent: { ...session.agent, permissions } } });
    await until(() => !isOpen(dialog));
    await ask(hub, dialog);
    await choose(dialog, '마스킹 해제');
    expect(one<HTMLInputElement>(dialog, '.words').value).to.equal('');
  });
});
