import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/ticket-history/define.js';
import { known } from '../src/base/known.js';
import { bodyNotes, type Language } from '../src/domain/types.js';
import type { FakeHub } from '../test/support/fake-hub.js';
import { anEntry } from '../test/support/open-ticket.js';
import { closedHub, emptyHub, inBox, openHub, type TicketStoryArgs } from './support/open-ticket.js';

const meta: Meta<TicketStoryArgs> = {
  component: 'ticket-history',
  title: 'Elements/ticket-history',
  render: (args) => inBox(args, html`<ticket-history></ticket-history>`),
};
export default meta;

type Story = StoryObj<TicketStoryArgs>;

/** Every state that the mail of an answer can be in. */
function mails(): FakeHub {
  const hub = openHub();
  const author = { role: 'agent', usercode: 'agent1', name: '김상담' } as const;
  const states = ['queued', 'sent', 'failed', 'withdrawn'] as const;
  const history = states.map((state, index) =>
    anEntry(index + 1, {
      kind: 'reply',
      author,
      html: '<p>안내해 드린 대로 처리했습니다.</p>',
      mail: {
        mailId: String(index).repeat(32),
        to: 'minji.park@example.com',
        state,
        until: null,
        answer: state === 'failed' ? '550 5.1.1 <minji.park@example.com>: Recipient address rejected' : null,
      },
    }),
  );
  hub.tickets.$history.set({ status: 'ready', value: history });
  return hub;
}

/** A mail that says how it is shown. */
function notes(): FakeHub {
  const hub = openHub();
  hub.tickets.$history.set({ status: 'ready', value: [anEntry(1, { notes: bodyNotes })] });
  return hub;
}

/** A mail with colours of its own, which lies on paper in dark surroundings. */
function coloured(): FakeHub {
  const hub = openHub();
  const html =
    '<table bgcolor="#ffffff"><tbody><tr><td><font color="#1a1a1a">명세서를 확인해 주세요.</font></td></tr></tbody></table>';
  hub.tickets.$history.set({ status: 'ready', value: [anEntry(1, { html })] });
  return hub;
}

/** Five hundred entries; the newest is in view. */
function long(): FakeHub {
  const hub = openHub();
  const history = Array.from({ length: 500 }, (_, index) =>
    anEntry(index + 1, { html: `<p>${index + 1}번째 글입니다. ${'확인 부탁드립니다. '.repeat(index % 12)}</p>` }),
  );
  hub.tickets.$history.set({ status: 'ready', value: history });
  return hub;
}

export const Course: Story = { args: { hub: openHub() } };
export const NothingChosen: Story = { args: { hub: emptyHub() } };
export const Loading: Story = { args: { hub: closedHub() } };
export const Failed: Story = { args: { hub: closedHub('timeout') } };
export const Denied: Story = { args: { hub: closedHub('denied') } };
export const MailStates: Story = { args: { hub: mails() } };
export const Notes: Story = { args: { hub: notes() } };
export const FiveHundredEntries: Story = { args: { hub: long() } };
/** Issue management finished the ticket, and its answer stands here. */
function answered(language: Language = 'ko'): FakeHub {
  const hub = openHub({ status: 'issue_answered' }, language);
  const said = {
    ko: ['정이슈 · 이슈 관리', '카드사에 다시 접수했고 11월 23일에 환불됩니다.'],
    ja: ['井手 · イシュー管理', 'カード会社に再受付し、11月23日に返金されます。'],
    en: ['Ida Issue · Issue Management', 'Handed in again; the refund arrives on 23 November.'],
  } as const;
  const [name, text] = said[language];
  const entry = anEntry(9, {
    kind: 'issue',
    author: { role: 'agent', usercode: null, name },
    html: `<p>${text}</p>`,
    values: { resolution: 'internal', reason: 'phone' },
  });
  const before = hub.tickets.$history.get();
  hub.tickets.$history.set({ status: 'ready', value: [...(known(before) ?? []), entry] });
  return hub;
}
export const IssueAnswer: Story = { args: { hub: answered() } };
export const IssueAnswerJapaneseDark: Story = { args: { hub: answered('ja') }, parameters: { theme: 'dark' } };
export const IssueAnswerEnglish: Story = { args: { hub: answered('en') } };
export const DarkColouredMail: Story = { args: { hub: coloured() }, parameters: { theme: 'dark' } };
export const Dark: Story = { args: { hub: openHub() }, parameters: { theme: 'dark' } };
export const RightToLeft: Story = { args: { hub: openHub(), dir: 'rtl' } };
export const Narrow: Story = { args: { hub: openHub(), width: 320 } };
export const Japanese: Story = { args: { hub: openHub({}, 'ja') } };
export const English: Story = { args: { hub: openHub({}, 'en') } };
