import { isFree } from '../../base/registry.js';
import { BulkDialog } from './bulk-dialog.js';

if (isFree('bulk-dialog', BulkDialog)) customElements.define('bulk-dialog', BulkDialog);

declare global {
  interface HTMLElementTagNameMap {
    'bulk-dialog': BulkDialog;
  }
}
