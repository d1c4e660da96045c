import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../../base/icons.js';
import type { SearchSource } from '../../base/search-source.js';
import type { TriggerForm, TriggerProblems } from './trigger-form.js';

/** What the fields of a trigger are shown from, and whom they tell. */
export interface FormView {
  readonly source: SearchSource;
  readonly problems: TriggerProblems;
  change(change: Partial<TriggerForm>): void;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface FieldOf {
  readonly label: string;
  /** Its place in the trigger. */
  readonly place: string;
  readonly value: string;
  readonly view: FormView;
  readonly hint?: string;
  /** Whether it takes a line of its own. */
  readonly isWide?: boolean;
  onInput(value: string): void;
}

const idOf = (place: string): string => `about-${place.replaceAll('.', '-')}`;
const controlOf = (place: string): string => `field-${place.replaceAll('.', '-')}`;

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

/** What a screen reader adds to the name of a field. */
const describedBy = ({ place, view, hint }: FieldOf): string | typeof nothing =>
  view.problems[place] || hint ? idOf(place) : nothing;

function renderAbout({ place, view, hint }: FieldOf): TemplateResult | typeof nothing {
  const problem = view.problems[place];
  if (problem) return html`<span class="problem" role="alert" id=${idOf(place)}>${problem}</span>`;
  return hint ? html`<span class="hint" id=${idOf(place)}>${hint}</span>` : nothing;
}

/** One of some values. A value that is gone stays until another one is chosen. */
export function renderSelect(field: FieldOf, options: readonly Option[], pick?: string): TemplateResult {
  const { label, place, value, view, onInput } = field;
  const isKnown = value === '' || options.some((one) => one.value === value);
  return html`<div class="field">
    <label class="label" for=${controlOf(place)}>${label}</label>
    <span class="select">
      <select
        id=${controlOf(place)}
        class="input"
        name=${place}
        aria-invalid=${view.problems[place] ? 'true' : nothing}
        aria-describedby=${describedBy(field)}
        @change=${(event: Event) => onInput(valueOf(event))}
      >
        ${pick ? html`<option value="" .selected=${value === ''}>${pick}</option>` : nothing}
        ${isKnown ? nothing : html`<option value=${value} .selected=${true}>${value}</option>`}
        ${options.map((one) => html`<option value=${one.value} .selected=${one.value === value}>${one.label}</option>`)}
      </select>
      ${icon('chevronDown')}
    </span>
    ${renderAbout(field)}
  </div>`;
}

/** A text of one line, or of several. */
export function renderInput(field: FieldOf, lines = 1): TemplateResult {
  const { label, place, value, view, isWide, onInput } = field;
  const invalid = view.problems[place] ? 'true' : nothing;
  return html`<div class=${isWide ? 'field wide' : 'field'}>
    <label class="label" for=${controlOf(place)}>${label}</label>
    ${
      lines === 1
        ? html`<input
            id=${controlOf(place)}
            class="input"
            name=${place}
            autocomplete="off"
            aria-invalid=${invalid}
            aria-describedby=${describedBy(field)}
            .value=${live(value)}
            @input=${(event: Event) => onInput(valueOf(event))}
          />`
        : html`<textarea
            id=${controlOf(place)}
            class="input"
            name=${place}
            rows=${lines}
            aria-invalid=${invalid}
            aria-describedby=${describedBy(field)}
            .value=${live(value)}
            @input=${(event: Event) => onInput(valueOf(event))}
          ></textarea>`
    }
    ${renderAbout(field)}
  </div>`;
}

/** A row of a list that can be taken away. */
export function renderRow(
  title: string,
  remove: string,
  onRemove: () => void,
  content: TemplateResult,
): TemplateResult {
  return html`<fieldset class="row">
    <legend class="visually-hidden">${title}</legend>
    <div class="row-fields">${content}</div>
    <button class="button quiet" type="button" aria-label=${remove} title=${remove} @click=${onRemove}>
      ${icon('trash')}
    </button>
  </fieldset>`;
}
