import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { DeskError } from '../src/base/desk-error.js';
import type { BulkAction, BulkCheck, Job } from '../src/domain/bulk.js';
import type { Language } from '../src/domain/types.js';
import '../src/elements/bulk-dialog/define.js';
import type { BulkDialog } from '../src/elements/bulk-dialog/bulk-dialog.js';
import { BulkRequest } from '../src/events/requests.js';
import type { FakeHub } from '../test/support/fake-hub.js';
import { mailsOf, pageOf, sampleCheck, sampleJob } from './support/sample-runs.js';
import { sampleRows } from './support/sample-tickets.js';
import { ready, sampleHub, sampleSession, sampleSettings } from './support/samples.js';
import { press, show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/bulk-dialog', component: 'bulk-dialog' };
export default meta;

const dark = { theme: 'dark' };
const words: Record<Language, string> = {
  ko: '안녕하세요. 문의하신 내용이 처리되었습니다.\n\n이용해 주셔서 감사합니다.',
  ja: 'お世話になっております。お問い合わせの件、対応が完了しました。\n\nよろしくお願いいたします。',
  en: 'Hello, what you asked for has been done.\n\nThank you for your patience.',
};

interface Case {
  readonly ticked?: number;
  readonly check?: (language: Language) => Promise<BulkCheck>;
  readonly job?: (language: Language) => Job;
  readonly action?: BulkAction;
  readonly text?: boolean;
  readonly set?: (hub: FakeHub) => void;
}

function hubOf(one: Case): (language: Language) => FakeHub {
  return (language) => {
    const hub = sampleHub(language);
    const rows = sampleRows(one.ticked ?? 4, language);
    hub.selection.$ticked.set({ all: false, ids: new Set(rows.map((row) => row.ticketId)) });
    const settings = sampleSettings(language);
    hub.session.$settings.set(ready({ ...settings, handlingTypes: handlingTypes[language] }));
    const check = one.check;
    if (check) hub.bulk.check = async (_target, intent) => mailsOf(await check(language), intent);
    const job = one.job?.(language);
    if (job) hub.bulk.$jobs.set(ready([job]));
    hub.bulk.items = (_jobId, which) =>
      job ? Promise.resolve(pageOf(job, which, language)) : Promise.reject(new DeskError('missing', ''));
    one.set?.(hub);
    return hub;
  };
}

const handlingTypes = {
  ko: [
    { id: 1, parent: 0, name: '결제' },
    { id: 2, parent: 1, name: '환불' },
  ],
  ja: [
    { id: 1, parent: 0, name: '決済' },
    { id: 2, parent: 1, name: '返金' },
  ],
  en: [
    { id: 1, parent: 0, name: 'Payments' },
    { id: 2, parent: 1, name: 'Refunds' },
  ],
};

async function open(element: HTMLElement, { action, text }: Case, language: Language): Promise<void> {
  const dialog = element as BulkDialog;
  await dialog.show();
  const root = dialog.shadowRoot;
  if (action) [...(root?.querySelectorAll<HTMLInputElement>('[name=action]') ?? [])][actions.indexOf(action)]?.click();
  await dialog.updateComplete;
  const field = root?.querySelector('textarea');
  if (!text || !field) return;
  field.value = words[language];
  field.dispatchEvent(new Event('input'));
}

const actions: readonly BulkAction[] = [
  'comment',
  'resolve',
  'hold',
  'internal',
  'forward',
  'handling_type',
  'priority',
  'star',
];

const story = (one: Case, showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) =>
    show('bulk-dialog', args, {
      height: '760px',
      hub: hubOf(one),
      then: (element) => open(element, one, showing.language ?? 'ko'),
      ...showing,
    }),
});

const run = (one: Case, showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) =>
    show('bulk-dialog', args, {
      height: '760px',
      hub: hubOf(one),
      then: (element) => (element as BulkDialog).showJob('job-1'),
      ...showing,
    }),
});

