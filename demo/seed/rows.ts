import type {
  attachments,
  callbacks,
  customers,
  mails,
  mailThreads,
  messages,
  readMarks,
  ticketEvents,
  tickets,
} from '../server/db/schema.js';
import { messageIdOf } from '../server/services/mails.js';
import type { EventKind } from '../../src/domain/ticket-events.js';
import type { EntryKind } from '../../src/domain/types.js';
import { fieldValues } from './fields.js';
import { topCategories, type SeedService } from './organisation.js';
import { phrases } from './phrases.js';
import type { Random } from './random.js';
import type { SeedCustomer, Story, StoryEntry } from './stories.js';

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
}

export function emptyRows(): Rows {
  return { tickets: [], messages: [], attachments: [], mails: [], threads: [], events: [], marks: [], callbacks: [] };
}

export function customerRow(serviceId: string, customer: SeedCustomer): Insert<typeof customers> {
  const { customerId, usercode, name, email, phone } = customer;
  return { serviceId, customerId, usercode, name, email, phone };
}

function transferOf(random: Random, story: Story, service: SeedService): Partial<Insert<typeof tickets>> {
  const { status, assignee, updatedAt } = story;
  const kind = status.startsWith('issue_') ? 'issue' : status.startsWith('dooray_') ? 'dooray' : undefined;
  if (!kind || !assignee) return {};
  const digits = `${random.whole(1_000_000, 9_999_999)}`;
  const asksForGuidance = status === 'issue_transferred' && random.chance(0.4);
  return {
    transferKind: kind,
    transferLinkedId: kind === 'issue' ? `T${story.createdAt}${digits.slice(0, 5)}` : null,
    transferTaskId: kind === 'dooray' ? digits : null,
    transferAt: updatedAt,
    transferBy: assignee.usercode,
    transferByName: assignee.name,
    ...(asksForGuidance && {
      guidanceText: phrases[service.language].guidance,
      guidanceBy: 'issue1',
      guidanceAt: updatedAt,
    }),
  };
}

function ticketRow(random: Random, story: Story, service: SeedService): Insert<typeof tickets> {
  const { spam, status, assignee, group, customer, reason, updatedAt } = story;
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
    customerName: customer.name,
    starred: story.starred,
    fields: fieldValues(service, story, topCategories(service)),
    ...transferOf(random, story, service),
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

function addEntries(rows: Rows, random: Random, story: Story, service: SeedService, firstEntry: number): void {
  const { serviceId } = service;
  const { ticketId, customer, subject } = story;
  story.entries.forEach((entry, index) => {
    const { kind, agent, at, body } = entry;
    const id = firstEntry + index;
    const fromDesk = kind === 'issue';
    rows.messages.push({
      serviceId,
      id,
      ticketId,
      kind,
      authorRole: agent ? 'agent' : fromDesk ? 'system' : 'customer',
      authorUsercode: agent ? agent.usercode : customer.usercode,
      authorName: agent ? agent.name : fromDesk ? '' : customer.name,
      at,
      ...body,
    });
    addFiles(rows, entry, { serviceId, ticketId, entryId: id });
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
    log(done, at, agent, { from: assignee ? 'processing' : 'unassigned', ...reason });
  }
  const admin = agents.find((agent) => agent.admin) ?? null;
  if (story.status === 'completed') log('completed', story.updatedAt, admin, {});
}

/** Adds everything that one ticket consists of; answers with the number of its entries. */
export function addStory(rows: Rows, random: Random, story: Story, service: SeedService, firstEntry: number): number {
  const { serviceId } = service;
  const row = ticketRow(random, story, service);
  rows.tickets.push(row);
  addEntries(rows, random, story, service, firstEntry);
  addEvents(rows, story, service);
  const { ticketId, assignee, updatedAt: at } = story;
  const version = row.version ?? 1;
  for (const { usercode } of service.agents) {
    const isRead = usercode === assignee?.usercode ? random.chance(0.9) : random.chance(0.75);
    if (isRead && story.status !== 'unassigned') rows.marks.push({ serviceId, ticketId, usercode, version, at });
  }
  if (assignee && story.status === 'processing' && random.chance(0.15)) {
    const dueAt = at + random.whole(-2, 24) * 3_600_000;
    const note = phrases[service.language].callNote;
    rows.callbacks.push({ serviceId, ticketId, usercode: assignee.usercode, dueAt, note, createdAt: at });
  }
  return story.entries.length;
}
