import '../choice-picker/define.js';
import { isFree } from '../../base/registry.js';
import { TriggerSettings } from './trigger-settings.js';

if (isFree('trigger-settings', TriggerSettings)) customElements.define('trigger-settings', TriggerSettings);

declare global {
  interface HTMLElementTagNameMap {
    'trigger-settings': TriggerSettings;
  }
}
