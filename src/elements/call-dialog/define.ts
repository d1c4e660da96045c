import { isFree } from '../../base/registry.js';
import { CallDialog } from './call-dialog.js';

if (isFree('call-dialog', CallDialog)) customElements.define('call-dialog', CallDialog);

declare global {
  interface HTMLElementTagNameMap {
    'call-dialog': CallDialog;
  }
}
