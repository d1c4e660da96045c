import type { FormField } from '../services/open/form-fields.js';
import { html, Markup } from './markup.js';
import type { HelpWords } from './words.js';

/** What somebody typed, by the name of the input. */
export type Typed = ReadonlyMap<string, readonly string[]>;

/** What is wrong with fields, by their codes. */
export type Wrong = ReadonlyMap<string, 'invalid' | 'length' | 'required' | 'many'>;

export interface FieldPlace {
  readonly field: Pick<FormField, 'code' | 'type' | 'title' | 'description' | 'placeholder' | 'required' | 'options'>;
  readonly typed: Typed;
  readonly wrong: Wrong;
  readonly words: HelpWords;
  /** Whether files were chosen before: no page can fill their inputs again. */
  readonly filesAgain?: boolean;
}

export const allOf = (typed: Typed, name: string): readonly string[] => typed.get(name) ?? [];
export const firstOf = (typed: Typed, name: string): string => allOf(typed, name)[0] ?? '';

/** The parts of the text below an input, by their ids. */
function notesOf({ field, wrong, words, filesAgain }: FieldPlace): ReadonlyMap<string, Markup> {
  const { code, type, description } = field;
  const problem = wrong.get(code);
  const notes = new Map<string, Markup>();
  const add = (name: string, text: Markup) => notes.set(`${name}-${code}`, text);
  if (description) add('hint', html`<div class="facts" id="hint-${code}">${new Markup(description)}</div>`);
  if (type === 'file') add('files', html`<p class="facts" id="files-${code}">${words.filesHint}</p>`);
  if (problem) add('bad', html`<p class="bad" id="bad-${code}">${words[problem]}</p>`);
  if (type === 'file' && filesAgain) add('again', html`<p class="bad" id="again-${code}">${words.filesAgain}</p>`);
  return notes;
}

const notes = (place: FieldPlace): Markup => html`${[...notesOf(place).values()]}`;

function described(place: FieldPlace): Markup {
  const ids = [...notesOf(place).keys()];
  return html`${ids.length > 0 && html` aria-describedby="${ids.join(' ')}"`}`;
}

/** How each input says that it is needed or wrong. */
function state({ field, wrong }: FieldPlace): Markup {
  return html`${field.required && new Markup(' required')}
  ${wrong.has(field.code) && new Markup(' aria-invalid="true"')}`;
}

const attributes = (place: FieldPlace): Markup => html`${state(place)} ${described(place)}`;

function labelled(place: FieldPlace, input: Markup): Markup {
  const { field, words } = place;
  return html`<div class="field">
    <label for="in-${field.code}">${field.title}${field.required && ` (${words.needed})`}</label>
    ${input} ${notes(place)}
  </div>`;
}

function group(place: FieldPlace, inputs: Markup): Markup {
  const { field, words } = place;
  return html`<fieldset id="in-${field.code}" tabindex="-1" ${described(place)}>
    <legend>${field.title}${field.required && ` (${words.needed})`}</legend>
    ${inputs} ${notes(place)}
  </fieldset>`;
}

function input(place: FieldPlace, type: string): Markup {
  const { field, typed } = place;
  return labelled(
    place,
    html`<input
      id="in-${field.code}"
      name="${field.code}"
      type="${type}"
      value="${firstOf(typed, field.code)}"
      placeholder="${field.placeholder}"
      ${attributes(place)}
    />`,
  );
}

// No box of a group is needed by itself, so a group of boxes cannot say it to the browser.
function choices(place: FieldPlace, type: 'checkbox' | 'radio'): Markup {
  const { field, typed } = place;
  const chosen = allOf(typed, field.code);
  const boxes = (field.options ?? []).map(
    (option) =>
      html`<label
        ><input
          type="${type}"
          name="${field.code}"
          value="${option}"
          ${chosen.includes(option) && new Markup('checked')}
          ${state(type === 'radio' ? place : { ...place, field: { ...field, required: false } })}
        />${option}</label
      >`,
  );
  return group(place, html`${boxes}`);
}

