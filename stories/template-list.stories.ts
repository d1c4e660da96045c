import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/template-list/define.js';
import type { TemplateList } from '../src/elements/template-list/template-list.js';
import { answerHub } from './support/sample-answers.js';
import { show, type Showing } from './support/show.js';
import { ofCall, states } from './support/states.js';

const meta: Meta = { title: 'Elements/template-list', component: 'template-list' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('template-list', args, { height: '760px', hub: answerHub, ...showing }),
});
const dark = { theme: 'dark' };

export const Ready = story();
export const Layer = story({
  then: async (element) => {
    await (element as TemplateList).show();
  },
});
export const States = states(
  'template-list',
  ofCall(
    (language, templates) => {
      const hub = answerHub(language);
      Object.assign(hub.answers, { templates });
      return hub;
    },
    () => [],
    ({ templates }) => templates,
  ),
);
export const NoTicket = story({
  set: (hub) => {
    hub.tickets.$currentId.set(null);
    hub.tickets.$current.set({ status: 'idle' });
  },
});
export const NoValue = story({
  set: (hub) => {
    const filled = { templateId: 2, html: '<p>{{customer.phone}}</p>', missing: ['customer.phone'] as const };
    Object.assign(hub.answers, { filled: () => Promise.resolve(filled) });
  },
  then: (element) => element.shadowRoot?.querySelector<HTMLElement>('.primary')?.click(),
});
export const Dark = story({}, dark);
export const Narrow = story({ width: '320px' });
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja' });
export const English = story({ language: 'en' });
