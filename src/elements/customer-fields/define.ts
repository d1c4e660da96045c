import '../tree-picker/define.js';
import { isFree } from '../../base/registry.js';
import { CustomerFields } from './customer-fields.js';

if (isFree('customer-fields', CustomerFields)) customElements.define('customer-fields', CustomerFields);

declare global {
  interface HTMLElementTagNameMap {
    'customer-fields': CustomerFields;
  }
}
