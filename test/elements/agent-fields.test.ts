import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FieldDefinition } from '../../src/domain/fields.js';
import type { Ticket } from '../../src/domain/types.js';
import '../../src/elements/agent-fields/define.js';
import type { AgentFields } from '../../src/elements/agent-fields/agent-fields.js';
import { TicketEditRequest } from '../../src/events/requests.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, inHub, one, textOf } from '../support/in-hub.js';
import { aTicket, hubWith, someSettings } from '../support/open-ticket.js';

const cause: FieldDefinition = {
  code: 'cause',
  owner: 'agent',
  type: 'dropdown',
  names: { ko: '원인' },
  options: ['배송', '제품'],
  required: false,
  encrypted: false,
  length: 0,
  categories: null,
};

function openWith(ticket: Partial<Ticket> = {}, handlingTypeRequired = false): FakeHub {
  const hub = hubWith(aTicket(ticket));
  const fields = [cause, { ...cause, code: 'order', owner: 'customer' } as const];
  hub.session.$settings.set({ status: 'ready', value: someSettings({ fields, handlingTypeRequired }) });
  return hub;
}

const mount = (hub: FakeHub) => inHub<AgentFields>(hub, '<agent-fields></agent-fields>');
const changes = (hub: FakeHub) => hub.asked(TicketEditRequest).map(({ change }) => change);
const picker = (element: AgentFields) => element.shadowRoot!.querySelector('tree-picker')!;
const priority = (element: AgentFields) => one<HTMLSelectElement>(element, '#priority');

function setPriority(element: AgentFields, value: string): void {
  priority(element).value = value;
  priority(element).dispatchEvent(new Event('change'));
}

describe('agent-fields', () => {
  it('changes type and priority as soon as they are chosen, by keyboard too', async () => {
    const hub = openWith();
    const element = await mount(hub);
    expect(priority(element).value).to.equal('high');
    setPriority(element, 'urgent');
    picker(element).focus();
    await sendKeys({ type: '카드' });
    await sendKeys({ press: 'Enter' });
    expect(changes(hub)).to.deep.equal([{ priority: 'urgent' }, { handlingTypeId: 11 }]);
    await expect(element).to.be.accessible();
  });

  it('takes a type away', async () => {
    const hub = openWith({ handlingTypeId: 11 });
    const element = await mount(hub);
    picker(element).focus();
    await sendKeys({ press: 'ArrowDown' });
    for (const key of ['ArrowUp', 'ArrowUp', 'Enter']) await sendKeys({ press: key });
    expect(changes(hub)).to.deep.equal([{ handlingTypeId: null }]);
  });

  it('says that a handling type is required where it is', async () => {
    const element = await mount(openWith({}, true));
    await picker(element).updateComplete;
    expect(textOf(picker(element))).to.contain('필수');
  });

  it('shows again what counts when the page does not let a choice pass', async () => {
    const element = await mount(openWith());
    element.addEventListener(TicketEditRequest.type, (event) => event.preventDefault());
    setPriority(element, 'urgent');
    await element.updateComplete;
    expect(priority(element).value).to.equal('high');
  });

  it('saves the fields of agents, and leaves those of customers alone', async () => {
    const hub = openWith();
    const element = await mount(hub);
    const select = one<HTMLSelectElement>(element, "[id='f.cause']");
    expect(all(element, "[id='f.order']")).to.have.lengthOf(0);
    select.value = '제품';
    select.dispatchEvent(new Event('change'));
    await element.updateComplete;
    one(element, '.save').click();
    expect(changes(hub)).to.deep.equal([{ fields: { cause: '제품' } }]);
  });

  it('only tells what it knows where the ticket may not be changed', async () => {
    const element = await mount(openWith({ actions: ['comment'], handlingTypeId: 11, fields: { cause: '배송' } }));
    expect(all(element, 'select, tree-picker')).to.have.lengthOf(0);
    for (const word of ['환불 › 카드 취소', '높음', '배송']) expect(textOf(element)).to.contain(word);
    await expect(element).to.be.accessible();
  });
});
