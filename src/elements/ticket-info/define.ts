import { isFree } from '../../base/registry.js';
import { TicketInfo } from './ticket-info.js';

if (isFree('ticket-info', TicketInfo)) customElements.define('ticket-info', TicketInfo);

declare global {
  interface HTMLElementTagNameMap {
    'ticket-info': TicketInfo;
  }
}
