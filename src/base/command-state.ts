import type { TicketRow } from '../domain/types.js';
import { commandNames, type CommandName } from './commands.js';
import { innermostFocus } from './dialog.js';
import type { Hub } from './hub-context.js';
import { known } from './known.js';

/** Index of the row that has the keyboard, or -1; its number is what a screen reader hears too. */
export function rowInFocus(): number {
  const row = innermostFocus()?.closest('[role=grid] [role=row][aria-rowindex]');
  return row ? Number(row.getAttribute('aria-rowindex')) - 2 : -1;
}

/** The ticket that a command is about: the row that has the keyboard, else the open one. */
export function ticketInFocus(hub: Hub): TicketRow | undefined {
  const { $window, $current, $currentId } = hub.tickets;
  const row = $window.get().row(rowInFocus());
  if (row) return row;
  const id = $currentId.get();
  const current = known($current.get());
  return current?.ticketId === id ? current : $window.get().row($window.get().indexOf(id ?? ''));
}

/** How many tickets are ticked. */
export function tickedCount(hub: Hub): number {
  const { all, ids } = hub.selection.$ticked.get();
  return all ? Math.max(0, hub.tickets.$window.get().total - ids.size) : ids.size;
}

/** What can be done now, as far as it is about the list, the ticket and the agent. */
export function possibleCommands(hub: Hub, ticket: TicketRow | undefined): readonly CommandName[] {
  const { $window, $currentId } = hub.tickets;
  const window = $window.get();
  const can: Readonly<Partial<Record<CommandName, boolean>>> = {
    next: window.total > 0,
    previous: window.total > 0,
    open: ticket !== undefined && ticket.ticketId !== $currentId.get(),
    star: ticket?.actions.includes('star') ?? false,
    claim: ticket?.actions.includes('claim') ?? false,
    select: ticket !== undefined && window.indexOf(ticket.ticketId) >= 0,
    selectAll: window.total > 0,
    clearSelection: tickedCount(hub) > 0,
    bulk: tickedCount(hub) > 0,
    infoSearch: known(hub.session.$session.get())?.capabilities.customerInfo ?? false,
  };
  return commandNames.filter((command) => can[command] ?? true);
}
