import { isFree } from '../../base/registry.js';
import { CommandList } from './command-list.js';

if (isFree('command-list', CommandList)) customElements.define('command-list', CommandList);

declare global {
  interface HTMLElementTagNameMap {
    'command-list': CommandList;
  }
}
