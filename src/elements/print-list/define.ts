import { isFree } from '../../base/registry.js';
import { PrintList } from './print-list.js';

if (isFree('print-list', PrintList)) customElements.define('print-list', PrintList);

declare global {
  interface HTMLElementTagNameMap {
    'print-list': PrintList;
  }
}
