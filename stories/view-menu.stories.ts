import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/view-menu/define.js';
import { DeskError } from '../src/base/desk-error.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/view-menu', component: 'view-menu' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('view-menu', args, { width: '232px', ...showing }),
});
const dark = { theme: 'dark' };

const order = { sort: 'updatedAt', descending: true } as const;

export const Ready = story();
export const Loading = story({ set: (hub) => hub.tickets.$counts.set({ status: 'loading' }) });
export const Failed = story({
  set: (hub) => hub.tickets.$counts.set({ status: 'failed', error: new DeskError('offline', '') }),
});
export const Groups = story({ set: (hub) => hub.tickets.$query.set({ view: 'group', group: 1, ...order }) });
export const Transfers = story({ set: (hub) => hub.tickets.$query.set({ view: 'transferred', ...order }) });
export const Narrow = story({ width: '52px' });
export const Horizontal: StoryObj = { ...story({ width: '320px' }), args: { orientation: 'horizontal' } };
export const Dark = story({}, dark);
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja' });
export const English = story({ language: 'en' });
