import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/agent-fields/define.js';
import { fieldHub } from './support/sample-fields.js';
import { ready } from './support/samples.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/agent-fields', component: 'agent-fields' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('agent-fields', args, { width: '360px', hub: fieldHub, ...showing }),
});

export const Ready = story();
export const Required = story({
  set: (hub) => {
    const [settings, ticket] = [hub.session.$settings.get(), hub.tickets.$current.get()];
    if (settings.status !== 'ready' || ticket.status !== 'ready') return;
    hub.session.$settings.set(ready({ ...settings.value, handlingTypeRequired: true }));
    hub.tickets.$current.set(ready({ ...ticket.value, handlingTypeId: null }));
  },
});
export const ReadOnly = story({
  set: (hub) => {
    const ticket = hub.tickets.$current.get();
    if (ticket.status === 'ready') hub.tickets.$current.set(ready({ ...ticket.value, actions: ['comment'] }));
  },
});
export const Changed = story({
  then: (element) => {
    const memo = element.shadowRoot?.querySelector<HTMLTextAreaElement>("[id='f.memo']");
    if (!memo) return;
    memo.value = '내일 다시 전화하기로 함';
    memo.dispatchEvent(new InputEvent('input', { bubbles: true }));
  },
});
export const Dark = story({}, { theme: 'dark' });
export const Narrow = story({ width: '240px' });
export const Japanese = story({ language: 'ja' });
export const English = story({ language: 'en' });
