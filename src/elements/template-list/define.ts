import { isFree } from '../../base/registry.js';
import { TemplateList } from './template-list.js';

if (isFree('template-list', TemplateList)) customElements.define('template-list', TemplateList);

declare global {
  interface HTMLElementTagNameMap {
    'template-list': TemplateList;
  }
}
