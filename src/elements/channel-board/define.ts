import { isFree } from '../../base/registry.js';
import { ChannelBoard } from './channel-board.js';

if (isFree('channel-board', ChannelBoard)) customElements.define('channel-board', ChannelBoard);

declare global {
  interface HTMLElementTagNameMap {
    'channel-board': ChannelBoard;
  }
}
