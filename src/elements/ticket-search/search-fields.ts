import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../../base/icons.js';
import { choicesOf } from '../../base/search-choices.js';
import { fieldLabel, kindOfField, ownField, type SearchSource } from '../../base/search-source.js';
import { momentWords } from '../../base/search-words.js';
import { mostMonths, mostText } from '../../domain/search.js';
import { presets, withPreset, type Preset } from './period-draft.js';
import type { CalendarDate } from './dates.js';
import type { FieldDraft, FieldTrouble, SearchForm } from './search-form.js';

/** What the fields of the area show, and what they tell. */
export interface FieldContext {
  readonly form: SearchForm;
  readonly source: SearchSource;
  readonly today: CalendarDate;
  change(field: string, value: FieldDraft | undefined): void;
}

const inputOf = (event: Event): HTMLInputElement => event.currentTarget as HTMLInputElement;

/** A field of the agent's choice, by its kind. */
export function renderField(field: string, context: FieldContext): TemplateResult | typeof nothing {
  switch (kindOfField(field, context.source.settings)) {
    case 'text':
      return renderText(field, fieldLabel(field, context.source), context);
    case 'choice':
      return renderChoice(field, context);
    case 'period':
      return renderPeriod(field, context);
    case 'flag':
      return renderFlag(field, context);
    default:
      return nothing;
  }
}

/** A line of text; `q` is the free text. */
export function renderText(field: string, label: string, context: FieldContext, hint = ''): TemplateResult {
  const { form, change } = context;
  const problem = problemText(field, context);
  const id = idOf(field);
  const notes = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return html`<div class="field ${field === 'q' ? 'wide' : ''}">
    <label class="label" for=${id}>${label}</label>
    <input
      class="input"
      id=${id}
      type="text"
      autocomplete="off"
      spellcheck="false"
      enterkeyhint="search"
      maxlength=${mostText}
      aria-invalid=${problem ? 'true' : nothing}
      aria-describedby=${notes || nothing}
      placeholder=${hint || nothing}
      .value=${live(field === 'q' ? form.q : form.text(field))}
      @input=${(event: Event) => change(field, inputOf(event).value)}
    />
    ${hint ? html`<span class="visually-hidden" id="${id}-hint">${hint}</span>` : nothing} ${renderProblem(id, problem)}
  </div>`;
}

function renderChoice(field: string, context: FieldContext): TemplateResult {
  const onChange = (event: Event): void => {
    const { value } = event.currentTarget as unknown as { value: readonly string[] };
    context.change(field, value.length > 0 ? value : undefined);
  };
  return html`<choice-picker
    id=${idOf(field)}
    .label=${fieldLabel(field, context.source)}
    .choices=${choicesOf(field, context.source)}
    .value=${context.form.choice(field)}
    .problem=${problemText(field, context)}
    @change=${onChange}
  ></choice-picker>`;
}

function renderFlag(field: string, { form, source, change }: FieldContext): TemplateResult {
  const words = source.more.ticketSearch;
  const value = form.flag(field);
  const onChange = (event: Event): void => {
    const chosen = (event.currentTarget as HTMLSelectElement).value;
    change(field, chosen === '' ? undefined : chosen === 'true');
  };
  return html`<label class="field">
    <span class="label">${fieldLabel(field, source)}</span>
    <span class="select">
      <select class="input" id=${idOf(field)} @change=${onChange}>
        <option value="" .selected=${value === undefined}>${words.any}</option>
        <option value="true" .selected=${value === true}>${words.yes}</option>
        <option value="false" .selected=${value === false}>${words.no}</option>
      </select>
      ${icon('chevronDown')}
    </span>
  </label>`;
}

/** A period: by name, or between two dates. Every search has one of creation, so that one is never without. */
export function renderPeriod(field: string, context: FieldContext): TemplateResult {
  const { form, source, today, change } = context;
  const draft = form.period(field);
  const hasTime = ownField(field, source.settings)?.type.startsWith('datetime') ?? false;
  const words = source.more.ticketSearch;
  const label = fieldLabel(field, source);
  const problem = problemText(field, context);
  const id = idOf(field);
  const offered = presets.filter((one) => field !== 'created' || one !== 'any');
  const onPreset = (event: Event): void => {
    const preset = (event.currentTarget as HTMLSelectElement).value as Preset;
    change(field, withPreset(draft, preset, today, hasTime));
  };
  return html`<div class="field period ${draft.preset === 'custom' ? 'wide' : ''}" role="group" aria-label=${label}>
    <label class="label" for=${id}>${label}</label>
    <div class="moments">
      <span class="select">
        <select class="input" id=${id} @change=${onPreset}>
          ${offered.map((one) => html`<option value=${one} .selected=${one === draft.preset}>${words[one]}</option>`)}
        </select>
        ${icon('chevronDown')}
      </span>
      ${draft.preset === 'custom' ? renderMoments(field, hasTime, problem, context) : nothing}
    </div>
    ${renderProblem(id, problem)}
  </div>`;
}

function renderMoments(field: string, hasTime: boolean, problem: string, context: FieldContext): TemplateResult {
  const { form, source, change } = context;
  const draft = form.period(field);
  const words = source.more.ticketSearch;
  const name = fieldLabel(field, source);
  const moment = (end: 'from' | 'to', label: string): TemplateResult =>
    html`<input
      class="input moment"
      type=${hasTime ? 'datetime-local' : 'date'}
      data-field=${field}
      max=${hasTime ? '9999-12-31T23:59' : '9999-12-31'}
      aria-label=${label}
      aria-invalid=${problem ? 'true' : nothing}
      aria-describedby=${problem ? `${idOf(field)}-problem` : nothing}
      .value=${live(draft[end])}
      @change=${(event: Event) => change(field, { ...form.period(field), [end]: inputOf(event).value })}
    />`;
  return html`<span class="between">
    ${moment('from', words.fromOf({ name }))}<span aria-hidden="true">–</span>${moment('to', words.toOf({ name }))}
  </span>`;
}

function renderProblem(id: string, problem: string): TemplateResult | typeof nothing {
  return problem ? html`<span class="problem" id="${id}-problem">${problem}</span>` : nothing;
}

function problemText(field: string, { form, source }: FieldContext): string {
  const trouble = form.troubles.get(field);
  return trouble ? troubleWords(trouble, source) : '';
}

function troubleWords(trouble: FieldTrouble, source: SearchSource): string {
  const words = source.more.ticketSearch;
  switch (trouble.code) {
    case 'reversed':
      return words.reversed({ to: momentWords(trouble.to, source) });
    case 'tooLong': {
      const [from, to] = [momentWords(trouble.from, source), momentWords(trouble.to, source)];
      return words.tooLong({ months: mostMonths, from, to });
    }
    default:
      return words[trouble.code];
  }
}

/** The id of a field's control in the area. */
export function idOf(field: string): string {
  return `field-${field.replace('.', '-')}`;
}
