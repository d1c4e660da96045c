import { isFree } from '../../base/registry.js';
import { DoorayConversationPanel } from './dooray-conversation.js';

if (isFree('dooray-conversation', DoorayConversationPanel))
  customElements.define('dooray-conversation', DoorayConversationPanel);

declare global {
  interface HTMLElementTagNameMap {
    'dooray-conversation': DoorayConversationPanel;
  }
}
