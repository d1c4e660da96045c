import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { DeskError } from '../src/base/desk-error.js';
import type { Notice } from '../src/domain/notices.js';
import '../src/elements/notice-bar/define.js';
import { sampleNotices } from './support/sample-notices.js';
import { ready } from './support/samples.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/notice-bar', component: 'notice-bar' };
export default meta;

const dark = { theme: 'dark' };

const story = (notices: readonly Notice[] | null, showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) =>
    show('notice-bar', args, {
      height: '60px',
      set: (hub) => hub.notices.$notices.set(ready(notices ?? sampleNotices(showing.language))),
      ...showing,
    }),
});

/** The layer, as it is after the line was pressed. */
const open: Pick<Showing, 'height' | 'then'> = {
  height: '640px',
  then: (element) => element.shadowRoot?.querySelector<HTMLElement>('.line')?.click(),
};

export const Unread = story(null);
export const OneUnread = story(sampleNotices('ko', 1).slice(0, 1));
export const AllRead = story(sampleNotices('ko', 0));
export const Nothing = story([]);
export const Loading = story(null, { set: (hub) => hub.notices.$notices.set({ status: 'loading' }) });
export const Failed = story(null, {
  set: (hub) => hub.notices.$notices.set({ status: 'failed', error: new DeskError('offline', '') }),
});
export const NotMarked = story(null, {
  then: (_element, hub) =>
    hub.work.$tasks.set([
      { id: 'n1', ticketId: '', action: 'notice', state: 'failed', error: new DeskError('offline', '') },
    ]),
});
export const Open = story(null, open);
export const OpenOne = story(sampleNotices('ko', 1).slice(0, 1), open);
export const Dark = story(null, {}, dark);
export const DarkOpen = story(null, open, dark);
export const Narrow = story(null, { width: '320px' });
export const RightToLeft = story(null, { rightToLeft: true });
export const Japanese = story(null, { language: 'ja' });
export const JapaneseOpen = story(null, { language: 'ja', ...open });
export const English = story(null, { language: 'en' });
