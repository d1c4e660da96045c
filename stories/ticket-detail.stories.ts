import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { known } from '../src/base/known.js';
import '../src/elements/ticket-detail/define.js';
import type { FakeHub } from '../test/support/fake-hub.js';
import { closedHub, emptyHub, inBox, openHub, withTask, type TicketStoryArgs } from './support/open-ticket.js';
import { ready } from './support/samples.js';

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
function withoutTargets(): FakeHub {
  const hub = openHub({ actions: ['forward', 'comment', 'transfer_dooray', 'star', 'edit'] });
  const session = known(hub.session.$session.get());
  if (session)
    hub.session.$session.set(ready({ ...session, capabilities: { ...session.capabilities, issueTransfer: false } }));
  return hub;
}
const openMenu: Story['play'] = ({ canvasElement }) => {
  const detail = canvasElement.querySelector('ticket-detail');
  detail?.shadowRoot?.querySelector<HTMLElement>('[data-action=transfer]')?.click();
};
export const TransferMenu: Story = { args: { hub: openHub() }, play: openMenu };
export const NoTransferTarget: Story = {
  args: { hub: withoutTargets() },
  play: openMenu,
};
export const Dark: Story = { args: { hub: openHub() }, parameters: { theme: 'dark' } };
export const RightToLeft: Story = { args: { hub: openHub(), dir: 'rtl' } };
export const Narrow: Story = { args: { hub: openHub(), width: 320 } };
export const Japanese: Story = { args: { hub: openHub({}, 'ja') } };
export const English: Story = { args: { hub: openHub({}, 'en') } };
