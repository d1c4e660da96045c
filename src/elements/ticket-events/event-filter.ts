import type { TicketEvent } from '../../domain/types.js';

/** What an agent looks for in the log of a ticket. */
export const eventGroups = ['course', 'assignment', 'edit', 'mask', 'transfer', 'other'] as const;
export type EventGroup = (typeof eventGroups)[number];

export interface EventFilter {
  /** Null for all. */
  readonly group: EventGroup | null;
  /** As the list names them; null for everybody. */
  readonly actor: string | null;
}

export const noFilter: EventFilter = { group: null, actor: null };

const members: Readonly<Record<Exclude<EventGroup, 'other'>, RegExp>> = {
  course:
    /^(?:created|customer_wrote|automatic_mail|followed|resolved|held|commented|resolved_internally|completed|restored|deleted|mail_\w+)$/,
  assignment: /^(?:claimed|forwarded|assigned|group_set|trigger_without_\w+)$/,
  edit: /^(?:\w+_changed|starred|unstarred)$/,
  mask: /^(?:masked|unmasked|mask_purged)$/,
  transfer: /^(?:issue_\w+|answered_back|guidance_\w+|dooray_\w+)$/,
};

/** Kinds that a server knows and the page does not are among the others; so is what was sent elsewhere. */
export function groupOf({ kind }: Pick<TicketEvent, 'kind'>): EventGroup {
  const isCall = kind.startsWith('call_');
  const found = isCall ? undefined : eventGroups.find((group) => group !== 'other' && members[group].test(kind));
  return found ?? 'other';
}

/** Events that a filter lets through. `actorOf` says who did one, in the words of the page. */
export function filtered(
  events: readonly TicketEvent[],
  { group, actor }: EventFilter,
  actorOf: (event: TicketEvent) => string,
): readonly TicketEvent[] {
  return events.filter(
    (event) => (group === null || groupOf(event) === group) && (actor === null || actorOf(event) === actor),
  );
}
