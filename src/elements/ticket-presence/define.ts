import { isFree } from '../../base/registry.js';
import { TicketPresence } from './ticket-presence.js';

if (isFree('ticket-presence', TicketPresence)) customElements.define('ticket-presence', TicketPresence);

declare global {
  interface HTMLElementTagNameMap {
    'ticket-presence': TicketPresence;
  }
}
