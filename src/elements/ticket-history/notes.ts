import { html, type TemplateResult } from 'lit';
import { icon } from '../../base/icons.js';

/**
 * Who masked what in a message, a line each. Their place is drawn from the same template before they are known: WebKit lets
 * go of what is selected in a message when something below it is taken out.
 */
export function notes(lines: readonly string[], isPlace = false): TemplateResult {
  return html`<ul class="notes" aria-hidden=${isPlace ? 'true' : 'false'}>
    ${lines.map((line) => html`<li>${icon('lock')}<span>${line}</span></li>`)}
  </ul>`;
}
