import '../choice-picker/define.js';
import '../tree-picker/define.js';
import { isFree } from '../../base/registry.js';
import { TransferDialog } from './transfer-dialog.js';

if (isFree('transfer-dialog', TransferDialog)) customElements.define('transfer-dialog', TransferDialog);

declare global {
  interface HTMLElementTagNameMap {
    'transfer-dialog': TransferDialog;
  }
}
