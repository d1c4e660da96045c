import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/chat-transcript/define.js';
import { DeskError } from '../src/base/desk-error.js';
import { chatHub, longChat, sampleChat } from './support/sample-messages.js';
import { aTicket } from '../test/support/open-ticket.js';
import { ready } from './support/samples.js';
import { show, type Showing } from './support/show.js';
import { ofStore, states } from './support/states.js';

const meta: Meta = { title: 'Elements/chat-transcript', component: 'chat-transcript' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('chat-transcript', args, { width: '320px', height: '640px', hub: chatHub, ...showing }),
});
const transcript = (change: Parameters<typeof sampleChat>[1]): Showing['set'] => {
  return (hub) => hub.chat.$transcript.set(ready(sampleChat('ko', change)));
};

export const Ended = story();
export const Going = story({ set: transcript({ endedAt: null, rating: null }) });
export const Dissatisfied = story({ set: transcript({ rating: { satisfied: false, opinion: null } }) });
export const Masked = story({
  set: (hub) => {
    const { messages, ...rest } = sampleChat();
    const masked = messages.map((line) => ({ ...line, text: line.text.replace(/\d/g, '*') }));
    hub.chat.$transcript.set(ready({ ...rest, messages: masked }));
  },
});
export const Long = story({ set: (hub) => hub.chat.$transcript.set(ready(longChat(500))) });
export const Newer = story({
  height: '320px',
  set: (hub) => hub.chat.$transcript.set(ready(longChat(40))),
  then: async (element, hub) => {
    const scroller = element.shadowRoot?.querySelector('.scroller');
    if (scroller) scroller.scrollTop = 0;
    await Promise.resolve();
    hub.chat.$transcript.set(ready(longChat(42)));
  },
});
export const NoTicket = story({ set: (hub) => hub.tickets.$current.set({ status: 'idle' }) });
export const NoChat = story({ set: (hub) => hub.tickets.$current.set(ready(aTicket())) });
export const States = states(
  'chat-transcript',
  ofStore(
    chatHub,
    (hub) => hub.chat.$transcript,
    () => ({ messages: [], rating: null, endedAt: null }),
    ({ chatTranscript }) => chatTranscript,
  ),
);
export const Old = story({
  set: (hub) =>
    hub.chat.$transcript.set({ status: 'failed', error: new DeskError('offline', ''), value: sampleChat() }),
});
export const Dark = story({}, { theme: 'dark' });
export const Narrow = story({ width: '240px' });
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja' });
export const English = story({ language: 'en' });
