import { isFree } from '../../base/registry.js';
import { NoticeBar } from './notice-bar.js';

if (isFree('notice-bar', NoticeBar)) customElements.define('notice-bar', NoticeBar);

declare global {
  interface HTMLElementTagNameMap {
    'notice-bar': NoticeBar;
  }
}