function period(place: FieldPlace, type: string): Markup {
  const { field, typed, words } = place;
  const [from = '', until = ''] = allOf(typed, field.code);
  return group(
    place,
    html`<label>${words.from} <input type="${type}" name="${field.code}" value="${from}" ${state(place)} /></label>
      <label>${words.until} <input type="${type}" name="${field.code}" value="${until}" ${state(place)} /></label>`,
  );
}

/** One field of a form. */
export function fieldInput(place: FieldPlace): Markup {
  const { field, typed, words } = place;
  switch (field.type) {
    case 'text':
      return input(place, field.code === 'mail' ? 'email' : 'text');
    case 'textarea':
      return labelled(
        place,
        html`<textarea id="in-${field.code}" name="${field.code}" ${attributes(place)}>
${firstOf(typed, field.code)}</textarea>`,
      );
    case 'dropdown':
      return labelled(
        place,
        html`<select id="in-${field.code}" name="${field.code}" ${attributes(place)}>
          <option value="">${words.choose}</option>
          ${(field.options ?? []).map(
            (option) =>
              html`<option ${option === firstOf(typed, field.code) && new Markup('selected')}>${option}</option>`,
          )}
        </select>`,
      );
    case 'checkbox':
    case 'radio':
      return choices(place, field.type);
    case 'date':
      return input(place, 'date');
    case 'datetime':
      return input(place, 'datetime-local');
    case 'date_period':
      return period(place, 'date');
    case 'datetime_period':
      return period(place, 'datetime-local');
    case 'agree':
      return html`<div class="field">
        <label class="check"
          ><input
            type="checkbox"
            id="in-${field.code}"
            name="${field.code}"
            value="true"
            ${firstOf(typed, field.code) === 'true' && new Markup('checked')}
            ${attributes(place)}
          />${field.title}${field.required && ` (${words.needed})`}</label
        >
        ${notes(place)}
      </div>`;
    case 'caption':
      return html`<div class="facts">${new Markup(field.placeholder)}</div>`;
    case 'file':
      return labelled(
        place,
        html`<input id="in-${field.code}" name="${field.code}" type="file" multiple ${attributes(place)} />`,
      );
  }
}

export interface Problems {
  readonly wrong: Wrong;
  readonly message?: string | undefined;
  readonly filesAgain?: boolean;
}

/** What is wrong, told at the head of a form, with a way to each field. */
export function problemList(
  { wrong, message, filesAgain }: Problems,
  titles: ReadonlyMap<string, string>,
  words: HelpWords,
): Markup {
  if (wrong.size === 0 && message === undefined && !filesAgain) return html``;
  return html`<div class="alert" role="alert">
    <p class="bad">${message ?? words.problems}</p>
    ${
      wrong.size > 0 &&
      html`<ul>
        ${[...wrong].map(
          ([code, problem]) => html`<li><a href="#in-${code}">${titles.get(code) ?? code}</a>: ${words[problem]}</li>`,
        )}
      </ul>`
    }
    ${filesAgain && html`<p>${words.filesAgain}</p>`}
  </div>`;
}

/** A value as the Open API takes it. */
export function fieldValue(type: FormField['type'], values: readonly string[]): unknown {
  const filled = values.filter((value) => value !== '');
  const moment = (value: string) => value.replace('T', ' ');
  switch (type) {
    case 'checkbox':
      return filled;
    case 'agree':
      return filled[0] === 'true';
    case 'datetime':
      return filled.length > 0 ? moment(filled[0] ?? '') : null;
    case 'date_period':
    case 'datetime_period':
      return filled.length > 0 ? values.map(moment).join(' ~ ') : null;
    case 'caption':
    case 'file':
      return undefined;
    default:
      return filled[0] ?? null;
  }
}
