import { isFree } from '../../base/registry.js';
import { AssignmentNotice } from './assignment-notice.js';

if (isFree('assignment-notice', AssignmentNotice)) customElements.define('assignment-notice', AssignmentNotice);

declare global {
  interface HTMLElementTagNameMap {
    'assignment-notice': AssignmentNotice;
  }
}
