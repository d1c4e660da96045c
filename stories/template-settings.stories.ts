import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/template-settings/define.js';
import { DeskError } from '../src/base/desk-error.js';
import type { TemplateSettings } from '../src/elements/template-settings/template-settings.js';
import { answerHub } from './support/sample-answers.js';
import { press, show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/template-settings', component: 'template-settings' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) =>
    show('template-settings', args, {
      height: '760px',
      hub: (language) => answerHub(language, 'admin'),
      then: edit,
      ...showing,
    }),
});
const dark = { theme: 'dark' };
const offline = (): Promise<never> => Promise.reject(new DeskError('offline', ''));

/** Looks at the first template. */
async function edit(element: HTMLElement): Promise<void> {
  await press(element, '.line');
}

export const Edit = story();
export const Nothing = story({ then: undefined });
export const New = story({ then: (element) => press(element, '.list-head > .button') });
export const Missing = story({
  then: async (element) => {
    await press(element, '.list-head > .button');
    await press(element, '[type=submit]');
  },
});
export const Shared = story({ hub: (language) => answerHub(language, 'agent') });
export const Asking = story({
  then: async (element) => {
    await edit(element);
    await press(element, '.remove');
  },
});
export const Layer = story({ then: (element) => (element as TemplateSettings).show(3) });
export const Empty = story({
  then: undefined,
  set: (hub) => Object.assign(hub.answers, { templates: () => Promise.resolve([]) }),
});
export const Failed = story({ then: undefined, set: (hub) => Object.assign(hub.answers, { templates: offline }) });
export const Dark = story({}, dark);
export const Narrow = story({ width: '320px' });
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja' });
export const English = story({ language: 'en' });
