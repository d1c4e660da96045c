import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/sms-panel/define.js';
import { DeskError } from '../src/base/desk-error.js';
import { smsHindrances } from '../src/domain/sms.js';
import type { Draft } from '../src/domain/types.js';
import { aTicket, now } from '../test/support/open-ticket.js';
import {
  draftSms,
  keepSms,
  samplePicture,
  sampleSms,
  sampleThread,
  smsHub,
  withoutSms,
} from './support/sample-messages.js';
import { ready } from './support/samples.js';
import { press, show, type Showing } from './support/show.js';
import { ofStore, states } from './support/states.js';

const meta: Meta = { title: 'Elements/sms-panel', component: 'sms-panel' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('sms-panel', args, { width: '320px', height: '720px', hub: smsHub, ...showing }),
});
const written = (values: Draft['values'], attachments: Draft['attachments'] = []): Showing['set'] => {
  return (hub) => keepSms(hub, draftSms(values, attachments));
};
const failed = (kind: DeskError['kind'], action: 'sms' | 'sms_step', content = {}): Showing['then'] => {
  return (_, hub) =>
    hub.work.$tasks.set([
      { id: 'x', ticketId: aTicket().ticketId, action, state: 'failed', error: new DeskError(kind, '', { content }) },
    ]);
};

export const History = story();
export const Written = story({ set: written({ text: '주문하신 상품이 오늘 출고되었습니다.' }) });
export const Multimedia = story({
  set: written({ text: '교환 상품을 보내 드렸습니다. '.repeat(6), at: '2026-11-21T16:00' }, [samplePicture()]),
});
export const Unsendable = story({ set: written({ text: '감사합니다 😀\n좋은 하루 되세요 ☃ 👨‍👩‍👧 ﾊ' }) });
export const TooLong = story({ set: written({ text: '가나다라 '.repeat(250) }) });
export const NothingWritten = story({ then: (element) => press(element, '.send') });
export const TooSoon = story({
  set: written({ text: '곧 전화드리겠습니다.', at: '2026-11-21T14:40' }),
  then: (element) => press(element, '.send'),
});
export const Sending = story({
  set: written({ text: '곧 전화드리겠습니다.' }),
  then: async (element, hub) => {
    await press(element, '.send');
    hub.work.$tasks.set([{ id: 'x', ticketId: aTicket().ticketId, action: 'sms', state: 'running' }]);
  },
});
export const Refused = story({
  set: written({ text: '곧 전화드리겠습니다.' }),
  then: async (element, hub) => {
    await press(element, '.send');
    await failed('offline', 'sms')?.(element, hub);
  },
});
export const StepRefused = story({ then: failed('conflict', 'sms_step', { code: 'sms_gone' }) });
export const OtherWindow = story({
  set: (hub) =>
    keepSms(hub, draftSms({ text: '이 창에서 쓴 글' }), {
      other: draftSms({ text: '다른 창에서 쓴 글' }),
      state: 'conflict',
    }),
});
export const Unsaved = story({
  set: (hub) => keepSms(hub, draftSms({ text: '저장되지 않은 글' }), { state: 'unsaved' }),
});
export const Problems = story({
  set: (hub) => {
    const problems = ['refused', 'unreachable', 'unknown', 'masked', 'no_image', 'off', 'number_changed'] as const;
    const messages = problems.map((problem, index) =>
      sampleSms({
        smsId: String(index).repeat(32),
        state: 'failed',
        problem,
        text: problem === 'masked' ? '계좌 ************** 확인' : undefined,
        createdAt: now - index * 60_000,
        actions: problem === 'masked' ? [] : ['retry'],
      }),
    );
    hub.sms.$thread.set(ready({ ...sampleThread(), messages }));
  },
});
export const Hindered = story({
  set: (hub) => hub.sms.$thread.set(ready({ to: null, hindrance: smsHindrances[0], messages: [] })),
});
export const NotAssignee = story({
  set: (hub) => hub.sms.$thread.set(ready({ ...sampleThread(), hindrance: 'not_assignee' })),
});
export const NoTicket = story({ set: (hub) => hub.tickets.$currentId.set(null) });
export const SwitchedOff = story({ set: (hub) => hub.session.$session.set(ready(withoutSms())) });
export const States = states(
  'sms-panel',
  ofStore(
    smsHub,
    (hub) => hub.sms.$thread,
    () => ({ ...sampleThread(), messages: [] }),
    ({ smsPanel }) => smsPanel,
  ),
);
export const Old = story({
  set: (hub) => hub.sms.$thread.set({ status: 'failed', error: new DeskError('offline', ''), value: sampleThread() }),
});
export const Dark = story({ set: written({ text: '감사합니다 😀', at: '2026-11-21T16:00' }) }, { theme: 'dark' });
export const Narrow = story({ width: '240px', set: written({ text: '감사합니다 😀', at: '2026-11-21T16:00' }) });
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({
  language: 'ja',
  set: written({ text: 'ご注文の商品を本日発送しました。ありがとうございます。', at: '2026-11-21T16:00' }),
});
export const English = story({ language: 'en' });
