import type { Condition } from './conditions.js';
import type { TicketQuery, View } from './types.js';
import { figureConditions } from './board.js';

const shown: Condition = { about: 'spam', is: false };
const mine: Condition = { about: 'assignee', is: 'me' };

/** What each of the nine menu views holds. Spam is in its own box and nowhere else. */
export const viewConditions: Readonly<Record<View, readonly Condition[]>> = {
  mine_processing: [shown, mine, { about: 'status', in: ['processing'] }],
  mine_pending: [shown, mine, { about: 'status', in: ['pending'] }],
  mine_resolved: [shown, mine, { about: 'status', in: ['resolved'] }],
  mine_completed: [shown, mine, { about: 'status', in: ['completed'] }],
  all: [shown],
  unassigned: [shown, { about: 'status', in: ['unassigned'] }],
  group: [shown, { about: 'group', is: 'mine' }],
  transferred: [shown, { about: 'transferred', to: 'any', by: 'anyone' }],
  spam: [{ about: 'spam', is: true }],
};

/** The statements that every ticket of a list meets. */
export function conditionsOf(
  query: Pick<TicketQuery, 'view' | 'group' | 'transfer' | 'figure' | 'starred'>,
): Condition[] {
  const conditions = [...viewConditions[query.view]];
  if (query.figure) conditions.push(...figureConditions[query.figure]);
  if (query.group !== undefined) conditions.push({ about: 'group', is: query.group });
  if (query.transfer) conditions.push({ about: 'transferred', to: query.transfer, by: 'anyone' });
  if (query.starred !== undefined) conditions.push({ about: 'starred', is: query.starred });
  return conditions;
}
