import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/ticket-events/define.js';
import type { TicketEvents } from '../src/elements/ticket-events/ticket-events.js';
import { answerHub } from './support/sample-answers.js';
import { sampleEvents } from './support/sample-events.js';
import { show, type Showing } from './support/show.js';
import { ofStore, states } from './support/states.js';

const meta: Meta = { title: 'Elements/ticket-events', component: 'ticket-events' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) =>
    show('ticket-events', args, {
      width: '420px',
      height: '560px',
      hub: answerHub,
      set: (hub) => hub.tickets.$events.set({ status: 'ready', value: sampleEvents() }),
      ...showing,
    }),
});
const dark = { theme: 'dark' };

export const Events = story();
export const Layer = story({ height: '760px', then: (element) => (element as TicketEvents).show() });
export const NoTicket = story({ set: () => undefined });
export const States = states(
  'ticket-events',
  ofStore(
    answerHub,
    (hub) => hub.tickets.$events,
    () => [],
    ({ ticketEvents }) => ticketEvents,
  ),
);
export const Dark = story({}, dark);
export const Narrow = story({ width: '280px' });
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja' });
export const English = story({ language: 'en' });
