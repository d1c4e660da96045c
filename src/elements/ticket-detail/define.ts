import '../reply-composer/define.js';
import { isFree } from '../../base/registry.js';
import { TicketDetail } from './ticket-detail.js';

if (isFree('ticket-detail', TicketDetail)) customElements.define('ticket-detail', TicketDetail);

declare global {
  interface HTMLElementTagNameMap {
    'ticket-detail': TicketDetail;
  }
}
