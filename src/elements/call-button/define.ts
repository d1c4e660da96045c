import { isFree } from '../../base/registry.js';
import { CallButton } from './call-button.js';

if (isFree('call-button', CallButton)) customElements.define('call-button', CallButton);

declare global {
  interface HTMLElementTagNameMap {
    'call-button': CallButton;
  }
}