const fine = (language: Language) => Promise.resolve(sampleCheck(4, 0, language));
const mixed = (language: Language) => Promise.resolve(sampleCheck(28, 9, language, { mails: 17, withoutAddress: 2 }));
const many = (language: Language) => Promise.resolve(sampleCheck(8_400, 420, language, { mails: 7_980 }));
const finished: Partial<Job> = { state: 'done', succeeded: 293, failed: 7, finishedAt: Date.now() };

export const Nothing = story({ ticked: 0 });
export const Choice = story({});
export const AllGoes = story({ check: fine, action: 'comment', text: true });
export const MailsAndRefusals = story({ ticked: 28, check: mixed, action: 'resolve', text: true });
export const NotInTheList = story({
  check: (l) => Promise.resolve(sampleCheck(4, 0, l, { mails: 0, absent: sampleRows(1).map((row) => row.ticketId) })),
  action: 'comment',
  text: true,
});
export const ThousandsOfTickets = story({ ticked: 8_400, check: many, action: 'hold', text: true });
export const NoneGoes = story({ check: (l) => Promise.resolve(sampleCheck(4, 4, l)), action: 'resolve' });
export const Internal = story({ check: fine, action: 'internal' });
export const Forward = story({ check: fine, action: 'forward' });
export const HandlingType = story({ check: fine, action: 'handling_type' });
export const Priority = story({ check: fine, action: 'priority' });
export const Star = story({ check: fine, action: 'star' });
export const Checking = story({ action: 'resolve' });
export const CheckFailed = story({ check: () => Promise.reject(new DeskError('offline', '')), action: 'resolve' });
export const TooMany = story({
  ticked: 40,
  set: (hub) => hub.session.$settings.set(ready({ ...sampleSettings(), bulkLimit: 30 })),
});
export const WithoutForwardPermission = story({
  set: (hub) => {
    const { agent, ...session } = sampleSession();
    const permissions = { ...agent.permissions, forward: false };
    hub.session.$session.set(ready({ ...session, agent: { ...agent, permissions } }));
  },
});
/** Pressed, and refused. */
const refused = (answer: DeskError): StoryObj => ({
  render: (args) =>
    show('bulk-dialog', args, {
      height: '760px',
      hub: hubOf({ check: fine }),
      then: async (element, hub) => {
        element.addEventListener(BulkRequest.type, (event) => {
          const { id } = event as BulkRequest;
          const task = { id, ticketId: '', action: 'bulk', state: 'failed', error: answer } as const;
          queueMicrotask(() => hub.work.$tasks.set([task]));
        });
        await open(element, { action: 'comment', text: true }, 'ko');
        await press(element, '[type=submit]:not([aria-disabled])');
      },
    }),
});
export const Refused = refused(new DeskError('timeout', ''));
export const AskedAgain = refused(
  new DeskError('conflict', '', {
    content: { code: 'check_outgrown', check: sampleCheck(5, 0, 'ko', { mails: 0 }) },
  }),
);
export const Running = run({ job: (language) => sampleJob({}, language) });
export const Finished = run({ job: (language) => sampleJob({ ...finished, succeeded: 300, failed: 0 }, language) });
export const FinishedWithFailures = run({ job: (language) => sampleJob(finished, language) });
export const Cancelled = run({ job: (language) => sampleJob({ state: 'cancelled' }, language) });
export const RunGone = run({});
export const Dark = story({ ticked: 28, check: mixed, action: 'resolve', text: true }, {}, dark);
export const DarkResults = run({ job: (language) => sampleJob(finished, language) }, {}, dark);
export const Narrow = story({ ticked: 28, check: mixed, action: 'resolve', text: true }, { width: '320px' });
export const RightToLeft = story({ ticked: 28, check: mixed, action: 'resolve', text: true }, { rightToLeft: true });
export const Japanese = story({ ticked: 28, check: mixed, action: 'resolve', text: true }, { language: 'ja' });
export const JapaneseResults = run({ job: (language) => sampleJob(finished, language) }, { language: 'ja' });
export const English = story({ ticked: 28, check: mixed, action: 'resolve', text: true }, { language: 'en' });
export const EnglishResults = run({ job: (language) => sampleJob(finished, language) }, { language: 'en' });
