import { seeded } from '../dooray/seed.js';
import type { DoorayClass } from '../../src/domain/transfer.js';
import type { EventKind } from '../../src/domain/ticket-events.js';
import type { Status } from '../../src/domain/types.js';
import type { tickets } from '../server/db/schema.js';
import { agentBody } from './bodies.js';
import { doorayProjects } from './dooray.js';
import type { SeedAgent, SeedService } from './organisation.js';
import { fill, phrases } from './phrases.js';
import type { Random } from './random.js';
import type { Rows } from './rows.js';
import type { Story } from './stories.js';

/** A ticket that became a task of Dooray!. */
export interface SeedTask {
  readonly taskId: string;
  readonly at: number;
  /** When something happened to it last. */
  readonly end: number;
  readonly project: (typeof doorayProjects)[number];
  readonly meaning: DoorayClass;
}

const meanings: Readonly<Partial<Record<Status, DoorayClass>>> = {
  dooray_transferred: 'registered',
  dooray_in_progress: 'working',
  dooray_answered: 'closed',
};

const stateNames: Readonly<Record<DoorayClass, string>> = {
  backlog: '대기',
  registered: '할 일',
  working: '진행',
  closed: '완료',
};

/** Most characters of the customer's words that go along. */
const mostCarried = 600;

/** Longest that a task has taken so far. */
const longest = 8 * 3_600_000;

/** What a ticket that went to Dooray! is there; null for the others. */
export function taskOf(random: Random, { status, updatedAt }: Story, now: number): SeedTask | null {
  const meaning = meanings[status];
  if (!meaning) return null;
  const number = random.whole(1_000_000, 9_999_999);
  const time = Math.max(0, Math.min(now - updatedAt, longest));
  const at = Math.floor(updatedAt + time / 4);
  const end = meaning === 'registered' ? at : Math.floor(updatedAt + time * 0.9);
  const project = doorayProjects[number % doorayProjects.length] ?? doorayProjects[0];
  return { taskId: `400000000000${number}`, at, end, project, meaning };
}

const nameOf = ({ project }: SeedTask): string => `${seeded.organizationName} / ${project.name}`;

/** How the ticket says where it went. Its address is filled in when all are there. */
export function doorayTransfer(task: SeedTask, assignee: SeedAgent): Partial<typeof tickets.$inferInsert> {
  return {
    transferKind: 'dooray',
    transferTaskId: task.taskId,
    transferTo: nameOf(task),
    transferState: 'sent',
    transferAt: task.at,
    transferBy: assignee.usercode,
    transferByName: assignee.name,
  };
}

const before = {
  status: 'processing',
  transferKind: null,
  transferLinkedId: null,
  transferTaskId: null,
  transferTo: null,
  transferUrl: null,
  transferState: null,
  transferProblem: null,
  transferAt: null,
  transferBy: null,
  transferByName: null,
} as const;

/** A number of 32 hexadecimal digits that only one ticket has, whenever it was made. */
function hexOf(ticketId: string, index: number): string {
  const bytes = [...new TextEncoder().encode(ticketId.slice(-15)), index];
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Adds the task of a ticket, what was said about it, and what the ticket's log tells. */
export function addTask(rows: Rows, story: Story, service: SeedService, task: SeedTask, assignee: SeedAgent): void {
  const { serviceId, language } = service;
  const { ticketId } = story;
  const { taskId, at, end, project, meaning } = task;
  const key = hexOf(ticketId, 0);
  const words = (story.entries[0]?.body.text ?? '').replaceAll('\ufffc', '').slice(0, mostCarried).trim();
  const by = { usercode: assignee.usercode, authorName: assignee.name };
  rows.doorayTasks.push({
    serviceId,
    key,
    ticketId,
    organizationId: seeded.organizationId,
    projectId: project.projectId,
    to: nameOf(task),
    address: '',
    ...by,
    at,
    subject: story.subject,
    ...agentBody(fill(phrases[language].handOver, { text: words })),
    link: '',
    language,
    assignees: [project.memberId],
    state: 'sent',
    triedSince: at,
    former: before,
    taskId,
    workflowClass: meaning,
    workflowName: stateNames[meaning],
    readAt: end,
  });
  const log = (kind: EventKind, time: number, actor: SeedAgent | null, from: Status, to: string) =>
    rows.events.push({
      serviceId,
      ticketId,
      kind,
      at: time,
      actor: actor?.usercode ?? null,
      actorName: actor?.name ?? null,
      data: { from, to },
    });
  log('dooray_transferred', at, assignee, 'processing', nameOf(task));
  if (meaning === 'registered') return;
  const share = (part: number): number => Math.floor(at + (end - at) * part);
  log('dooray_working', share(0.3), null, 'dooray_transferred', 'dooray_in_progress');
  if (meaning === 'closed') log('dooray_closed', end, null, 'dooray_in_progress', 'dooray_answered');
  const [question, theirs, done] = phrases[language].atDooray;
  const said = [
    { text: theirs, own: false, time: share(0.35) },
    { text: question, own: true, time: share(0.6) },
    ...(meaning === 'closed' ? [{ text: done, own: false, time: share(0.9) }] : []),
  ];
  said.forEach(({ text, own, time }, index) =>
    rows.doorayComments.push({
      serviceId,
      commentId: hexOf(ticketId, index + 1),
      key,
      ticketId,
      logId: `40000000000${index + 1}${taskId.slice(-7)}`,
      own,
      ...(own ? by : { authorName: project.memberName }),
      at: time,
      ...agentBody(text),
      language,
      state: 'sent',
      triedSince: time,
      modifiedAt: own ? null : time,
    }),
  );
}
