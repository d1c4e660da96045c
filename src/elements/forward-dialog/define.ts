import { isFree } from '../../base/registry.js';
import { ForwardDialog } from './forward-dialog.js';

if (isFree('forward-dialog', ForwardDialog)) customElements.define('forward-dialog', ForwardDialog);

declare global {
  interface HTMLElementTagNameMap {
    'forward-dialog': ForwardDialog;
  }
}
