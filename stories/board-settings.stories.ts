import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/board-settings/define.js';
import { usualPreferences } from '../src/domain/preferences.js';
import type { BoardSettings } from '../src/elements/board-settings/board-settings.js';
import { ready } from './support/samples.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/board-settings', component: 'board-settings' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('board-settings', args, { height: '700px', then: open, ...showing }),
});

function open(element: HTMLElement): Promise<void> {
  return (element as BoardSettings).show({ hasOrientation: true });
}

const items = ['all.unassigned', 'all.processing', 'my.promisedCalls', 'my.processing'];

export const Usual = story();
export const Arranged = story({
  set: (hub) =>
    hub.preferences.$preferences.set(ready({ ...usualPreferences, board: { items, sound: true, notify: true } })),
});
export const Dark = story({}, { theme: 'dark' });
export const Narrow = story({ width: '320px' });
export const Japanese = story({ language: 'ja' });
export const English = story({ language: 'en' });
