import { callRefusal } from '../domain/calls.js';
import { mayMask } from '../domain/permissions.js';
import { tickedCount } from '../domain/ticks.js';
import type { TicketRow } from '../domain/types.js';
import { commandNames, type CommandName } from './commands.js';
import { innermostFocus } from './dialog.js';
import type { Hub } from './hub-context.js';
import { known } from './known.js';

/** A list that says which of its tickets has the keyboard: ours, or one that the page made. */
interface List {
  /** Empty while the ticket of the row is on its way, null where no row has the keyboard. */
  readonly ticketInFocus: string | null;
}

/** Ticket of the row that has the keyboard, as its list says. Rows of other tables, whatever they hold, are none. */
export function rowInFocus(): string | null {
  let node: Node | null = innermostFocus();
  while (node) {
    if ('ticketInFocus' in node) return (node as Node & List).ticketInFocus;
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return null;
}

/** The ticket that a command is about: the row that has the keyboard, else the open one. */
export function ticketInFocus(hub: Hub): TicketRow | undefined {
  const { $window, $current, $currentId } = hub.tickets;
  const rowOf = (ticketId: string): TicketRow | undefined => $window.get().row($window.get().indexOf(ticketId));
  const ticketId = rowInFocus();
  if (ticketId !== null) return rowOf(ticketId);
  const id = $currentId.get() ?? '';
  const current = known($current.get());
  return current?.ticketId === id ? current : rowOf(id);
}

/** Whether the agent can promise a call about the open ticket. */
function mayCall(hub: Hub): boolean {
  const ticket = known(hub.tickets.$current.get());
  const agent = known(hub.session.$session.get())?.agent;
  return ticket !== undefined && agent !== undefined && callRefusal(ticket, agent) === null;
}

/** What can be done now, as far as it is about the list, the ticket and the agent. */
export function possibleCommands(hub: Hub, ticket: TicketRow | undefined): readonly CommandName[] {
  const { $window, $currentId, $current } = hub.tickets;
  const window = $window.get();
  const hasTicks = tickedCount(hub.selection.$ticked.get(), window.total) > 0;
  const can: Readonly<Partial<Record<CommandName, boolean>>> = {
    next: window.total > 0,
    previous: window.total > 0,
    open: ticket !== undefined && ticket.ticketId !== $currentId.get(),
    star: ticket?.actions.includes('star') ?? false,
    claim: ticket?.actions.includes('claim') ?? false,
    answer: known($current.get())?.actions.includes('comment') ?? false,
    select: ticket !== undefined && window.indexOf(ticket.ticketId) >= 0,
    selectAll: window.total > 0,
    clearSelection: hasTicks,
    bulk: hasTicks,
    call: mayCall(hub),
    events: $currentId.get() !== null,
    mask: $currentId.get() !== null && mayMask(known(hub.session.$session.get())),
    triggers: known(hub.session.$session.get())?.agent.role === 'admin',
    accessLog: known(hub.session.$session.get())?.agent.permissions.audit ?? false,
    infoSearch: known(hub.session.$session.get())?.capabilities.customerInfo ?? false,
  };
  return commandNames.filter((command) => can[command] ?? true);
}
