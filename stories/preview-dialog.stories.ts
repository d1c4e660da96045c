import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/preview-dialog/define.js';
import { DeskError } from '../src/base/desk-error.js';
import type { PreviewDialog } from '../src/elements/preview-dialog/preview-dialog.js';
import { aTicket } from '../test/support/open-ticket.js';
import { answerHub, blockedPreview, samplePreview } from './support/sample-answers.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/preview-dialog', component: 'preview-dialog' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('preview-dialog', args, { height: '760px', hub: answerHub, then: open, ...showing }),
});
const dark = { theme: 'dark' };
const offline = (): Promise<never> => Promise.reject(new DeskError('offline', ''));

function open(element: HTMLElement): Promise<void> {
  return (element as PreviewDialog).show({ ticketId: aTicket().ticketId, action: 'resolve', html: '<p></p>' });
}

export const Mail = story();
export const Blocked = story({
  set: (hub) => Object.assign(hub.answers, { preview: () => Promise.resolve(blockedPreview()) }),
});
export const NoAddress = story({
  set: (hub) => {
    const preview = samplePreview('ko', { mail: null, why: 'no_address' });
    Object.assign(hub.answers, { preview: () => Promise.resolve(preview) });
  },
});
export const Loading = story({
  set: (hub) => Object.assign(hub.answers, { preview: () => new Promise(() => undefined) }),
});
export const Failed = story({ set: (hub) => Object.assign(hub.answers, { preview: offline }) });
export const Dark = story({}, dark);
export const Narrow = story({ width: '320px' });
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja' });
export const English = story({ language: 'en' });
