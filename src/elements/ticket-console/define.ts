import '../mini-board/define.js';
import '../ticket-detail/define.js';
import '../ticket-history/define.js';
import '../ticket-info/define.js';
import '../ticket-list/define.js';
import '../ticket-toolbar/define.js';
import '../view-menu/define.js';
import { isFree } from '../../base/registry.js';
import { TicketConsole } from './ticket-console.js';

if (isFree('ticket-console', TicketConsole)) customElements.define('ticket-console', TicketConsole);

declare global {
  interface HTMLElementTagNameMap {
    'ticket-console': TicketConsole;
  }
}
