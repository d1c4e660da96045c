import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/condition-dialog/define.js';
import { DeskError } from '../src/base/desk-error.js';
import { usualPreferences } from '../src/domain/preferences.js';
import type { ConditionDialog } from '../src/elements/condition-dialog/condition-dialog.js';
import { searchHub } from './support/sample-search.js';
import { ready } from './support/samples.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/condition-dialog', component: 'condition-dialog' };
export default meta;

const open = (element: HTMLElement): Promise<void> => (element as ConditionDialog).show();
const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('condition-dialog', args, { height: '560px', hub: searchHub, then: open, ...showing }),
});
const dark = { theme: 'dark' };

export const Choice = story();
export const NothingChosen = story({
  set: (hub) => hub.preferences.$preferences.set(ready({ ...usualPreferences, conditions: [] })),
});
export const FieldThatIsGone = story({
  set: (hub) => hub.preferences.$preferences.set(ready({ ...usualPreferences, conditions: ['status', 'f.gone'] })),
});
export const UnsavedChanges = story({
  then: async (element) => {
    await open(element);
    element.shadowRoot?.querySelector<HTMLElement>('.remove')?.click();
    (element as ConditionDialog).close();
    await (element as ConditionDialog).updateComplete;
    await open(element);
  },
});
export const Refused = story({
  then: async (element, hub) => {
    await open(element);
    const save = element.shadowRoot?.querySelector<HTMLElement>('[type=submit]');
    save?.click();
    const task = { id: 'p', ticketId: '', action: 'preferences' } as const;
    hub.work.$tasks.set([{ ...task, state: 'failed', error: new DeskError('denied', '') }]);
  },
});
export const Loading = story({ set: (hub) => hub.session.$settings.set({ status: 'loading' }) });
export const Failed = story({
  set: (hub) => hub.session.$settings.set({ status: 'failed', error: new DeskError('server', '') }),
});
export const Dark = story({}, dark);
export const Narrow = story({ width: '320px' });
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja' });
export const English = story({ language: 'en' });
