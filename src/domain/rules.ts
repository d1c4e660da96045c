import type { Action, Reason, Status } from './types.js';
import { actions, reasons } from './types.js';
import type { Actor, ServiceRules, Standing, TicketState } from './permissions.js';
import { standsAs } from './permissions.js';
import type { Cause, Effect, Guard, Target, Transition } from './transitions.js';
import { reasonFits, systemTransitions, transitions } from './transitions.js';

/** Why an action is refused. */
export const refusalReasons = [
  'wrong_status',
  'not_assignee',
  'needs_permission',
  'needs_admin',
  'spam',
  'not_spam',
  'already_assigned',
  'switched_off',
  'no_target',
  'mail_gone',
  'transferred_in',
] as const;
export type Why = (typeof refusalReasons)[number];

export interface Allowed {
  readonly ok: true;
  /** The row of the transition table. */
  readonly id: string;
  readonly to: Target;
  readonly effects: readonly Effect[];
  /** The agent must confirm before it is done. */
  readonly confirm: boolean;
}

export interface Refused {
  readonly ok: false;
  readonly why: Why;
}

export interface Options {
  /** Reason of an internal resolution. */
  readonly reason?: Reason;
  /** The queued mail that is to be taken back. */
  readonly mail?: { readonly author: string; readonly open: boolean };
}

// A list asks for every action of every ticket.
const rowsOf = new Map(actions.map((action) => [action, transitions.filter((row) => row.action === action)]));

/**
 * What an agent's action on a ticket would do, or why it is refused. The one place that decides: buttons, the server
 * and the tests read it.
 */
export function allowed(
  ticket: TicketState,
  action: Action,
  actor: Actor,
  service: ServiceRules,
  options: Options = {},
): Allowed | Refused {
  const rows = (rowsOf.get(action) ?? []).filter((row) => reasonFits(row.guards, options.reason));
  const why =
    standingRefusal(rows, actor) ??
    serviceRefusal(rows, service) ??
    spamRefusal(rows, ticket) ??
    statusRefusal(rows, ticket) ??
    originRefusal(ticket, action, options);
  if (why) return { ok: false, why };
  const row = rows.find(({ from }) => from.includes(ticket.status));
  if (!row) return { ok: false, why: 'wrong_status' };
  if (!standsAs(row.who, ticket, actor)) return { ok: false, why: standingWhy[row.who] };
  if (row.guards.includes('own_open_mail') && !isOwnOpenMail(options, actor)) return { ok: false, why: 'mail_gone' };
  return { ok: true, id: row.id, to: row.to, effects: row.effects, confirm: row.confirm === true };
}

/** Everything an agent may do to a ticket now. Taking a mail back depends on the mail and is not among them. */
export function actionsFor(ticket: TicketState, actor: Actor, service: ServiceRules): Action[] {
  return actions.filter((action) => allowed(ticket, action, actor, service).ok);
}

/**
 * What a cause outside the service does to a ticket, or null where it does nothing. A ticket in the spam box only
 * takes the message; one that nobody holds becomes unassigned where others go back to processing.
 */
export function afterCause(ticket: TicketState, cause: Cause): { to: Target; effects: readonly Effect[] } | null {
  const row = systemTransitions.find((one) => one.cause === cause && one.from.includes(ticket.status));
  if (!row) return null;
  if (ticket.spam) return cause === 'customer_writes' ? { to: 'same', effects: ['message', 'event'] } : null;
  const nobody = row.to === 'processing' && cause === 'customer_writes' && ticket.assignee === null;
  return { to: nobody ? 'unassigned' : row.to, effects: row.effects };
}

/** The status after a step. `former` is the one that was kept when the ticket left it. */
export function statusAfter(to: Exclude<Target, 'gone'>, now: Status, former: Status | null): Status {
  if (to === 'same') return now;
  if (to === 'former') return former ?? 'unassigned';
  return to;
}

const puttingAside: ReadonlySet<Reason> = new Set(['spam', 'abuse', 'duplicate']);

/** For which reasons a ticket can be resolved internally. */
export function reasonsFor({ origin }: Pick<TicketState, 'origin'>): readonly Reason[] {
  const isTransferred = origin !== undefined && origin !== null;
  return isTransferred ? reasons.filter((one) => !puttingAside.has(one)) : reasons;
}

const standingWhy: Readonly<Record<Standing, Why>> = {
  agent: 'wrong_status',
  assignee: 'not_assignee',
  forwarder: 'needs_permission',
  admin: 'needs_admin',
};

/** What the agent lacks whatever the ticket: a permission or the role. */
function standingRefusal(rows: readonly Transition[], actor: Actor): Why | null {
  const personal = rows.find(({ who }) => who === 'forwarder' || who === 'admin');
  if (!personal) return null;
  const nobodys: TicketState = { status: 'unassigned', spam: false, assignee: null };
  return standsAs(personal.who, nobodys, actor) ? null : standingWhy[personal.who];
}

function areGuarded(rows: readonly Transition[], guard: Guard): boolean {
  return rows.some(({ guards }) => guards.includes(guard));
}

function serviceRefusal(rows: readonly Transition[], service: ServiceRules): Why | null {
  if (areGuarded(rows, 'dooray') && !service.capabilities.dooray) return 'switched_off';
  if (!areGuarded(rows, 'issue_target')) return null;
  // From issue management a ticket goes only to Dooray!.
  if (service.kind === 'issue') return 'switched_off';
  return service.capabilities.issueTransfer ? null : 'no_target';
}

function spamRefusal(rows: readonly Transition[], ticket: TicketState): Why | null {
  if (ticket.spam && rows.every((row) => row.spam === 'no')) return 'spam';
  if (!ticket.spam && rows.every((row) => row.spam === 'only')) return 'not_spam';
  return null;
}

function statusRefusal(rows: readonly Transition[], ticket: TicketState): Why | null {
  return areGuarded(rows, 'unassigned') && ticket.assignee !== null ? 'already_assigned' : null;
}

/** What was handed over to be answered is not put aside without an answer. */
function originRefusal(ticket: TicketState, action: Action, { reason }: Options): Why | null {
  const isRefused = action === 'internal' && reason !== undefined && !reasonsFor(ticket).includes(reason);
  return isRefused ? 'transferred_in' : null;
}

function isOwnOpenMail({ mail }: Options, actor: Actor): boolean {
  return mail !== undefined && mail.open && mail.author === actor.usercode;
}
