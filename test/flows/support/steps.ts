import { sendKeys } from '@web/test-runner-commands';
import type { DeskHub } from '../../../src/hub/desk-hub.js';
import { TicketSelectRequest } from '../../../src/events/requests.js';
import type { Desk } from './desk.js';
import { pickFromTree } from './fields.js';
import { pressWithControl } from './keyboard.js';
import {
  answerIn,
  button,
  choose,
  dialogOf,
  editorOf,
  inside,
  messagesWith,
  press,
  says,
  seen,
  visible,
  write,
} from './screen.js';

/** What came of a ticket: everything that may not be there twice, in words that can be compared. */
export type Trace = readonly string[];

/** One thing that an agent does to a ticket, in three parts, so that something can happen between them. */
export interface Step {
  readonly name: string;
  /** `METHOD path` of its request. */
  readonly request: RegExp;
  /** Whether the ticket is the agent's before. */
  readonly isClaimed: boolean;
  /** What the agent enters. */
  enter(hub: DeskHub): Promise<void>;
  /** Where it is done, and where a refusal is told. */
  place(hub: DeskHub): ParentNode;
  /** The button that does it. */
  button(hub: DeskHub): HTMLElement | undefined;
  /** Presses the key that does it too, where the keyboard is when it was entered. */
  pressKey(hub: DeskHub): Promise<void>;
  /** Whether the screen says that it is done. */
  isDone(hub: DeskHub): boolean;
  /** Whether what was entered is still there. */
  isKept(hub: DeskHub): boolean;
  /** What comes of it when it is done once. */
  readonly once: Trace;
  /** Goes the way of the step before it: only what could be there twice is looked for once more. */
  readonly isAlike?: boolean;
}

const nowhere = document.createDocumentFragment();
const text = '내일 다시 보내겠습니다.';
const phone = '010-9876-5432';

function answering(action: 'comment' | 'resolve', once: Trace): Step {
  return {
    name: action,
    request: /^POST .*\/process\.json$/,
    isClaimed: true,
    once,
    async enter(hub) {
      choose((await seen(() => choiceOf(hub), 'the ways to process')) as HTMLSelectElement, action);
      await write(hub, text);
      await seen(() => answerIn(hub) === text, 'the text');
    },
    place: composerOf,
    button: (hub) => button(composerOf(hub), '처리하기'),
    async pressKey(hub) {
      editorOf(hub)?.focus();
      await pressWithControl('Enter');
    },
    isDone: (hub) => messagesWith(hub, text).length > 0 && answerIn(hub) === '',
    isKept: (hub) => answerIn(hub) === text,
  };
}

const composerOf = (hub: DeskHub): ParentNode => inside(hub, 'reply-composer') ?? nowhere;
const choiceOf = (hub: DeskHub) => visible<HTMLSelectElement>(composerOf(hub), 'select.choice:enabled')[0];
const fieldsOf = (hub: DeskHub): ParentNode => inside(hub, 'customer-fields') ?? nowhere;
const phoneIn = (hub: DeskHub) => visible<HTMLInputElement>(fieldsOf(hub), 'input[data-fact=phone]')[0];

/** What an agent does all day. */
export const steps: readonly Step[] = [
  answering('comment', ['entry comment']),
  answering('resolve', ['entry reply', 'mail', 'resolved']),
  {
    name: 'claim',
    request: /^POST .*\/claim\.json$/,
    isClaimed: false,
    once: ['claimed'],
    async enter(hub) {
      if (dialogOf(hub)) await press(dialogOf(hub)!, '닫기');
      await press(await seen(() => inside(hub, 'ticket-detail'), 'the ticket'), /^가져오기/);
      await seen(() => this.button(hub), 'the choice of the group');
    },
    place: (hub) => dialogOf(hub) ?? nowhere,
    button: (hub) => {
      const dialog = dialogOf(hub);
      return dialog && (button(dialog, '가져오기') ?? button(dialog, '다시 시도'));
    },
    async pressKey() {
      await sendKeys({ press: 'Enter' });
    },
    isDone: (hub) => !dialogOf(hub) && [...(choiceOf(hub)?.options ?? [])].some(isOpenAnswer),
    isKept: (hub) => dialogOf(hub) !== undefined,
  },
  {
    name: 'fields',
    request: /^PATCH .*\/tickets\/[^/]+\.json$/,
    isClaimed: true,
    once: ['customer_changed'],
    async enter(hub) {
      const field = await seen(() => phoneIn(hub), 'the number of the customer');
      field.value = phone;
      field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      await seen(() => button(fieldsOf(hub), '저장'), 'that there is something to save');
    },
    place: fieldsOf,
    button: (hub) => button(fieldsOf(hub), '저장'),
    async pressKey(hub) {
      phoneIn(hub)?.focus();
      await pressWithControl('s');
    },
    isDone: (hub) => says(fieldsOf(hub), '저장했습니다.') && phoneIn(hub)?.value === phone,
    isKept: (hub) => phoneIn(hub)?.value === phone,
  },
];

function statusOf(hub: DeskHub): string {
  const ticket = hub.hub!.tickets.$current.get();
  return ticket.status === 'ready' ? ticket.value.status : '';
}

/** The other side of a transfer has a subject of its own, so that what comes of it can be counted there. */
const otherSubject = (subject: string): string => `${subject} 이관`;

interface Handing extends Pick<Step, 'name' | 'once' | 'isAlike'> {
  /** Of the menu, and of the button that sends it. */
  readonly entry: string;
  readonly submit: string;
  choose(hub: DeskHub): Promise<void>;
}

