import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/customer-info/define.js';
import { DeskError } from '../src/base/desk-error.js';
import type { InfoOutcome } from '../src/domain/customer-info.js';
import { infoHub, sampleInfo } from './support/customer-info.js';
import { sampleTicket } from './support/sample-tickets.js';
import { ready, sampleHub } from './support/samples.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/customer-info', component: 'customer-info' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('customer-info', args, { width: '360px', height: '560px', hub: infoHub, ...showing }),
});
const outcome = (name: InfoOutcome): Showing => ({
  hub: (language) =>
    infoHub(language, () => Promise.resolve(sampleInfo(language, { outcome: name, items: [], tickets: [] }))),
});
const refused = (kind: DeskError['kind']): Showing => ({
  hub: (language) => infoHub(language, () => Promise.reject(new DeskError(kind, ''))),
});

export const Found = story();
export const NoOtherTickets = story({
  hub: (language) => infoHub(language, () => Promise.resolve(sampleInfo(language, { tickets: [] }))),
});
export const Card = story({
  hub: (language) =>
    infoHub(language, () => {
      const [name, mail, , grade, sum] = sampleInfo(language).items;
      const items = [
        { ...name!, shape: 'text' as const },
        { ...grade!, shape: 'badge' as const },
        { ...sum!, value: '', shape: 'divider' as const },
        { ...sum!, value: 'https://shop.example/members/88', shape: 'link' as const },
        { ...mail!, shape: 'copy' as const },
      ];
      return Promise.resolve(sampleInfo(language, { items, tickets: [] }));
    }),
});
export const None = story(outcome('none'));
export const Denied = story(outcome('denied'));
export const Unreachable = story(outcome('unreachable'));
export const Failed = story(outcome('failed'));
export const NoAnswer = story(refused('timeout'));
export const NoRight = story(refused('denied'));
export const Loading = story({ hub: (language) => infoHub(language, () => new Promise(() => undefined)) });
export const NoTicket = story({ set: (hub) => hub.tickets.$current.set({ status: 'idle' }) });
export const NothingToAsk = story({
  set: (hub) => hub.tickets.$current.set(ready({ ...sampleTicket('ko', 1), customer: null })),
});
export const NotSetUp = story({ hub: sampleHub });
export const Changed = story({
  then: (_, hub) => {
    const ticket = sampleTicket('ko', 1);
    hub.tickets.$current.set(ready({ ...ticket, customer: { ...ticket.customer!, email: 'changed@example.com' } }));
  },
});
export const Dark = story({}, { theme: 'dark' });
export const Narrow = story({ width: '240px' });
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja' });
export const English = story({ language: 'en' });
