import { isFree } from '../../base/registry.js';
import { InquiryHistory } from './inquiry-history.js';

if (isFree('inquiry-history', InquiryHistory)) customElements.define('inquiry-history', InquiryHistory);

declare global {
  interface HTMLElementTagNameMap {
    'inquiry-history': InquiryHistory;
  }
}
