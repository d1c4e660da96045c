import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fieldName, type FieldDefinition } from '../../domain/fields.js';
import type { FieldValue, Language } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { icon } from '../icons.js';
import { ownName, type FieldName } from './field-edits.js';
import { renderFileControl, type FileHost } from './file-control.js';
import { endsOf, fromInput, momentInput, periodOf, toInput } from './moment-value.js';

/** What the fields need of the form that they stand in. */
export interface ControlHost extends FileHost {
  readonly texts: Texts;
  readonly more: MoreTexts;
  readonly language: Language;
  readonly serviceLanguage: Language;
  readonly isLocked: boolean;
  value(name: FieldName): FieldValue;
  set(name: FieldName, value: FieldValue): void;
  /** What is wrong, in words; empty for nothing. */
  problem(name: FieldName): string;
  /** What stands below a field, sanitised. */
  hint(definition: FieldDefinition): unknown;
  /** What else is to be said about a field: a question that only the agent can answer. */
  aside(name: FieldName, definition?: FieldDefinition): TemplateResult | typeof nothing;
}

/** Types whose controls are several: they are a group with a legend. */
const grouped: readonly FieldDefinition['type'][] = ['checkbox', 'radio', 'date_period', 'datetime_period', 'file'];
const broad: readonly FieldDefinition['type'][] = [...grouped, 'textarea', 'agree', 'caption', 'datetime'];

