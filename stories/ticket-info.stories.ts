import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/ticket-info/define.js';
import { now } from '../test/support/open-ticket.js';
import { doorayTransfer, issueTransfer, originTicket, sampleGuidance } from './support/sample-dooray.js';
import { closedHub, emptyHub, inBox, openHub, type TicketStoryArgs } from './support/open-ticket.js';

const meta: Meta<TicketStoryArgs> = {
  component: 'ticket-info',
  title: 'Elements/ticket-info',
  render: (args) => inBox(args, html`<ticket-info></ticket-info>`),
};
export default meta;

type Story = StoryObj<TicketStoryArgs>;

export const Processing: Story = { args: { hub: openHub() } };
export const NothingChosen: Story = { args: { hub: emptyHub() } };
export const Loading: Story = { args: { hub: closedHub() } };
export const Failed: Story = { args: { hub: closedHub('timeout') } };
export const Denied: Story = { args: { hub: closedHub('denied') } };
export const ResolvedInternally: Story = {
  args: { hub: openHub({ status: 'resolved', resolution: 'internal', reason: 'duplicate' }) },
};
export const WithDooray: Story = {
  args: {
    hub: openHub({
      status: 'dooray_in_progress',
      transfer: {
        kind: 'dooray',
        linkedId: null,
        taskId: '3845123456789012345',
        to: '데스크파츠 / 운영',
        url: 'https://deskparts.dooray.com/task/to/3845123456789012345',
        state: 'sent',
        problem: null,
        at: now,
        by: { usercode: 'agent2', name: '이상담' },
      },
    }),
  },
};
/** Where a ticket was transferred to stands among all facts. */
const unfold: Story['play'] = ({ canvasElement }) =>
  canvasElement.querySelector('ticket-info')?.shadowRoot?.querySelector<HTMLElement>('.fold')?.click();
export const DoorayFacts: Story = { args: { hub: openHub({ transfer: doorayTransfer() }) }, play: unfold };
export const TransferFailed: Story = {
  args: { hub: openHub({ transfer: doorayTransfer('ko', { state: 'failed', url: null, taskId: null }) }) },
  play: unfold,
};
export const Guidance: Story = {
  args: { hub: openHub({ status: 'issue_transferred', transfer: issueTransfer(), guidance: sampleGuidance() }) },
  play: unfold,
};
export const CameByTransfer: Story = {
  args: { hub: openHub({ channel: 'issue', customer: null, origin: originTicket().origin }) },
  play: unfold,
};
export const DoorayFactsNarrow: Story = {
  args: { hub: openHub({ transfer: doorayTransfer() }), width: 320 },
  play: unfold,
};
export const DoorayFactsJapanese: Story = {
  args: { hub: openHub({ transfer: doorayTransfer('ja') }, 'ja') },
  play: unfold,
};
export const DoorayFactsEnglishDark: Story = {
  args: { hub: openHub({ transfer: doorayTransfer('en') }, 'en') },
  parameters: { theme: 'dark' },
  play: unfold,
};
export const Spam: Story = {
  args: { hub: openHub({ spam: true, status: 'resolved', resolution: 'internal', reason: 'spam', priority: 'low' }) },
};
export const Unassigned: Story = {
  args: { hub: openHub({ status: 'unassigned', assignee: null, group: null, priority: 'urgent' }) },
};
export const LongSubject: Story = {
  args: { hub: openHub({ subject: '<b>굵게</b> ' + '아주 긴 제목이 이어집니다. '.repeat(20) }) },
};
export const Dark: Story = { args: { hub: openHub() }, parameters: { theme: 'dark' } };
export const RightToLeft: Story = { args: { hub: openHub(), dir: 'rtl' } };
export const Narrow: Story = { args: { hub: openHub(), width: 320 } };
export const Japanese: Story = { args: { hub: openHub({}, 'ja') } };
export const English: Story = { args: { hub: openHub({}, 'en') } };
