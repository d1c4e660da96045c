import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/call-button/define.js';
import { aSession, aTicket, hubWith } from '../test/support/open-ticket.js';
import type { FakeHub } from '../test/support/fake-hub.js';
import { sampleCalls } from './support/calls.js';
import { ready, speak } from './support/samples.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/call-button', component: 'call-button' };
export default meta;

const ticket = aTicket();
const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('call-button', args, { hub: hubOf, ...showing }),
});

function hubOf(language: 'ko' | 'ja' | 'en'): FakeHub {
  const hub = hubWith(ticket);
  hub.session.$session.set(ready(aSession({ role: 'admin' })));
  speak(hub, language);
  return hub;
}

const withCall = (place: 0 | 1) => (hub: FakeHub) =>
  hub.calls.$calls.set(ready([{ ...sampleCalls()[place]!, ticketId: ticket.ticketId }]));

export const Nothing = story();
export const Promised = story({ set: withCall(1) });
export const Due = story({ set: withCall(0) });
export const Dark = story({ set: withCall(0) }, { theme: 'dark' });
export const Japanese = story({ language: 'ja', set: withCall(1) });
export const English = story({ language: 'en', set: withCall(1) });
