import type { IconName } from '../../base/icons.js';
import type { Action, Session, Status, Ticket } from '../../domain/types.js';

/** What an agent may lack: the permission to forward, or the role. */
type Lack = 'permission' | 'role';

/** A button of the ticket: what it does, and why it cannot when it cannot. */
export interface TicketButton {
  readonly action: Extract<Action, 'claim' | 'forward' | 'complete' | 'restore' | 'delete'>;
  readonly icon: IconName;
  readonly primary?: boolean;
  readonly danger?: boolean;
  /** What the agent lacks; the button stays and says so. */
  readonly denied?: Lack;
}

const buttons: readonly TicketButton[] = [
  { action: 'claim', icon: 'claim', primary: true },
  { action: 'forward', icon: 'forward' },
  { action: 'complete', icon: 'completed' },
  { action: 'restore', icon: 'restore', primary: true },
  { action: 'delete', icon: 'trash', danger: true },
];

/** A missing personal right is to be seen and asked for; what belongs to another role is nobody's to ask for. */
const usually = { permission: 'disable', role: 'hide' } as const;

/**
 * The buttons that a ticket shows to an agent: those it allows, and those that only the agent's rights stand against,
 * disabled, where they are not hidden. `unavailable` decides that for all; null leaves it to the reason.
 */
export function buttonsOf(
  ticket: Ticket,
  session: Session | undefined,
  unavailable: 'hide' | 'disable' | null = null,
): readonly TicketButton[] {
  return buttons.flatMap((button) => {
    if (ticket.actions.includes(button.action)) return [button];
    const denied = session && lackOf(button.action, ticket, session);
    return denied && (unavailable ?? usually[denied]) === 'disable' ? [{ ...button, denied }] : [];
  });
}

/** What would make an action possible that the ticket itself is ready for. */
function lackOf(action: TicketButton['action'], { spam, status }: Ticket, { agent }: Session): Lack | null {
  if (action === 'forward')
    return !spam && forwardable.includes(status) && !agent.permissions.forward ? 'permission' : null;
  const isReady = action === 'complete' ? !spam && status === 'resolved' : action !== 'claim' && spam;
  return isReady && agent.role !== 'admin' ? 'role' : null;
}

const forwardable: readonly Status[] = ['unassigned', 'processing', 'pending', 'issue_answered', 'dooray_answered'];

/** A place to which the ticket can be handed over. */
export interface TransferEntry {
  readonly kind: 'issue' | 'dooray';
  /** Nothing takes tickets there; the entry stays and says so. */
  readonly isLacking?: boolean;
}

/** From here a ticket can be handed over to another service. */
const transferable: readonly Status[] = ['processing', 'pending', 'issue_answered', 'dooray_answered'];

/** Where a ticket can be handed over to now. What is switched off, or no matter of the service, is no entry at all. */
export function transfersOf(
  { actions, spam, status }: Ticket,
  session: Session | undefined,
  unavailable: 'hide' | 'disable' | null = null,
): readonly TransferEntry[] {
  const isReady = !spam && transferable.includes(status) && session?.service.kind === 'consultation';
  const isLacking = isReady && !session.capabilities.issueTransfer && unavailable !== 'hide';
  const issue: readonly TransferEntry[] = actions.includes('transfer_issue')
    ? [{ kind: 'issue' }]
    : isLacking
      ? [{ kind: 'issue', isLacking }]
      : [];
  return actions.includes('transfer_dooray') ? [...issue, { kind: 'dooray' }] : issue;
}

/** Whether there is something to know about a ticket's transfer beside its status. */
export function needsNotice({ transfer, guidance, origin }: Ticket): boolean {
  return guidance !== null || origin !== null || (transfer !== null && transfer.state !== 'sent');
}
