import { html, type TemplateResult } from 'lit';
import type { Texts } from '../../strings/ko.js';

/** Fields that can only be read. */
export function renderRead(
  pairs: readonly (readonly [name: string, value: string])[],
  { common }: Texts,
): TemplateResult {
  return html`<dl class="read">
    ${pairs.map(
      ([name, value]) =>
        html`<div class="pair">
          <dt>${name}</dt>
          <dd class=${value === common.none ? 'none' : ''} dir="auto">${value}</dd>
        </div>`,
    )}
  </dl>`;
}
