import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/info-search/define.js';
import { DeskError } from '../src/base/desk-error.js';
import type { InfoOutcome } from '../src/domain/customer-info.js';
import type { InfoSearch } from '../src/elements/info-search/info-search.js';
import { infoHub, sampleInfo } from './support/customer-info.js';
import { sampleHub } from './support/samples.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/info-search', component: 'info-search' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('info-search', args, { height: '640px', hub: infoHub, then: lookUp, ...showing }),
});
const dark = { theme: 'dark' };
const outcome = (name: InfoOutcome): Showing => ({
  hub: (language) =>
    infoHub(language, () => Promise.resolve(sampleInfo(language, { outcome: name, items: [], tickets: [] }))),
});

export const Form = story({ then: open });
export const Found = story();
export const PutIn = story({
  then: async (element) => {
    await lookUp(element);
    element.shadowRoot?.querySelector<HTMLElement>('.all > .button')?.click();
  },
});
export const None = story(outcome('none'));
export const Denied = story(outcome('denied'));
export const Unreachable = story(outcome('unreachable'));
export const Failed = story(outcome('failed'));
export const NoAnswer = story({
  hub: (language) => infoHub(language, () => Promise.reject(new DeskError('timeout', ''))),
});
export const NoTicket = story({ set: (hub) => hub.tickets.$current.set({ status: 'idle' }), then: open });
export const NotSetUp = story({ hub: sampleHub, then: open });
export const Problems = story({
  set: (hub) => hub.tickets.$current.set({ status: 'idle' }),
});
export const Dark = story({}, dark);
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja' });
export const English = story({ language: 'en' });

function open(element: HTMLElement): Promise<void> {
  return (element as InfoSearch).show();
}

async function lookUp(element: HTMLElement): Promise<void> {
  await open(element);
  element.shadowRoot?.querySelector<HTMLElement>('[type=submit]')?.click();
  await new Promise((done) => setTimeout(done, 50));
  await (element as InfoSearch).updateComplete;
}
