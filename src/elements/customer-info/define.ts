import { isFree } from '../../base/registry.js';
import { CustomerInfoPanel } from './customer-info.js';

if (isFree('customer-info', CustomerInfoPanel)) customElements.define('customer-info', CustomerInfoPanel);

declare global {
  interface HTMLElementTagNameMap {
    'customer-info': CustomerInfoPanel;
  }
}
