import { figureConditions } from './board.js';
import type { ChoiceField, Condition, TextField, TimeField } from './conditions.js';
import { isSearch, kindOf, searchFields, type ConditionValue, type Period, type SearchField } from './search.js';
import type { TicketQuery, View } from './types.js';

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
export function conditionsOf(query: Omit<TicketQuery, 'sort' | 'descending' | 'fields'>): Condition[] {
  const conditions = [...viewConditions[query.view]];
  if (query.figure) conditions.push(...figureConditions[query.figure]);
  if (query.group !== undefined) conditions.push({ about: 'group', is: query.group });
  if (query.transfer) conditions.push({ about: 'transferred', to: query.transfer, by: 'anyone' });
  if (query.starred !== undefined) conditions.push({ about: 'starred', is: query.starred });
  if (query.unread !== undefined) conditions.push({ about: 'unread', is: query.unread });
  if (isSearch(query)) conditions.push(...searchConditions(query));
  return conditions;
}

function searchConditions({ q, where = {} }: Pick<TicketQuery, 'q' | 'where'>): Condition[] {
  const { created = {}, ...others } = where;
  const conditions: Condition[] = [{ about: 'time', of: 'created', during: created as Period }];
  conditions.push(...Object.entries(others).map(([field, value]) => conditionOf(field, value)));
  if (q) conditions.push({ about: 'text', of: 'any', holds: q });
  return conditions;
}

function conditionOf(field: string, value: ConditionValue): Condition {
  if (field.startsWith('f.')) return { about: 'field', code: field.slice(2), meets: value };
  const kind = searchFields[field as SearchField];
  if (kind !== kindOf(value)) throw new TypeError(`${field} is not asked for by a ${kindOf(value)}`);
  switch (kind) {
    case 'period':
      return { about: 'time', of: field as TimeField, during: value as Period };
    case 'choice':
      return { about: 'choice', of: field as ChoiceField, in: value as readonly string[] };
    case 'text':
      return { about: 'text', of: field as TextField, holds: value as string };
  }
}
