import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/access-log/define.js';
import { DeskError } from '../src/base/desk-error.js';
import type { AccessLog } from '../src/elements/access-log/access-log.js';
import { auditHub } from './support/sample-audit.js';
import { press, show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/access-log', component: 'access-log' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('access-log', args, { height: '720px', hub: (language) => auditHub(language), ...showing }),
});
const dark = { theme: 'dark' };
const page =
  (answer: () => Promise<never>): Showing['set'] =>
  (hub) =>
    Object.assign(hub.audit, { page: answer });

export const Lines = story();
export const MoreLines = story({ hub: (language) => auditHub(language, { next: 'x', total: null }) });
export const Layer = story({ then: (element) => (element as AccessLog).show() });
export const Export = story({ then: (element) => press(element, '.export-open') });
export const ReasonMissing = story({
  then: async (element) => {
    await press(element, '.export-open');
    await press(element, '.export [type=submit]');
  },
});
export const WrongPeriod = story({
  then: async (element) => {
    for (const [name, day] of [
      ['from', '2026-11-22'],
      ['to', '2026-11-01'],
    ]) {
      const input = element.shadowRoot!.querySelector<HTMLInputElement>(`[name=${name}]`)!;
      input.value = day!;
      input.dispatchEvent(new Event('input'));
    }
    await press(element, '.filter [type=submit]');
  },
});
export const Empty = story({ hub: (language) => auditHub(language, { records: [] }) });
export const Loading = story({ set: page(() => new Promise(() => undefined)) });
export const Failed = story({ set: page(() => Promise.reject(new DeskError('offline', ''))) });
export const Denied = story({ hub: (language) => auditHub(language, {}, false) });
export const Dark = story({}, dark);
export const ExportDark = story({ then: (element) => press(element, '.export-open') }, dark);
export const Middle = story({ width: '640px' });
export const Narrow = story({ width: '320px' });
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja' });
export const English = story({ language: 'en' });
