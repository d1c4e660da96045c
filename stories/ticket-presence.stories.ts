import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/ticket-presence/define.js';
import type { Viewer } from '../src/domain/presence.js';
import { aTicket } from '../test/support/open-ticket.js';
import { press, show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/ticket-presence', component: 'ticket-presence' };
export default meta;

const story = (viewers: readonly Viewer[], showing: Showing = {}): StoryObj => ({
  render: (args) =>
    show('ticket-presence', args, {
      width: '320px',
      set: (hub) => {
        hub.tickets.$currentId.set(aTicket().ticketId);
        hub.presence.$viewers.set(new Map([[aTicket().ticketId, viewers]]));
      },
      ...showing,
    }),
});
const one: Viewer = { usercode: 'agent2', name: '김민지', typing: false };
const other: Viewer = { usercode: 'agent3', name: '佐藤 葵', typing: true };

export const Nobody = story([]);
export const Viewing = story([one]);
export const Writing = story([one, other]);
export const All = story([one, other], { height: '160px', then: (element) => press(element, '.who') });
export const Narrow = story([one, other], { width: '40px' });
export const Japanese = story([one, other], { language: 'ja' });
export const English = story([one, other], { language: 'en' });
export const Dark: StoryObj = { ...story([one, other]), parameters: { theme: 'dark' } };
export const RightToLeft = story([one, other], { rightToLeft: true });
