import type { Status } from './types.js';

/**
 * A statement about a ticket, as data: `matches` evaluates it here, the server turns it into SQL, so that a list, its
 * count and a figure of the board cannot differ.
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
  | { readonly about: 'guidance'; readonly is: boolean };

/** `today` begins at midnight of the service's time zone, `day` 24 hours ago. */
export type Since = 'today' | 'day';

/** Who looks, and when. */
export interface Viewer {
  readonly usercode: string;
  readonly groups: readonly number[];
  readonly now: number;
  /** Midnight of the service's time zone before `now`. */
  readonly today: number;
}

/** As much of a ticket as conditions look at. */
export interface TicketFacts {
  readonly status: Status;
  readonly spam: boolean;
  readonly assignee: string | null;
  readonly groupId: number | null;
  readonly transfer: { readonly kind: 'issue' | 'dooray'; readonly by: string } | null;
  readonly starred: boolean;
  readonly createdAt: number;
  readonly resolvedAt: number | null;
  readonly resolvedBy: string | null;
  /** Reserved calls not yet done. */
  readonly promised: readonly { readonly by: string; readonly at: number }[];
  readonly guidance: boolean;
}

const day = 24 * 3_600_000;

export function sinceTime(since: Since, viewer: Viewer): number {
  return since === 'today' ? viewer.today : viewer.now - day;
}

/** Whether a ticket meets every condition. */
export function matches(conditions: readonly Condition[], ticket: TicketFacts, viewer: Viewer): boolean {
  return conditions.every((condition) => meets(condition, ticket, viewer));
}

function meets(condition: Condition, ticket: TicketFacts, viewer: Viewer): boolean {
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
      return ticket.promised.some(({ by, at }) => by === viewer.usercode && (!condition.due || at <= viewer.now));
    case 'guidance':
      return ticket.guidance === condition.is;
  }
}
