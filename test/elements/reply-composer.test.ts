import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError, type DeskErrorKind } from '../../src/base/desk-error.js';
import type { DraftState, Task } from '../../src/base/hub-context.js';
import type { Draft, Ticket } from '../../src/domain/types.js';
import { draftText } from '../../src/elements/reply-composer/draft-text.js';
import { ReplyComposer } from '../../src/elements/reply-composer/reply-composer.js';
import {
  DraftChangeRequest,
  DraftChooseRequest,
  RetryRequest,
  TaskDismissRequest,
  TicketProcessRequest,
} from '../../src/events/requests.js';
import { textToHtml } from '../../src/util/text-html.js';
import { textsIn, type FakeHub } from '../support/fake-hub.js';
import { aSession, aTicket, hubWith, now, someSettings } from '../support/open-ticket.js';

async function mount(hub: FakeHub): Promise<ReplyComposer> {
  await import('../../src/elements/reply-composer/define.js');
  const box = await fixture(html`<fake-hub .hub=${hub}><reply-composer></reply-composer></fake-hub>`);
  const element = box.querySelector<ReplyComposer>('reply-composer')!;
  await element.updateComplete;
  return element;
}

const root = (element: ReplyComposer) => element.shadowRoot!;
const editor = (element: ReplyComposer) => root(element).querySelector('textarea')!;
const process = (element: ReplyComposer) => root(element).querySelector<HTMLButtonElement>('[part=process]')!;
const select = (element: ReplyComposer, name: string) =>
  root(element).querySelector<HTMLSelectElement>(`select[aria-label="${name}"]`)!;
const text = (element: ReplyComposer) => (root(element).textContent ?? '').replace(/\s+/g, ' ');
const button = (element: ReplyComposer, name: string) =>
  [...root(element).querySelectorAll('button')].find(
    (one) => one.textContent!.trim() === name || one.getAttribute('aria-label') === name,
  )!;

async function write(element: ReplyComposer, words: string): Promise<void> {
  editor(element).focus();
  await sendKeys({ type: words });
  await element.updateComplete;
}

async function choose(element: ReplyComposer, name: string, value: string): Promise<void> {
  select(element, name).value = value;
  select(element, name).dispatchEvent(new Event('input', { bubbles: true }));
  await element.updateComplete;
}

async function pressControlEnter(): Promise<void> {
  await sendKeys({ down: 'Control' });
  await sendKeys({ press: 'Enter' });
  await sendKeys({ up: 'Control' });
}

function open(hub: FakeHub, ticket: Ticket): void {
  hub.tickets.$currentId.set(ticket.ticketId);
  hub.tickets.$current.set({ status: 'ready', value: ticket });
}

const aDraft = (words: string, change: Partial<Draft> = {}): Draft => ({
  html: textToHtml(words),
  seq: 1,
  action: null,
  values: {},
  updatedAt: now,
  ...change,
});

function setDraft(hub: FakeHub, change: Partial<DraftState>): void {
  hub.tickets.$draft.set({ ticketId: hub.tickets.$currentId.get()!, draft: null, state: 'kept', ...change });
}

function setTask(hub: FakeHub, state: Task['state'] | null, kind: DeskErrorKind = 'conflict', details = {}): void {
  const error = state === 'failed' ? new DeskError(kind, 'refused', details) : undefined;
  const task = { id: 't1', ticketId: hub.tickets.$currentId.get()!, action: 'resolve', state: state!, error } as const;
  hub.work.$tasks.set(state ? [task] : []);
}

