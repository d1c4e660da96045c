import type { Api } from '../api/api.js';
import { matches } from '../domain/conditions.js';
import type { Session, TicketQuery, TicketRow } from '../domain/types.js';
import { conditionsOf } from '../domain/views.js';
import { startOfDay } from '../util/time-zone.js';

/** What the window must be told of lists. */
export interface ListFacts {
  /** Whether a ticket is of a list; null where that cannot be told here. */
  belongs(row: TicketRow, query: TicketQuery): boolean | null;
  /** Number of tickets of a list that the server does not count for a page. */
  countOf(query: TicketQuery, signal: AbortSignal): Promise<number>;
}

/** What the page can tell of lists by itself, from the same conditions that the server reads. */
export function createLists(
  api: Pick<Api, 'counts' | 'tickets'>,
  session: () => Session | undefined,
  serverNow: () => number,
): ListFacts {
  return {
    belongs(row, query) {
      const known = session();
      // Reserved calls are not part of a row.
      if (!known || query.figure?.startsWith('my.promised')) return null;
      const { agent, service } = known;
      const now = serverNow();
      return matches(conditionsOf(query), factsOf(row), {
        usercode: agent.usercode,
        groups: agent.groups.map(({ groupId }) => groupId),
        now,
        today: startOfDay(now, service.timeZone),
      });
    },
    async countOf(query, signal) {
      const { view, sort: _sort, descending: _descending, ...filters } = query;
      const isPlain = Object.values(filters).every((value) => value === undefined);
      if (isPlain) return (await api.counts(signal))[view];
      // The place of the last row tells how many there are.
      const { position } = await api.tickets(query, { at: 1 }, 1, signal);
      return position ? position.index + 1 : 0;
    },
  };
}

function factsOf(row: TicketRow): Parameters<typeof matches>[1] {
  const assignee = row.assignee?.usercode ?? null;
  return {
    status: row.status,
    spam: row.spam,
    assignee,
    groupId: row.group?.groupId ?? null,
    transfer: row.transfer && { kind: row.transfer.kind, by: row.transfer.by.usercode },
    starred: row.starred,
    createdAt: row.createdAt,
    resolvedAt: row.resolvedAt,
    // As good as always the one who holds it.
    resolvedBy: row.resolvedAt === null ? null : assignee,
    promised: [],
    guidance: row.guidance !== null,
  };
}
