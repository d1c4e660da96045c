import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/elements/reply-composer/define.js';
import type { DraftState } from '../src/base/hub-context.js';
import { findPersonalData } from '../src/domain/personal-data.js';
import type { Draft, Language } from '../src/domain/types.js';
import { textToHtml } from '../src/util/text-html.js';
import type { FakeHub } from '../test/support/fake-hub.js';
import { aSession, aTicket, now, someSettings } from '../test/support/open-ticket.js';
import { inBox, openHub, withTask, type TicketStoryArgs } from './support/open-ticket.js';
import { doorayHub, doorayTicket } from './support/sample-dooray.js';

const meta: Meta<TicketStoryArgs> = {
  component: 'reply-composer',
  title: 'Elements/reply-composer',
  render: (args) => inBox(args, html`<reply-composer></reply-composer>`),
};
export default meta;

type Story = StoryObj<TicketStoryArgs>;

/** A hub with a draft in one of its states. */
function drafted(state: DraftState['state']): FakeHub {
  const hub = openHub();
  const draft = (text: string, seq: number): Draft => ({
    html: textToHtml(text),
    seq,
    action: 'hold',
    values: {},
    updatedAt: now,
  });
  hub.tickets.$draft.set({
    ticketId: aTicket().ticketId,
    state,
    draft: draft('안녕하세요, 박민지 고객님.\n\n확인하고 있습니다.', 1),
    other: state === 'conflict' ? draft('다른 창에서 쓴 글입니다.', 2) : undefined,
  });
  return hub;
}

/** A draft with personal data in it, and what was decided about it. */
function personal(values: Draft['values'] = {}, language: Language = 'ko'): FakeHub {
  const hub = openHub({}, language);
  const text = '등록하신 카드 4111 1111 1111 1111, 연락처 010-2345-6789, park@example.com 으로 확인했습니다.';
  const draft: Draft = { html: textToHtml(text), seq: 1, action: null, values, updatedAt: now };
  hub.tickets.$draft.set({ ticketId: aTicket().ticketId, state: 'kept', draft });
  Object.assign(hub.masks, { find: (words: string) => Promise.resolve(findPersonalData(words)) });
  return hub;
}

/** Each kind has a line; what was decided stays decided for the draft. */
const hasLines: Story['play'] = ({ canvasElement }) =>
  waitFor(
    () => expect(canvasElement.querySelector('reply-composer')?.shadowRoot?.querySelector('.own-copy')).toBeTruthy(),
    {
      timeout: 5_000,
    },
  );

export const PersonalData: Story = { args: { hub: personal() }, play: hasLines };
export const PersonalDataDecided: Story = {
  args: { hub: personal({ maskCopy: ['card'], keepCopy: ['email'] }) },
  play: hasLines,
};
export const PersonalDataJapanese: Story = { args: { hub: personal({}, 'ja') }, play: hasLines };
export const PersonalDataNarrow: Story = {
  args: { hub: personal({ maskCopy: ['card'] }), width: 320 },
  play: hasLines,
};
export const PersonalDataEnglishDark: Story = {
  args: { hub: personal({ maskCopy: ['card'] }, 'en') },
  parameters: { theme: 'dark' },
  play: hasLines,
};
export const Ready: Story = { args: { hub: openHub() } };
export const Saved: Story = { args: { hub: drafted('kept') } };
export const Saving: Story = { args: { hub: drafted('saving') } };
export const NotSaved: Story = { args: { hub: drafted('unsaved') } };
export const TwoDrafts: Story = { args: { hub: drafted('conflict') } };
export const Running: Story = { args: { hub: withTask(drafted('kept'), 'hold') } };
export const Conflict: Story = { args: { hub: withTask(drafted('kept'), 'hold', 'conflict') } };
export const ForbiddenWord: Story = { args: { hub: withTask(drafted('kept'), 'hold', 'blocked') } };
export const UnknownOutcome: Story = { args: { hub: withTask(drafted('kept'), 'hold', 'timeout') } };
export const NoAddress: Story = {
  args: {
    hub: openHub({ customer: { customerId: 1, usercode: null, name: '전화 고객', email: null, phone: '02-123-4567' } }),
  },
};
export const AssignedToSomebodyElse: Story = {
  args: { hub: openHub({ assignee: { usercode: 'agent2', name: '이상담' }, actions: ['comment', 'star'] }) },
};
export const Unclaimed: Story = {
  args: { hub: openHub({ status: 'unassigned', assignee: null, actions: ['claim', 'comment', 'internal'] }) },
};
export const Spam: Story = { args: { hub: openHub({ spam: true, status: 'resolved', actions: ['comment'] }) } };
/** A hub whose service answers with formats, and a draft that has some. */
function rich(html: string, change: Partial<Draft> = {}, language: Language = 'ko'): FakeHub {
  const hub = openHub({}, language);
  const session = aSession();
  const value = { ...session, service: { ...session.service, editor: 'html' as const } };
  hub.session.$session.set({ status: 'ready', value });
  const words = { ...someSettings(), forbiddenWords: ['무조건'] };
  hub.session.$settings.set({ status: 'ready', value: words });
  const draft: Draft = { html, seq: 1, action: null, values: {}, updatedAt: now, ...change };
  hub.tickets.$draft.set({ ticketId: aTicket().ticketId, state: 'kept', draft });
  return hub;
}

