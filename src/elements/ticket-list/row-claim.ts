import { latePart } from '../../base/late-part.js';
import type { TicketRow } from '../../domain/types.js';
import { TicketClaimRequest } from '../../events/requests.js';
import type { ListBody } from './list-body.js';
import type { ListFeed } from './list-feed.js';

/** Claims the ticket of a row: at once for an agent of one group, else a dialog asks for which. */
export class RowClaim {
  constructor(
    private readonly host: HTMLElement,
    private readonly feed: ListFeed,
    private readonly body: ListBody,
  ) {}

  async claim(row: TicketRow, index: number): Promise<void> {
    if (!row.actions.includes('claim')) return;
    const { session } = this.feed;
    const groups = 'value' in session ? session.value?.agent.groups : undefined;
    if (groups?.length === 1) {
      this.host.dispatchEvent(new TicketClaimRequest(row.ticketId, null));
      return;
    }
    if (!(await latePart(this.host, () => import('../claim-dialog/define.js')))) return;
    const root = this.host.shadowRoot?.querySelector('.root');
    if (!root || root.querySelector('claim-dialog')) return;
    const dialog = document.createElement('claim-dialog');
    dialog.addEventListener('close', () => this.#onClosed(dialog, index), { once: true });
    root.append(dialog);
    await dialog.show(row.ticketId);
  }

  /** The button that opened the dialog may be gone with what it offered. */
  #onClosed(dialog: HTMLElement, index: number): void {
    dialog.remove();
    if (!this.host.shadowRoot?.querySelector(':focus')) this.body.focus(index);
  }
}
