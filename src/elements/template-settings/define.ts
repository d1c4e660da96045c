import { isFree } from '../../base/registry.js';
import { TemplateSettings } from './template-settings.js';

if (isFree('template-settings', TemplateSettings)) customElements.define('template-settings', TemplateSettings);

declare global {
  interface HTMLElementTagNameMap {
    'template-settings': TemplateSettings;
  }
}
