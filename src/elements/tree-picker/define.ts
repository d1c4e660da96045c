import { isFree } from '../../base/registry.js';
import { TreePicker } from './tree-picker.js';

if (isFree('tree-picker', TreePicker)) customElements.define('tree-picker', TreePicker);

declare global {
  interface HTMLElementTagNameMap {
    'tree-picker': TreePicker;
  }
}
