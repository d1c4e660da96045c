import type {
  attachments,
  callbacks,
  chats,
  customers,
  doorayComments,
  doorayTasks,
  issueTransfers,
  mails,
  mailThreads,
  messages,
  readMarks,
  smsMessages,
  ticketEvents,
  tickets,
} from '../server/db/schema.js';
import { messageIdOf } from '../server/services/mails.js';
import type { EventKind } from '../../src/domain/ticket-events.js';
import type { EntryKind } from '../../src/domain/types.js';
import { addTask, doorayTransfer } from './dooray-tasks.js';
import { fieldValues } from './fields.js';
import { organisation, topCategories, type SeedService } from './organisation.js';
import { phrases } from './phrases.js';
import type { Random } from './random.js';
import type { SeedCustomer, Story, StoryEntry } from './stories.js';
import { bylineOf, guidanceText, solverOf, type Placed } from './transfers.js';

type Insert<T extends { $inferInsert: unknown }> = T['$inferInsert'];

/** Rows of one batch, ready to be inserted. */
export interface Rows {
  readonly tickets: Insert<typeof tickets>[];
  readonly messages: Insert<typeof messages>[];
  readonly attachments: Insert<typeof attachments>[];
  readonly mails: Insert<typeof mails>[];
  readonly threads: Insert<typeof mailThreads>[];
  readonly events: Insert<typeof ticketEvents>[];
  readonly marks: Insert<typeof readMarks>[];
  readonly callbacks: Insert<typeof callbacks>[];
  readonly transfers: Insert<typeof issueTransfers>[];
  readonly doorayTasks: Insert<typeof doorayTasks>[];
  readonly doorayComments: Insert<typeof doorayComments>[];
  readonly sms: Insert<typeof smsMessages>[];
  readonly chats: Insert<typeof chats>[];
}

export function emptyRows(): Rows {
  return {
    tickets: [],
    messages: [],
    attachments: [],
    mails: [],
    threads: [],
    events: [],
    marks: [],
    callbacks: [],
    transfers: [],
    doorayTasks: [],
    doorayComments: [],
    sms: [],
    chats: [],
  };
}

export function customerRow(serviceId: string, customer: SeedCustomer): Insert<typeof customers> {
  const { customerId, usercode, name, email, phone } = customer;
  return { serviceId, customerId, usercode, name, email, phone };
}

/** The service that takes what is handed over. */
function issueServiceOf(): SeedService {
  const service = organisation.find(({ kind }) => kind === 'issue');
  if (!service) throw new Error('The demo has a service for issues');
  return service;
}

function transferOf({ story, service, handed, task }: Placed): Partial<Insert<typeof tickets>> {
  const { assignee } = story;
  if (!assignee) return {};
  if (task) return doorayTransfer(task, assignee);
  if (!handed) return {};
  const by = { transferBy: assignee.usercode, transferByName: assignee.name, transferState: 'sent' as const };
  const issueService = issueServiceOf();
  return {
    transferKind: 'issue',
    transferLinkedId: handed.linkedId,
    transferTo: issueService.name,
    transferAt: handed.at,
    ...by,
    ...(handed.guidanceAt !== null && {
      guidanceText: guidanceText(service),
      guidanceBy: bylineOf(solverOf(handed, issueService), issueService),
      guidanceAt: handed.guidanceAt,
      guidanceLinkedId: handed.linkedId,
    }),
  };
}

function addTransfer(rows: Rows, { story: { ticketId, assignee }, service: { serviceId }, handed }: Placed): void {
  if (!handed || !assignee) return;
  const { serviceId: linkedService, name: linkedName } = issueServiceOf();
  const { linkedId, at, guidanceAt, answeredAt } = handed;
  rows.transfers.push({ serviceId, ticketId, linkedService, linkedName, linkedId, at, by: assignee.usercode });
  const nobody = { serviceId, ticketId, actor: null, actorName: null };
  const linked = { service: linkedName, linked: linkedId };
  rows.events.push({
    ...nobody,
    kind: 'issue_transferred',
    at,
    actor: assignee.usercode,
    actorName: assignee.name,
    data: { from: 'processing', to: linkedName, linked: linkedId },
  });
  if (guidanceAt !== null) rows.events.push({ ...nobody, kind: 'guidance_asked', at: guidanceAt, data: linked });
  if (answeredAt === null) return;
  const data = { from: 'issue_transferred', to: 'issue_answered', ...linked };
  rows.events.push({ ...nobody, kind: 'issue_answered', at: answeredAt, data });
}

/** Through which members ask in the help center. */
const memberChannels: ReadonlySet<string> = new Set(['web', 'spweb', 'api']);

function ticketRow(placed: Placed): Insert<typeof tickets> {
  const { story, service, handed, task } = placed;
  const { spam, status, assignee, group, customer, reason } = story;
  const updatedAt = handed ? (handed.answeredAt ?? handed.guidanceAt ?? handed.at) : (task?.end ?? story.updatedAt);
  const finished = status === 'resolved' || status === 'completed';
  const version = story.entries.length + (assignee ? 1 : 0);
  const asked = story.entries.filter((entry) => entry.kind === 'reinquiry').length;
  const last = story.entries.at(-1)?.agent ?? assignee;
  return {
    serviceId: service.serviceId,
    ticketId: story.ticketId,
    version,
    touched: { status: version, assignee: Math.min(version, 2), customer: asked ? version : 1 },
    status,
    spam,
    former: spam
      ? {
          status: 'unassigned',
          assignee: null,
          groupId: null,
          resolution: null,
          reason: null,
          resolvedAt: null,
          resolvedBy: null,
        }
      : null,
    resolution: finished ? (reason ? 'internal' : 'customer') : null,
    reason,
    subject: story.subject,
    priority: story.priority,
    channel: story.channel,
    language: story.language,
    categoryId: story.categoryId,
    handlingTypeId: story.handlingTypeId,
    groupId: group?.[0] ?? null,
    groupName: group?.[1] ?? '',
    assignee: assignee?.usercode ?? null,
    assigneeName: assignee?.name ?? '',
    customerId: customer.customerId,
    creatorName: '',
    customerName: customer.name,
    memberCode: memberChannels.has(story.channel) ? customer.usercode : null,
    starred: story.starred,
    fields: fieldValues(service, story, topCategories(service)),
    ...transferOf(placed),
    createdAt: story.createdAt,
    updatedAt,
    resolvedAt: finished ? updatedAt : null,
    resolvedBy: finished ? (last?.usercode ?? null) : null,
  };
}

