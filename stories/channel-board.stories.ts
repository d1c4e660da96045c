import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { DeskError } from '../src/base/desk-error.js';
import type { LiveChannels } from '../src/base/hub-context.js';
import '../src/elements/channel-board/define.js';
import { sampleChannels } from './support/sample-channels.js';
import { ready } from './support/samples.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/channel-board', component: 'channel-board' };
export default meta;

const story = (channels: Partial<LiveChannels> = {}, showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) =>
    show('channel-board', args, {
      set: (hub) => hub.channels.$channels.set(ready({ ...sampleChannels(), ...channels })),
      ...showing,
    }),
});
const old = 3 * 60_000;

export const Ready = story();
export const NothingToCount = story({ phone: { ...sampleChannels().phone, figures: { agents: 9, answerRate: null } } });
export const NothingTold = story({ phone: null, chat: null });
export const Old = story({ phone: sampleChannels(old).phone });
export const Loading = story({}, { set: (hub) => hub.channels.$channels.set({ status: 'loading' }) });
export const Failed = story(
  {},
  {
    set: (hub) => hub.channels.$channels.set({ status: 'failed', error: new DeskError('server', '') }),
  },
);
export const OldFigures = story(
  {},
  {
    set: (hub) =>
      hub.channels.$channels.set({ status: 'failed', error: new DeskError('offline', ''), value: sampleChannels() }),
  },
);
export const OneChannel: StoryObj = { ...story(), args: { channel: 'chat' } };
export const NamedFigures: StoryObj = { ...story(), args: { figures: 'answerRate waitingCustomers' } };
export const Vertical: StoryObj = { ...story({}, { width: '220px' }), args: { orientation: 'vertical' } };
export const Narrow = story({ phone: sampleChannels(old).phone }, { width: '300px' });
export const Dark = story({ phone: sampleChannels(old).phone }, {}, { theme: 'dark' });
export const RightToLeft = story({}, { rightToLeft: true });
export const Japanese = story({ phone: sampleChannels(old).phone }, { language: 'ja' });
export const English = story({ phone: sampleChannels(old).phone }, { language: 'en' });