function handing({ entry, submit, choose, ...step }: Handing): Step {
  const dialog = (hub: DeskHub): ParentNode => dialogOf(hub) ?? nowhere;
  const subjectIn = (hub: DeskHub) => visible<HTMLInputElement>(dialog(hub), '#subject')[0];
  return {
    ...step,
    request: /^POST .*\/transfer\/(issue|dooray)\.json$/,
    isClaimed: true,
    async enter(hub) {
      const detail = await seen(() => inside(hub, 'ticket-detail'), 'the ticket');
      await press(detail, '티켓 이관');
      await press(detail, entry);
      const field = await seen(() => subjectIn(hub), 'the form');
      field.value = otherSubject(field.value);
      field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      await choose(hub);
    },
    place: dialog,
    button: (hub) => button(dialog(hub), submit),
    async pressKey() {
      await pressWithControl('Enter');
    },
    isDone: (hub) => !dialogOf(hub) && statusOf(hub).endsWith('_transferred'),
    isKept: (hub) => subjectIn(hub)?.value.endsWith(otherSubject('')) === true,
  };
}

/** What leads out of the service: nothing of it may be there twice on the other side either. */
export const transferSteps: readonly Step[] = [
  handing({
    name: 'transfer to issue management',
    entry: '이슈 이관',
    submit: '이관하기',
    once: ['linked ticket', 'issue_transferred'],
    choose: (hub) => pickFromTree(hub, '접수유형', '배송 추적'),
  }),
  handing({
    name: 'transfer to Dooray!',
    entry: 'Dooray! 이관',
    submit: 'Dooray! 이관',
    once: ['task', 'dooray_transferred', 'dooray_task_made'],
    isAlike: true,
    async choose(hub) {
      await pickFromTree(hub, '프로젝트', '물류 운영');
      const dialog = await seen(() => dialogOf(hub), 'the dialog');
      await seen(() => visible(dialog, 'choice-picker').length > 0, 'the project');
      for (const group of visible(dialog, '.tags')) group.querySelector<HTMLElement>('input')?.click();
    },
  }),
];

const isOpenAnswer = ({ value, disabled }: HTMLOptionElement): boolean => value === 'resolve' && !disabled;

/** A customer's mail, made the agent's by another desk where a step asks for it. */
export async function mailFor(desk: Desk, name: string, isClaimed: boolean, agent = 'agent1'): Promise<string> {
  const from = `${name}@customer.example`;
  const ticketId = await desk.receive({ id: from, from: `${name} <${from}>`, subject: name, text: '언제 오나요?' });
  if (isClaimed) await act(desk, agent, ticketId, 'POST', 'claim.json', { groupId: 1 });
  return ticketId;
}

/** What another agent does to the ticket, at another desk. */
export async function act(
  desk: Desk,
  agent: string,
  ticketId: string,
  method: string,
  path: string,
  body: object = {},
): Promise<void> {
  const { version } = (await desk.call(agent, 'GET', `tickets/${ticketId}.json`)) as { version: number };
  const whole = path.startsWith('.') ? `tickets/${ticketId}${path}` : `tickets/${ticketId}/${path}`;
  await desk.call(agent, method, whole, { expectedVersion: version, ...body });
}

/** Opens a ticket as a link in the page does, and waits until it can be worked on. */
export async function openById(hub: DeskHub, ticketId: string): Promise<void> {
  hub.querySelector('ticket-console')!.dispatchEvent(new TicketSelectRequest(ticketId));
  const { tickets } = hub.hub!;
  const isThere = (): boolean => {
    const [ticket, draft] = [tickets.$current.get(), tickets.$draft.get()];
    const isRead = draft?.ticketId === ticketId && draft.state !== 'loading';
    return ticket.status === 'ready' && ticket.value.ticketId === ticketId && isRead;
  };
  await seen(isThere, 'the ticket');
  await seen(() => choiceOf(hub), 'the ways to process it');
}

/** What the database and the customer have of a ticket beside its beginning. */
export async function traceOf(desk: Desk, ticketId: string): Promise<Trace> {
  await desk.server.worker.drain();
  const ofTicket = `service_id = 'demo' and ticket_id = '${ticketId}'`;
  const sending = `select 1 from tickets where ${ofTicket} and transfer_state = 'sending'`;
  await seen(async () => (await desk.query(sending)).length === 0, 'the end of its way to Dooray!');
  const entries = await desk.query<{ kind: string }>(
    `select kind from messages where ${ofTicket} and author_role = 'agent' order by id`,
  );
  const events = await desk.query<{ kind: string }>(
    `select kind from ticket_events where ${ofTicket} and kind <> 'created' order by id`,
  );
  const mails = await desk.query<{ mail_id: string; state: string }>(
    `select mail_id, state from mails where ${ofTicket} order by mail_id`,
  );
  const delivered = desk.server.mail.mails.map(({ mailId }) => mailId);
  const [ticket] = await desk.query<{ subject: string }>(`select subject from tickets where ${ofTicket}`);
  const linked = await desk.query(
    `select 1 from tickets where origin_service = 'demo' and origin_ticket_id = '${ticketId}'`,
  );
  const tasks = [...desk.server.dooray.state.tasks.values()].filter(
    (task) => task.subject === otherSubject(ticket?.subject ?? ''),
  );
  return [
    ...linked.map(() => 'linked ticket'),
    ...tasks.map(() => 'task'),
    ...entries.map(({ kind }) => `entry ${kind}`),
    ...mails.map(({ mail_id, state }) => (delivered.includes(mail_id) ? 'mail' : `mail ${state}`)),
    ...events.map(({ kind }) => kind),
  ];
}

/** What was added to a trace since. */
export function since(before: Trace, after: Trace): Trace {
  const rest = [...after];
  for (const one of before) {
    const index = rest.indexOf(one);
    if (index < 0) throw new Error(`"${one}" is gone`);
    rest.splice(index, 1);
  }
  return rest;
}
