import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/command-list/define.js';
import { usualPreferences } from '../src/domain/preferences.js';
import type { CommandList } from '../src/elements/command-list/command-list.js';
import { consoleHub } from './support/console-hub.js';
import { followPreferences, sampleViews } from './support/saved-views.js';
import { ready } from './support/samples.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/command-list', component: 'command-list' };
export default meta;

const story = (what: 'commands' | 'keys', showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) =>
    show('command-list', args, {
      height: '640px',
      hub: (language) => consoleHub(language, 1),
      then: async (element, hub) => {
        followPreferences(element, hub);
        await (element as CommandList).show(what);
      },
      ...showing,
    }),
});
const dark = { theme: 'dark' };

export const Commands = story('commands');
export const WithOwnViews = story('commands', {
  set: (hub) => hub.preferences.$preferences.set(ready({ ...usualPreferences, views: sampleViews() })),
});
export const NothingMatches = story('commands', {
  then: async (element) => {
    await (element as CommandList).show();
    const input = element.shadowRoot?.querySelector<HTMLInputElement>('[role=combobox]');
    if (!input) return;
    input.value = '-?-';
    input.dispatchEvent(new Event('input'));
  },
});
export const Keys = story('keys');
export const KeysChanged = story('keys', {
  set: (hub) =>
    hub.preferences.$preferences.set(
      ready({ ...usualPreferences, shortcuts: { isOn: true, keys: { star: 'd', claim: '' } } }),
    ),
});
export const KeysOff = story('keys', {
  set: (hub) => hub.preferences.$preferences.set(ready({ ...usualPreferences, shortcuts: { isOn: false, keys: {} } })),
});
export const Recording = story('keys', {
  then: async (element) => {
    await (element as CommandList).show('keys');
    element.shadowRoot?.querySelector<HTMLElement>('button.key')?.click();
  },
});
export const Dark = story('commands', {}, dark);
export const KeysDark = story('keys', {}, dark);
export const Narrow = story('keys', { width: '320px' });
export const RightToLeft = story('commands', { rightToLeft: true });
export const Japanese = story('keys', { language: 'ja' });
export const English = story('keys', { language: 'en' });
