import type { Action, Reason, Status } from './types.js';
import type { Standing } from './permissions.js';

/** What happens beside the change of status. */
export const effects = [
  'event',
  'message',
  'resolve_mail',
  'hold_mail',
  'assign_self',
  'assign_other',
  'resolution_customer',
  'resolution_internal',
  'spam_on',
  'spam_off',
  'guidance_done',
  'tombstone',
  'remote_ticket',
  'remote_task',
  'remote_comment',
  'withdraw_mail',
  'notify_assignee',
  'linked_ticket',
] as const;
export type Effect = (typeof effects)[number];

/** A status, the status held before, no change, or nothing left. */
export type Target = Status | 'same' | 'former' | 'gone';

/** What a row asks beside status and person. */
export type Guard =
  'unassigned' | 'reason' | 'spam_reason' | 'other_reason' | 'issue_target' | 'dooray' | 'own_open_mail';

/** One row of the transition table: who may do what, from where, to where, and what follows. */
export interface Transition {
  readonly id: string;
  readonly action: Action;
  readonly from: readonly Status[];
  /** Whether it applies to tickets in the spam box. */
  readonly spam: 'no' | 'only' | 'either';
  readonly who: Standing;
  readonly guards: readonly Guard[];
  readonly to: Target;
  readonly effects: readonly Effect[];
  /** The other side still has the ticket: the agent must say that this is meant. */
  readonly confirm?: boolean;
}

const open: readonly Status[] = ['processing', 'pending', 'issue_answered', 'dooray_answered'];
const away: readonly Status[] = ['issue_transferred', 'dooray_transferred', 'dooray_in_progress'];
const anyStatus: readonly Status[] = [
  'unassigned',
  'processing',
  'pending',
  ...away,
  'issue_answered',
  'dooray_answered',
  'resolved',
  'completed',
];

const resolved: readonly Effect[] = ['message', 'resolve_mail', 'resolution_customer', 'guidance_done', 'event'];
const internal: readonly Effect[] = ['message', 'resolution_internal', 'event'];

/** Everything an agent can do. What no row names is refused. */
export const transitions: readonly Transition[] = [
  row('T-04', 'claim', ['unassigned'], 'agent', 'processing', ['assign_self', 'event'], { guards: ['unassigned'] }),
  row('T-05', 'forward', ['unassigned'], 'forwarder', 'processing', ['assign_other', 'event']),
  row('T-06', 'forward', ['processing'], 'forwarder', 'processing', ['assign_other', 'event']),
  row('T-06b', 'forward', ['pending'], 'forwarder', 'processing', ['assign_other', 'event']),
  row('T-06c', 'forward', ['issue_answered', 'dooray_answered'], 'forwarder', 'processing', ['assign_other', 'event']),
  row('T-07', 'hold', open, 'assignee', 'pending', ['message', 'hold_mail', 'guidance_done', 'event']),
  row('T-08', 'resolve', open, 'assignee', 'resolved', resolved),
  row('T-08', 'resolve', away, 'assignee', 'resolved', resolved, { confirm: true }),
  row('T-09', 'comment', anyStatus, 'agent', 'same', ['message'], { spam: 'either' }),
  row('T-10', 'internal', ['unassigned'], 'agent', 'resolved', internal, { guards: ['other_reason'] }),
  row('T-10', 'internal', open, 'assignee', 'resolved', internal, { guards: ['other_reason'] }),
  row('T-11', 'internal', ['unassigned'], 'agent', 'resolved', [...internal, 'spam_on'], { guards: ['spam_reason'] }),
  row('T-11', 'internal', open, 'assignee', 'resolved', [...internal, 'spam_on'], { guards: ['spam_reason'] }),
  row('T-12', 'restore', anyStatus, 'admin', 'former', ['spam_off', 'event'], { spam: 'only' }),
  row('T-13', 'delete', anyStatus, 'admin', 'gone', ['tombstone'], { spam: 'only', confirm: true }),
  row('T-14', 'transfer_issue', open, 'agent', 'issue_transferred', ['remote_ticket', 'event'], {
    guards: ['issue_target'],
  }),
  row('T-17', 'transfer_dooray', open, 'agent', 'dooray_transferred', ['remote_task', 'event'], { guards: ['dooray'] }),
  row('T-21', 'dooray_comment', ['dooray_transferred', 'dooray_in_progress'], 'agent', 'same', ['remote_comment'], {
    guards: ['dooray'],
  }),
  row('T-22', 'complete', ['resolved'], 'admin', 'completed', ['event']),
  row('T-25', 'undo_mail', ['resolved', 'pending'], 'agent', 'former', ['withdraw_mail', 'event'], {
    guards: ['own_open_mail'],
  }),
  row('R-091', 'star', anyStatus, 'agent', 'same', ['event']),
  row('R-213', 'edit', anyStatus, 'agent', 'same', ['event']),
];

