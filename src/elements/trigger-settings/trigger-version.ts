import { html, nothing, type TemplateResult } from 'lit';
import type { SearchSource } from '../../base/search-source.js';
import { factLabel } from './condition-rows.js';
import { draftOf, type TriggerForm } from './trigger-form.js';

/** A trigger in few words, to be compared with another version of it. */
export function renderVersion(form: TriggerForm, source: SearchSource): TemplateResult {
  const words = source.more.triggerSettings;
  const { name, active, match, conditions, actions, last } = draftOf(form);
  return html`<p>${name} (${active ? words.active : words.inactive})</p>
    <p>${conditions.length > 1 ? words[match] : nothing}</p>
    ${conditions.map(
      ({ fact, test, values }) => html`<p>${factLabel(fact, source)} – ${words[test]}: ${values.join(', ')}</p>`,
    )}
    <p>${actions.map(({ kind }) => words[`kind_${kind}`]).join(', ')}</p>
    ${last ? html`<p>${words.lastShort}</p>` : nothing}`;
}