describe('reply-composer', () => {
  it('is not defined by importing the class', () => {
    expect(ReplyComposer.formAssociated).to.equal(true);
  });

  it('is out of the way without a ticket, and without a hub', async () => {
    const hub = hubWith();
    hub.tickets.$current.set({ status: 'idle' });
    const element = await mount(hub);
    expect(editor(element).checkVisibility()).to.equal(false);
    document.body.append(element);
    await element.updateComplete;
    expect(editor(element).checkVisibility()).to.equal(false);
    element.remove();
  });

  it('names its controls and passes the audit', async () => {
    const element = await mount(hubWith());
    expect(editor(element).getAttribute('aria-label')).to.equal('답변 내용');
    await expect(element).to.be.accessible();
  });

  it('tells the hub every change as html', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    await write(element, 'a<b');
    expect(hub.asked(DraftChangeRequest).at(-1)).to.deep.include({ ticketId: aTicket().ticketId });
    expect(hub.asked(DraftChangeRequest).at(-1)!.draft!.html).to.equal('<p>a&lt;b</p>');
  });

  it('shows the kept draft, with what was chosen', async () => {
    const hub = hubWith();
    setDraft(hub, { draft: aDraft('첫 줄\n둘째 줄\n\n새 문단', { action: 'internal', values: { reason: 'phone' } }) });
    const element = await mount(hub);
    expect(editor(element).value).to.equal('첫 줄\n둘째 줄\n\n새 문단');
    expect(select(element, '처리 방법').value).to.equal('internal');
    expect(select(element, '내부해결 사유').value).to.equal('phone');
    expect(text(element)).to.contain('저장됨 오후 2:30');
  });

  it('does not overwrite what was typed before the draft arrived', async () => {
    const hub = hubWith();
    setDraft(hub, { state: 'loading' });
    const element = await mount(hub);
    await write(element, 'mine');
    setDraft(hub, { draft: aDraft('old') });
    await element.updateComplete;
    expect(editor(element).value).to.equal('mine');
  });

  it('keeps the same field, its text and its caret through every live change', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    const field = editor(element);
    await write(element, 'hello');
    field.setSelectionRange(2, 2);
    hub.tickets.$current.set({
      status: 'ready',
      value: aTicket({ version: 4, status: 'pending', actions: ['comment'] }),
    });
    await element.updateComplete;
    hub.tickets.$current.set({ status: 'failed', error: new DeskError('offline', '') });
    await element.updateComplete;
    hub.tickets.$current.set({ status: 'loading' });
    await element.updateComplete;
    hub.tickets.$current.set({ status: 'ready', value: aTicket({ version: 5 }) });
    await element.updateComplete;
    expect(editor(element)).to.equal(field);
    expect(field.value).to.equal('hello');
    expect(field.selectionStart).to.equal(2);
  });

  it('keeps the text when nobody keeps the draft, and when the hub repeats an older one late', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    await write(element, 'ab');
    setDraft(hub, { draft: aDraft('a'), state: 'saving' });
    await element.updateComplete;
    expect(editor(element).value).to.equal('ab');
  });

  it('keeps the text when it is removed and put back, and when it is moved', async () => {
    const element = await mount(hubWith());
    await write(element, 'kept');
    const home = element.parentElement!;
    const field = editor(element);
    element.remove();
    await element.updateComplete;
    home.append(element);
    await element.updateComplete;
    expect(editor(element)).to.equal(field);
    expect(field.value).to.equal('kept');
  });

  it('shows the text of the other ticket when the ticket changes', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    await write(element, 'first');
    const other = aTicket({ ticketId: 'T1763700000001XyZ99' });
    hub.tickets.$currentId.set(other.ticketId);
    hub.tickets.$current.set({ status: 'ready', value: other });
    await element.updateComplete;
    expect(editor(element).value).to.equal('');
    setDraft(hub, { draft: aDraft('second') });
    await element.updateComplete;
    expect(editor(element).value).to.equal('second');
  });

  it('never shows the text of one hub in another', async () => {
    const element = await mount(hubWith());
    await write(element, 'of the first hub');
    const box = await fixture(html`<fake-hub .hub=${hubWith()}></fake-hub>`);
    box.append(element);
    await element.updateComplete;
    expect(editor(element).value).to.equal('');
  });

  it('says when the text is not saved and offers another try', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    await write(element, 'x');
    setDraft(hub, { draft: aDraft('x'), state: 'unsaved', error: new DeskError('offline', '') });
    await element.updateComplete;
    expect(text(element)).to.contain('저장되지 않았습니다.');
    await expect(element).to.be.accessible();
    button(element, '다시 시도').click();
    expect(hub.asked(RetryRequest).map(({ what }) => what)).to.deep.equal(['draft']);
  });

  it('offers both texts when another window changed the draft, and takes the chosen one', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    await write(element, 'mine');
    setDraft(hub, { draft: aDraft('mine'), state: 'conflict', other: aDraft('theirs', { seq: 2 }) });
    await element.updateComplete;
    expect(text(element)).to.contain('mine').and.to.contain('theirs');
    expect(editor(element).value).to.equal('mine');
    await expect(element).to.be.accessible();
    button(element, '다른 글로 계속').click();
    expect(hub.asked(DraftChooseRequest).map(({ keep }) => keep)).to.deep.equal(['other']);
    setDraft(hub, { draft: aDraft('theirs', { seq: 2 }) });
    await element.updateComplete;
    expect(editor(element).value).to.equal('theirs');
  });

  it('processes with the button and with Ctrl+Enter', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    await write(element, 'done');
    process(element).click();
    await pressControlEnter();
    const asked = hub.asked(TicketProcessRequest);
    expect(asked).to.have.length(2);
    expect(asked[0]!.intent).to.deep.include({ action: 'resolve', html: '<p>done</p>' });
  });

  it('does not process while an input method composes, nor on a plain Enter', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    await write(element, 'x');
    const composing = { key: 'Enter', ctrlKey: true, isComposing: true, bubbles: true, composed: true };
    editor(element).dispatchEvent(new KeyboardEvent('keydown', composing));
    await sendKeys({ press: 'Enter' });
    expect(hub.asked(TicketProcessRequest)).to.have.length(0);
    expect(editor(element).value).to.equal('x\n');
  });

  it('says what is missing, and sends nothing meanwhile', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    process(element).click();
    await element.updateComplete;
    expect(text(element)).to.contain('내용을 입력하세요.');
    expect(root(element).activeElement).to.equal(editor(element));
    await expect(element).to.be.accessible();
    await choose(element, '처리 방법', 'internal');
    process(element).click();
    await element.updateComplete;
    expect(text(element)).to.contain('내부해결 사유를 선택하세요.');
    expect(hub.asked(TicketProcessRequest)).to.have.length(0);
  });

  it('resolves internally with a reason and without a text', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    await choose(element, '처리 방법', 'internal');
    await choose(element, '내부해결 사유', 'spam');
    expect(text(element)).to.contain('고객에게 메일을 보내지 않습니다.');
    process(element).click();
    expect(hub.asked(TicketProcessRequest)[0]!.intent).to.deep.include({ action: 'internal', reason: 'spam' });
  });

  it('asks for the handling type where the service wants one', async () => {
    const hub = hubWith();
    hub.session.$settings.set({ status: 'ready', value: someSettings({ handlingTypeRequired: true }) });
    const element = await mount(hub);
    await write(element, 'x');
    process(element).click();
    await element.updateComplete;
    expect(text(element)).to.contain('처리유형을 선택해야');
    expect(hub.asked(TicketProcessRequest)).to.have.length(0);
  });

  it('confirms before a ticket is resolved that the other side still has', async () => {
    const hub = hubWith(aTicket({ status: 'issue_transferred' }));
    const element = await mount(hub);
    await write(element, 'x');
    await pressControlEnter();
    await element.updateComplete;
    expect(root(element).querySelector('dialog')!.open).to.equal(true);
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(hub.asked(TicketProcessRequest)).to.have.length(0);
    expect(root(element).activeElement).to.equal(editor(element));
    await pressControlEnter();
    await element.updateComplete;
    button(element, '해결하기').click();
    expect(hub.asked(TicketProcessRequest).map(({ intent }) => intent.confirmed)).to.deep.equal([true]);
  });

  it('asks no more about a ticket that is not open any more', async () => {
    const hub = hubWith(aTicket({ status: 'issue_transferred' }));
    const element = await mount(hub);
    await write(element, 'x');
    await pressControlEnter();
    await element.updateComplete;
    open(hub, aTicket({ ticketId: 'T1763700000001XyZ99', status: 'dooray_transferred' }));
    await element.updateComplete;
    expect(root(element).querySelector('dialog')).to.equal(null);
  });

  it('asks for the handling type before the steps that finish a ticket, and only before those', async () => {
    const hub = hubWith();
    hub.session.$settings.set({ status: 'ready', value: someSettings({ handlingTypeRequired: true }) });
    const element = await mount(hub);
    await write(element, 'x');
    await choose(element, '처리 방법', 'hold');
    process(element).click();
    expect(hub.asked(TicketProcessRequest).map(({ intent }) => intent.action)).to.deep.equal(['hold']);
    await choose(element, '처리 방법', 'internal');
    await choose(element, '내부해결 사유', 'test');
    process(element).click();
    await element.updateComplete;
    expect(text(element)).to.contain('처리유형을 선택해야');
    expect(hub.asked(TicketProcessRequest)).to.have.length(1);
  });

  it('promises no mail on a ticket that came by transfer', async () => {
    const element = await mount(hubWith(aTicket({ channel: 'issue' })));
    expect(text(element)).to.contain('고객에게 메일을 보내지 않습니다.').and.not.to.contain('메일을 보냅니다');
  });

  it('says before sending whether and where a mail goes', async () => {
    const element = await mount(hubWith());
    expect(text(element)).to.contain('minji.park@example.com 주소로 메일을 보냅니다.');
    const without = { ...aTicket().customer!, email: null };
    const silent = await mount(hubWith(aTicket({ customer: without })));
    expect(text(silent)).to.contain('이메일 주소가 없어 메일을 보내지 않습니다.');
  });

  it('offers only what the ticket allows, and says why', async () => {
    const ticket = aTicket({ assignee: { usercode: 'agent2', name: '이상담' }, actions: ['comment', 'star'] });
    const element = await mount(hubWith(ticket));
    const disabled = [...select(element, '처리 방법').options].filter((option) => option.disabled);
    expect(disabled.map(({ value }) => value)).to.deep.equal(['resolve', 'hold', 'internal']);
    expect(select(element, '처리 방법').value).to.equal('comment');
    expect(text(element)).to.contain('담당자가 이상담 님이어서 코멘트만');
    await expect(element).to.be.accessible();
  });

  it('tells an unclaimed, a resolved and a spam ticket apart', async () => {
    const said = async (change: Parameters<typeof aTicket>[0]) => text(await mount(hubWith(aTicket(change))));
    expect(await said({ status: 'unassigned', actions: ['claim', 'comment', 'internal'] })).to.contain(
      '먼저 티켓을 가져오세요',
    );
    expect(await said({ status: 'resolved', actions: ['comment'] })).to.contain('이미 해결된 티켓');
    expect(await said({ spam: true, actions: ['comment'] })).to.contain('스팸함의 티켓');
    expect(await said({ actions: [] })).to.contain('할 수 있는 처리가 없습니다');
  });

  it('shows that it works, and clears the text only when it went well', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    await write(element, 'answer');
    process(element).click();
    setTask(hub, 'running');
    await element.updateComplete;
    expect(process(element).textContent!.trim()).to.equal('처리 중…');
    expect(editor(element).value).to.equal('answer');
    expect(editor(element).readOnly).to.equal(true);
    expect(element.matches(':state(running)')).to.equal(true);
    await expect(element).to.be.accessible();
    process(element).click();
    expect(hub.asked(TicketProcessRequest)).to.have.length(1);
    setTask(hub, null);
    await element.updateComplete;
    expect(editor(element).value).to.equal('');
    expect(text(element)).to.contain('해결 처리했습니다.');
  });

  it('takes the closing of a ticket under way for no success, and shows the refused text on return', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    await write(element, 'answer');
    process(element).click();
    setTask(hub, 'running');
    await element.updateComplete;
    const { $currentId, $current, $draft } = hub.tickets;
    const [id, ticket] = [$currentId.get()!, $current.get()];
    $currentId.set(null);
    $current.set({ status: 'idle' });
    $draft.set(null);
    await element.updateComplete;
    setTask(hub, null);
    hub.work.$tasks.set([
      { id: 't1', ticketId: id, action: 'resolve', state: 'failed', error: new DeskError('conflict', '') },
    ]);
    await element.updateComplete;
    $currentId.set(id);
    $current.set(ticket);
    setDraft(hub, { draft: aDraft('answer') });
    await element.updateComplete;
    expect(editor(element).value).to.equal('answer');
    expect(text(element)).to.not.contain('해결 처리했습니다.');
  });

  it('leaves nothing of a text under way in a ticket that has no row yet', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    await write(element, 'answer');
    hub.tickets.$currentId.set('T1763700000001XyZ99');
    hub.tickets.$current.set({ status: 'loading' });
    await element.updateComplete;
    expect(element.value).to.equal('');
    hub.tickets.$currentId.set(aTicket().ticketId);
    hub.tickets.$current.set({ status: 'ready', value: aTicket() });
    setDraft(hub, { draft: aDraft('answer') });
    await element.updateComplete;
    expect(element.value).to.equal('answer');
  });

  it('drops the text of the former agent when another one is at work', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    await write(element, 'of the former');
    setDraft(hub, { state: 'loading' });
    hub.session.$session.set({ status: 'ready', value: aSession({ usercode: 'agent2', name: '이상담' }) });
    await element.updateComplete;
    expect(editor(element).value).to.equal('');
    await write(element, 'new');
    expect(hub.asked(DraftChangeRequest).at(-1)!.draft!.html).to.equal('<p>new</p>');
  });

  it('keeps the text when it was refused, and says what is safe', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    await write(element, 'answer');
    process(element).click();
    setTask(hub, 'running');
    await element.updateComplete;
    setTask(hub, 'failed', 'conflict');
    await element.updateComplete;
    expect(editor(element).value).to.equal('answer');
    expect(root(element).querySelector('[role=alert]')!.textContent).to.contain('고객이 다시 글을 썼거나');
    expect(text(element)).to.contain('메일은 보내지 않았습니다.');
    await expect(element).to.be.accessible();
    button(element, '알림 닫기').click();
    expect(hub.asked(TaskDismissRequest).map(({ taskId }) => taskId)).to.deep.equal(['t1']);
  });

  it('names who was faster, and the words that may not be sent', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    setTask(hub, 'failed', 'conflict', { winner: '이상담' });
    await element.updateComplete;
    expect(text(element)).to.contain('이상담 님이 먼저 처리했습니다.');
    setTask(hub, 'failed', 'blocked', { fields: [{ field: 'html', code: 'forbidden_word', message: '바보' }] });
    await element.updateComplete;
    expect(text(element)).to.contain('금칙어').and.to.contain('바보');
  });

  it('says what the server missed in the language of the agent', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    const fields = [
      { field: 'handlingTypeId', code: 'required', message: 'A handling type is needed' },
      { field: 'priority', code: 'unknown', message: 'There is no such priority' },
    ];
    setTask(hub, 'failed', 'invalid', { fields });
    await element.updateComplete;
    expect(text(element))
      .to.contain('처리유형을 선택해야')
      .and.not.to.match(/A handling|no such/);
  });

  it('says what in the text keeps it from being taken', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    const told = async (kind: DeskErrorKind, details: object): Promise<string> => {
      setTask(hub, 'failed', kind, details);
      await element.updateComplete;
      return text(element);
    };
    const codes = { code: 'code_left', codes: ['customer.phone', 'ticket.id'] };
    const left = await told('blocked', { content: codes });
    expect(left).to.contain('{{customer.phone}}, {{ticket.id}}').and.not.to.contain('금칙어');
    const html = (code: string): object => ({ fields: [{ field: 'html', code, message: 'x' }] });
    expect(await told('invalid', html('too_big'))).to.contain('담을 수 있는 분량을 넘었습니다');
    expect(await told('invalid', html('unknown_file'))).to.contain('더 이상 없습니다');
    const fields = ['f.cause', 'f.team'].map((field) => ({ field, code: 'required', message: 'x' }));
    expect(await told('invalid', { fields })).to.contain('필수 항목을 입력하고 저장해야');
  });

  it('wants what is asked of agents before it resolves', async () => {
    const hub = hubWith();
    const names = { ko: '원인', ja: '原因', en: 'Cause' };
    const cause = { code: 'cause', owner: 'agent', type: 'text', names, required: true } as const;
    const rules = { options: null, encrypted: false, length: 0, categories: null };
    hub.session.$settings.set({ status: 'ready', value: someSettings({ fields: [{ ...cause, ...rules }] }) });
    const element = await mount(hub);
    element.value = '답변';
    await element.updateComplete;
    button(element, '처리하기').click();
    await element.updateComplete;
    expect(text(element)).to.contain('필수 항목을 입력하고 저장해야');
    expect(hub.asked(TicketProcessRequest)).to.deep.equal([]);
  });

  it('promises nothing about an outcome that is not known', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    setTask(hub, 'failed', 'timeout');
    await element.updateComplete;
    expect(text(element))
      .to.contain('처리되었는지 확인되지 않았습니다.')
      .and.not.to.contain('메일은 보내지 않았습니다');
  });

  it('takes part in a form', async () => {
    await import('../../src/elements/reply-composer/define.js');
    const form = await fixture<HTMLFormElement>(
      html`<form>
        <fake-hub .hub=${hubWith()}><reply-composer name="answer" required></reply-composer></fake-hub>
      </form>`,
    );
    const element = form.querySelector<ReplyComposer>('reply-composer')!;
    await element.updateComplete;
    expect(form.checkValidity()).to.equal(false);
    const heard: string[] = [];
    for (const type of ['input', 'change']) form.addEventListener(type, () => heard.push(type));
    await write(element, 'x');
    editor(element).blur();
    expect(new FormData(form).get('answer')).to.equal('x');
    expect(form.checkValidity()).to.equal(true);
    expect(heard).to.deep.equal(['input', 'change']);
    form.reset();
    await element.updateComplete;
    expect(editor(element).value).to.equal('');
  });

  it('keeps plain keys from shortcuts of the page, and lets Tab and Escape pass', async () => {
    const element = await mount(hubWith());
    const heard: string[] = [];
    element.parentElement!.addEventListener('keydown', (event) => heard.push(event.key));
    await write(element, 'c');
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Tab' });
    expect(heard).to.deep.equal(['Escape', 'Tab']);
  });

  it('changes its language without touching the text', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    await write(element, 'same');
    hub.text.$language.set('en');
    hub.text.$texts.set(textsIn('en'));
    await element.updateComplete;
    expect(process(element).textContent!.trim()).to.equal('Process');
    expect(editor(element).value).to.equal('same');
  });

  it('leaves no listener behind when it comes and goes', async () => {
    const hub = hubWith();
    hub.session.$session.set({ status: 'ready', value: aSession({ role: 'admin' }) });
    const element = await mount(hub);
    const home = element.parentElement!;
    for (let round = 0; round < 20; round += 1) {
      element.remove();
      home.append(element);
    }
    element.remove();
    expect((hub.tickets.$draft as unknown as { lc: number }).lc).to.equal(0);
    expect((hub.work.$tasks as unknown as { lc: number }).lc).to.equal(0);
  });
});

describe('draftText', () => {
  it('gives back what was typed', () => {
    for (const typed of ['한 줄', 'a & b < c "d"', '첫 줄\n둘째 줄', '문단\n\n문단', '  들여쓰기']) {
      expect(draftText(textToHtml(typed))).to.equal(typed);
    }
  });

  it('keeps words and lines of a richer draft', () => {
    const html =
      '<div><b>굵게</b> 그리고 <a href="https://x.example">링크</a></div><ul><li>하나</li><li>둘&nbsp;셋</li></ul>';
    expect(draftText(html)).to.equal('굵게 그리고 링크\n하나\n둘 셋');
  });
});