/** Things that happen to a ticket without an agent. */
export const causes = [
  'created',
  'trigger',
  'issue_finished',
  'guidance_asked',
  'dooray_registered',
  'dooray_working',
  'dooray_closed',
  'customer_writes',
] as const;
export type Cause = (typeof causes)[number];

/** One row of what the system does. An empty `from` means that there is no ticket before. */
export interface SystemTransition {
  readonly id: string;
  readonly cause: Cause;
  readonly from: readonly Status[];
  readonly to: Target;
  readonly effects: readonly Effect[];
}

/** Dooray! names no order of its states: each of them leads to its own status, from any of the three. */
export const atDooray: readonly Status[] = ['dooray_transferred', 'dooray_in_progress', 'dooray_answered'];

export const systemTransitions: readonly SystemTransition[] = [
  { id: 'T-01', cause: 'created', from: [], to: 'unassigned', effects: ['message', 'event'] },
  { id: 'T-03', cause: 'trigger', from: ['unassigned'], to: 'processing', effects: ['assign_other', 'event'] },
  {
    id: 'T-15',
    cause: 'issue_finished',
    from: ['issue_transferred'],
    to: 'issue_answered',
    effects: ['message', 'notify_assignee', 'event'],
  },
  { id: 'T-16', cause: 'guidance_asked', from: ['issue_transferred'], to: 'same', effects: ['event'] },
  { id: 'T-20', cause: 'dooray_registered', from: atDooray, to: 'dooray_transferred', effects: ['event'] },
  { id: 'T-18', cause: 'dooray_working', from: atDooray, to: 'dooray_in_progress', effects: ['event'] },
  { id: 'T-19', cause: 'dooray_closed', from: atDooray, to: 'dooray_answered', effects: ['notify_assignee', 'event'] },
  {
    id: 'T-24',
    cause: 'customer_writes',
    from: ['pending', 'resolved'],
    to: 'processing',
    effects: ['message', 'notify_assignee', 'event'],
  },
  { id: 'T-24', cause: 'customer_writes', from: ['completed'], to: 'same', effects: ['linked_ticket', 'event'] },
  {
    id: 'T-24',
    cause: 'customer_writes',
    from: ['unassigned', 'processing', ...away, 'issue_answered', 'dooray_answered'],
    to: 'same',
    effects: ['message', 'notify_assignee', 'event'],
  },
];

/** Whether a row that asks for a kind of reason takes this one. Without a reason named, either row will do. */
export function reasonFits(guards: readonly Guard[], reason: Reason | undefined): boolean {
  if (reason === undefined) return true;
  if (guards.includes('spam_reason')) return reason === 'spam';
  if (guards.includes('other_reason')) return reason !== 'spam';
  return true;
}

function row(
  id: string,
  action: Action,
  from: readonly Status[],
  who: Standing,
  to: Target,
  rowEffects: readonly Effect[],
  more: Partial<Pick<Transition, 'guards' | 'spam' | 'confirm'>> = {},
): Transition {
  return { id, action, from, who, to, effects: rowEffects, spam: 'no', guards: [], ...more };
}
