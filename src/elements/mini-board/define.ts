import { isFree } from '../../base/registry.js';
import { MiniBoard } from './mini-board.js';

if (isFree('mini-board', MiniBoard)) customElements.define('mini-board', MiniBoard);

declare global {
  interface HTMLElementTagNameMap {
    'mini-board': MiniBoard;
  }
}
