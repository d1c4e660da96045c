import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import type { FieldDefinition, FieldType } from '../../src/domain/fields.js';
import type { Session } from '../../src/domain/types.js';
import { CreateDialog } from '../../src/elements/create-dialog/create-dialog.js';
import { TaskDismissRequest, TicketCreateRequest, TicketSelectRequest } from '../../src/events/requests.js';
import { sampleTemplates } from '../../stories/support/sample-answers.js';
import type { FakeHub } from '../support/fake-hub.js';
import { moreTextsIn, textsIn } from '../support/fake-hub.js';
import { all, inHub, named, one, textOf } from '../support/in-hub.js';
import { aSession, hubWith, someSettings } from '../support/open-ticket.js';
import { spoken, within } from '../support/spoken.js';

function aField(code: string, type: FieldType, change: Partial<FieldDefinition> = {}): FieldDefinition {
  const rules = { options: null, required: false, encrypted: false, length: 0, categories: null } as const;
  return { code, owner: 'customer', type, names: { ko: code }, ...rules, ...change };
}

function aHub(
  fields: readonly FieldDefinition[] = [],
  editor: Session['service']['editor'] = 'text',
  agent: Partial<Session['agent']> = {},
): FakeHub {
  const hub = hubWith();
  const session = aSession(agent);
  hub.session.$session.set({ status: 'ready', value: { ...session, service: { ...session.service, editor } } });
  hub.session.$settings.set({ status: 'ready', value: someSettings({ fields }) });
  hub.answers.templates = () => Promise.resolve(sampleTemplates());
  return hub;
}

type Picker = HTMLElement & {
  value: string;
  problem: string;
  disabled: boolean;
  choices: readonly { label: string }[];
};

async function open(hub: FakeHub, markup = '<create-dialog></create-dialog>'): Promise<CreateDialog> {
  await import('../../src/elements/create-dialog/define.js');
  const element = await inHub<CreateDialog>(hub, markup);
  await element.show();
  await element.updateComplete;
  return element;
}

const control = <T extends HTMLElement = HTMLInputElement>(element: CreateDialog, id: string): T =>
  one<T>(element, `[id='${id}']`);
const picker = (element: CreateDialog, name: string): Picker =>
  one<Picker>(element, `[data-field='${name}'] tree-picker`);
const submit = (element: CreateDialog) => one(element, '[type=submit]');
const isOpen = (element: CreateDialog) => all(element, 'dialog[open]').length === 1;
const asked = (hub: FakeHub) => hub.asked(TicketCreateRequest);
const wrong = (element: CreateDialog): string[] =>
  all(element, '[data-field]')
    .filter((field) => field.querySelector('.problem') ?? field.querySelector<Picker>('tree-picker')?.problem)
    .map((field) => field.dataset['field']!);

async function pick(element: CreateDialog, name: string, value: string): Promise<void> {
  picker(element, name).value = value;
  picker(element, name).dispatchEvent(new Event('change'));
  await element.updateComplete;
}

async function put(element: CreateDialog, id: string, value: string): Promise<void> {
  control(element, id).value = value;
  control(element, id).dispatchEvent(new Event('input', { bubbles: true }));
  await element.updateComplete;
}

/** All that every ticket needs. */
async function fill(element: CreateDialog): Promise<void> {
  await pick(element, 'categoryId', '2');
  await put(element, 'customer.name', '한지우');
  await put(element, 'subject', '전화로 받은 문의');
  await put(element, 'text', '환불이 <언제> 되나요?\n\n급합니다.');
}

async function withControl(key: string): Promise<void> {
  await sendKeys({ down: 'Control' });
  await sendKeys({ press: key });
  await sendKeys({ up: 'Control' });
}

async function press(element: CreateDialog): Promise<void> {
  submit(element).click();
  await element.updateComplete;
}

/** What becomes of what was sent last. */
async function answer(hub: FakeHub, element: CreateDialog, error?: DeskError): Promise<void> {
  const task = { id: asked(hub).at(-1)!.id, ticketId: '', action: 'create', state: 'running' } as const;
  hub.work.$tasks.set([task]);
  hub.work.$tasks.set(error ? [{ ...task, state: 'failed', error }] : []);
  await element.updateComplete;
}

