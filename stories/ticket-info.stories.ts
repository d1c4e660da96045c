import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/ticket-info/define.js';
import { now } from '../test/support/open-ticket.js';
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
      transfer: { kind: 'dooray', linkedId: null, taskId: '4012', at: now, by: { usercode: 'agent2', name: '이상담' } },
    }),
  },
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
