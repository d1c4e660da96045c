import { isFree } from '../../base/registry.js';
import { TicketHistory } from './ticket-history.js';

if (isFree('ticket-history', TicketHistory)) customElements.define('ticket-history', TicketHistory);

declare global {
  interface HTMLElementTagNameMap {
    'ticket-history': TicketHistory;
  }
}