describe('create-dialog', () => {
  it('is not defined by importing the class, and is empty without a hub', async () => {
    expect(CreateDialog.prototype).to.be.instanceOf(HTMLElement);
    const element = document.createElement('create-dialog');
    document.body.append(element);
    await element.updateComplete;
    expect(textOf(element)).to.equal('');
    element.remove();
  });

  it('asks first what the ticket is about, and then for the fields of that submission type', async () => {
    const hub = aHub([
      aField('order', 'text', { categories: [2], required: true }),
      aField('cause', 'text', { owner: 'agent', required: true }),
    ]);
    const element = await open(hub);
    expect(element.shadowRoot!.activeElement).to.equal(picker(element, 'categoryId'));
    expect(all(element, "[id='f.order']")).to.have.lengthOf(0);
    await pick(element, 'categoryId', '2');
    expect(control(element, 'f.order').ariaRequired).to.equal('true');
    // What is asked of agents is asked when they treat it.
    expect(control(element, 'f.cause').ariaRequired).to.equal(null);
    expect(all(element, "[data-field='groupId']")).to.have.lengthOf(0);
    await expect(element).to.be.accessible();
  });

  it('tells a screen reader what it is, what is needed, and what is wrong', async () => {
    const element = await open(aHub());
    await press(element);
    const dialog = within(await spoken(), 'dialog "티켓 생성"').map((line) => line.trim());
    const spokenOf = (start: string) => dialog.find((line) => line.startsWith(start)) ?? dialog.join('\n');
    expect(spokenOf('combobox "접수유형"')).to.contain('required').and.to.contain('꼭 입력해야 합니다.');
    expect(spokenOf('textbox "티켓 제목')).to.contain('required').and.to.contain('꼭 입력해야 합니다.');
    expect(spokenOf('combobox "이름"')).to.contain('고객의 이름, 아이디, 이메일, 전화번호 중 하나는');
    expect(spokenOf('alert')).to.contain('alert');
    await expect(element).to.be.accessible();
  });

  it('says at each field what is missing, leads to the first, and sends nothing', async () => {
    const hub = aHub([aField('agreed', 'agree', { required: true }), aField('order', 'text', { length: 5 })]);
    const element = await open(hub);
    await press(element);
    expect(wrong(element)).to.deep.equal(['categoryId', 'customer.name', 'f.agreed', 'subject', 'html']);
    expect(element.shadowRoot!.activeElement).to.equal(picker(element, 'categoryId'));
    await pick(element, 'categoryId', '2');
    await put(element, 'customer.email', 'nobody');
    await put(element, 'f.order', '123456');
    await put(element, 'subject', '가'.repeat(256));
    control(element, 'f.agreed').click();
    await press(element);
    expect(wrong(element)).to.deep.equal(['customer.email', 'f.order', 'subject', 'html']);
    expect(element.shadowRoot!.activeElement).to.equal(control(element, 'customer.email'));
    expect(textOf(element)).to.contain('이메일 주소 형식이 아닙니다.').and.to.contain('255자까지');
    expect(asked(hub)).to.have.lengthOf(0);
  });

  it('sends everything once, however often it is pressed, closes when the ticket is there, and is empty then', async () => {
    const hub = aHub([aField('order', 'text'), aField('size', 'text', { categories: [1] })]);
    const element = await open(hub);
    await pick(element, 'categoryId', '1');
    await put(element, 'f.size', 'L');
    await fill(element);
    await put(element, 'f.order', '77');
    await put(element, 'customer.phone', ' 010-1 ');
    control<HTMLSelectElement>(element, 'priority').value = 'high';
    control(element, 'priority').dispatchEvent(new Event('change'));
    submit(element).click();
    submit(element).click();
    await press(element);
    expect(asked(hub)).to.have.lengthOf(1);
    expect(asked(hub)[0]!.intent).to.deep.equal({
      categoryId: 2,
      subject: '전화로 받은 문의',
      html: '<p>환불이 &lt;언제&gt; 되나요?</p><p>급합니다.</p>',
      endUser: { usercode: null, name: '한지우', email: null, phone: '010-1' },
      fields: { order: '77' },
      attachmentIds: [],
      priority: 'high',
    });
    expect(submit(element).textContent!.trim()).to.equal('제출 중…');
    expect(element.shadowRoot!.activeElement).to.equal(submit(element));
    await answer(hub, element);
    expect(isOpen(element)).to.equal(false);
    await element.show();
    expect(control(element, 'subject').value).to.equal('');
  });

  it('opens the ticket for who waits for it; who went on is told, and opens it when it suits', async () => {
    const hub = aHub();
    const element = await open(hub);
    for (const isClosed of [false, true]) {
      await element.show();
      await fill(element);
      await press(element);
      if (isClosed) await sendKeys({ press: 'Escape' });
      hub.work.$made.set({ taskId: asked(hub).at(-1)!.id, ticketId: 'T9' });
      await answer(hub, element);
      expect(isOpen(element)).to.equal(false);
      expect(hub.asked(TicketSelectRequest)).to.have.lengthOf(1);
    }
    expect(one(element, '[role=alert]').textContent).to.contain('「전화로 받은 문의」 티켓을 생성했습니다.');
    await expect(element).to.be.accessible();
    named(element, '티켓 열기').click();
    await element.updateComplete;
    expect(hub.asked(TicketSelectRequest).map(({ ticketId }) => ticketId)).to.deep.equal(['T9', 'T9']);
    expect(textOf(element)).to.equal('');
  });

  it('tells a refusal to who has closed it, and leads back to what was wrong', async () => {
    const hub = aHub();
    const element = await open(hub);
    const fields = [{ field: 'endUser.email', code: 'required', message: '' }];
    for (const look of [true, false]) {
      if (look) await fill(element);
      await press(element);
      await sendKeys({ press: 'Escape' });
      await answer(hub, element, new DeskError('invalid', '', { fields }));
      expect(one(element, '[role=alert]').textContent).to.contain('티켓은 생성되지 않았고');
      named(element, look ? '다시 보기' : '닫기').click();
      await element.updateComplete;
      if (!look) continue;
      await waitUntil(() => wrong(element).length === 1, 'the field');
      expect(element.shadowRoot!.activeElement).to.equal(control(element, 'customer.email'));
      await put(element, 'customer.email', 'jiwoo@example.com');
    }
    expect(textOf(element)).to.equal('');
    expect(hub.asked(TaskDismissRequest)).to.have.lengthOf(2);
  });

  it('keeps what was written when it is closed, and for a new console of the same agent', async () => {
    const hub = aHub();
    const element = await open(hub);
    await fill(element);
    await sendKeys({ press: 'Escape' });
    expect(isOpen(element)).to.equal(false);
    element.remove();
    const again = await open(hub);
    expect(control(again, 'subject').value).to.equal('전화로 받은 문의');
    expect(control(again, 'text').value).to.contain('급합니다.');
    hub.session.$session.set({ status: 'ready', value: aSession({ usercode: 'agent2' }) });
    await again.updateComplete;
    expect(isOpen(again)).to.equal(false);
    await again.show();
    expect(control(again, 'subject').value).to.equal('');
  });

  it('says at the field what the server refused, keeps everything, and tries anew', async () => {
    const hub = aHub([aField('order', 'text')]);
    const element = await open(hub);
    await fill(element);
    await press(element);
    const fields = [
      { field: 'f.order', code: 'invalid', message: '' },
      { field: 'endUser.email', code: 'required', message: '' },
    ];
    await answer(hub, element, new DeskError('invalid', '', { fields }));
    expect(wrong(element)).to.deep.equal(['customer.email', 'f.order']);
    expect(element.shadowRoot!.activeElement).to.equal(control(element, 'customer.email'));
    expect(control(element, 'subject').value).to.equal('전화로 받은 문의');
    await put(element, 'customer.email', 'jiwoo@example.com');
    await put(element, 'f.order', '77');
    await press(element);
    const [first, second] = asked(hub) as [TicketCreateRequest, TicketCreateRequest];
    expect(second.id).not.to.equal(first.id);
    expect(hub.asked(TaskDismissRequest).map(({ taskId }) => taskId)).to.deep.equal([first.id]);
  });

  it('says what is wrong in words where no field is to blame', async () => {
    const hub = aHub();
    const element = await open(hub);
    await fill(element);
    await press(element);
    await answer(hub, element, new DeskError('denied', '', { fields: [{ field: 'x', code: 'y', message: '' }] }));
    expect(one(element, '[role=alert]').textContent).to.contain('권한이 없습니다').and.to.contain('생성되지 않았고');
  });

  it('goes on under one name while nobody knows whether the ticket is there, also after a change', async () => {
    const hub = aHub();
    const element = await open(hub);
    await fill(element);
    await press(element);
    hub.session.$connection.set('offline');
    await element.updateComplete;
    expect(textOf(element)).to.contain('서버에 연결되는 대로 티켓을 생성합니다');
    hub.session.$connection.set('live');
    await answer(hub, element, new DeskError('timeout', ''));
    expect(one(element, '[role=alert]').textContent).to.contain('티켓은 한 번만 생성됩니다');
    await put(element, 'subject', '고친 제목');
    await press(element);
    expect(new Set(asked(hub).map(({ id }) => id)).size).to.equal(1);
    // The server has the first one: that is told, and what is sent next is another ticket.
    await answer(hub, element, new DeskError('conflict', ''));
    expect(one(element, '[role=alert]').textContent).to.contain('이미 서버에 도착해 있습니다');
    await press(element);
    expect(new Set(asked(hub).map(({ id }) => id)).size).to.equal(2);
  });

  it('leaves the making to a page that cancels the request', async () => {
    const hub = aHub();
    const element = await open(hub);
    await fill(element);
    element.addEventListener(TicketCreateRequest.type, (event) => event.preventDefault());
    await press(element);
    expect(isOpen(element)).to.equal(false);
  });

  it('is sent by Ctrl+Enter, not by Enter in a field, and keeps its keys from the page', async () => {
    const hub = aHub();
    const element = await open(hub);
    await fill(element);
    const keys: string[] = [];
    const hear = ({ key }: KeyboardEvent): void => void keys.push(key);
    document.addEventListener('keydown', hear);
    control(element, 'subject').focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'n' });
    expect(asked(hub)).to.have.lengthOf(0);
    await withControl('Enter');
    document.removeEventListener('keydown', hear);
    expect(asked(hub)).to.have.lengthOf(1);
    expect(keys).not.to.include('n');
  });

  it('starts over when asked to', async () => {
    const element = await open(aHub());
    expect(all(element, '.start-over')).to.have.lengthOf(0);
    await fill(element);
    named(element, '모두 지우기').click();
    await element.updateComplete;
    await element.updateComplete;
    expect(control(element, 'subject').value + control(element, 'text').value).to.equal('');
    expect(element.shadowRoot!.activeElement).to.equal(picker(element, 'categoryId'));
  });

  it('fills in a known customer', async () => {
    const hub = aHub();
    const customer = { customerId: 9, usercode: 'lee', name: '이서연', email: 'lee@example.com', phone: null };
    hub.customers.find = () => Promise.resolve([customer]);
    const element = await open(hub);
    control(element, 'customer.email').focus();
    await sendKeys({ type: 'lee' });
    await waitUntil(() => all(element, '[role=option]').length === 1, 'an offer');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(control(element, 'customer.name').value).to.equal('이서연');
  });

  it('takes a template with what is known so far, and tells which codes have no value', async () => {
    const hub = aHub();
    const calls: unknown[] = [];
    hub.answers.filled = (templateId, of) => {
      calls.push([templateId, of]);
      return Promise.resolve({ templateId, html: '<p>한지우 고객님</p><p>{{ticket.id}}</p>', missing: ['ticket.id'] });
    };
    const element = await open(hub);
    await fill(element);
    await waitUntil(() => picker(element, 'template').choices.length === 3, 'the templates');
    expect(picker(element, 'template').choices[0]!.label).to.equal('환불 절차와 기간 /refund');
    control<HTMLTextAreaElement>(element, 'text').select();
    await pick(element, 'template', '1');
    await waitUntil(() => control(element, 'text').value.startsWith('한지우 고객님'), 'the text');
    expect(calls).to.deep.equal([
      [1, { 'customer.name': '한지우', 'ticket.subject': '전화로 받은 문의', 'ticket.category': '결제 › 환불' }],
    ]);
    expect(textOf(element)).to.contain('그대로 남은 치환코드: 티켓 ID');
    expect(element.shadowRoot!.activeElement).to.equal(control(element, 'text'));
    hub.answers.filled = () => Promise.reject(new DeskError('offline', ''));
    await pick(element, 'template', '2');
    await waitUntil(() => textOf(element).includes('템플릿을 넣지 못했습니다.'), 'why not');
    expect(control(element, 'text').value).to.contain('한지우 고객님');
  });

  it('leaves the keyboard in another field when a template comes late', async () => {
    const hub = aHub();
    let arrive: () => void = () => undefined;
    hub.answers.filled = (templateId) =>
      new Promise((resolve) => (arrive = () => resolve({ templateId, html: '<p>늦은 글</p>', missing: [] })));
    const element = await open(hub);
    await waitUntil(() => picker(element, 'template').choices.length === 3, 'the templates');
    await pick(element, 'template', '1');
    control(element, 'subject').focus();
    arrive();
    await waitUntil(() => control(element, 'text').value === '늦은 글', 'the text');
    expect(element.shadowRoot!.activeElement).to.equal(control(element, 'subject'));
    await press(element);
    expect(wrong(element)).not.to.include('html');
  });

  it('puts a template that comes late nowhere else', async () => {
    const hub = aHub();
    let arrive: () => void = () => undefined;
    hub.answers.filled = (templateId) =>
      new Promise((resolve) => (arrive = () => resolve({ templateId, html: '<p>늦은 글</p>', missing: [] })));
    const element = await open(hub);
    const elsewhere = document.createElement('textarea');
    element.after(elsewhere);
    await waitUntil(() => picker(element, 'template').choices.length === 3, 'the templates');
    await pick(element, 'template', '1');
    element.close();
    elsewhere.focus();
    arrive();
    await element.show();
    expect(elsewhere.value + control(element, 'text').value).to.equal('');
  });

  it('sends the files that arrived, and waits for those on their way', async () => {
    const hub = aHub();
    let arrive: () => void = () => undefined;
    hub.files.upload = ({ name }) =>
      new Promise((resolve) => {
        const file = { fileName: name, contentType: 'application/pdf', size: 1, inline: false };
        arrive = () => resolve({ attachmentId: 'a'.repeat(32), ...file });
      });
    const element = await open(hub);
    await fill(element);
    const files = new DataTransfer();
    files.items.add(new File(['x'], '영수증.pdf'));
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: files });
    one(element, 'form').dispatchEvent(drop);
    expect(drop.defaultPrevented).to.equal(true);
    await press(element);
    expect(asked(hub)).to.have.lengthOf(0);
    expect(one(element, '.notice').textContent).to.contain('파일을 올리는 중입니다');
    arrive();
    await waitUntil(() => !all(element, 'progress').length, 'the file');
    await press(element);
    expect(asked(hub)[0]!.intent.attachmentIds).to.deep.equal(['a'.repeat(32)]);
  });

  it('lets say who has it where the page allows it: others only those who may forward', async () => {
    const hub = aHub([], 'text', { usercode: 'agent2' });
    const element = await open(hub, '<create-dialog allow-assign></create-dialog>');
    await fill(element);
    expect(picker(element, 'assignee').disabled).to.equal(true);
    await pick(element, 'groupId', '1');
    expect(picker(element, 'assignee').choices.map(({ label }) => label)).to.deep.equal(['이상담']);
    await pick(element, 'assignee', 'agent2');
    await press(element);
    expect(asked(hub)[0]!.intent).to.deep.include({ groupId: 1, assignee: 'agent2' });
    await answer(
      hub,
      element,
      new DeskError('invalid', '', { fields: [{ field: 'assignee', code: 'x', message: '' }] }),
    );
    expect(wrong(element)).to.deep.equal(['assignee']);
    const permissions = { ...aSession().agent.permissions, forward: false };
    const other = await open(aHub([], 'text', { permissions }), '<create-dialog allow-assign></create-dialog>');
    await pick(other, 'groupId', '1');
    expect(picker(other, 'assignee').choices).to.have.lengthOf(0);
  });

  it('writes with formats where the service does; what was typed before the editor came stays', async () => {
    const hub = aHub([], 'html');
    const element = await open(hub);
    await fill(element);
    const editor = () => all(element, '.rich .editor')[0];
    await waitUntil(editor, 'the editor', { timeout: 5000 });
    await waitUntil(() => editor()!.textContent!.includes('급합니다.'), 'what was typed');
    expect(control(element, 'text').checkVisibility()).to.equal(false);
    editor()!.focus();
    await withControl('a');
    named(element, '굵게').click();
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    expect(isOpen(element)).to.equal(false);
    await element.show();
    await waitUntil(() => editor()?.querySelector('strong'), 'the text with its format');
    await press(element);
    expect(asked(hub)[0]!.intent.html).to.contain('<strong>급합니다.</strong>');
  });

  it('speaks Japanese and English', async () => {
    const hub = aHub();
    const element = await open(hub);
    for (const [language, title, button] of [
      ['ja', 'チケット作成', '提出'],
      ['en', 'Create ticket', 'Submit'],
    ] as const) {
      hub.text.$language.set(language);
      hub.text.$texts.set(textsIn(language));
      hub.text.$more.set(moreTextsIn(language));
      await element.updateComplete;
      expect(one(element, '#title').textContent).to.equal(title);
      expect(submit(element).textContent!.trim()).to.equal(button);
    }
  });
});
