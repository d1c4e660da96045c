import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/transfer-dialog/define.js';
import type { WritableAtom } from 'nanostores';
import { DeskError } from '../src/base/desk-error.js';
import type { DraftState } from '../src/base/hub-context.js';
import type { Draft } from '../src/domain/types.js';
import type { TransferDialog } from '../src/elements/transfer-dialog/transfer-dialog.js';
import { TicketTransferRequest } from '../src/events/requests.js';
import type { FakeHub } from '../test/support/fake-hub.js';
import { aTicket } from '../test/support/open-ticket.js';
import { sampleSource, sampleTargets, transferHub } from './support/sample-transfers.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/transfer-dialog', component: 'transfer-dialog' };
export default meta;

const { ticketId } = aTicket();

const open =
  (kind: TransferDialog['kind']) =>
  async (element: HTMLElement): Promise<void> => {
    await (element as TransferDialog).show(ticketId, kind);
    await (element as TransferDialog).updateComplete;
  };
const issue = open('issue');
const dooray = open('dooray');

async function pick(element: HTMLElement, name: string, value: string | readonly string[]): Promise<void> {
  const picker = element.shadowRoot?.querySelector<HTMLElement & { value: unknown }>(
    `[data-field='${name}'] :is(tree-picker, choice-picker)`,
  );
  if (!picker) return;
  picker.value = value;
  picker.dispatchEvent(new Event('change'));
  await (element as TransferDialog).updateComplete;
}

function put(element: HTMLElement, id: string, value: string): void {
  const input = element.shadowRoot?.querySelector<HTMLInputElement>(`[id='${id}']`);
  if (!input) return;
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

const tick = (element: HTMLElement, selector: string): void =>
  element.shadowRoot?.querySelector<HTMLElement>(selector)?.click();
const submit = (element: HTMLElement): void => tick(element, '[type=submit]');

async function fillIssue(element: HTMLElement): Promise<void> {
  await issue(element);
  await pick(element, 'service', 'logistics');
  await pick(element, 'categoryId', '2');
  put(element, 'f.tracking', '6480-1123-0042');
  tick(element, '.own-file > input');
}

async function fillDooray(element: HTMLElement): Promise<void> {
  await dooray(element);
  await pick(element, 'organizationId', '3010000000000000101');
  await pick(element, 'projectId', '3030000000000000300');
  await new Promise((rendered) => requestAnimationFrame(rendered));
  await pick(element, 'templateId', 'template-1');
  await pick(element, 'assignees', ['member-0', 'member-1']);
}

/** Sends it, and what becomes of it. */
async function send(element: HTMLElement, hub: FakeHub, error?: DeskError): Promise<void> {
  await fillIssue(element);
  submit(element);
  const request = hub.asked(TicketTransferRequest).at(-1);
  if (!request) return;
  const task = { id: request.id, ticketId, action: 'transfer_issue', state: 'running' } as const;
  hub.work.$tasks.set([task]);
  if (error) hub.work.$tasks.set([{ ...task, state: 'failed', error }]);
}

/** The dialog was closed meanwhile. */
async function late(element: HTMLElement, hub: FakeHub, error?: DeskError): Promise<void> {
  await send(element, hub);
  (element as TransferDialog).close();
  const [task] = hub.work.$tasks.get();
  hub.work.$tasks.set(error && task ? [{ ...task, state: 'failed', error }] : []);
}

const story = (then: NonNullable<Showing['then']>, showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('transfer-dialog', args, { height: '900px', hub: transferHub, then, ...showing }),
});
const missingIssue = async (element: HTMLElement): Promise<void> => {
  await issue(element);
  submit(element);
};
const missingTags = async (element: HTMLElement): Promise<void> => {
  await dooray(element);
  await pick(element, 'organizationId', '3010000000000000101');
  await pick(element, 'projectId', '3030000000000000300');
  await new Promise((rendered) => requestAnimationFrame(rendered));
  submit(element);
};

