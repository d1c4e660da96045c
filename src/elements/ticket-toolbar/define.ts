import { isFree } from '../../base/registry.js';
import { TicketToolbar } from './ticket-toolbar.js';

if (isFree('ticket-toolbar', TicketToolbar)) customElements.define('ticket-toolbar', TicketToolbar);

declare global {
  interface HTMLElementTagNameMap {
    'ticket-toolbar': TicketToolbar;
  }
}
