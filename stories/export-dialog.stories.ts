import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { DeskError } from '../src/base/desk-error.js';
import '../src/elements/export-dialog/define.js';
import type { ExportDialog } from '../src/elements/export-dialog/export-dialog.js';
import { ExportRequest } from '../src/events/requests.js';
import { windowOf, type FakeHub } from '../test/support/fake-hub.js';
import type { Language } from '../src/domain/types.js';
import { sampleRows } from './support/sample-tickets.js';
import { ready, sampleHub, sampleSession } from './support/samples.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/export-dialog', component: 'export-dialog' };
export default meta;

const dark = { theme: 'dark' };

function hubOf(total: number, mayExport = true): (language: Language) => FakeHub {
  return (language) => {
    const hub = sampleHub(language);
    const { agent, ...session } = sampleSession(language);
    const permissions = { ...agent.permissions, export: mayExport };
    hub.session.$session.set(ready({ ...session, agent: { ...agent, permissions } }));
    hub.tickets.$window.set(windowOf(sampleRows(Math.min(total, 50), language), { total }));
    return hub;
  };
}

const open = (element: HTMLElement): Promise<void> => (element as ExportDialog).show();
const submit = (element: HTMLElement): void =>
  element.shadowRoot?.querySelector<HTMLButtonElement>('[type=submit]')?.click();

async function fill(element: HTMLElement): Promise<void> {
  await open(element);
  const field = element.shadowRoot?.querySelector<HTMLInputElement>('.reason');
  if (!field) return;
  field.value = '주간 보고 작성';
  field.dispatchEvent(new Event('input'));
}

/** Answers the request as a hub does: it runs, and then it is over, refused, or runs on. */
const answered = (how: 'running' | 'failed' | 'done') => async (element: HTMLElement, hub: FakeHub) => {
  element.addEventListener(ExportRequest.type, (event) => {
    const task = { id: (event as ExportRequest).id, ticketId: '', action: 'export' } as const;
    queueMicrotask(() => {
      hub.work.$tasks.set([{ ...task, state: 'running' }]);
      if (how === 'done') hub.work.$tasks.set([]);
      if (how === 'failed') hub.work.$tasks.set([{ ...task, state: 'failed', error: new DeskError('server', '') }]);
    });
  });
  await fill(element);
  submit(element);
};

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('export-dialog', args, { height: '640px', hub: hubOf(1_204), then: open, ...showing }),
});

export const Choice = story();
export const Filled = story({ then: fill });
export const ReasonMissing = story({
  then: async (element) => {
    await open(element);
    submit(element);
  },
});
export const Running = story({ then: answered('running') });
export const Done = story({ then: answered('done') });
export const Refused = story({ then: answered('failed') });
export const TooMany = story({ hub: hubOf(128_000) });
export const Nothing = story({ hub: hubOf(0) });
export const WithoutPermission = story({ hub: hubOf(12, false) });
export const Dark = story({ then: fill }, dark);
export const Narrow = story({ width: '320px' });
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja' });
export const English = story({ language: 'en' });
