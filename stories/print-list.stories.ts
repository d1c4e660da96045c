import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { DeskError } from '../src/base/desk-error.js';
import '../src/elements/print-list/define.js';
import type { PrintList } from '../src/elements/print-list/print-list.js';
import type { Language, TicketRow } from '../src/domain/types.js';
import { windowOf, type FakeHub } from '../test/support/fake-hub.js';
import { sampleRows } from './support/sample-tickets.js';
import { sampleHub } from './support/samples.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/print-list', component: 'print-list' };
export default meta;

const dark = { theme: 'dark' };

function hubOf(count: number, total = count, rows?: (all: TicketRow[]) => Promise<readonly TicketRow[]>) {
  return (language: Language): FakeHub => {
    const hub = sampleHub(language);
    const all = sampleRows(count, language);
    hub.tickets.$window.set(windowOf(all.slice(0, 50), { total }));
    const where = { status: ['processing', 'pending'], created: { from: '-7d' } };
    hub.tickets.$query.set({ view: 'all', q: '환불', where, sort: 'updatedAt', descending: true });
    hub.lists.rows = () => rows?.(all) ?? Promise.resolve(all);
    return hub;
  };
}

/** The browser's own dialog would stop the story. */
const open = async (element: HTMLElement): Promise<void> => {
  await (element as PrintList).show();
  const view = element.shadowRoot?.querySelector('iframe')?.contentWindow;
  if (view) view.print = () => undefined;
};

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('print-list', args, { height: '760px', hub: hubOf(40), then: open, ...showing }),
});

export const Ready = story();
export const FirstThousand = story({ hub: hubOf(1_000, 18_530) });
export const Loading = story({ hub: hubOf(40, 40, () => new Promise(() => undefined)) });
export const Failed = story({ hub: hubOf(40, 40, () => Promise.reject(new DeskError('offline', ''))) });
export const Empty = story({ hub: hubOf(0) });
export const Dark = story({}, dark);
export const Narrow = story({ width: '320px' });
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja' });
export const English = story({ language: 'en' });
