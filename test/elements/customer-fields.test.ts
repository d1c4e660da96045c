import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import type { FieldDefinition, FieldType } from '../../src/domain/fields.js';
import type { Ticket } from '../../src/domain/types.js';
import '../../src/elements/customer-fields/define.js';
import { CustomerFields } from '../../src/elements/customer-fields/customer-fields.js';
import { TaskDismissRequest, TicketEditRequest } from '../../src/events/requests.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, inHub, one, textOf } from '../support/in-hub.js';
import { aSession, aTicket, hubWith, someSettings } from '../support/open-ticket.js';

function aField(code: string, type: FieldType, change: Partial<FieldDefinition> = {}): FieldDefinition {
  const rules = { options: null, required: false, encrypted: false, length: 0, categories: null } as const;
  return { code, owner: 'customer', type, names: { ko: code }, ...rules, ...change };
}

const everyType: readonly FieldDefinition[] = [
  aField('order', 'text', { length: 5, placeholders: { ko: '예: 12345' } }),
  aField('story', 'textarea', { hints: { ko: '언제 <b>어디서</b><img src=x onerror=alert(1)>' } }),
  aField('group', 'dropdown', { options: ['가전', '식품'] }),
  aField('likes', 'checkbox', { options: ['할인', '신상품'] }),
  aField('shop', 'radio', { options: ['공식몰', '매장'] }),
  aField('day', 'date'),
  aField('moment', 'datetime'),
  aField('days', 'date_period'),
  aField('moments', 'datetime_period'),
  aField('agreed', 'agree', { required: true }),
  aField('about', 'caption', { hints: { ko: '<p>환불은 <b>3일</b> 걸립니다.</p>' } }),
  aField('photos', 'file'),
  aField('account', 'text', { encrypted: true }),
];

function openWith(fields: readonly FieldDefinition[], ticket: Partial<Ticket> = {}): FakeHub {
  const hub = hubWith(aTicket(ticket));
  hub.session.$settings.set({ status: 'ready', value: someSettings({ fields }) });
  return hub;
}

const mount = (hub: FakeHub) => inHub<CustomerFields>(hub, '<customer-fields></customer-fields>');
const control = <T extends HTMLElement = HTMLInputElement>(element: CustomerFields, name: string): T =>
  one<T>(element, `[id='${name}']`);
const save = (element: CustomerFields) => one(element, '.save');
const keeps = (element: CustomerFields) => save(element).getAttribute('aria-disabled') !== 'true';
const edits = (hub: FakeHub) => hub.asked(TicketEditRequest);

async function put(element: CustomerFields, name: string, value: string): Promise<void> {
  const input = control(element, name);
  input.value = value;
  input.dispatchEvent(new Event(input.localName === 'select' ? 'change' : 'input', { bubbles: true }));
  await element.updateComplete;
}

async function show(hub: FakeHub, element: CustomerFields, ticket: Ticket): Promise<void> {
  hub.tickets.$currentId.set(ticket.ticketId);
  hub.tickets.$current.set({ status: 'ready', value: ticket });
  await element.updateComplete;
}

/** What becomes of the last save. */
function answer(hub: FakeHub, error?: DeskError): void {
  const { ticketId, options } = edits(hub).at(-1)!;
  const task = { id: options.id!, ticketId, action: 'fields', state: 'running' } as const;
  hub.work.$tasks.set([task]);
  hub.work.$tasks.set(error ? [{ ...task, state: 'failed', error }] : []);
}

