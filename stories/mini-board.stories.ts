import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/mini-board/define.js';
import { DeskError } from '../src/base/desk-error.js';
import { usualPreferences } from '../src/domain/preferences.js';
import { until } from '../test/support/until.js';
import { sampleCalls } from './support/calls.js';
import { ready, sampleBoard } from './support/samples.js';
import { press, show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/mini-board', component: 'mini-board' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('mini-board', args, { ...showing }),
});
const dark = { theme: 'dark' };

const due = { ...sampleBoard, my: { ...sampleBoard.my, promisedCallsDue: 1 } };

export const Ready = story();
export const Loading = story({ set: (hub) => hub.board.$board.set({ status: 'loading' }) });
export const Failed = story({
  set: (hub) => hub.board.$board.set({ status: 'failed', error: new DeskError('server', '') }),
});
export const OldFigures = story({
  set: (hub) => hub.board.$board.set({ status: 'failed', error: new DeskError('offline', ''), value: sampleBoard }),
});
export const CallDue = story({ set: (hub) => hub.board.$board.set(ready(due)) });
export const CallsThatAreDue = story({
  set: (hub) => {
    hub.board.$board.set(ready(due));
    hub.calls.$calls.set(ready(sampleCalls()));
  },
  then: async (element) => {
    await press(element, '.due');
    await until(() => Boolean(element.shadowRoot?.querySelector('promised-calls')), 'the layer');
  },
});
export const NothingReceived = story({
  set: (hub) => hub.board.$board.set(ready({ ...sampleBoard, all: { ...sampleBoard.all, handlingRate: null } })),
});
export const OwnFigures: StoryObj = { ...story(), args: { scope: 'my' } };
export const Vertical: StoryObj = { ...story({ width: '200px' }), args: { orientation: 'vertical' } };
export const Arranged = story({
  set: (hub) => {
    const items = ['all.unassigned', 'my.promisedCalls', 'my.processing'];
    hub.preferences.$preferences.set(ready({ ...usualPreferences, board: { items } }));
  },
});
export const Acknowledged = story({
  set: (hub) => hub.board.$board.set(ready(due)),
  then: (element) => press(element, '.seen'),
});
export const TwoRows = story({ width: '700px' });
export const Narrow = story({ width: '300px', set: (hub) => hub.board.$board.set(ready(due)) });
export const Dark = story({ set: (hub) => hub.board.$board.set(ready(due)) }, dark);
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja' });
export const English = story({ language: 'en' });
