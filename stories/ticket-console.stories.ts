import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/ticket-console/define.js';
import { consoleHub, followChoice } from './support/console-hub.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/ticket-console', component: 'ticket-console' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) =>
    show('ticket-console', args, {
      height: '800px',
      hub: consoleHub,
      then: (element, hub) => followChoice(element, hub, showing.language),
      ...showing,
    }),
});
const dark = { theme: 'dark' };

const opened: Showing = { hub: (language) => consoleHub(language, 1) };

export const NoTicket = story();
export const Ticket = story(opened);
export const Width1440 = story({ ...opened, width: '1440px' });
export const Width1024 = story({ ...opened, width: '1024px' });
export const Width640 = story({ width: '640px' });
export const Width640Ticket = story({ ...opened, width: '640px' });
export const Narrow = story({ width: '320px', height: '640px' });
export const NarrowTicket = story({ ...opened, width: '320px', height: '640px' });
export const Stale = story({ set: (hub) => hub.session.$connection.set('stale') });
export const Offline = story({ ...opened, set: (hub) => hub.session.$connection.set('offline') });
export const SignedOut = story({ ...opened, set: (hub) => hub.session.$connection.set('signed-out') });
export const Dark = story(opened, dark);
export const RightToLeft = story({ ...opened, rightToLeft: true });
export const Japanese = story({ ...opened, language: 'ja' });
export const English = story({ ...opened, language: 'en' });
