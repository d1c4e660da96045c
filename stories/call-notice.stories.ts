import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/call-notice/define.js';
import { sampleCalls } from './support/calls.js';
import { ready } from './support/samples.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/call-notice', component: 'call-notice' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('call-notice', args, { set: (hub) => hub.calls.$calls.set(ready(sampleCalls())), ...showing }),
});

export const Ready = story();
export const Several = story({
  set: (hub) => hub.calls.$calls.set(ready(sampleCalls().map((call) => ({ ...call, at: 0 })))),
});
export const NothingDue = story({ set: (hub) => hub.calls.$calls.set(ready(sampleCalls().slice(1))) });
export const Narrow = story({ width: '320px' });
export const NarrowSeveral = story({
  width: '320px',
  set: (hub) => hub.calls.$calls.set(ready(sampleCalls().map((call) => ({ ...call, at: 0 })))),
});
export const Dark = story({}, { theme: 'dark' });
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja' });
export const English = story({ language: 'en' });
