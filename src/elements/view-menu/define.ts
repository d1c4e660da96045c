import { isFree } from '../../base/registry.js';
import { ViewMenu } from './view-menu.js';

if (isFree('view-menu', ViewMenu)) customElements.define('view-menu', ViewMenu);

declare global {
  interface HTMLElementTagNameMap {
    'view-menu': ViewMenu;
  }
}
