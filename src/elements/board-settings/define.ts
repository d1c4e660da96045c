import { isFree } from '../../base/registry.js';
import { BoardSettings } from './board-settings.js';

if (isFree('board-settings', BoardSettings)) customElements.define('board-settings', BoardSettings);

declare global {
  interface HTMLElementTagNameMap {
    'board-settings': BoardSettings;
  }
}