function addFiles(
  rows: Rows,
  { files, at }: StoryEntry,
  place: { serviceId: string; ticketId: string; entryId: number },
): void {
  for (const { attachmentId, fileName, contentType, content, contentId } of files) {
    const size = content.length;
    const file = { attachmentId, fileName, contentType, size, content, inline: contentId !== null, contentId };
    rows.attachments.push({ ...place, ...file, createdAt: at });
  }
}

function addEntries(rows: Rows, random: Random, { story, service, handed }: Placed, firstEntry: number): void {
  const { serviceId } = service;
  const { ticketId, customer, subject } = story;
  story.entries.forEach((entry, index) => {
    const { kind, agent, at, body } = entry;
    const id = firstEntry + index;
    const solver = kind === 'issue' && handed ? solverOf(handed, issueServiceOf()) : null;
    rows.messages.push({
      serviceId,
      id,
      ticketId,
      kind,
      ...(agent
        ? { authorRole: 'agent', authorUsercode: agent.usercode, authorName: agent.name }
        : solver
          ? { authorRole: 'agent', authorUsercode: null, authorName: bylineOf(solver, issueServiceOf()) }
          : { authorRole: 'customer', authorUsercode: customer.usercode, authorName: customer.name }),
      at,
      values: solver ? { resolution: 'customer' } : {},
      ...body,
    });
    addFiles(rows, entry, { serviceId, ticketId, entryId: id });
    if (entry.sms) rows.sms.push({ ...entry.sms, entryId: id });
    if ((kind !== 'reply' && kind !== 'hold') || !customer.email) return;
    const mailId = random.text(32, '0123456789abcdef');
    const messageId = messageIdOf(mailId, service);
    rows.threads.push({ serviceId, messageId, ticketId, at });
    rows.mails.push({
      serviceId,
      mailId,
      ticketId,
      entryId: id,
      to: customer.email,
      subject: `Re: ${subject}`,
      html: body.html,
      text: body.text,
      headers: { 'Message-ID': `<${messageId}>` },
      state: 'sent',
      startedAt: at,
      sentAt: at,
      answer: '250 OK',
      createdAt: at,
    });
  });
}

/** What agents did, as the kinds of entries tell it. */
const doneBy: Readonly<Partial<Record<EntryKind, EventKind>>> = {
  reply: 'resolved',
  hold: 'held',
  comment: 'commented',
  internal: 'resolved_internally',
  sms: 'sms_sent',
};

function addEvents(rows: Rows, story: Story, { serviceId, agents }: SeedService): void {
  const { ticketId, assignee, group, channel } = story;
  const log = (kind: EventKind, at: number, actor: { usercode: string; name: string } | null, data: object) =>
    rows.events.push({
      serviceId,
      ticketId,
      kind,
      at,
      actor: actor?.usercode ?? null,
      actorName: actor?.name ?? null,
      data: { ...data },
    });
  log('created', story.createdAt, null, { channel });
  if (assignee) log('claimed', story.assignedAt, assignee, { group: group?.[1] ?? null, assignee: assignee.name });
  for (const { kind, agent, at } of story.entries) {
    const done = doneBy[kind];
    if (!done) continue;
    const reason = kind === 'internal' && story.reason ? { reason: story.reason } : {};
    const data = kind === 'sms' ? {} : { from: assignee ? 'processing' : 'unassigned', ...reason };
    log(done, at, agent, data);
  }
  const admin = agents.find((agent) => agent.admin) ?? null;
  if (story.status === 'completed') log('completed', story.updatedAt, admin, {});
}

/** Adds everything that one ticket consists of; answers with the number of its entries. */
export function addStory(rows: Rows, random: Random, placed: Placed, firstEntry: number): number {
  const { story, service, task } = placed;
  const { serviceId } = service;
  const row = ticketRow(placed);
  rows.tickets.push(row);
  addEntries(rows, random, placed, firstEntry);
  if (story.chat) rows.chats.push({ ...story.chat, entryId: firstEntry });
  addEvents(rows, story, service);
  addTransfer(rows, placed);
  const { ticketId, assignee } = story;
  if (task && assignee) addTask(rows, story, service, task, assignee);
  const at = row.updatedAt;
  const version = row.version ?? 1;
  for (const { usercode } of service.agents) {
    const isRead = usercode === assignee?.usercode ? random.chance(0.9) : random.chance(0.75);
    if (isRead && story.status !== 'unassigned') rows.marks.push({ serviceId, ticketId, usercode, version, at });
  }
  if (assignee && story.status === 'processing' && random.chance(0.15)) {
    const dueAt = at + random.whole(-2, 24) * 3_600_000;
    const note = phrases[service.language].callNote;
    const { usercode, name } = assignee;
    const made = {
      usercode,
      madeBy: usercode,
      madeByName: name,
      phone: story.customer.phone ?? '070-0000-0000',
      createdAt: at,
    };
    rows.callbacks.push({ serviceId, ticketId, dueAt, note, ...made });
  }
  return story.entries.length;
}
