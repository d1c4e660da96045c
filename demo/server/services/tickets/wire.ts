import { actionsFor } from '../../../../src/domain/rules.js';
import type { ServiceRules } from '../../../../src/domain/permissions.js';
import type { Customer, Person, Session, Ticket, TicketRow } from '../../../../src/domain/types.js';
import type { customers, tickets } from '../../db/schema.js';

/** A ticket as it is stored. */
export type TicketRecord = typeof tickets.$inferSelect;
type CustomerRecord = typeof customers.$inferSelect;

/** A stored ticket with what the list shows beside it. */
export interface FullRecord {
  readonly ticket: TicketRecord;
  readonly customer: CustomerRecord | null;
  /** Version that this agent has seen, or null. */
  readonly seen: number | null;
}

export function rulesOf({ service, capabilities }: Session): ServiceRules {
  return { kind: service.kind, capabilities };
}

function personOf(usercode: string | null, name: string | null): Person | null {
  return usercode === null ? null : { usercode, name: name || usercode };
}

export function assigneeOf(ticket: Pick<TicketRecord, 'assignee' | 'assigneeName'>): Person | null {
  return personOf(ticket.assignee, ticket.assigneeName);
}

/** The address is the one that answers go to. */
function customerOf(record: CustomerRecord | null, answerTo: string | null): Customer | null {
  if (!record) return null;
  const { customerId, usercode, name, email, phone } = record;
  return { customerId, usercode, name, email: answerTo ?? email, phone };
}

function transferOf(ticket: TicketRecord): TicketRow['transfer'] {
  if (ticket.transferKind === null) return null;
  return {
    kind: ticket.transferKind,
    linkedId: ticket.transferLinkedId,
    taskId: ticket.transferTaskId,
    to: ticket.transferTo ?? '',
    url: ticket.transferUrl,
    state: ticket.transferState ?? 'sent',
    problem: ticket.transferProblem,
    at: ticket.transferAt ?? ticket.createdAt,
    by: personOf(ticket.transferBy, ticket.transferByName) ?? { usercode: '', name: '' },
  };
}

function guidanceOf({ guidanceAt, guidanceText, guidanceBy }: TicketRecord): TicketRow['guidance'] {
  return guidanceAt === null ? null : { text: guidanceText ?? '', by: guidanceBy ?? '', at: guidanceAt };
}

/** An agent of another service has no usercode here. */
function creatorOf({ creator, creatorName, originTicketId }: TicketRecord): Person | null {
  return personOf(creator ?? (originTicketId && creatorName ? '' : null), creatorName);
}

function originOf({ originService, originName, originTicketId, originGuidance }: TicketRecord): TicketRow['origin'] {
  if (originTicketId === null) return null;
  return { service: originName ?? originService ?? '', ticketId: originTicketId, guidance: originGuidance };
}

/** A row of the list, with what this agent may do now. */
export function toRow({ ticket, customer, seen }: FullRecord, session: Session): TicketRow {
  const assignee = assigneeOf(ticket);
  return {
    ticketId: ticket.ticketId,
    version: ticket.version,
    status: ticket.status,
    spam: ticket.spam,
    resolution: ticket.resolution,
    reason: ticket.reason,
    subject: ticket.subject,
    priority: ticket.priority,
    channel: ticket.channel,
    language: ticket.language,
    categoryId: ticket.categoryId,
    handlingTypeId: ticket.handlingTypeId,
    group: ticket.groupId === null ? null : { groupId: ticket.groupId, name: ticket.groupName },
    assignee,
    creator: creatorOf(ticket),
    customer: customerOf(customer, ticket.answerTo),
    starred: ticket.starred,
    unread: seen === null || seen < (ticket.touched.customer ?? 1),
    transfer: transferOf(ticket),
    origin: originOf(ticket),
    guidance: guidanceOf(ticket),
    createdAt: ticket.createdAt,
    updatedAt: ticket.updatedAt,
    resolvedAt: ticket.resolvedAt,
    actions: actionsFor({ status: ticket.status, spam: ticket.spam, assignee }, session.agent, rulesOf(session)),
  };
}

export function toTicket(record: FullRecord, session: Session): Ticket {
  return { ...toRow(record, session), fields: record.ticket.fields };
}
