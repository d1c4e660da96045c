import type { Condition } from './conditions.js';
import type { Figure, Status } from './types.js';

const shown: Condition = { about: 'spam', is: false };
const mine: Condition = { about: 'assignee', is: 'me' };

/** The five statuses of a ticket that was transferred and is not resolved yet. */
export const transferStatuses: readonly Status[] = [
  'issue_transferred',
  'issue_answered',
  'dooray_transferred',
  'dooray_in_progress',
  'dooray_answered',
];

/** The tickets that a figure of the board counts, and that its list shows. */
export const figureConditions: Readonly<Record<Figure, readonly Condition[]>> = {
  'all.receivedToday': [shown, { about: 'created', since: 'today' }],
  'all.resolvedToday': [shown, { about: 'resolved', since: 'today', by: 'anyone' }],
  'all.processing': [shown, { about: 'status', in: ['processing'] }],
  'all.pending': [shown, { about: 'status', in: ['pending'] }],
  'all.unassigned': [shown, { about: 'status', in: ['unassigned'] }],
  // The rate itself is a share; it opens the tickets that it is a share of.
  'all.handlingRate': [shown, { about: 'created', since: 'day' }],
  'my.resolvedToday': [shown, { about: 'resolved', since: 'today', by: 'me' }],
  'my.processing': [shown, mine, { about: 'status', in: ['processing'] }],
  'my.pending': [shown, mine, { about: 'status', in: ['pending'] }],
  'my.transferring': [shown, { about: 'transferred', to: 'any', by: 'me' }, { about: 'status', in: transferStatuses }],
  'my.promisedCalls': [shown, { about: 'promised', to: 'me', due: false }],
  'my.promisedCallsDue': [shown, { about: 'promised', to: 'me', due: true }],
  'my.customerGuidance': [shown, mine, { about: 'guidance', is: true }],
};

/** Whole percent, or null when nothing was received: there is no rate of nothing. */
export function handlingRate(handled: number, received: number): number | null {
  return received === 0 ? null : Math.round((handled / received) * 100);
}
