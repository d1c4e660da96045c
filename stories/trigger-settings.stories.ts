import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/trigger-settings/define.js';
import { DeskError } from '../src/base/desk-error.js';
import type { TriggerSettings } from '../src/elements/trigger-settings/trigger-settings.js';
import { answerHub } from './support/sample-answers.js';
import { press, show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/trigger-settings', component: 'trigger-settings' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) =>
    show('trigger-settings', args, {
      height: '760px',
      hub: (language) => answerHub(language, 'admin'),
      then: edit,
      ...showing,
    }),
});
const dark = { theme: 'dark' };
const offline = (): Promise<never> => Promise.reject(new DeskError('offline', ''));

/** Looks at the first trigger. */
async function edit(element: HTMLElement): Promise<void> {
  await press(element, '.line');
}

export const Edit = story();
export const Notices = story({ then: (element) => press(element, '[data-id="2"] .line') });
export const New = story({ then: (element) => press(element, '.list-head > .button') });
export const Missing = story({
  then: async (element) => {
    await press(element, '.list-head > .button');
    await press(element, '.add-condition');
    await press(element, '.add-action');
    await press(element, '[type=submit]');
  },
});
export const Asking = story({
  then: async (element) => {
    await edit(element);
    await press(element, '.remove');
  },
});
export const Layer = story({ then: (element) => (element as TriggerSettings).show() });
export const Denied = story({ then: undefined, hub: (language) => answerHub(language, 'agent') });
export const Empty = story({
  then: undefined,
  set: (hub) => Object.assign(hub.triggers, { all: () => Promise.resolve([]) }),
});
export const Failed = story({ then: undefined, set: (hub) => Object.assign(hub.triggers, { all: offline }) });
export const Dark = story({}, dark);
export const Narrow = story({ width: '320px' });
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja' });
export const English = story({ language: 'en' });
