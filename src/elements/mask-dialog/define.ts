import { isFree } from '../../base/registry.js';
import { MaskDialog } from './mask-dialog.js';

if (isFree('mask-dialog', MaskDialog)) customElements.define('mask-dialog', MaskDialog);

declare global {
  interface HTMLElementTagNameMap {
    'mask-dialog': MaskDialog;
  }
}
