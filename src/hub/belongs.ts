import { matches } from '../domain/conditions.js';
import type { Session, TicketQuery, TicketRow } from '../domain/types.js';
import { conditionsOf } from '../domain/views.js';
import { startOfDay } from '../util/time-zone.js';

/** Whether a ticket is of a list, by the same conditions that the server reads; null where that cannot be told here. */
export function belongs(row: TicketRow, query: TicketQuery, { agent, service }: Session, now: number): boolean | null {
  return matches(conditionsOf(query), factsOf(row), {
    usercode: agent.usercode,
    groups: agent.groups.map(({ groupId }) => groupId),
    now,
    today: startOfDay(now, service.timeZone),
    timeZone: service.timeZone,
  });
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
    priority: row.priority,
    channel: row.channel,
    language: row.language,
    creator: row.creator?.usercode ?? null,
    reason: row.reason,
    resolution: row.resolution,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    resolvedAt: row.resolvedAt,
    // As good as always the one who holds it.
    resolvedBy: row.resolvedAt === null ? null : assignee,
    // Not part of a row.
    promised: null,
    guidance: row.guidance !== null,
  };
}
