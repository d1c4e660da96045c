import '../choice-picker/define.js';
import { isFree } from '../../base/registry.js';
import { TicketSearch } from './ticket-search.js';

if (isFree('ticket-search', TicketSearch)) customElements.define('ticket-search', TicketSearch);

declare global {
  interface HTMLElementTagNameMap {
    'ticket-search': TicketSearch;
  }
}
