import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/dooray-conversation/define.js';
import { DeskError } from '../src/base/desk-error.js';
import type { DoorayConversationPanel } from '../src/elements/dooray-conversation/dooray-conversation.js';
import type { Language } from '../src/domain/types.js';
import { transferProblems } from '../src/domain/transfer.js';
import { aTicket, now } from '../test/support/open-ticket.js';
import { aComment, doorayHub, doorayTicket, doorayTransfer, sampleConversation } from './support/sample-dooray.js';
import { ready } from './support/samples.js';
import { show, type Showing } from './support/show.js';
import { ofStore, states } from './support/states.js';

const meta: Meta = { title: 'Elements/dooray-conversation', component: 'dooray-conversation' };
export default meta;

const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) =>
    show('dooray-conversation', args, {
      width: '420px',
      height: '620px',
      hub: (language) => doorayHub(language),
      ...showing,
    }),
});
const dark = { theme: 'dark' };
const having = (change: Parameters<typeof sampleConversation>[1], language: Language = 'ko'): Showing => ({
  language,
  set: (hub) => hub.dooray.$conversation.set(ready(sampleConversation(language, change))),
});
const failures = transferProblems.map((problem, index) =>
  aComment(`f${index}`, { own: true, author: '김상담', state: 'failed', problem, at: now - (10 - index) * 60_000 }),
);

export const Conversation = story();
export const Layer = story({ height: '760px', then: (element) => (element as DoorayConversationPanel).show() });
export const OnItsWay = story(
  having({
    comments: [
      ...sampleConversation().comments,
      aComment('c4', { own: true, author: '김상담', state: 'sending', at: now }),
    ],
  }),
);
export const NotSent = story({ ...having({ comments: failures }), height: '900px' });
export const TaskOnItsWay = story({
  hub: (language) =>
    doorayHub(
      language,
      doorayTicket(language, { transfer: doorayTransfer(language, { taskId: null, url: null, state: 'sending' }) }),
    ),
  set: (hub) => {
    const { task } = sampleConversation();
    hub.dooray.$conversation.set(
      ready(
        sampleConversation('ko', {
          task: task && { ...task, taskId: null, url: null, number: null, workflow: null },
          comments: [],
          readAt: null,
        }),
      ),
    );
  },
});
export const Closed = story({
  set: (hub) => {
    const { task } = sampleConversation();
    const workflow = { class: 'closed', name: '완료' } as const;
    hub.dooray.$conversation.set(ready(sampleConversation('ko', { task: task && { ...task, workflow } })));
  },
});
export const Stale = story(having({ stale: true, readAt: now - 30 * 60_000 }));
export const NotTransferred = story({ hub: (language) => doorayHub(language, aTicket()) });
export const NoTicket = story({ set: (hub) => hub.tickets.$current.set({ status: 'idle' }) });
export const States = states(
  'dooray-conversation',
  ofStore(
    doorayHub,
    (hub) => hub.dooray.$conversation,
    (language) => sampleConversation(language, { comments: [] }),
    ({ doorayConversation }) => doorayConversation,
  ),
);
export const RetryRefused = story({
  ...having({ comments: failures.slice(0, 1) }),
  set: (hub) => {
    hub.dooray.$conversation.set(ready(sampleConversation('ko', { comments: failures.slice(0, 1) })));
    const ticketId = hub.tickets.$currentId.get() ?? '';
    const error = new DeskError('offline', '');
    hub.work.$tasks.set([{ id: 'one', ticketId, action: 'dooray_retry', state: 'failed', error }]);
  },
});
export const Dark = story({}, dark);
export const Narrow = story({ width: '280px' });
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja' });
export const JapaneseNotSent = story({ ...having({ comments: failures }, 'ja'), height: '900px' });
export const English = story({ language: 'en' });
export const EnglishStale = story(having({ stale: true }, 'en'), dark);
