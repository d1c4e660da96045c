import { isFree } from '../../base/registry.js';
import { InfoSearch } from './info-search.js';

if (isFree('info-search', InfoSearch)) customElements.define('info-search', InfoSearch);

declare global {
  interface HTMLElementTagNameMap {
    'info-search': InfoSearch;
  }
}
