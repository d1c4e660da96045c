import { isFree } from '../../base/registry.js';
import { ClaimDialog } from './claim-dialog.js';

if (isFree('claim-dialog', ClaimDialog)) customElements.define('claim-dialog', ClaimDialog);

declare global {
  interface HTMLElementTagNameMap {
    'claim-dialog': ClaimDialog;
  }
}
