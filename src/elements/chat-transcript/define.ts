import { isFree } from '../../base/registry.js';
import { ChatTranscriptPanel } from './chat-transcript.js';

if (isFree('chat-transcript', ChatTranscriptPanel)) customElements.define('chat-transcript', ChatTranscriptPanel);

declare global {
  interface HTMLElementTagNameMap {
    'chat-transcript': ChatTranscriptPanel;
  }
}
