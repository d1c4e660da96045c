import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/draft-versions/define.js';
import { DeskError } from '../src/base/desk-error.js';
import type { DraftVersions } from '../src/elements/draft-versions/draft-versions.js';
import { aTicket } from '../test/support/open-ticket.js';
import { answerHub } from './support/sample-answers.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/draft-versions', component: 'draft-versions' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('draft-versions', args, { height: '760px', hub: answerHub, then: open, ...showing }),
});
const dark = { theme: 'dark' };
const offline = (): Promise<never> => Promise.reject(new DeskError('offline', ''));

function open(element: HTMLElement): Promise<void> {
  return (element as DraftVersions).show(aTicket().ticketId);
}

export const Versions = story();
export const Empty = story({ set: (hub) => Object.assign(hub.answers, { versions: () => Promise.resolve([]) }) });
export const Failed = story({ set: (hub) => Object.assign(hub.answers, { versions: offline }) });
export const Dark = story({}, dark);
export const Narrow = story({ width: '320px' });
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja' });
export const English = story({ language: 'en' });
