import { isFree } from '../../base/registry.js';
import { ReplyComposer } from './reply-composer.js';

if (isFree('reply-composer', ReplyComposer)) customElements.define('reply-composer', ReplyComposer);

declare global {
  interface HTMLElementTagNameMap {
    'reply-composer': ReplyComposer;
  }
}
