import { timeText } from '../../base/time-text.js';
import { isWebAddress } from '../../base/web-address.js';
import { pathOf } from '../../domain/tree.js';
import type { Session, Settings, Ticket } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import { safeName } from '../../util/safe-name.js';

/** One fact of a ticket as it is read: what it is called, and what it is. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  /** Where it leads, outside the page. */
  readonly href?: string;
  /** Nothing is known or set; shown muted. */
  readonly empty?: boolean;
}

/** What facts are told in: the words, the language and the zone of the service. */
export interface Telling {
  readonly texts: Texts;
  readonly language: string;
  readonly session: Session | undefined;
  readonly settings: Settings | undefined;
}

/** The zone in which the service tells its times. */
export function zoneOf(session: Session | undefined): string {
  return session?.service.timeZone ?? 'UTC';
}

/** Who brought a ticket in: an agent, the customer, or neither. */
export function creatorOf({ creator, customer }: Ticket, texts: Texts): string {
  return safeName(creator?.name ?? customer?.name ?? '') || texts.ticketInfo.system;
}

/** Every fact of a ticket beside its subject and its status. */
export function factsOf(ticket: Ticket, telling: Telling): readonly Fact[] {
  const { texts, settings } = telling;
  const words = texts.ticketInfo;
  const optional = (name: string, value: string | null | undefined, none: string): Fact =>
    value ? { name, value } : { name, value: none, empty: true };
  const when = (at: number) => timeText(at, telling.language, zoneOf(telling.session), 'exact');
  return [
    optional(words.group, ticket.group?.name, words.noGroup),
    optional(words.assignee, ticket.assignee?.name, words.nobody),
    { name: words.creator, value: creatorOf(ticket, texts) },
    { name: words.priority, value: texts.priority[ticket.priority] },
    { name: words.channel, value: texts.channel[ticket.channel] },
    { name: words.language, value: texts.language[ticket.language] },
    optional(words.category, pathOf(settings?.categories ?? [], ticket.categoryId), words.unset),
    optional(words.handlingType, pathOf(settings?.handlingTypes ?? [], ticket.handlingTypeId), words.unset),
    ...transferFacts(ticket, telling, when),
    { name: words.ticketId, value: ticket.ticketId },
    { name: words.created, value: when(ticket.createdAt) },
    { name: words.updated, value: when(ticket.updatedAt) },
    ...(ticket.resolvedAt === null ? [] : [{ name: words.resolvedAt, value: when(ticket.resolvedAt) }]),
  ];
}

function transferFacts(ticket: Ticket, { texts }: Telling, when: (at: number) => string): readonly Fact[] {
  const words = texts.ticketInfo;
  const { transfer, origin, guidance } = ticket;
  const facts: Fact[] = [];
  if (transfer) {
    const { kind, state, linkedId, taskId, url } = transfer;
    const what = state === 'failed' ? words.transferFailed : words[kind];
    const value = [what, safeName(transfer.to), safeName(transfer.by.name), when(transfer.at)].filter(Boolean);
    facts.push({ name: words.transfer, value: value.join(' · ') });
    if (linkedId) facts.push({ name: words.linked, value: linkedId });
    if (url && isWebAddress(url)) facts.push({ name: words.task, value: words.openTask, href: url });
    else if (taskId) facts.push({ name: words.task, value: taskId });
  }
  if (origin) facts.push({ name: words.origin, value: `${safeName(origin.service)} · ${origin.ticketId}` });
  if (guidance) {
    const told = words.guidanceBy({ by: safeName(guidance.by), at: when(guidance.at) });
    facts.push({ name: words.guidance, value: `${guidance.text} (${told})` });
  }
  return facts;
}

/** How a ticket was resolved, when that needs saying beside its status. */
export function resolutionOf(ticket: Ticket, texts: Texts): string | null {
  if (ticket.resolution !== 'internal') return null;
  return ticket.reason
    ? texts.ticketInfo.internal({ reason: texts.reason[ticket.reason] })
    : texts.ticketInfo.internalBare;
}
