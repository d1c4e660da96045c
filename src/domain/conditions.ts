import { noValue, type ConditionValue, type Period, type SearchField } from './search.js';
import { createdSpan, spanOf, type Span } from './periods.js';
import type { Channel, Language, Priority, Reason, Status } from './types.js';

/**
 * A statement about a ticket, as data: `matches` evaluates it here, the server turns it into SQL, so that a list, its
 * count and a figure of the board cannot differ. What a search asks for beyond the facts of a row is only known to the
 * server.
 */
export type Condition =
  | { readonly about: 'spam'; readonly is: boolean }
  | { readonly about: 'status'; readonly in: readonly Status[] }
  | { readonly about: 'assignee'; readonly is: 'me' }
  | { readonly about: 'group'; readonly is: 'mine' | number }
  | { readonly about: 'transferred'; readonly to: 'issue' | 'dooray' | 'any'; readonly by: 'me' | 'anyone' }
  | { readonly about: 'starred'; readonly is: boolean }
  | { readonly about: 'created'; readonly since: Since }
  | { readonly about: 'resolved'; readonly since: Since; readonly by: 'me' | 'anyone' }
  | { readonly about: 'promised'; readonly to: 'me'; readonly due: boolean }
  | { readonly about: 'guidance'; readonly is: boolean }
  | { readonly about: 'unread'; readonly is: boolean }
  | { readonly about: 'time'; readonly of: TimeField; readonly during: Period }
  | { readonly about: 'choice'; readonly of: ChoiceField; readonly in: readonly string[] }
  | { readonly about: 'text'; readonly of: TextField; readonly holds: string }
  | { readonly about: 'field'; readonly code: string; readonly meets: ConditionValue };

/** Facts that are a moment. */
export type TimeField = Extract<SearchField, 'created' | 'updated' | 'resolved'>;

/** Facts that are one of some values. */
export type ChoiceField = Extract<
  SearchField,
  | 'status'
  | 'priority'
  | 'channel'
  | 'language'
  | 'category'
  | 'handlingType'
  | 'groups'
  | 'assignee'
  | 'creator'
  | 'reason'
  | 'resolution'
>;

/** Texts; `any` are all that free text is looked for in. */
export type TextField = Exclude<SearchField, TimeField | ChoiceField> | 'any';

/** `today` begins at midnight of the service's time zone, `day` 24 hours ago. */
export type Since = 'today' | 'day';

/** Who looks, and when. */
export interface Viewer {
  readonly usercode: string;
  readonly groups: readonly number[];
  readonly now: number;
  /** Midnight of the service's time zone before `now`. */
  readonly today: number;
  /** Of the service. */
  readonly timeZone: string;
}

/** As much of a ticket as conditions look at. */
export interface TicketFacts {
  readonly status: Status;
  readonly spam: boolean;
  readonly assignee: string | null;
  readonly groupId: number | null;
  readonly transfer: { readonly kind: 'issue' | 'dooray'; readonly by: string } | null;
  readonly starred: boolean;
  readonly priority: Priority;
  readonly channel: Channel;
  readonly language: Language;
  readonly creator: string | null;
  readonly reason: Reason | null;
  readonly resolution: 'customer' | 'internal' | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly resolvedAt: number | null;
  readonly resolvedBy: string | null;
  /** Reserved calls not yet done; null where they are not known. */
  readonly promised: readonly { readonly by: string; readonly at: number }[] | null;
  readonly guidance: boolean;
}

const day = 24 * 3_600_000;

export function sinceTime(since: Since, viewer: Viewer): number {
  return since === 'today' ? viewer.today : viewer.now - day;
}

/** Whether a ticket meets every condition; null where that cannot be told from these facts. */
export function matches(conditions: readonly Condition[], ticket: TicketFacts, viewer: Viewer): boolean | null {
  let known = true;
  for (const condition of conditions) {
    const met = meets(condition, ticket, viewer);
    if (met === false) return false;
    if (met === null) known = false;
  }
  return known || null;
}

function meets(condition: Condition, ticket: TicketFacts, viewer: Viewer): boolean | null {
  switch (condition.about) {
    case 'spam':
      return ticket.spam === condition.is;
    case 'status':
      return condition.in.includes(ticket.status);
    case 'assignee':
      return ticket.assignee === viewer.usercode;
    case 'group':
      if (ticket.groupId === null) return false;
      return condition.is === 'mine' ? viewer.groups.includes(ticket.groupId) : ticket.groupId === condition.is;
    case 'transferred':
      return (
        ticket.transfer !== null &&
        (condition.to === 'any' || ticket.transfer.kind === condition.to) &&
        (condition.by === 'anyone' || ticket.transfer.by === viewer.usercode)
      );
    case 'starred':
      return ticket.starred === condition.is;
    case 'created':
      return ticket.createdAt >= sinceTime(condition.since, viewer);
    case 'resolved':
      return (
        ticket.resolvedAt !== null &&
        ticket.resolvedAt >= sinceTime(condition.since, viewer) &&
        (condition.by === 'anyone' || ticket.resolvedBy === viewer.usercode)
      );
    case 'promised':
      if (!ticket.promised) return null;
      return ticket.promised.some(({ by, at }) => by === viewer.usercode && (!condition.due || at <= viewer.now));
    case 'guidance':
      return ticket.guidance === condition.is;
    case 'time':
      return isWithin(ticket[`${condition.of}At`], timeSpan(condition, viewer));
    case 'choice': {
      const value = chosen(condition.of, ticket);
      return value === undefined ? null : condition.in.includes(value ?? noValue);
    }
    case 'unread':
    case 'text':
    case 'field':
      return null;
  }
}

/** The stretch of time that a condition asks for. A search is one for tickets of half a year unless told. */
export function timeSpan(
  { of, during }: Extract<Condition, { about: 'time' }>,
  { now, timeZone }: Pick<Viewer, 'now' | 'timeZone'>,
): Span {
  return of === 'created' ? createdSpan(during, now, timeZone) : spanOf(during, now, timeZone);
}

function isWithin(time: number | null, { from, to }: Span): boolean {
  return time !== null && time >= (from ?? -Infinity) && time <= (to ?? Infinity);
}

/** The value that a choice is about; undefined where it takes a tree to tell. */
function chosen(of: ChoiceField, ticket: TicketFacts): string | null | undefined {
  switch (of) {
    case 'category':
    case 'handlingType':
      return undefined;
    case 'groups':
      return ticket.groupId === null ? null : String(ticket.groupId);
    default:
      return ticket[of];
  }
}
