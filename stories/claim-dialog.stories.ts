import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/claim-dialog/define.js';
import { DeskError } from '../src/base/desk-error.js';
import { TicketClaimRequest } from '../src/events/requests.js';
import type { ClaimDialog } from '../src/elements/claim-dialog/claim-dialog.js';
import { ready, sampleSession } from './support/samples.js';
import type { FakeHub } from '../test/support/fake-hub.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/claim-dialog', component: 'claim-dialog' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('claim-dialog', args, { height: '400px', then: open, ...showing }),
});
const dark = { theme: 'dark' };

const task = { id: '1', ticketId: 'T1', action: 'claim' } as const;

/** Presses the main button, and answers as a server does. */
function press(element: HTMLElement, answer: (hub: FakeHub) => void, hub: FakeHub): void {
  element.addEventListener(TicketClaimRequest.type, () => queueMicrotask(() => answer(hub)));
  element.shadowRoot?.querySelector<HTMLButtonElement>('[type=submit]')?.click();
}

async function refused(element: HTMLElement, hub: FakeHub, error: DeskError): Promise<void> {
  await open(element);
  press(element, () => hub.work.$tasks.set([{ ...task, state: 'failed', error }]), hub);
}

export const Choice = story();
export const Running = story({
  then: async (element, hub) => {
    await open(element);
    press(element, () => hub.work.$tasks.set([{ ...task, state: 'running' }]), hub);
  },
});
export const SomebodyWasFaster = story({
  then: (element, hub) => refused(element, hub, new DeskError('conflict', '', { winner: '이도윤' })),
});
export const NoAnswer = story({ then: (element, hub) => refused(element, hub, new DeskError('timeout', '')) });
export const NoGroup = story({
  set: (hub) => {
    const session = sampleSession();
    hub.session.$session.set(ready({ ...session, agent: { ...session.agent, groups: [] } }));
  },
});
export const Loading = story({ set: (hub) => hub.session.$session.set({ status: 'loading' }) });
export const Failed = story({
  set: (hub) => hub.session.$session.set({ status: 'failed', error: new DeskError('offline', '') }),
});
export const Dark = story({}, dark);
export const Narrow = story({ width: '320px' });
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja' });
export const English = story({ language: 'en' });

function open(element: HTMLElement): Promise<void> {
  return (element as ClaimDialog).show('T1');
}
