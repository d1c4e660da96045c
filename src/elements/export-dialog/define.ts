import { isFree } from '../../base/registry.js';
import { ExportDialog } from './export-dialog.js';

if (isFree('export-dialog', ExportDialog)) customElements.define('export-dialog', ExportDialog);

declare global {
  interface HTMLElementTagNameMap {
    'export-dialog': ExportDialog;
  }
}
