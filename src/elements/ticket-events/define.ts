import { isFree } from '../../base/registry.js';
import { TicketEvents } from './ticket-events.js';

if (isFree('ticket-events', TicketEvents)) customElements.define('ticket-events', TicketEvents);

declare global {
  interface HTMLElementTagNameMap {
    'ticket-events': TicketEvents;
  }
}
