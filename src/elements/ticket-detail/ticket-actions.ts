import type { IconName } from '../../base/icons.js';
import type { Action, Session, Ticket } from '../../domain/types.js';

/** A button of the ticket: what it does, and why it cannot when it cannot. */
export interface TicketButton {
  readonly action: Extract<Action, 'claim' | 'forward' | 'complete' | 'restore' | 'delete'>;
  readonly icon: IconName;
  readonly primary?: boolean;
  readonly danger?: boolean;
  /** The agent lacks the permission; the button stays and says so. */
  readonly denied?: boolean;
}

const buttons: readonly TicketButton[] = [
  { action: 'claim', icon: 'claim', primary: true },
  { action: 'forward', icon: 'forward' },
  { action: 'complete', icon: 'completed' },
  { action: 'restore', icon: 'restore', primary: true },
  { action: 'delete', icon: 'trash', danger: true },
];

/**
 * The buttons that a ticket shows to an agent: those it allows, and forwarding also without the permission, disabled,
 * because a missing personal right is to be seen and asked for.
 */
export function buttonsOf(ticket: Ticket, session: Session | undefined): readonly TicketButton[] {
  return buttons.flatMap((button) => {
    if (ticket.actions.includes(button.action)) return [button];
    const couldForward = button.action === 'forward' && session && isForwardable(ticket);
    return couldForward && !session.agent.permissions.forward ? [{ ...button, denied: true }] : [];
  });
}

function isForwardable({ spam, status }: Ticket): boolean {
  return !spam && ['unassigned', 'processing', 'pending', 'issue_answered', 'dooray_answered'].includes(status);
}