describe('customer-fields', () => {
  it('is not defined by importing the class, and is empty without a hub', async () => {
    expect(CustomerFields.prototype).to.be.instanceOf(HTMLElement);
    const element = document.createElement('customer-fields');
    document.body.append(element);
    await element.updateComplete;
    expect(textOf(element)).to.equal('');
    element.remove();
  });

  it('shows who the customer is and what the ticket is about, and has nothing to save', async () => {
    const element = await mount(openWith([]));
    expect(control(element, 'customer.name').value).to.equal('박민지');
    expect(control(element, 'customer.usercode').value).to.equal('minji.park');
    expect(control(element, 'customer.email').value).to.equal('minji.park@example.com');
    expect(control(element, 'customer.phone').value).to.equal('010-1234-5678');
    expect(keeps(element)).to.equal(false);
    await expect(element).to.be.accessible();
  });

  it('has a control for each of the twelve types, named and described', async () => {
    const element = await mount(openWith(everyType));
    await waitUntil(() => textOf(element).includes('환불은 3일 걸립니다.'), 'the caption');
    expect(all(element, 'img')).to.have.lengthOf(0);
    expect(control(element, 'f.order').placeholder).to.equal('예: 12345');
    expect(control(element, 'f.day').type).to.equal('date');
    expect(control(element, 'f.moment').type).to.equal('datetime-local');
    expect(all(element, "[data-field='f.days'] input")).to.have.lengthOf(2);
    expect(all(element, "[data-field='f.photos'] input[type=file]")).to.have.lengthOf(1);
    expect(textOf(element)).to.contain('암호화하여 저장합니다');
    await expect(element).to.be.accessible();
  });

  it('sends facts and fields of every type in one request, with the version that was seen', async () => {
    const hub = openWith(everyType);
    const element = await mount(hub);
    await put(element, 'customer.phone', ' 02-1 ');
    await put(element, 'customer.usercode', '');
    await put(element, 'f.order', '12345');
    await put(element, 'f.story', '한 줄\n두 줄');
    await put(element, 'f.group', '식품');
    await put(element, 'f.day', '2026-12-01');
    await put(element, 'f.moment', '2026-12-01T09:30');
    for (const box of all<HTMLInputElement>(element, "[data-field='f.likes'] input").reverse()) box.click();
    all<HTMLInputElement>(element, "[data-field='f.shop'] input")[1]!.click();
    control(element, 'f.agreed').click();
    const ends = all<HTMLInputElement>(element, "[data-field='f.days'] input");
    for (const [place, day] of ['2026-12-01', '2026-12-24'].entries()) {
      ends[place]!.value = day;
      ends[place]!.dispatchEvent(new Event('input'));
    }
    await element.updateComplete;
    save(element).click();
    const [request] = edits(hub);
    expect(request!.options.version).to.equal(3);
    expect(request!.change).to.deep.equal({
      customer: { phone: '02-1', usercode: null },
      fields: {
        order: '12345',
        story: '한 줄\n두 줄',
        group: '식품',
        day: '2026-12-01',
        moment: '2026-12-01 09:30',
        likes: ['할인', '신상품'],
        shop: '매장',
        agreed: true,
        days: '2026-12-01 ~ 2026-12-24',
      },
    });
  });

  it('saves by Ctrl+S, once, and says when it is done', async () => {
    const hub = openWith([]);
    const element = await mount(hub);
    control(element, 'customer.name').focus();
    await sendKeys({ type: '님' });
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 's' });
    await sendKeys({ press: 's' });
    await sendKeys({ up: 'Control' });
    expect(edits(hub)).to.have.lengthOf(1);
    expect(save(element).textContent!.trim()).to.equal('저장 중…');
    await show(hub, element, aTicket({ version: 4, customer: { ...aTicket().customer!, name: '박민지님' } }));
    answer(hub);
    await element.updateComplete;
    expect(textOf(element)).to.contain('저장했습니다.');
    expect(keeps(element)).to.equal(false);
  });

  it('says what is wrong before anything is sent, at the field, and leads there', async () => {
    const hub = openWith([aField('order', 'text', { length: 5 }), aField('agreed', 'agree', { required: true })], {
      fields: { agreed: true },
    });
    const element = await mount(hub);
    await put(element, 'customer.email', 'nobody');
    await put(element, 'f.order', '123456');
    control(element, 'f.agreed').click();
    await element.updateComplete;
    save(element).click();
    await element.updateComplete;
    expect(edits(hub)).to.have.lengthOf(0);
    expect(element.shadowRoot!.activeElement!.id).to.equal('customer.email');
    expect(textOf(element)).to.contain('이메일 주소 형식이 아닙니다.');
    expect(textOf(element)).to.contain('5자까지 입력할 수 있습니다.');
    expect(textOf(element)).to.contain('꼭 입력해야 합니다.');
    expect(control(element, 'f.order').getAttribute('aria-invalid')).to.equal('true');
    await expect(element).to.be.accessible();
  });

  it('says what the server found wrong, at the field, and keeps what was typed', async () => {
    const hub = openWith([aField('order', 'text')]);
    const element = await mount(hub);
    await put(element, 'f.order', '77');
    save(element).click();
    const fields = [{ field: 'f.order', code: 'invalid', message: '' }];
    answer(hub, new DeskError('invalid', '', { fields }));
    await element.updateComplete;
    expect(control(element, 'f.order').value).to.equal('77');
    expect(control(element, 'f.order').getAttribute('aria-invalid')).to.equal('true');
    expect(element.shadowRoot!.activeElement).to.equal(control(element, 'f.order'));
    expect(keeps(element)).to.equal(true);
  });

  it('tells that nothing is lost when the server cannot be reached, and sends the same again', async () => {
    const hub = openWith([]);
    const element = await mount(hub);
    await put(element, 'customer.name', '새 이름');
    save(element).click();
    answer(hub, new DeskError('offline', ''));
    await element.updateComplete;
    expect(one(element, '[role=alert]').textContent).to.contain('처리되었는지 확인되지 않았습니다');
    const [{ options }] = edits(hub) as [TicketEditRequest];
    save(element).click();
    expect(hub.asked(TaskDismissRequest).map(({ taskId }) => taskId)).to.deep.equal([options.id]);
    expect(edits(hub)[1]!.change).to.deep.equal({ customer: { name: '새 이름' } });
  });

  it('shows at once what somebody else changed elsewhere, and keeps what is typed', async () => {
    const hub = openWith([aField('order', 'text')]);
    const element = await mount(hub);
    await put(element, 'f.order', '77');
    await show(hub, element, aTicket({ version: 9, customer: { ...aTicket().customer!, phone: '02-999' } }));
    expect(control(element, 'customer.phone').value).to.equal('02-999');
    expect(control(element, 'f.order').value).to.equal('77');
    save(element).click();
    expect(edits(hub)[0]).to.deep.include({ change: { fields: { order: '77' } } });
    expect(edits(hub)[0]!.options.version).to.equal(9);
  });

  it('merges in silence when a save crossed a change of another field', async () => {
    const hub = openWith([]);
    const element = await mount(hub);
    await put(element, 'customer.phone', '02-1');
    save(element).click();
    await show(hub, element, aTicket({ version: 5, customer: { ...aTicket().customer!, name: '박민서' } }));
    answer(hub, new DeskError('conflict', ''));
    await element.updateComplete;
    expect(edits(hub).map(({ options }) => options.version)).to.deep.equal([3, 5]);
    expect(edits(hub)[1]!.change).to.deep.equal({ customer: { phone: '02-1' } });
    expect(all(element, '.conflict')).to.have.lengthOf(0);
  });

  it('asks whose value counts when the same field was changed, and takes either', async () => {
    const hub = openWith([aField('order', 'text')]);
    const element = await mount(hub);
    await put(element, 'f.order', '내 값');
    await put(element, 'customer.phone', '02-1');
    const theirs = aTicket({
      version: 5,
      fields: { order: '남의 값' },
      customer: { ...aTicket().customer!, phone: '02-2' },
    });
    await show(hub, element, theirs);
    expect(textOf(element)).to.contain('내 값').and.to.contain('남의 값');
    await expect(element).to.be.accessible();
    save(element).click();
    await element.updateComplete;
    expect(edits(hub)).to.have.lengthOf(0);
    expect(textOf(element)).to.contain('어느 값으로 할지 먼저 고르세요');
    one(element, "[data-field='f.order'] [data-keep=theirs]").click();
    one(element, "[data-field='customer.phone'] [data-keep=mine]").click();
    await element.updateComplete;
    expect(control(element, 'f.order').value).to.equal('남의 값');
    save(element).click();
    expect(edits(hub)[0]!.change).to.deep.equal({ customer: { phone: '02-1' } });
    expect(edits(hub)[0]!.options.version).to.equal(5);
  });

  it('keeps what was typed while it is removed, while another ticket is open, and while the session is away', async () => {
    const hub = openWith([]);
    const element = await mount(hub);
    const box = element.parentElement!;
    await put(element, 'customer.name', '쓰다 만 이름');
    element.remove();
    await show(hub, element, aTicket({ ticketId: 'T1763700000001XyZ99', customer: null }));
    hub.session.$session.set({ status: 'failed', error: new DeskError('signed-out', ''), value: aSession() });
    const again = document.createElement('customer-fields');
    box.append(again);
    await again.updateComplete;
    expect(control(again, 'customer.name').value).to.equal('');
    hub.session.$session.set({ status: 'ready', value: aSession() });
    await show(hub, again, aTicket());
    expect(control(again, 'customer.name').value).to.equal('쓰다 만 이름');
    expect(keeps(again)).to.equal(true);
  });

  it('shows another agent nothing of it', async () => {
    const hub = openWith([]);
    const element = await mount(hub);
    await put(element, 'customer.name', '쓰다 만 이름');
    hub.session.$session.set({ status: 'ready', value: aSession({ usercode: 'agent2' }) });
    await element.updateComplete;
    expect(control(element, 'customer.name').value).to.equal('박민지');
    expect(keeps(element)).to.equal(false);
  });

  it('gives up what was typed when asked to', async () => {
    const hub = openWith([]);
    const element = await mount(hub);
    await put(element, 'customer.name', '쓰다 만 이름');
    all(element, '.foot .button')[0]!.click();
    await element.updateComplete;
    expect(control(element, 'customer.name').value).to.equal('박민지');
    expect(element.shadowRoot!.activeElement).to.equal(save(element));
  });

  it('shows the fields of the submission type that is chosen, and sends no others', async () => {
    const hub = openWith([aField('refund', 'text', { categories: [2] }), aField('size', 'text', { categories: [1] })]);
    const element = await mount(hub);
    await put(element, 'f.refund', '카드');
    const picker = element.shadowRoot!.querySelector('tree-picker')!;
    picker.value = '1';
    picker.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(all(element, "[id='f.refund']")).to.have.lengthOf(0);
    await put(element, 'f.size', 'L');
    save(element).click();
    expect(edits(hub)[0]!.change).to.deep.equal({ categoryId: 1, fields: { size: 'L' } });
    answer(hub);
    await show(hub, element, aTicket({ categoryId: 1, fields: { size: 'L' }, version: 9 }));
    expect(keeps(element), 'nobody can save what tickets of this type do not have').to.equal(false);
  });

  it('leaves the keyboard to somebody who writes elsewhere when a save is refused', async () => {
    const hub = openWith([]);
    const element = await mount(hub);
    const elsewhere = document.createElement('textarea');
    element.after(elsewhere);
    await put(element, 'customer.email', 'minji@example.com');
    const refused = new DeskError('invalid', '', {
      fields: [{ field: 'customer.email', code: 'invalid', message: '' }],
    });
    for (const place of [elsewhere, save(element)]) {
      save(element).click();
      place.focus();
      answer(hub, refused);
      await element.updateComplete;
      expect(control(element, 'customer.email').getAttribute('aria-invalid')).to.equal('true');
      expect(document.activeElement?.localName).to.equal(place === elsewhere ? 'textarea' : 'customer-fields');
      await put(element, 'customer.email', 'minji@example.org');
    }
    expect(element.shadowRoot!.activeElement).to.equal(control(element, 'customer.email'));
  });

  it('takes a code for a code, whatever it is called', async () => {
    const names = ['constructor', '__proto__'];
    const hub = openWith(names.map((name) => aField(name, 'text')));
    const element = await mount(hub);
    for (const name of names) {
      expect(control(element, `f.${name}`).value).to.equal('');
      await put(element, `f.${name}`, '값');
    }
    save(element).click();
    expect(Object.entries(edits(hub)[0]!.change.fields!)).to.deep.equal(names.map((name) => [name, '값']));
  });

  it('only tells what it knows where the ticket may not be changed', async () => {
    const hub = openWith([aField('order', 'text')], { actions: ['comment'], fields: { order: '77' } });
    const element = await mount(hub);
    expect(all(element, 'input')).to.have.lengthOf(0);
    expect(textOf(element)).to.contain('박민지').and.to.contain('77').and.to.contain('결제 › 환불');
    await expect(element).to.be.accessible();
  });

  it('stores files as they are chosen, and saves which there are', async () => {
    const hub = openWith([aField('photos', 'file')]);
    const id = 'a'.repeat(32);
    hub.files.upload = (file) =>
      Promise.resolve({
        attachmentId: id,
        fileName: file.name,
        contentType: 'image/png',
        size: file.size,
        inline: false,
      });
    const element = await mount(hub);
    const input = one<HTMLInputElement>(element, "[data-field='f.photos'] input");
    const files = new DataTransfer();
    files.items.add(new File(['x'], '상자.png'));
    files.items.add(new File(['x'], '상자.exe'));
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await waitUntil(() => keeps(element), 'something to save');
    expect(textOf(element)).to.contain('상자.png').and.to.contain('첨부할 수 없는 형식');
    save(element).click();
    expect(edits(hub)[0]!.change).to.deep.equal({ fields: { photos: [id] } });
  });

  it('saves nothing without a file that did not arrive, and says so', async () => {
    const hub = openWith([aField('photos', 'file')]);
    hub.files.upload = () => Promise.reject(new DeskError('offline', ''));
    const element = await mount(hub);
    const input = one<HTMLInputElement>(element, "[data-field='f.photos'] input");
    const files = new DataTransfer();
    files.items.add(new File(['x'], '상자.png'));
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await waitUntil(() => textOf(element).includes('올리지 못한 파일이 있습니다'), 'what is missing');
    save(element).click();
    expect(edits(hub)).to.have.lengthOf(0);
  });

  it('offers known customers while a name is typed, and fills in who is chosen', async () => {
    const hub = openWith([]);
    const asked: string[] = [];
    const known = { customerId: 9, usercode: 'lee', name: '이서연', email: 'lee@example.com', phone: null };
    hub.customers.find = (start) => {
      asked.push(start);
      return Promise.resolve([known, aTicket().customer!]);
    };
    const element = await mount(hub);
    const name = control(element, 'customer.name');
    name.focus();
    name.select();
    await sendKeys({ type: '이' });
    await sendKeys({ type: '서' });
    await waitUntil(() => all(element, '[role=option]').length === 1, 'an offer');
    expect(asked).to.deep.equal(['이서']);
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(name.value).to.equal('이서연');
    expect(control(element, 'customer.phone').value).to.equal('');
    save(element).click();
    expect(edits(hub)[0]!.change.customer).to.deep.equal({
      name: '이서연',
      usercode: 'lee',
      email: 'lee@example.com',
      phone: null,
    });
  });

  it('does not ask while an input method composes', async () => {
    const hub = openWith([]);
    let asked = 0;
    hub.customers.find = () => {
      asked++;
      return Promise.resolve([]);
    };
    const element = await mount(hub);
    const name = control(element, 'customer.name');
    name.value = '김상';
    name.dispatchEvent(new InputEvent('input', { isComposing: true }));
    await new Promise((waited) => setTimeout(waited, 300));
    expect(asked).to.equal(0);
    name.dispatchEvent(new CompositionEvent('compositionend'));
    await waitUntil(() => asked === 1, 'the question');
  });

  it('speaks Japanese and English', async () => {
    const { textsIn, moreTextsIn } = await import('../support/fake-hub.js');
    const hub = openWith([]);
    const element = await mount(hub);
    for (const [language, word] of [
      ['ja', '保存'],
      ['en', 'Save'],
    ] as const) {
      hub.text.$language.set(language);
      hub.text.$texts.set(textsIn(language));
      hub.text.$more.set(moreTextsIn(language));
      await element.updateComplete;
      expect(save(element).textContent!.trim()).to.equal(word);
    }
  });
});
