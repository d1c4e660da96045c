import '../tree-picker/define.js';
import { isFree } from '../../base/registry.js';
import { AgentFields } from './agent-fields.js';

if (isFree('agent-fields', AgentFields)) customElements.define('agent-fields', AgentFields);

declare global {
  interface HTMLElementTagNameMap {
    'agent-fields': AgentFields;
  }
}
