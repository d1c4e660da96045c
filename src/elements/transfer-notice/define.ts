import { isFree } from '../../base/registry.js';
import { TransferNotice } from './transfer-notice.js';

if (isFree('transfer-notice', TransferNotice)) customElements.define('transfer-notice', TransferNotice);

declare global {
  interface HTMLElementTagNameMap {
    'transfer-notice': TransferNotice;
  }
}
