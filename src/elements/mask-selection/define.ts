import { isFree } from '../../base/registry.js';
import { MaskSelection } from './mask-selection.js';

if (isFree('mask-selection', MaskSelection)) customElements.define('mask-selection', MaskSelection);

declare global {
  interface HTMLElementTagNameMap {
    'mask-selection': MaskSelection;
  }
}
