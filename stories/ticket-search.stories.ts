import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/ticket-search/define.js';
import type { TicketSearch } from '../src/elements/ticket-search/ticket-search.js';
import { DeskError } from '../src/base/desk-error.js';
import { usualPreferences } from '../src/domain/preferences.js';
import { windowOf } from '../test/support/fake-hub.js';
import { longSearch, searchHub } from './support/sample-search.js';
import { ready } from './support/samples.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/ticket-search', component: 'ticket-search' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('ticket-search', args, { hub: searchHub, ...showing }),
});
const dark = { theme: 'dark' };
const searched = (query = longSearch, total = 1234): Showing => ({
  hub: (language) => searchHub(language, query, total),
});
const every = [
  'status',
  'groups',
  'category',
  'subject',
  'updated',
  'customerId',
  'f.tier',
  'f.order',
  'f.wished',
  'f.booked',
  'f.agreed',
];

export const Open = story();
export const EveryKindOfField = story({
  set: (hub) => hub.preferences.$preferences.set(ready({ ...usualPreferences, conditions: every })),
});
export const ActiveSearch = story(searched());
export const ActiveAndClosed = story({ ...searched(), set: (hub) => hub.tickets.$isSearchOpen.set(false) });
export const OneCondition = story({
  ...searched({ q: '환불' }, 23),
  set: (hub) => hub.tickets.$isSearchOpen.set(false),
});
export const NothingFound = story(searched({ view: 'mine_pending', q: '없는 말' }, 0));
export const Searching = story({
  ...searched({ q: '환불' }),
  set: (hub) => hub.tickets.$window.set(windowOf([], { status: 'loading', total: 0 })),
});
export const Failed = story({
  ...searched({ q: '환불' }),
  set: (hub) =>
    hub.tickets.$window.set(windowOf([], { status: 'failed', total: 0, error: new DeskError('timeout', '') })),
});
export const WrongInput = story({ then: (element) => typeWrong(element) });
export const LoadingConditions = story({ set: (hub) => hub.session.$settings.set({ status: 'loading' }) });
export const ConditionsFailed = story({
  set: (hub) => hub.session.$settings.set({ status: 'failed', error: new DeskError('server', '') }),
});
export const NoConditions = story({
  set: (hub) => hub.preferences.$preferences.set(ready({ ...usualPreferences, conditions: [] })),
});
export const ChoosingValues = story({
  height: '480px',
  then: (element) =>
    element.shadowRoot?.querySelector('choice-picker')?.shadowRoot?.querySelector<HTMLElement>('#button')?.click(),
});
export const Dark = story(searched(), dark);
export const Narrow = story({ ...searched(), width: '320px' });
export const RightToLeft = story({ ...searched(), rightToLeft: true });
export const Japanese = story({ ...searched({ ...longSearch, q: '返金' }), language: 'ja' });
export const English = story({ ...searched({ ...longSearch, q: 'refund' }), language: 'en' });

/** One letter, and a period of creation of ten months. */
async function typeWrong(element: HTMLElement): Promise<void> {
  const field = (name: string) => element.shadowRoot?.querySelector<HTMLInputElement>(name);
  const write = (name: string, value: string, event: string): void => {
    const input = field(name);
    if (!input) return;
    input.value = value;
    input.dispatchEvent(new Event(event));
  };
  write('#field-q', '환', 'input');
  write('#field-created', 'custom', 'change');
  await (element as TicketSearch).updateComplete;
  write('.moment', '2026-01-05', 'change');
  field('.buttons .primary')?.click();
}