const textOf = (value: FieldValue): string => (typeof value === 'string' ? value : '');
const valueOf = (event: Event): string =>
  (event.currentTarget as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value;

/** One own field of a ticket: its name, its control, what is said about it. */
export function renderField(definition: FieldDefinition, host: ControlHost): TemplateResult {
  const { type } = definition;
  const name = ownName(definition.code);
  const label = fieldName(definition, host.language, host.serviceLanguage);
  const problem = host.problem(name);
  const hint = host.hint(definition);
  const tail = html`${hint ? html`<div class="hint" id="hint-${name}">${hint}</div>` : nothing}
  ${problem ? html`<p class="problem" id="problem-${name}">${problem}</p>` : nothing} ${host.aside(name, definition)}`;
  const kind = `field ${broad.includes(type) ? 'broad' : ''} type-${type}`;
  if (type === 'caption')
    return html`<div class=${kind}>
      <p class="label">${label}</p>
      ${tail}
    </div>`;
  const control = controls[type]({ definition, name, label, host, describes: describedBy(name, hint, problem) });
  if (type === 'agree') return html`<div class=${kind} data-field=${name}>${control}${tail}</div>`;
  if (grouped.includes(type)) {
    return html`<fieldset
      class=${kind}
      data-field=${name}
      aria-describedby=${describedBy(name, hint, problem)}
      ?disabled=${host.isLocked}
    >
      <legend class="label">${label}${marks(definition, host)}</legend>
      ${control}${tail}
    </fieldset>`;
  }
  return html`<div class=${kind} data-field=${name}>
    <label class="label" for=${name}>${label}${marks(definition, host)}</label>${control}${tail}
  </div>`;
}

interface Part {
  readonly definition: FieldDefinition;
  readonly name: FieldName;
  readonly label: string;
  readonly host: ControlHost;
  readonly describes: string | typeof nothing;
}

type Control = (part: Part) => TemplateResult;

function describedBy(name: FieldName, hint: unknown, problem: string): string | typeof nothing {
  return [hint && `hint-${name}`, problem && `problem-${name}`].filter(Boolean).join(' ') || nothing;
}

/** What holds of a field: that it is needed, and that it is kept encrypted. */
export function marks(
  { required, encrypted }: Pick<FieldDefinition, 'required' | 'encrypted'>,
  { texts, more }: Pick<ControlHost, 'texts' | 'more'>,
): TemplateResult {
  const { encrypted: said } = more.fieldForm;
  return html`${required ? html`<span class="required">${texts.ticketDetail.required}</span>` : nothing}${
    encrypted
      ? html`<span class="secret" title=${said}>${icon('lock')}<span class="visually-hidden">${said}</span></span>`
      : nothing
  }`;
}

function placeholderOf({ placeholders }: FieldDefinition, { language, serviceLanguage }: ControlHost) {
  return placeholders?.[language] ?? placeholders?.[serviceLanguage] ?? nothing;
}

/** From this share of its limit on, a text says how long it is. */
const near = 0.8;

function count({ definition: { length }, name, host }: Part): TemplateResult | typeof nothing {
  const used = [...textOf(host.value(name))].length;
  if (length === 0 || used < length * near) return nothing;
  return html`<span class="count ${used > length ? 'over' : ''}">${host.more.fieldForm.count({ used, length })}</span>`;
}

const invalid = ({ name, host }: Part) => (host.problem(name) ? 'true' : nothing);

const text: Control = (part) => {
  const { definition, name, host, describes } = part;
  return html`<input
      class="input"
      type="text"
      id=${name}
      autocomplete="off"
      dir="auto"
      aria-required=${definition.required ? 'true' : nothing}
      aria-invalid=${invalid(part)}
      aria-describedby=${describes}
      placeholder=${placeholderOf(definition, host)}
      ?disabled=${host.isLocked}
      .value=${live(textOf(host.value(name)))}
      @input=${(event: Event) => host.set(name, valueOf(event))}
    />${count(part)}`;
};

const textarea: Control = (part) => {
  const { definition, name, host, describes } = part;
  return html`<textarea
      class="input"
      rows="3"
      id=${name}
      dir="auto"
      aria-required=${definition.required ? 'true' : nothing}
      aria-invalid=${invalid(part)}
      aria-describedby=${describes}
      placeholder=${placeholderOf(definition, host)}
      ?disabled=${host.isLocked}
      .value=${live(textOf(host.value(name)))}
      @input=${(event: Event) => host.set(name, valueOf(event))}
    ></textarea
    >${count(part)}`;
};

/** What a ticket has may have been taken off the list since. */
function optionsOf({ options }: FieldDefinition, chosen: readonly string[]): readonly string[] {
  const all = options ?? [];
  return [...all, ...chosen.filter((one) => one !== '' && !all.includes(one))];
}

const dropdown: Control = (part) => {
  const { definition, name, host, describes } = part;
  const value = textOf(host.value(name));
  return html`<span class="select"
    ><select
      class="input"
      id=${name}
      aria-required=${definition.required ? 'true' : nothing}
      aria-invalid=${invalid(part)}
      aria-describedby=${describes}
      ?disabled=${host.isLocked}
      @change=${(event: Event) => host.set(name, valueOf(event))}
    >
      <option value="" .selected=${value === ''}>${host.more.fieldForm.choose}</option>
      ${optionsOf(definition, [value]).map(
        (one) => html`<option value=${one} .selected=${live(one === value)}>${one}</option>`,
      )}</select
    >${icon('chevronDown')}</span
  >`;
};

const radio: Control = (part) => {
  const { definition, name, host } = part;
  const value = textOf(host.value(name));
  const of = (one: string, label: string) =>
    html`<label class="check"
      ><input
        type="radio"
        name=${name}
        aria-invalid=${invalid(part)}
        .checked=${live(one === value)}
        @change=${() => host.set(name, one)}
      /><span>${label}</span></label
    >`;
  return html`<div class="checks">
    ${optionsOf(definition, [value]).map((one) => of(one, one))}
    ${definition.required || value === '' ? nothing : of('', host.more.fieldForm.noChoice)}
  </div>`;
};

const checkbox: Control = (part) => {
  const { definition, name, host } = part;
  const now = (): readonly string[] => {
    const value = host.value(name);
    return Array.isArray(value) ? (value as readonly string[]) : [];
  };
  const chosen = now();
  const all = optionsOf(definition, chosen);
  const toggle = (one: string): void => {
    const before = now();
    const isOn = (each: string) => before.includes(each) !== (each === one);
    // In the order of the list, so that the same choice is the same value.
    host.set(name, all.filter(isOn));
  };
  return html`<div class="checks">
    ${all.map(
      (one) =>
        html`<label class="check"
          ><input
            type="checkbox"
            aria-invalid=${invalid(part)}
            .checked=${live(chosen.includes(one))}
            @change=${() => toggle(one)}
          /><span>${one}</span></label
        >`,
    )}
  </div>`;
};

const agree: Control = (part) => {
  const { definition, name, label, host, describes } = part;
  return html`<label class="check agree"
    ><input
      type="checkbox"
      id=${name}
      aria-required=${definition.required ? 'true' : nothing}
      aria-invalid=${invalid(part)}
      aria-describedby=${describes}
      ?disabled=${host.isLocked}
      .checked=${live(host.value(name) === true)}
      @change=${(event: Event) => host.set(name, (event.currentTarget as HTMLInputElement).checked)}
    /><span>${label}${marks(definition, host)}</span></label
  >`;
};

const moment: Control = (part) => {
  const { definition, name, host, describes } = part;
  return html`<input
    class="input"
    type=${momentInput(definition.type)}
    id=${name}
    max=${momentInput(definition.type) === 'date' ? '9999-12-31' : '9999-12-31T23:59'}
    aria-required=${definition.required ? 'true' : nothing}
    aria-invalid=${invalid(part)}
    aria-describedby=${describes}
    ?disabled=${host.isLocked}
    .value=${live(toInput(textOf(host.value(name))))}
    @input=${(event: Event) => isWhole(event) && host.set(name, fromInput(valueOf(event)))}
  />`;
};

/** What a native field has while a date is half typed is nothing, and not what the agent wants. */
function isWhole(event: Event): boolean {
  return !(event.currentTarget as HTMLInputElement).validity.badInput;
}

const period: Control = (part) => {
  const { definition, name, label, host } = part;
  const words = host.more.fieldForm;
  const ends = endsOf(textOf(host.value(name)));
  const type = momentInput(definition.type);
  const put = (place: 0 | 1, event: Event): void => {
    if (!isWhole(event)) return;
    const now = fromInput(valueOf(event));
    const [from, to] = endsOf(textOf(host.value(name)));
    host.set(name, place === 0 ? periodOf(now, to) : periodOf(from, now));
  };
  const end = (place: 0 | 1, said: string) =>
    html`<input
      class="input"
      type=${type}
      max=${type === 'date' ? '9999-12-31' : '9999-12-31T23:59'}
      aria-label="${label}, ${said}"
      aria-invalid=${invalid(part)}
      .value=${live(toInput(ends[place]))}
      @input=${(event: Event) => put(place, event)}
    />`;
  return html`<div class="period">${end(0, words.from)}<span aria-hidden="true">~</span>${end(1, words.to)}</div>`;
};

const file: Control = ({ definition, name, label, host }) => renderFileControl(name, label, definition, host);

const controls: Readonly<Record<Exclude<FieldDefinition['type'], 'caption'>, Control>> = {
  text,
  textarea,
  dropdown,
  radio,
  checkbox,
  agree,
  date: moment,
  datetime: moment,
  date_period: period,
  datetime_period: period,
  file,
};
