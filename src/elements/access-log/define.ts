import { isFree } from '../../base/registry.js';
import { AccessLog } from './access-log.js';

if (isFree('access-log', AccessLog)) customElements.define('access-log', AccessLog);

declare global {
  interface HTMLElementTagNameMap {
    'access-log': AccessLog;
  }
}
