import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/view-dialog/define.js';
import { DeskError } from '../src/base/desk-error.js';
import { mostViews } from '../src/domain/preferences.js';
import type { Language } from '../src/domain/types.js';
import type { ViewDialog } from '../src/elements/view-dialog/view-dialog.js';
import type { FakeHub } from '../test/support/fake-hub.js';
import { sampleViews, savedHub } from './support/saved-views.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/view-dialog', component: 'view-dialog' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('view-dialog', args, { height: '480px', hub: searched, then: open, ...showing }),
});
const dark = { theme: 'dark' };

/** A hub in which a search is open. */
function searched(language: Language): FakeHub {
  const hub = savedHub(language);
  const q = { ko: '환불', ja: '返金', en: 'refund' }[language];
  const where = { status: ['processing', 'pending'], created: { from: '-7d' } };
  hub.tickets.$query.set({ view: 'all', q, where, sort: 'createdAt', descending: false });
  return hub;
}

export const Search = story();
export const Rename = story({ then: (element) => (element as ViewDialog).show({ view: sampleViews()[1] }) });
export const NoName = story({
  then: async (element) => {
    await open(element);
    element.shadowRoot?.querySelector<HTMLElement>('[type=submit]')?.click();
  },
});
export const Full = story({
  hub: () =>
    savedHub(
      'ko',
      Array.from({ length: mostViews }, (_, index) => ({
        id: `v${index}`,
        name: `${index}`,
        query: '',
        columns: null,
      })),
    ),
});
export const Loading = story({ set: (hub) => hub.preferences.$preferences.set({ status: 'loading' }) });
export const Failed = story({
  set: (hub) => hub.preferences.$preferences.set({ status: 'failed', error: new DeskError('offline', '') }),
});
export const Dark = story({}, dark);
export const Narrow = story({ width: '320px' });
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja' });
export const English = story({ language: 'en' });

function open(element: HTMLElement): Promise<void> {
  return (element as ViewDialog).show();
}
