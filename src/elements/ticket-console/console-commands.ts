import type { LitElement } from 'lit';
import { possibleCommands, rowInFocus } from '../../base/command-state.js';
import type { CommandName } from '../../base/commands.js';
import { innermostFocus } from '../../base/dialog.js';
import type { Hub } from '../../base/hub-context.js';
import { known } from '../../base/known.js';
import { lateDialog } from '../../base/late-dialog.js';
import { allTicks, noTicks, toggled } from '../../domain/ticks.js';
import type { TicketRow } from '../../domain/types.js';
import {
  ListRefreshRequest,
  SearchOpenRequest,
  TickRequest,
  TicketClaimRequest,
  TicketSelectRequest,
  TicketStarRequest,
} from '../../events/requests.js';
import { ToolShowRequest } from '../../events/tool-show.js';

/** What commands need of the console. */
export interface CommandPlace {
  readonly host: LitElement;
  readonly hub: Hub;
  /** What the command is about, where it is about a ticket. */
  readonly ticket: TicketRow | undefined;
  /** The element of a region: ours, or the page's. */
  region(name: 'menu' | 'list' | 'search' | 'masking' | 'detail' | 'rail'): HTMLElement | undefined;
}

/** What masks the selection: ours, or an element of the page that can do it too. */
interface Masking {
  mask(): void;
}

/** Does what a command says, as far as it is possible now. */
export async function runCommand(command: CommandName, place: CommandPlace): Promise<void> {
  const { ticket } = place;
  if (!possibleCommands(place.hub, ticket).includes(command)) return;
  const ask = (request: Event): void => void place.host.dispatchEvent(request);
  switch (command) {
    case 'next':
    case 'previous':
      await step(command, place);
      break;
    case 'open':
      if (ticket) ask(new TicketSelectRequest(ticket.ticketId));
      break;
    case 'star':
      if (ticket) ask(new TicketStarRequest(ticket.ticketId, !ticket.starred));
      break;
    case 'claim':
      if (ticket) await claim(ticket, place);
      break;
    case 'select':
      if (ticket) ask(new TickRequest(toggled(place.hub.selection.$ticked.get(), ticket.ticketId)));
      break;
    case 'selectAll':
      ask(new TickRequest(allTicks));
      break;
    case 'clearSelection':
      ask(new TickRequest(noTicks));
      break;
    case 'search':
      if (place.hub.tickets.$isSearchOpen.get()) place.region('search')?.focus();
      else ask(new SearchOpenRequest(true));
      break;
    case 'mask':
      (place.region('masking') as Partial<Masking> | undefined)?.mask?.();
      break;
    case 'refresh':
      ask(new ListRefreshRequest());
      break;
    default:
      await open(command, place);
  }
}

/** In the list the keyboard goes to the next row; elsewhere the next ticket opens. */
async function step(command: 'next' | 'previous', { host, hub, region }: CommandPlace): Promise<void> {
  if (rowInFocus() !== null) {
    const key = command === 'next' ? 'ArrowDown' : 'ArrowUp';
    innermostFocus()?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
    );
    return;
  }
  const { $window, $currentId } = hub.tickets;
  const at = $window.get().indexOf($currentId.get() ?? '');
  if (at < 0) {
    region('list')?.focus();
    return;
  }
  const next = at + (command === 'next' ? 1 : -1);
  if (next < 0 || next >= $window.get().total) return;
  const row = await rowAt(next, hub);
  if (row) host.dispatchEvent(new TicketSelectRequest(row.ticketId));
}

/** The row at an index of the list, which may be on its way. */
async function rowAt(index: number, { tickets: { $window } }: Hub): Promise<TicketRow | undefined> {
  const { generation } = $window.get();
  if (!$window.get().row(index)) $window.get().want(Math.max(0, index - 20), index + 20);
  const end = Date.now() + 5000;
  while (!$window.get().row(index) && $window.get().generation === generation && Date.now() < end) {
    await new Promise<void>((changed) => {
      const stop = $window.listen(() => done());
      const timer = setTimeout(() => done(), 1000);
      const done = (): void => {
        clearTimeout(timer);
        stop();
        changed();
      };
    });
  }
  return $window.get().generation === generation ? $window.get().row(index) : undefined;
}

/** Who belongs to one group is asked nothing. */
async function claim({ ticketId }: TicketRow, { host, hub }: CommandPlace): Promise<void> {
  if (known(hub.session.$session.get())?.agent.groups.length === 1) {
    host.dispatchEvent(new TicketClaimRequest(ticketId, null));
    return;
  }
  const dialog = await lateDialog(host, 'claim-dialog', () => import('../claim-dialog/define.js'));
  await dialog?.show(ticketId);
}

/** What opens, or where the keyboard goes. */
async function open(
  command:
    | 'answer'
    | 'bulk'
    | 'call'
    | 'calls'
    | 'create'
    | 'events'
    | 'infoSearch'
    | 'templates'
    | 'triggers'
    | 'accessLog'
    | 'menu'
    | 'list'
    | 'commands'
    | 'keys',
  { host, hub, region }: CommandPlace,
): Promise<void> {
  switch (command) {
    case 'answer': {
      const detail = region('detail');
      // In a narrow console it has its turn only now.
      await host.updateComplete;
      detail?.focus();
      break;
    }
    case 'bulk':
      await (await lateDialog(host, 'bulk-dialog', () => import('../bulk-dialog/define.js')))?.show();
      break;
    case 'call':
      await (
        await lateDialog(host, 'call-dialog', () => import('../call-dialog/define.js'))
      )?.show(hub.tickets.$currentId.get() ?? '');
      break;
    case 'calls':
      await (await lateDialog(host, 'promised-calls', () => import('../promised-calls/define.js'), true))?.show();
      break;
    case 'create':
      await openCreate(host);
      break;
    case 'events':
      if (!host.dispatchEvent(new ToolShowRequest('events'))) break;
      await (await lateDialog(host, 'ticket-events', () => import('../ticket-events/define.js'), true))?.show();
      break;
    case 'infoSearch':
      await (await lateDialog(host, 'info-search', () => import('../info-search/define.js')))?.show();
      break;
    case 'templates':
      await (await lateDialog(host, 'template-settings', () => import('../template-settings/define.js'), true))?.show();
      break;
    case 'triggers':
      await (await lateDialog(host, 'trigger-settings', () => import('../trigger-settings/define.js'), true))?.show();
      break;
    case 'accessLog':
      await (await lateDialog(host, 'access-log', () => import('../access-log/define.js'), true))?.show();
      break;
    case 'menu':
    case 'list':
      region(command)?.focus();
      break;
    case 'commands':
    case 'keys': {
      const list = await lateDialog(host, 'command-list', () => import('../command-list/define.js'));
      await list?.show(command);
      break;
    }
  }
}

/** Opens the making of a ticket; the page says whether somebody can have it at once. */
async function openCreate(host: LitElement): Promise<void> {
  const dialog = await lateDialog(host, 'create-dialog', () => import('../create-dialog/define.js'));
  if (dialog) dialog.allowAssign = host.hasAttribute('allow-assign');
  await dialog?.show();
}

/** Opens a run of many tickets: how far it is, or what became of it. */
export async function showJob(host: LitElement, jobId: string): Promise<void> {
  const dialog = await lateDialog(host, 'bulk-dialog', () => import('../bulk-dialog/define.js'));
  await dialog?.showJob(jobId);
}
