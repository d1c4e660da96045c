import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/view-menu/define.js';
import { DeskError } from '../src/base/desk-error.js';
import { followPreferences, savedHub } from './support/saved-views.js';
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
const saved: Showing = { hub: savedHub, then: followPreferences, set: (hub) => hub.tickets.$savedView.set('v1') };

export const Saved = story(saved);
export const SavedNarrow = story({ ...saved, width: '52px' });
export const SavedHorizontal: StoryObj = {
  ...story({ ...saved, width: '320px' }),
  args: { orientation: 'horizontal' },
};
export const SavedDark = story(saved, dark);
export const SavedJapanese = story({ ...saved, language: 'ja' });
export const SavedEnglish = story({ ...saved, language: 'en' });
export const SavedMenu = story({
  ...saved,
  height: '480px',
  then: (element, hub) => {
    followPreferences(element, hub);
    element.shadowRoot?.querySelector<HTMLElement>('.own .more')?.click();
  },
});
export const SavedDeleted = story({
  ...saved,
  then: async (element, hub) => {
    followPreferences(element, hub);
    const line = element.shadowRoot?.querySelector<HTMLElement>('.own:nth-child(2) > .item');
    line?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Delete', bubbles: true, composed: true }));
  },
});
export const SavedFailed = story({
  set: (hub) => hub.preferences.$preferences.set({ status: 'failed', error: new DeskError('offline', '') }),
});
export const SavedRefused = story({
  ...saved,
  set: (hub) =>
    hub.work.$tasks.set([
      { id: '1', ticketId: '', action: 'preferences', state: 'failed', error: new DeskError('invalid', '') },
    ]),
});
export const Narrow = story({ width: '52px' });
export const Horizontal: StoryObj = { ...story({ width: '320px' }), args: { orientation: 'horizontal' } };
export const Dark = story({}, dark);
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja' });
export const English = story({ language: 'en' });
