import { isFree } from '../../base/registry.js';
import { PreviewDialog } from './preview-dialog.js';

if (isFree('preview-dialog', PreviewDialog)) customElements.define('preview-dialog', PreviewDialog);

declare global {
  interface HTMLElementTagNameMap {
    'preview-dialog': PreviewDialog;
  }
}
