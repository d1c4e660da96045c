import { isFree } from '../../base/registry.js';
import { TicketList } from './ticket-list.js';

if (isFree('ticket-list', TicketList)) customElements.define('ticket-list', TicketList);

declare global {
  interface HTMLElementTagNameMap {
    'ticket-list': TicketList;
  }
}
