import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/inquiry-history/define.js';
import { DeskError } from '../src/base/desk-error.js';
import { relatedHub, sampleRelated } from './support/related.js';
import { sampleTicket } from './support/sample-tickets.js';
import { ready } from './support/samples.js';
import { press, show, type Showing } from './support/show.js';
import { ofCall, states } from './support/states.js';

const meta: Meta = { title: 'Elements/inquiry-history', component: 'inquiry-history' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('inquiry-history', args, { width: '320px', height: '620px', hub: relatedHub, ...showing }),
});
const card: Showing = { then: (element) => press(element, '.line') };

export const Tickets = story();
export const Card = story(card);
export const More = story({
  hub: (language) => relatedHub(language, () => Promise.resolve(sampleRelated(language, { next: '2', total: 41 }))),
});
export const States = states(
  'inquiry-history',
  ofCall(
    relatedHub,
    () => ({ tickets: [], next: null, total: 0 }),
    ({ inquiryHistory }) => inquiryHistory,
  ),
);
export const NoCustomer = story({
  set: (hub) => hub.tickets.$current.set(ready({ ...sampleTicket('ko', 1), customer: null })),
});
export const NoTicket = story({ set: (hub) => hub.tickets.$current.set({ status: 'idle' }) });
export const CardFailed = story({
  ...card,
  hub: (language) => relatedHub(language, undefined, () => Promise.reject(new DeskError('timeout', ''))),
});
export const Dark = story(card, { theme: 'dark' });
export const Narrow = story({ ...card, width: '240px' });
export const RightToLeft = story({ ...card, rightToLeft: true });
export const Japanese = story({ ...card, language: 'ja' });
export const English = story({ ...card, language: 'en' });
