import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/forward-dialog/define.js';
import { DeskError } from '../src/base/desk-error.js';
import type { ForwardDialog } from '../src/elements/forward-dialog/forward-dialog.js';
import { ready, sampleSession, sampleSettings } from './support/samples.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/forward-dialog', component: 'forward-dialog' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('forward-dialog', args, { height: '480px', then: open, ...showing }),
});
const dark = { theme: 'dark' };

export const Choice = story();
export const NobodyThere = story({
  set: (hub) => hub.session.$settings.set(ready({ ...sampleSettings(), groups: sampleSettings().groups.slice(2) })),
});
export const NoGroups = story({
  set: (hub) => hub.session.$settings.set(ready({ ...sampleSettings(), groups: [] })),
});
export const WithoutPermission = story({
  set: (hub) => {
    const { agent, ...session } = sampleSession();
    const permissions = { ...agent.permissions, forward: false };
    hub.session.$session.set(ready({ ...session, agent: { ...agent, permissions } }));
  },
});
export const NobodyChosen = story({
  then: async (element) => {
    await open(element);
    element.shadowRoot?.querySelector<HTMLButtonElement>('[type=submit]')?.click();
  },
});
export const Loading = story({ set: (hub) => hub.session.$settings.set({ status: 'loading' }) });
export const Failed = story({
  set: (hub) => hub.session.$settings.set({ status: 'failed', error: new DeskError('server', '') }),
});
export const Dark = story({}, dark);
export const Narrow = story({ width: '320px' });
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja' });
export const English = story({ language: 'en' });

function open(element: HTMLElement): Promise<void> {
  return (element as ForwardDialog).show('T1');
}
