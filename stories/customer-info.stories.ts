import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/customer-info/define.js';
import type { DeskError } from '../src/base/desk-error.js';
import type { InfoOutcome } from '../src/domain/customer-info.js';
import type { Language } from '../src/domain/types.js';
import { infoHub, infoSettings, sampleInfo } from './support/customer-info.js';
import { sampleTicket } from './support/sample-tickets.js';
import { ready, sampleHub } from './support/samples.js';
import { show, type Showing } from './support/show.js';
import { ofCall, states, type Panel } from './support/states.js';

const meta: Meta = { title: 'Elements/customer-info', component: 'customer-info' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('customer-info', args, { width: '360px', height: '560px', hub: infoHub, ...showing }),
});
const told = (name: InfoOutcome) => (language: Language) =>
  sampleInfo(language, { outcome: name, items: [], tickets: [] });
/** What the call to the server becomes. */
const call: Panel = {
  ...ofCall(infoHub, told('none'), ({ infoSearch }) => infoSearch),
  says: (kind, { errors }, { infoSearch, customerInfoPanel: words }) =>
    ({
      empty: [infoSearch.none, words.noneSense],
      loading: [infoSearch.running],
      failed: [errors.offline, words.later],
      denied: [errors.denied, words.askRight],
    })[kind],
  again: ({ customerInfoPanel }) => customerInfoPanel.again,
};
/** What the service's own link answers. */
const link: Panel = {
  ...call,
  ...ofCall(
    (language, answer) =>
      infoHub(language, () =>
        answer().catch(({ kind }: DeskError) => told(kind === 'denied' ? 'denied' : 'unreachable')(language)),
      ),
    told('none'),
    ({ infoSearch }) => infoSearch,
  ),
  says: (kind, texts, more) => {
    const { infoSearch, customerInfoPanel: words } = more;
    if (kind === 'failed') return [infoSearch.unreachable, words.later];
    return kind === 'denied' ? [infoSearch.denied, infoSearch.deniedSense] : call.says(kind, texts, more);
  },
  isLinkDenied: true,
};

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
export const ByAgent = story({ set: (hub) => hub.session.$settings.set(ready(infoSettings('ko', []))) });
export const States = states('customer-info', call);
export const LinkStates = states('customer-info', link);
export const Failed = story({ hub: (language) => infoHub(language, () => Promise.resolve(told('failed')(language))) });
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
