import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/create-dialog/define.js';
import { DeskError } from '../src/base/desk-error.js';
import type { CreateDialog } from '../src/elements/create-dialog/create-dialog.js';
import { TicketCreateRequest } from '../src/events/requests.js';
import type { FakeHub } from '../test/support/fake-hub.js';
import { fieldHub } from './support/sample-fields.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/create-dialog', component: 'create-dialog' };
export default meta;

async function open(element: HTMLElement): Promise<void> {
  await (element as CreateDialog).show();
  await (element as CreateDialog).updateComplete;
}

function put(element: HTMLElement, id: string, value: string): void {
  const input = element.shadowRoot?.querySelector<HTMLInputElement>(`[id='${id}']`);
  if (!input) return;
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

function pick(element: HTMLElement, name: string, value: string): void {
  const picker = element.shadowRoot?.querySelector<HTMLInputElement>(`[data-field='${name}'] tree-picker`);
  if (!picker) return;
  picker.value = value;
  picker.dispatchEvent(new Event('change'));
}

const submit = (element: HTMLElement): void => element.shadowRoot?.querySelector<HTMLElement>('[type=submit]')?.click();

async function fill(element: HTMLElement): Promise<void> {
  await open(element);
  pick(element, 'categoryId', '3');
  await (element as CreateDialog).updateComplete;
  put(element, 'customer.name', '한지우');
  put(element, 'f.order', '20260512-123456');
  put(element, 'subject', '상자가 젖은 채로 왔습니다');
  put(element, 'text', '전화로 문의하셨습니다. 사진은 메일로 보내신다고 합니다.');
  element.shadowRoot?.querySelector<HTMLElement>("[id='f.agreed']")?.click();
  await (element as CreateDialog).updateComplete;
}

/** Sends it, and what becomes of it. */
async function send(element: HTMLElement, hub: FakeHub, error?: DeskError): Promise<void> {
  await fill(element);
  submit(element);
  const request = hub.asked(TicketCreateRequest).at(-1);
  if (!request) return;
  const task = { id: request.id, ticketId: '', action: 'create', state: 'running' } as const;
  hub.work.$tasks.set([task]);
  if (error) hub.work.$tasks.set([{ ...task, state: 'failed', error }]);
}

const story = (then: NonNullable<Showing['then']>, showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('create-dialog', args, { height: '860px', hub: fieldHub, then, ...showing }),
});
const missing = async (element: HTMLElement): Promise<void> => {
  await open(element);
  submit(element);
};

export const Empty = story(open);
export const Filled = story(fill);
export const Missing = story(missing);
export const Sending = story((element, hub) => send(element, hub));
export const Waiting = story(async (element, hub) => {
  await send(element, hub);
  hub.session.$connection.set('offline');
});
export const Refused = story((element, hub) => {
  const fields = [{ field: 'f.order', code: 'invalid', message: '' }];
  return send(element, hub, new DeskError('invalid', '', { fields }));
});
export const NotKnown = story((element, hub) => send(element, hub, new DeskError('timeout', '')));
/** The dialog was closed meanwhile. */
async function late(element: HTMLElement, hub: FakeHub, error?: DeskError): Promise<void> {
  await fill(element);
  submit(element);
  (element as CreateDialog).close();
  const { id } = hub.asked(TicketCreateRequest).at(-1)!;
  const task = { id, ticketId: '', action: 'create', state: 'running' } as const;
  hub.work.$tasks.set([task]);
  hub.work.$made.set({ taskId: id, ticketId: 'T1' });
  hub.work.$tasks.set(error ? [{ ...task, state: 'failed', error }] : []);
}
export const MadeLate = story((element, hub) => late(element, hub));
export const RefusedLate = story((element, hub) => late(element, hub, new DeskError('denied', '')));
export const AllowAssign = story(async (element) => {
  (element as CreateDialog).allowAssign = true;
  await open(element);
  pick(element, 'groupId', '1');
});
export const Dark = story(missing, {}, { theme: 'dark' });
export const RightToLeft = story(open, { rightToLeft: true });
export const Japanese = story(missing, { language: 'ja' });
export const English = story(missing, { language: 'en' });
