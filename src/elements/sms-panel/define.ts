import { isFree } from '../../base/registry.js';
import { SmsPanel } from './sms-panel.js';

if (isFree('sms-panel', SmsPanel)) customElements.define('sms-panel', SmsPanel);

declare global {
  interface HTMLElementTagNameMap {
    'sms-panel': SmsPanel;
  }
}
