import { isFree } from '../../base/registry.js';
import { CallNotice } from './call-notice.js';

if (isFree('call-notice', CallNotice)) customElements.define('call-notice', CallNotice);

declare global {
  interface HTMLElementTagNameMap {
    'call-notice': CallNotice;
  }
}
