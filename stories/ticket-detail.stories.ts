import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/ticket-detail/define.js';
import { closedHub, emptyHub, inBox, openHub, withTask, type TicketStoryArgs } from './support/open-ticket.js';

const meta: Meta<TicketStoryArgs> = {
  component: 'ticket-detail',
  title: 'Elements/ticket-detail',
  render: (args) => inBox(args, html`<ticket-detail></ticket-detail>`),
};
export default meta;

type Story = StoryObj<TicketStoryArgs>;

export const MyTicket: Story = { args: { hub: openHub() } };
export const NothingChosen: Story = { args: { hub: emptyHub() } };
export const Loading: Story = { args: { hub: closedHub() } };
export const Failed: Story = { args: { hub: closedHub('timeout') } };
export const Denied: Story = { args: { hub: closedHub('denied') } };
export const Unassigned: Story = {
  args: {
    hub: openHub({
      status: 'unassigned',
      assignee: null,
      actions: ['claim', 'forward', 'comment', 'internal', 'star', 'edit'],
    }),
  },
};
export const Resolved: Story = {
  args: {
    hub: openHub({
      status: 'resolved',
      resolution: 'customer',
      starred: true,
      actions: ['comment', 'complete', 'star', 'edit'],
    }),
  },
};
export const Spam: Story = {
  args: { hub: openHub({ spam: true, status: 'resolved', actions: ['comment', 'restore', 'delete', 'star'] }) },
};
export const UnknownCustomer: Story = { args: { hub: openHub({ customer: null }) } };
export const Refused: Story = { args: { hub: withTask(openHub(), 'priority', 'conflict') } };
export const Dark: Story = { args: { hub: openHub() }, parameters: { theme: 'dark' } };
export const RightToLeft: Story = { args: { hub: openHub(), dir: 'rtl' } };
export const Narrow: Story = { args: { hub: openHub(), width: 320 } };
export const Japanese: Story = { args: { hub: openHub({}, 'ja') } };
export const English: Story = { args: { hub: openHub({}, 'en') } };
