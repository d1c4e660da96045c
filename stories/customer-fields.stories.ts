import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/customer-fields/define.js';
import { DeskError } from '../src/base/desk-error.js';
import { TicketEditRequest } from '../src/events/requests.js';
import type { FakeHub } from '../test/support/fake-hub.js';
import { fieldHub } from './support/sample-fields.js';
import { ready } from './support/samples.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/customer-fields', component: 'customer-fields' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('customer-fields', args, { width: '360px', hub: fieldHub, ...showing }),
});
const dark = { theme: 'dark' };

function type(element: HTMLElement, name: string, value: string): void {
  const input = element.shadowRoot?.querySelector<HTMLInputElement>(`[id='${name}']`);
  if (!input) return;
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
const save = (element: HTMLElement): void => element.shadowRoot?.querySelector<HTMLElement>('.save')?.click();

function change(hub: FakeHub, values: object): void {
  const load = hub.tickets.$current.get();
  if (load.status === 'ready') hub.tickets.$current.set(ready({ ...load.value, version: 9, ...values }));
}

/** The server's answer to what was saved. */
function refuse(hub: FakeHub, error: DeskError): void {
  const request = hub.asked(TicketEditRequest).at(-1);
  if (!request?.options.id) return;
  const task = { id: request.options.id, ticketId: request.ticketId, action: 'fields', state: 'running' } as const;
  hub.work.$tasks.set([task]);
  hub.work.$tasks.set([{ ...task, state: 'failed', error }]);
}

export const EveryType = story();
export const Empty = story({ set: (hub) => change(hub, { fields: {}, customer: null, categoryId: null }) });
export const ReadOnly = story({ set: (hub) => change(hub, { actions: ['comment'] }) });
export const Changed = story({ then: (element) => type(element, 'f.story', '가'.repeat(170)) });
export const Wrong = story({
  then: (element) => {
    type(element, 'customer.email', 'nobody');
    type(element, 'f.order', '');
    save(element);
  },
});
export const Refused = story({
  then: (element, hub) => {
    type(element, 'f.order', '1');
    save(element);
    refuse(hub, new DeskError('invalid', '', { fields: [{ field: 'f.order', code: 'invalid', message: '' }] }));
  },
});
export const NotReached = story({
  then: (element, hub) => {
    type(element, 'customer.phone', '02-123-4567');
    save(element);
    refuse(hub, new DeskError('offline', ''));
  },
});
export const Conflict = story({
  then: (element, hub) => {
    type(element, 'customer.phone', '02-123-4567');
    const load = hub.tickets.$current.get();
    const customer = load.status === 'ready' ? load.value.customer : null;
    change(hub, { customer: customer && { ...customer, phone: '031-765-4321' } });
  },
});
export const KnownCustomers = story({
  height: '900px',
  then: (element) => {
    element.shadowRoot?.querySelector<HTMLElement>("[id='customer.name']")?.focus();
    type(element, 'customer.name', '박민');
  },
});
export const Dark = story({}, dark);
export const Narrow = story({ width: '240px' });
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja' });
export const English = story({ language: 'en' });
