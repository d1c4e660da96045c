import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/call-dialog/define.js';
import { DeskError } from '../src/base/desk-error.js';
import type { CallDialog } from '../src/elements/call-dialog/call-dialog.js';
import { CallRequest } from '../src/events/requests.js';
import { aTicket } from '../test/support/open-ticket.js';
import type { FakeHub } from '../test/support/fake-hub.js';
import { sampleCalls } from './support/calls.js';
import { ready } from './support/samples.js';
import { press, show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/call-dialog', component: 'call-dialog' };
export default meta;

const ticket = aTicket();
const promised = sampleCalls()[1]!;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('call-dialog', args, { height: '520px', then: open, set: begin, ...showing }),
});

function begin(hub: FakeHub): void {
  hub.tickets.$current.set(ready(ticket));
}

function known(hub: FakeHub): void {
  begin(hub);
  hub.calls.of = () => Promise.resolve(promised);
}

function open(element: HTMLElement): Promise<void> {
  return (element as CallDialog).show(ticket.ticketId);
}

async function refused(element: HTMLElement, hub: FakeHub, error: DeskError): Promise<void> {
  await open(element);
  element.addEventListener(CallRequest.type, (event) => {
    const { id } = event as CallRequest;
    const task = { id, ticketId: ticket.ticketId, action: 'call', state: 'failed', error } as const;
    queueMicrotask(() => hub.work.$tasks.set([task]));
  });
  await press(element, '[data-end=done]');
}

export const NewCall = story();
export const Change = story({ set: known });
export const WrongTime = story({
  then: async (element) => {
    await open(element);
    await press(element, '.times');
    const field = element.shadowRoot?.querySelector<HTMLInputElement>('#at');
    if (field) field.value = '2020-01-01T10:00';
    field?.dispatchEvent(new Event('input'));
    await press(element, '[type=submit]');
  },
});
export const ChangedElsewhere = story({
  set: known,
  then: (element, hub) => refused(element, hub, new DeskError('conflict', '')),
});
export const NoAnswer = story({
  set: known,
  then: (element, hub) => refused(element, hub, new DeskError('timeout', '')),
});
export const Loading = story({ set: (hub) => (hub.calls.of = () => new Promise(() => undefined)) });
export const Failed = story({ set: (hub) => (hub.calls.of = () => Promise.reject(new DeskError('offline', ''))) });
export const Dark = story({ set: known }, { theme: 'dark' });
export const Narrow = story({ width: '320px', set: known });
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja', set: known });
export const English = story({ language: 'en', set: known });