export const Issue = story(issue);
export const IssueFilled = story(fillIssue);
export const WithFormats = story(dooray, {
  set: (hub) => {
    const load = hub.session.$session.get();
    if (load.status !== 'ready') return;
    const { value } = load;
    hub.session.$session.set({ ...load, value: { ...value, service: { ...value.service, editor: 'html' } } });
  },
});
export const IssueMissing = story(missingIssue);
export const Dooray = story(dooray);
export const DoorayFilled = story(fillDooray);
export const DoorayMissingTags = story(missingTags);
export const ProjectLoading = story(
  async (element) => {
    await dooray(element);
    await pick(element, 'organizationId', '3010000000000000102');
  },
  { set: (hub) => (hub.transfer.project = () => new Promise(() => undefined)) },
);
export const ProjectFailed = story(
  async (element) => {
    await dooray(element);
    await pick(element, 'organizationId', '3010000000000000102');
  },
  { set: (hub) => (hub.transfer.project = () => Promise.reject(new DeskError('server', ''))) },
);
export const Loading = story((element) => void issue(element), {
  set: (hub) => (hub.transfer.targets = () => new Promise(() => undefined)),
});
export const Failed = story(issue, {
  set: (hub) => (hub.transfer.targets = () => Promise.reject(new DeskError('offline', ''))),
});
export const Denied = story(issue, {
  set: (hub) => (hub.transfer.targets = () => Promise.reject(new DeskError('denied', ''))),
});
export const NoTarget = story(issue, {
  set: (hub) => (hub.transfer.targets = () => Promise.resolve({ ...sampleTargets(), issue: [] })),
});
export const SwitchedOff = story(dooray, {
  set: (hub) => (hub.transfer.targets = () => Promise.resolve({ ...sampleTargets(), dooray: null })),
});
export const NotNow = story(issue, {
  set: (hub) => {
    const { history, ticket } = sampleSource();
    hub.transfer.source = () => Promise.resolve({ ticket: { ...ticket, actions: ['comment'] }, history });
  },
});
export const MaskedMeanwhile = story(async (element, hub) => {
  await fillIssue(element);
  put(element, 'text', '고객에게 내일까지 답해야 합니다.');
  const load = hub.tickets.$history.get();
  if (load.status !== 'ready') return;
  const history = load.value.map((entry) => ({ ...entry, bodyVersion: entry.bodyVersion + 1 }));
  hub.tickets.$history.set({ status: 'ready', value: history });
});
/** What was begun before the page was loaded anew. */
const begun: Draft = {
  html: '<p>고객에게 내일까지 답해야 합니다.</p>',
  action: null,
  values: { service: 'logistics', categoryId: '2', 'f.tracking': '6480-1123-0042', subject: '환불이 늦어집니다' },
  attachments: [],
  seq: 3,
  updatedAt: Date.UTC(2026, 10, 22, 5, 3),
};
const keep = (hub: FakeHub, more: Partial<DraftState> = {}): void =>
  (hub.drafts.of('issue') as WritableAtom<DraftState | null>).set({ ticketId, draft: begun, state: 'kept', ...more });
export const Restored = story(issue, { set: (hub) => keep(hub) });
export const OtherWindow = story(
  async (element, hub) => {
    await issue(element);
    const other = { ...begun, html: '<p>다른 창에서 고친 글입니다.</p>', seq: 4 };
    keep(hub, { state: 'conflict', other });
  },
  { set: (hub) => keep(hub) },
);
export const Sending = story((element, hub) => send(element, hub));
export const Waiting = story(async (element, hub) => {
  await send(element, hub);
  hub.session.$connection.set('offline');
});
export const Refused = story((element, hub) => {
  const fields = [{ field: 'fields.tracking', code: 'invalid', message: '' }];
  return send(element, hub, new DeskError('invalid', '', { fields }));
});
export const Conflict = story((element, hub) => send(element, hub, new DeskError('conflict', '')));
export const NotKnown = story((element, hub) => send(element, hub, new DeskError('timeout', '')));
export const DoneLate = story((element, hub) => late(element, hub));
export const RefusedLate = story((element, hub) => late(element, hub, new DeskError('conflict', '')));
export const Dark = story(fillDooray, {}, { theme: 'dark' });
export const RightToLeft = story(fillIssue, { rightToLeft: true });
export const Japanese = story(fillDooray, { language: 'ja' });
export const JapaneseIssue = story(missingIssue, { language: 'ja' });
export const English = story(fillDooray, { language: 'en' });
export const EnglishIssue = story(missingIssue, { language: 'en' });
