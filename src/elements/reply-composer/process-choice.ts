import { isDraftEnded, isUncertain, type DeskError, type FieldProblem } from '../../base/desk-error.js';
import type { Task } from '../../base/hub-context.js';
import { transferRefusal } from '../../base/transfer-refusal.js';
import { mailFollows, needsHandlingType, unfilledFields } from '../../domain/processing.js';
import type { ProcessIntent } from '../../events/requests.js';
import { textProblem } from '../../base/text-problem.js';
import type { Attachment, MaskCategory, Reason, Session, Settings, Status, Ticket } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';

export type Choice = ProcessIntent['action'];
/** Everything that is done with what is written: processing the ticket, or a comment on its task. */
export type Step = Choice | 'dooray_comment';

/** What can be chosen, in the order in which it is offered. */
export const choices: readonly Choice[] = ['resolve', 'hold', 'comment', 'internal'];

/** Whether an action is done with what is written. */
export function isStep(action: string): action is Step {
  return action === 'dooray_comment' || choices.some((choice) => choice === action);
}

/** Statuses in which the other side still has the ticket. */
const away: readonly Status[] = ['issue_transferred', 'dooray_transferred', 'dooray_in_progress'];

export function isAway(ticket: Ticket): boolean {
  return away.includes(ticket.status);
}

/** Whether what is written answers somebody; all else is read by agents alone. */
export function isAnswer(choice: Choice): boolean {
  return choice === 'resolve' || choice === 'hold';
}

/** What the empty editor says: what is written there, and for whom. */
export function placeholderOf(choice: Choice | null, { replyComposer: words }: Texts): string {
  if (choice === 'internal') return words.internalPlaceholder;
  return choice && isAnswer(choice) ? words.placeholder : words.commentPlaceholder;
}

/** The choice that holds: the agent's own while it is allowed, else the first that is. */
export function effectiveChoice(ticket: Ticket, wanted: Choice | null): Choice | null {
  const allowed = choices.filter((choice) => ticket.actions.includes(choice));
  return wanted && allowed.includes(wanted) ? wanted : (allowed[0] ?? null);
}

/** Why some choices are not to be had now, in a sentence; null when all are. */
export function whyLimited(ticket: Ticket, session: Session | undefined, texts: Texts): string | null {
  const words = texts.replyComposer;
  if (choices.every((choice) => ticket.actions.includes(choice))) return null;
  if (!choices.some((choice) => ticket.actions.includes(choice))) return words.nothing;
  if (ticket.spam) return words.spam;
  if (ticket.status === 'resolved' || ticket.status === 'completed') return words.closed;
  if (ticket.status === 'unassigned') {
    return ticket.actions.includes('internal') ? words.unclaimedInternal : words.unclaimed;
  }
  const { assignee } = ticket;
  const isOthers = assignee && assignee.usercode !== session?.agent.usercode && session?.agent.role !== 'admin';
  if (isOthers && !ticket.actions.includes('resolve')) return words.assignedToOther({ name: assignee.name });
  return isAway(ticket) ? words.away : null;
}

/** What the customer will receive, said before it is sent. */
export function mailNotice(ticket: Ticket, choice: Choice, texts: Texts): { text: string; warns: boolean } {
  const words = texts.replyComposer;
  if (!mailFollows(choice, ticket)) return { text: words.noMail, warns: false };
  const email = ticket.customer?.email;
  return email ? { text: words.mailTo({ email }), warns: false } : { text: words.noAddress, warns: true };
}

/** What the agent has entered so far. */
export interface Entered {
  readonly choice: Choice;
  /** Whether there is neither a word nor an image. */
  readonly isEmpty: boolean;
  readonly reason: Reason | null;
}

/** The processing that the agent asks for. */
export function intentOf(
  entered: {
    readonly choice: Choice;
    readonly reason: Reason | null;
    readonly confirmed: boolean;
    readonly html: string;
    /** What our copy is to hide. */
    readonly maskCopy: readonly MaskCategory[];
  },
  attachments: readonly Attachment[],
  imageIds: readonly string[],
): ProcessIntent {
  const { choice, reason, confirmed, html, maskCopy } = entered;
  const ids = [...attachments.map(({ attachmentId }) => attachmentId), ...imageIds];
  return {
    action: choice,
    html,
    reason: choice === 'internal' ? (reason ?? undefined) : undefined,
    confirmed: confirmed || undefined,
    attachmentIds: ids.length > 0 ? ids : undefined,
    maskCopy: maskCopy.length > 0 ? maskCopy : undefined,
  };
}

export type Missing = 'needText' | 'needReason' | 'needHandlingType' | 'needFields' | 'needFormats';

/** Whether what keeps an answer from going is something that was not entered. */
export function isMissing(what: string | null): what is Missing {
  return what?.startsWith('need') ?? false;
}

/** What is still missing before a ticket can be processed. */
export function missingOf(entered: Entered, ticket: Ticket, settings: Settings | undefined): Missing | null {
  if (entered.choice === 'internal') {
    if (!entered.reason) return 'needReason';
  } else if (entered.isEmpty) return 'needText';
  const needsType = settings && ticket.handlingTypeId === null && needsHandlingType(entered.choice, settings);
  if (needsType) return 'needHandlingType';
  return unfilledFields(entered.choice, settings?.fields ?? [], ticket).length > 0 ? 'needFields' : null;
}

const missingIn: Readonly<Record<string, Missing>> = {
  html: 'needText',
  reason: 'needReason',
  handlingTypeId: 'needHandlingType',
};

/** What the server found wrong, in the agent's language; of a banned word, the word itself. */
export function problemsOf({ kind, details }: DeskError, { replyComposer: words }: Texts): readonly string[] {
  const said = ({ field, code, message }: FieldProblem): string | undefined => {
    if (kind === 'blocked') return message;
    if (kind !== 'invalid' || code !== 'required') return undefined;
    const missing = field.startsWith('f.') ? 'needFields' : missingIn[field];
    return missing && words[missing];
  };
  return [...new Set((details.fields ?? []).flatMap((problem) => said(problem) ?? []))];
}

/** A refusal in the agent's words: what happened, and what is safe. */
export function refusalOf(
  error: DeskError | undefined,
  action: Task['action'],
  texts: Texts,
  more: MoreTexts | undefined,
): { why: string; safe: string } {
  const words = texts.replyComposer;
  const kind = error?.kind ?? 'server';
  if (error && isDraftEnded(error)) return { why: words.ended, safe: words.endedSafe };
  // No mail is sent of a comment, whatever becomes of it.
  const kept = action === 'dooray_comment' ? (more?.transferRefusal.kept ?? '') : words.safe;
  const safe = isUncertain(kind) ? words.unknown : kept;
  const why = more && transferRefusal(error, action, more);
  if (why) return { why, safe };
  if (kind !== 'conflict') return { why: (error && textProblem(error, texts)) ?? texts.errors[kind], safe };
  const winner = error?.details.winner;
  return { why: winner ? words.winner({ name: winner }) : words.conflict, safe };
}
