import type { Actor, ServiceRules, TicketState } from './permissions.js';
import { needsHandlingType } from './processing.js';
import { allowed, type Why } from './rules.js';
import type { Action, FieldValue, Person, Priority, Reason, Settings, TicketQuery, TicketRow } from './types.js';

/** What can be done to many tickets at once. */
export const bulkActions = [
  'comment',
  'resolve',
  'hold',
  'internal',
  'forward',
  'handling_type',
  'priority',
  'star',
] as const;
export type BulkAction = (typeof bulkActions)[number];

/** The action of the transition table that decides about each ticket. */
export const bulkRule: Readonly<Record<BulkAction, Action>> = {
  comment: 'comment',
  resolve: 'resolve',
  hold: 'hold',
  internal: 'internal',
  forward: 'forward',
  handling_type: 'edit',
  priority: 'edit',
  star: 'star',
};

/** What is to be done to each of the tickets. Which values an action needs is what its single call needs. */
export interface BulkIntent {
  readonly action: BulkAction;
  readonly html?: string;
  readonly reason?: Reason;
  readonly groupId?: number;
  readonly usercode?: string;
  readonly handlingTypeId?: number | null;
  readonly priority?: Priority;
  readonly starred?: boolean;
  readonly values?: Readonly<Record<string, FieldValue>>;
  /** Also tickets that wait for the answer of another service are resolved. */
  readonly confirmed?: boolean;
}

/** Tickets by name, ticked in a list or not, or all of a list but some. */
export type BulkTarget =
  | { readonly ids: readonly string[]; readonly list?: TicketQuery }
  | { readonly query: TicketQuery; readonly except: readonly string[] };

/** Why a ticket is left out. */
export type BulkCode =
  | Why
  | 'confirm_needed'
  | 'needs_handling_type'
  | 'needs_fields'
  | 'forbidden_word'
  | 'code_left'
  | 'gone'
  | 'conflict'
  | 'invalid'
  | 'failed';

export interface BulkRefusal {
  readonly ticketId: string;
  readonly subject: string;
  readonly code: BulkCode;
}

/**
 * Why a run leaves a ticket out, or null where it does what is meant. The same table decides that decides about single
 * calls.
 */
export function bulkRefusal(
  ticket: TicketState & Pick<TicketRow, 'handlingTypeId'>,
  intent: BulkIntent,
  actor: Actor,
  service: ServiceRules & Pick<Settings, 'handlingTypeRequired'>,
): BulkCode | null {
  const action = bulkRule[intent.action];
  const may = (what: Action) => allowed(ticket, what, actor, service, { reason: intent.reason });
  const isEdited = intent.priority !== undefined || intent.handlingTypeId !== undefined;
  const edit = action === 'comment' && isEdited ? may('edit') : null;
  if (edit && !edit.ok) return edit.why;
  const answer = may(action);
  if (!answer.ok) return answer.why;
  if (answer.confirm && !intent.confirmed) return 'confirm_needed';
  const { handlingTypeId = ticket.handlingTypeId } = intent;
  return handlingTypeId === null && needsHandlingType(action, service) ? 'needs_handling_type' : null;
}

/** What a run would do. */
export interface BulkCheck {
  readonly total: number;
  readonly eligible: number;
  /** Mails that will go to customers. */
  readonly mails: number;
  /** Eligible tickets whose customer has no address, so that no mail goes. */
  readonly withoutAddress: number;
  /** How many are left out, by reason. */
  readonly codes: Readonly<Partial<Record<BulkCode, number>>>;
  /** The first of those that are left out, `mostRefusals` at most. */
  readonly refused: readonly BulkRefusal[];
  /** Named tickets that the list in which they were ticked no longer has. */
  readonly absent: readonly string[];
}

/** The numbers that an agent saw and agreed to. */
export type BulkAgreement = Pick<BulkCheck, 'eligible' | 'mails'>;

/** Whether a run would do more than was agreed to, or nothing at all: then the agent is asked again. */
export function outgrows({ eligible, mails }: BulkAgreement, agreed: BulkAgreement): boolean {
  return eligible === 0 || eligible > agreed.eligible || mails > agreed.mails;
}

export const mostRefusals = 200;

export const jobStates = ['running', 'done', 'cancelled'] as const;

/** A run over many tickets. It goes on without the page that began it. */
export interface Job {
  readonly jobId: string;
  /** The request that began it. */
  readonly requestId: string;
  readonly action: BulkAction;
  readonly state: (typeof jobStates)[number];
  readonly total: number;
  readonly succeeded: number;
  readonly failed: number;
  /** Mails queued so far. */
  readonly mails: number;
  readonly by: Person;
  readonly createdAt: number;
  readonly finishedAt: number | null;
}

export const jobItemStates = ['waiting', 'done', 'failed'] as const;

export interface JobItem {
  readonly ticketId: string;
  readonly subject: string;
  readonly state: (typeof jobItemStates)[number];
  readonly code: BulkCode | null;
}

export interface JobPage {
  readonly job: Job;
  readonly items: readonly JobItem[];
  readonly next: string | null;
}
