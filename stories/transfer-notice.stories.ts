import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/transfer-notice/define.js';
import { DeskError } from '../src/base/desk-error.js';
import type { Language, Ticket } from '../src/domain/types.js';
import { aTicket, now } from '../test/support/open-ticket.js';
import {
  doorayHub,
  doorayTicket,
  doorayTransfer,
  issueTransfer,
  originTicket,
  sampleGuidance,
} from './support/sample-dooray.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/transfer-notice', component: 'transfer-notice' };
export default meta;

const story = (
  ticket: (language: Language) => Ticket,
  showing: Showing = {},
  parameters: Readonly<Record<string, unknown>> = {},
): StoryObj => ({
  parameters,
  render: (args) =>
    show('transfer-notice', args, {
      width: '420px',
      hub: (language) => doorayHub(language, ticket(language)),
      ...showing,
    }),
});
const dark = { theme: 'dark' };

const sending = (language: Language): Ticket =>
  doorayTicket(language, {
    status: 'dooray_transferred',
    transfer: doorayTransfer(language, { state: 'sending', taskId: null, url: null }),
  });
const failed = (language: Language): Ticket =>
  doorayTicket(language, {
    status: 'dooray_transferred',
    transfer: doorayTransfer(language, { state: 'failed', problem: 'mandatory_tags', taskId: null, url: null }),
  });
const guidance = (language: Language): Ticket =>
  aTicket({ status: 'issue_transferred', transfer: issueTransfer(language), guidance: sampleGuidance(language) });
const asked = (language: Language, doneAt: number | null = null): Ticket => {
  const ticket = originTicket(language);
  const { text, by, at } = sampleGuidance(language)!;
  return { ...ticket, origin: ticket.origin && { ...ticket.origin, guidance: { text, by, at, doneAt } } };
};
const ask = (element: HTMLElement): void => element.shadowRoot?.querySelector<HTMLElement>('.ask')?.click();

export const OnItsWay = story(sending);
export const TransferFailed = story(failed);
export const WithdrawalRefused = story(failed, {
  set: (hub) => {
    const ticketId = hub.tickets.$currentId.get() ?? '';
    const error = new DeskError('conflict', '', { content: { code: 'task_may_exist' } });
    hub.work.$tasks.set([{ id: 'one', ticketId, action: 'transfer_withdraw', state: 'failed', error }]);
  },
});
export const Guidance = story(guidance);
export const GuidanceOfAnother = story((language) => ({
  ...guidance(language),
  assignee: { usercode: 'agent2', name: '이상담' },
}));
export const Origin = story((language) => originTicket(language));
export const Asked = story((language) => asked(language));
export const Told = story((language) => asked(language, now));
export const Asking = story((language) => originTicket(language), { height: '620px', then: ask });
export const NothingToTell = story(() => aTicket());
export const Dark = story(guidance, {}, dark);
export const FailedDark = story(failed, {}, dark);
export const Narrow = story(failed, { width: '280px' });
export const NarrowGuidance = story(guidance, { width: '280px' });
export const RightToLeft = story(guidance, { rightToLeft: true });
export const Japanese = story(guidance, { language: 'ja' });
export const JapaneseFailed = story(failed, { language: 'ja' }, dark);
export const JapaneseAsking = story((language) => originTicket(language), {
  language: 'ja',
  height: '620px',
  then: ask,
});
export const English = story(guidance, { language: 'en' });
export const EnglishFailed = story(failed, { language: 'en' });
export const EnglishAsked = story((language) => asked(language), { language: 'en' });
