import '../tree-picker/define.js';
import { isFree } from '../../base/registry.js';
import { CreateDialog } from './create-dialog.js';

if (isFree('create-dialog', CreateDialog)) customElements.define('create-dialog', CreateDialog);

declare global {
  interface HTMLElementTagNameMap {
    'create-dialog': CreateDialog;
  }
}
