import { isFree } from '../../base/registry.js';
import { ColumnMenu } from './column-menu.js';

if (isFree('column-menu', ColumnMenu)) customElements.define('column-menu', ColumnMenu);

declare global {
  interface HTMLElementTagNameMap {
    'column-menu': ColumnMenu;
  }
}
