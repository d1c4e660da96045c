import { isFree } from '../../base/registry.js';
import { ConditionDialog } from './condition-dialog.js';

if (isFree('condition-dialog', ConditionDialog)) customElements.define('condition-dialog', ConditionDialog);

declare global {
  interface HTMLElementTagNameMap {
    'condition-dialog': ConditionDialog;
  }
}