const richText =
  '<p>안녕하세요, <strong>박민지</strong> 고객님.</p><ul><li>취소 전표: <a href="https://desk.example/">확인</a></li>' +
  '<li>환불까지 <em>3일</em></li></ul><blockquote><p>오늘 안에 확인이 될까요?</p></blockquote>' +
  '<table><tr><th>결제</th><th>환불</th></tr><tr><td>11월 18일</td><td>11월 21일</td></tr></table>';
const file = {
  attachmentId: 'e'.repeat(32),
  fileName: '환불 안내.pdf',
  contentType: 'application/pdf',
  size: 48_211,
  inline: false,
};

export const RichText: Story = { args: { hub: rich(richText) } };
export const Attached: Story = { args: { hub: rich(richText, { attachments: [file] }) } };
export const ForbiddenMarked: Story = { args: { hub: rich('<p>무조건 환불해 드립니다. <b>무조건</b>요.</p>') } };
export const RichDark: Story = { args: { hub: rich(richText) }, parameters: { theme: 'dark' } };
export const RichNarrow: Story = { args: { hub: rich(richText, { attachments: [file] }), width: 320 } };
export const RichJapanese: Story = { args: { hub: rich(richText, {}, 'ja') } };
export const RichEnglish: Story = { args: { hub: rich(richText, {}, 'en') } };

/** A ticket at Dooray!, whose comment button comes with the tools. */
const atDooray = (language: Language = 'ko'): FakeHub => {
  const hub = doorayHub(language, doorayTicket(language));
  const draft: Draft = { html: '<p>20261118-0042</p>', seq: 1, action: null, values: {}, updatedAt: now };
  hub.tickets.$draft.set({ ticketId: doorayTicket().ticketId, state: 'kept', draft });
  return hub;
};
const hasComment: Story['play'] = ({ canvasElement }) =>
  waitFor(
    () => {
      const { shadowRoot } = canvasElement.querySelector('reply-composer')!;
      return expect(shadowRoot?.querySelector('[part=dooray-comment]')).toBeTruthy();
    },
    { timeout: 5_000 },
  );

export const DoorayComment: Story = { args: { hub: atDooray() }, play: hasComment };
export const DoorayCommentRunning: Story = {
  args: { hub: withTask(atDooray(), 'dooray_comment') },
  play: hasComment,
};
export const DoorayCommentRefused: Story = {
  args: { hub: withTask(atDooray(), 'dooray_comment', 'offline') },
  play: hasComment,
};
export const DoorayCommentNarrow: Story = { args: { hub: atDooray(), width: 320 }, play: hasComment };
export const DoorayCommentJapanese: Story = { args: { hub: atDooray('ja') }, play: hasComment };
export const DoorayCommentEnglishDark: Story = {
  args: { hub: atDooray('en') },
  parameters: { theme: 'dark' },
  play: hasComment,
};
export const Dark: Story = { args: { hub: openHub() }, parameters: { theme: 'dark' } };
export const RightToLeft: Story = { args: { hub: openHub(), dir: 'rtl' } };
export const Narrow: Story = { args: { hub: openHub(), width: 320 } };
export const Japanese: Story = { args: { hub: openHub({}, 'ja') } };
export const English: Story = { args: { hub: openHub({}, 'en') } };
