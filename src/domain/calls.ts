/** Calls that agents promised to customers. The page asks while somebody writes, the server before it stores. */
import { isAdministrator, isAssignee, type Actor, type TicketState } from './permissions.js';

/** `done`: the customer was called; `cancelled`: nobody is going to. */
export const callStates = ['open', 'done', 'cancelled'] as const;
export type CallState = (typeof callStates)[number];

/** A call that was promised for a time. It belongs to the assignee of its ticket. */
export interface PromisedCall {
  readonly callId: number;
  readonly ticketId: string;
  readonly subject: string;
  /** Empty where it is not known. */
  readonly customerName: string;
  readonly at: number;
  readonly phone: string;
  readonly note: string;
  readonly state: CallState;
  /** Who promised it. */
  readonly by: { readonly usercode: string; readonly name: string };
  readonly assignee: { readonly usercode: string; readonly name: string };
  readonly version: number;
}

export interface CallDraft {
  readonly at: number;
  readonly phone: string;
  readonly note: string;
}

/** What is to become of a promised call. What is left out stays. */
export interface CallChange extends Partial<CallDraft> {
  readonly state?: Exclude<CallState, 'open'>;
}

/** What is to happen to a promised call: it is promised, or one that is known changes or ends. */
export type CallStep =
  { readonly promise: CallDraft } | { readonly change: CallChange; readonly callId: number; readonly version: number };

/** Days ahead for which a call can be promised. */
export const farthestDays = 90;
export const farthestCall = farthestDays * 24 * 3_600_000;
/** Most characters of what is to be said. */
export const longestNote = 500;
const longestPhone = 30;

export type CallProblem = 'required' | 'past' | 'too_far' | 'invalid' | 'length';

/** What is wrong with the time of a call, or null. */
export function timeProblem(at: number | null, now: number): CallProblem | null {
  if (at === null || !Number.isFinite(at)) return 'required';
  if (at <= now) return 'past';
  return at > now + farthestCall ? 'too_far' : null;
}

/** What is wrong with a telephone number, or null: digits, with signs between them and a plus before; none that is masked. */
export function phoneProblem(phone: string): CallProblem | null {
  const text = phone.trim();
  if (text === '') return 'required';
  if (text.length > longestPhone) return 'length';
  if (/\*{2}/.test(text)) return 'invalid';
  const digits = text.replace(/\D/g, '').length;
  return /^\+?[\d\s().#*-]+$/.test(text) && digits >= 3 && digits <= 20 ? null : 'invalid';
}

export function noteProblem(note: string): CallProblem | null {
  return note.length > longestNote ? 'length' : null;
}

/** Why an agent cannot promise a call about a ticket; null where it can be done. */
export function callRefusal(ticket: TicketState, actor: Actor): 'wrong_status' | 'not_assignee' | null {
  if (ticket.spam || ticket.assignee === null || ticket.status === 'completed') return 'wrong_status';
  return isAssignee(ticket, actor) || isAdministrator(actor) ? null : 'not_assignee';
}

/**
 * Why an agent cannot change a promised call; null where it can be done. What became of its ticket keeps nobody from
 * ending it whose call it is.
 */
export function callChangeRefusal(
  ticket: TicketState,
  call: Pick<PromisedCall, 'assignee'>,
  actor: Actor,
  isEnd: boolean,
): 'wrong_status' | 'not_assignee' | null {
  const isOwn = isAssignee(ticket, actor) || call.assignee.usercode === actor.usercode;
  if (!isOwn && !isAdministrator(actor)) return 'not_assignee';
  return !isEnd && callRefusal(ticket, actor) === 'wrong_status' ? 'wrong_status' : null;
}
