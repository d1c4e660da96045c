import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/ticket-toolbar/define.js';
import type { FakeHub } from '../test/support/fake-hub.js';
import { ready, sampleSession } from './support/samples.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/ticket-toolbar', component: 'ticket-toolbar' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('ticket-toolbar', args, showing),
});
const dark = { theme: 'dark' };
const tick = (hub: FakeHub): void => hub.selection.$ticked.set({ all: false, ids: new Set(['T1', 'T2', 'T3']) });
const openMenu = (element: HTMLElement): void => element.shadowRoot?.querySelector<HTMLElement>('.more')?.click();

export const NothingTicked = story();
export const ThreeTicked = story({ set: tick });
export const SearchOpen = story({ set: (hub) => hub.tickets.$isSearchOpen.set(true) });
export const Menu = story({ height: '240px', set: tick, then: openMenu });
export const MayExport = story({
  height: '240px',
  set: (hub) => {
    const { agent, ...session } = sampleSession();
    const permissions = { ...agent.permissions, export: true };
    hub.session.$session.set(ready({ ...session, agent: { ...agent, permissions } }));
  },
  then: openMenu,
});
export const WithoutCustomerLink = story({
  set: (hub) => {
    const { capabilities, ...session } = sampleSession();
    hub.session.$session.set(ready({ ...session, capabilities: { ...capabilities, customerInfo: false } }));
  },
});
export const Dark = story({ set: tick }, dark);
export const Middle = story({ width: '540px', set: tick });
export const Narrow = story({ width: '320px', height: '280px', set: tick, then: openMenu });
export const RightToLeft = story({ rightToLeft: true, set: tick });
export const Japanese = story({ language: 'ja', set: tick });
export const English = story({ language: 'en', set: tick });
