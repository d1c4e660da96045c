import { agentBody } from './bodies.js';
import type { SeedTask } from './dooray-tasks.js';
import { numbered, topCategories, type SeedAgent, type SeedService } from './organisation.js';
import { fill, phrases } from './phrases.js';
import { Random } from './random.js';
import type { Rows } from './rows.js';
import type { Story } from './stories.js';

/** When a ticket went to issue management, and what came back. */
export interface Handed {
  /** The ticket there. */
  readonly linkedId: string;
  readonly at: number;
  readonly guidanceAt: number | null;
  readonly answeredAt: number | null;
}

/** A ticket, the service that it belongs to, and how it went to issue management. */
export interface Placed {
  readonly story: Story;
  readonly service: SeedService;
  readonly handed: Handed | null;
  /** What it became at Dooray!. */
  readonly task: SeedTask | null;
}
export interface PlacedThere extends Placed {
  readonly handed: Handed;
}

/** Most characters of the customer's words that go along. */
const mostCarried = 600;

/** When a ticket was handed over: after it was worked on last, and before it was answered, if it was. */
export function handOver(random: Random, story: Story, now: number): Handed | null {
  const { status, entries, assignedAt, createdAt, updatedAt } = story;
  if (status !== 'issue_transferred' && status !== 'issue_answered') return null;
  const isAnswered = status === 'issue_answered';
  const before = isAnswered ? Math.max(assignedAt, entries.at(-2)?.at ?? createdAt) : updatedAt;
  const end = isAnswered ? updatedAt : now;
  const share = (part: number) => Math.floor(before + (end - before) * part);
  const at = share(isAnswered ? 0.5 : 0.2);
  const digits = `${random.whole(10_000, 99_999)}`;
  const guidanceAt = !isAnswered && random.chance(0.4) ? share(0.6) : null;
  return { linkedId: `T${at}${digits}`, at, guidanceAt, answeredAt: isAnswered ? end : null };
}

/** How an agent is called in another service. */
export function bylineOf({ name }: SeedAgent, service: SeedService): string {
  return `${name} · ${service.name}`;
}

/** The agent of the issue service who has such a ticket, as every part of the demo data says. */
export function solverOf({ linkedId }: Handed, issueService: SeedService): SeedAgent {
  const { agents } = issueService;
  return agents[Number(linkedId.at(-1)) % agents.length] as SeedAgent;
}

/** Adds the ticket that an issue service has of one that was handed over; answers with the number of its entries. */
export function addLinked(
  rows: Rows,
  { story, service, handed }: PlacedThere,
  issueService: SeedService,
  firstEntry: number,
): number {
  const { serviceId } = issueService;
  const { linkedId: ticketId, at, guidanceAt, answeredAt } = handed;
  const random = new Random(at);
  const solver = solverOf(handed, issueService);
  const isTaken = guidanceAt !== null || answeredAt !== null || random.chance(0.5);
  const from = story.assignee ? bylineOf(story.assignee, service) : service.name;
  const group = issueService.groups.find(([groupId]) => solver.groups.includes(groupId)) ?? null;
  const words = (story.entries[0]?.body.text ?? '').replaceAll('\ufffc', '').slice(0, mostCarried).trim();
  const answer = agentBody(phrases[service.language].guidance);
  const updatedAt = answeredAt ?? guidanceAt ?? at;
  const version = 1 + Number(isTaken) + Number(guidanceAt !== null) + Number(answeredAt !== null);
  const category = random.pick(topCategories(issueService));
  rows.tickets.push({
    serviceId,
    ticketId,
    version,
    touched: { status: version, assignee: Math.min(version, 2), customer: 1 },
    status: answeredAt !== null ? 'resolved' : isTaken ? 'processing' : 'unassigned',
    spam: false,
    starred: false,
    resolution: answeredAt === null ? null : 'customer',
    subject: story.subject,
    priority: story.priority,
    channel: 'issue',
    language: story.language,
    categoryId: category,
    handlingTypeId: answeredAt === null ? null : random.pick(numbered(issueService, 'handlingTypes')).id,
    assignee: isTaken ? solver.usercode : null,
    assigneeName: isTaken ? solver.name : '',
    groupId: isTaken ? (group?.[0] ?? null) : null,
    groupName: isTaken ? (group?.[1] ?? '') : '',
    creatorName: from,
    customerName: '',
    fields: { device: random.pick(['Android', 'iOS', 'PC 웹']) },
    originService: service.serviceId,
    originName: service.name,
    originTicketId: story.ticketId,
    originGuidance:
      guidanceAt === null ? null : { text: guidanceText(service), by: solver.name, at: guidanceAt, doneAt: null },
    createdAt: at,
    updatedAt,
    resolvedAt: answeredAt,
    resolvedBy: answeredAt === null ? null : solver.usercode,
  });
  const entry = { serviceId, ticketId, authorRole: 'agent' as const, values: {} };
  const told = agentBody(fill(phrases[service.language].handOver, { text: words }));
  rows.messages.push({
    ...entry,
    id: firstEntry,
    kind: 'inquiry',
    authorUsercode: null,
    authorName: from,
    at,
    ...told,
  });
  if (answeredAt !== null)
    rows.messages.push({
      ...entry,
      id: firstEntry + 1,
      kind: 'reply',
      authorUsercode: solver.usercode,
      authorName: solver.name,
      at: answeredAt,
      ...answer,
    });
  const event = { serviceId, ticketId, actor: solver.usercode, actorName: solver.name };
  const origin = { channel: 'issue', service: service.name, origin: story.ticketId };
  rows.events.push({ ...event, kind: 'created', at, actor: null, actorName: null, data: origin });
  if (isTaken)
    rows.events.push({
      ...event,
      kind: 'claimed',
      at: at + 1,
      data: { to: solver.name, group: group?.[1] ?? null, status: 'unassigned' },
    });
  const back = { to: service.name, origin: story.ticketId };
  if (guidanceAt !== null) rows.events.push({ ...event, kind: 'guidance_asked', at: guidanceAt, data: back });
  if (answeredAt !== null) {
    rows.events.push({ ...event, kind: 'resolved', at: answeredAt, data: { from: 'processing' } });
    rows.events.push({ ...event, kind: 'answered_back', at: answeredAt, data: back });
  }
  if (isTaken) rows.marks.push({ serviceId, ticketId, usercode: solver.usercode, version, at: updatedAt });
  return answeredAt === null ? 1 : 2;
}

/** What the issue service asks to be told to the customer. */
export function guidanceText(service: SeedService): string {
  return phrases[service.language].guidance;
}
