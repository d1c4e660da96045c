import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../../base/icons.js';
import { maxMaskReason } from '../../domain/masks.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { purposes, type Choice, type Purpose, type Way } from './mask-ways.js';

/** What the form shows, and how it is changed. */
export interface MaskForm {
  readonly words: MoreTexts['maskDialog'];
  readonly choice: Choice;
  readonly isBusy: boolean;
  readonly isMissing: boolean;
  choose(change: Partial<Choice>): void;
}

/** What is to be done, of what may be done, and why. */
export function fieldsOf(way: Way, ways: readonly Way[], form: MaskForm): TemplateResult {
  return html`${ways.length > 1 ? choiceOf(way, ways, form) : html`<p>${textOf(way, form)}</p>`}
  ${way === 'reveal' ? purposeOf(form) : wordsOf('reason', way, form)}`;
}

function textOf(way: Way, { words }: MaskForm): string {
  return { reveal: words.revealText, unmask: words.unmaskText, purge: words.purgeText }[way];
}

function choiceOf(way: Way, ways: readonly Way[], form: MaskForm): TemplateResult {
  return html`<fieldset class="field" ?disabled=${form.isBusy}>
    <legend class="label">${form.words.ways}</legend>
    ${ways.map(
      (each) =>
        html`<label class="check">
          <input
            type="radio"
            name="way"
            .checked=${live(each === way)}
            ?autofocus=${each === way}
            @change=${() => form.choose({ way: each })}
          />
          <span>${form.words[each]}<span class="way-text">${textOf(each, form)}</span></span>
        </label>`,
    )}
  </fieldset>`;
}

function purposeOf(form: MaskForm): TemplateResult {
  const { words, choice } = form;
  const onChange = (event: Event): void =>
    form.choose({ purpose: (event.currentTarget as HTMLSelectElement).value as Purpose });
  return html`<label class="field">
      <span class="label">${words.purpose}</span>
      <span class="select">
        <select class="input purpose" ?disabled=${form.isBusy} @change=${onChange}>
          ${purposes.map(
            (each) => html`<option value=${each} ?selected=${each === choice.purpose}>${words[each]}</option>`,
          )}
        </select>
        ${icon('chevronDown')}
      </span>
    </label>
    ${choice.purpose === 'own' ? wordsOf('ownPurpose', 'reveal', form) : nothing}`;
}

function wordsOf(field: 'reason' | 'ownPurpose', way: Way, form: MaskForm): TemplateResult {
  const { words } = form;
  const example = { reveal: nothing, unmask: words.reasonExample, purge: words.purgeExample }[way];
  const problem = field === 'reason' ? words.needReason : words.needPurpose;
  return html`<label class="field">
    <span class="label">${words[field]}</span>
    <input
      class="input words"
      type="text"
      required
      autocomplete="off"
      dir="auto"
      maxlength=${maxMaskReason}
      aria-invalid=${form.isMissing ? 'true' : nothing}
      ?readonly=${form.isBusy}
      placeholder=${example}
      .value=${live(form.choice[field])}
      @input=${(event: Event) => form.choose({ [field]: (event.currentTarget as HTMLInputElement).value })}
    />
    ${form.isMissing ? html`<span class="problem" role="alert">${problem}</span>` : nothing}
  </label>`;
}

/** A key that is held down, or the second press of a double click, answers one question and not the next one too. */
export function pressOnce(event: KeyboardEvent | MouseEvent): void {
  const isAgain = event instanceof KeyboardEvent ? event.repeat && event.key === 'Enter' : event.detail > 1;
  if (isAgain) event.preventDefault();
}
