import { isFree } from '../../base/registry.js';
import { DraftVersions } from './draft-versions.js';

if (isFree('draft-versions', DraftVersions)) customElements.define('draft-versions', DraftVersions);

declare global {
  interface HTMLElementTagNameMap {
    'draft-versions': DraftVersions;
  }
}
