import { isFree } from '../../base/registry.js';
import { ViewDialog } from './view-dialog.js';

if (isFree('view-dialog', ViewDialog)) customElements.define('view-dialog', ViewDialog);

declare global {
  interface HTMLElementTagNameMap {
    'view-dialog': ViewDialog;
  }
}
