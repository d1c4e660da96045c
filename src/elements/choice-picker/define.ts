import { isFree } from '../../base/registry.js';
import { ChoicePicker } from './choice-picker.js';

if (isFree('choice-picker', ChoicePicker)) customElements.define('choice-picker', ChoicePicker);

declare global {
  interface HTMLElementTagNameMap {
    'choice-picker': ChoicePicker;
  }
}
