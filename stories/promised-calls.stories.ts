import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/promised-calls/define.js';
import type { PromisedCalls } from '../src/elements/promised-calls/promised-calls.js';
import { DeskError } from '../src/base/desk-error.js';
import { sampleCalls } from './support/calls.js';
import { ready } from './support/samples.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/promised-calls', component: 'promised-calls' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) =>
    show('promised-calls', args, { set: (hub) => hub.calls.$calls.set(ready(sampleCalls())), ...showing }),
});

export const Ready = story();
export const Loading = story({ set: (hub) => hub.calls.$calls.set({ status: 'loading' }) });
export const Empty = story({ set: (hub) => hub.calls.$calls.set(ready([])) });
export const Failed = story({
  set: (hub) => hub.calls.$calls.set({ status: 'failed', error: new DeskError('server', '') }),
});
export const DueAlone = story({ then: (element) => (element as PromisedCalls).show({ isDueOnly: true }) });
export const Narrow = story({ width: '300px' });
export const Dark = story({}, { theme: 'dark' });
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja' });
export const English = story({ language: 'en' });
