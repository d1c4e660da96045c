import { isFree } from '../../base/registry.js';
import { SideTools } from './side-tools.js';

if (isFree('side-tools', SideTools)) customElements.define('side-tools', SideTools);

declare global {
  interface HTMLElementTagNameMap {
    'side-tools': SideTools;
  }
}
