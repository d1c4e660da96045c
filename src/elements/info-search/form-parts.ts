import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../../base/icons.js';
import type { InquiryItem } from '../../domain/customer-info.js';
import type { Customer } from '../../domain/types.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import type { InquiryForm } from '../../base/customer-info/inquiry-form.js';

/** What the form shows, and whom it tells. */
export interface FormHost {
  readonly words: MoreTexts['infoSearch'];
  readonly form: InquiryForm;
  readonly customer: Customer | null;
  /** The form was sent with something wrong in it. */
  readonly hasProblems: boolean;
  readonly isRunning: boolean;
  type(item: InquiryItem, value: string): void;
  submit(event: Event): void;
  reset(): void;
}

/** The items that the link can be asked for, as the service configured them. */
export function renderForm(items: readonly InquiryItem[], host: FormHost): TemplateResult {
  const { words, form, customer, isRunning } = host;
  const isEmpty = Object.keys(form.values(items, customer)).length === 0;
  const isMissing = items.some(({ required }) => required);
  return html`<form class="form" novalidate aria-label=${words.form} @submit=${host.submit}>
    ${items.map((item, place) => renderItem(item, place, host))}
    ${host.hasProblems && isEmpty && !isMissing ? html`<p class="problem" role="alert">${words.needAny}</p>` : nothing}
    <div class="buttons">
      <button class="button primary" type="submit" aria-disabled=${isRunning ? 'true' : nothing}>
        ${icon('search')}${isRunning ? words.running : words.submit}
      </button>
      ${
        form.isTyped
          ? html`<button class="button quiet" type="button" @click=${host.reset}>${words.reset}</button>`
          : nothing
      }
    </div>
  </form>`;
}

function renderItem(item: InquiryItem, place: number, host: FormHost): TemplateResult {
  const { words, form, customer } = host;
  const found = host.hasProblems ? form.problem(item, customer) : null;
  const problem =
    found === 'needValue'
      ? words.needValue({ name: item.label })
      : found && words.tooLong({ name: item.label, limit: item.length });
  const about = problem ?? (form.isFilled(item, customer) ? words.fromTicket : null);
  const id = `item-${place}`;
  return html`<div class="field">
    <label class="label" for=${id}>
      ${item.label}${item.required ? html` <span class="required">${words.required}</span>` : nothing}
    </label>
    ${renderControl(item, id, about !== null, problem !== null, host)}
    ${
      about
        ? html`<span id="about-${id}" class=${problem ? 'problem' : 'hint'} role=${problem ? 'alert' : nothing}
            >${about}</span
          >`
        : nothing
    }
  </div>`;
}

function renderControl(item: InquiryItem, id: string, isTold: boolean, isBad: boolean, host: FormHost): TemplateResult {
  const value = host.form.value(item, host.customer);
  const isFirst = id === 'item-0';
  const about = isTold ? `about-${id}` : nothing;
  const onInput = (event: Event): void => host.type(item, (event.target as HTMLInputElement | HTMLSelectElement).value);
  if (!item.options) {
    return html`<input
      class="input"
      id=${id}
      autocomplete="off"
      ?autofocus=${isFirst}
      aria-required=${item.required ? 'true' : nothing}
      aria-invalid=${isBad ? 'true' : nothing}
      aria-describedby=${about}
      .value=${live(value)}
      @input=${onInput}
    />`;
  }
  return html`<span class="select"
    ><select
      class="input"
      id=${id}
      ?autofocus=${isFirst}
      aria-required=${item.required ? 'true' : nothing}
      aria-invalid=${isBad ? 'true' : nothing}
      aria-describedby=${about}
      @input=${onInput}
    >
      <option value="" .selected=${value === ''}>${host.words.choose}</option>
      ${item.options.map((each) => html`<option value=${each} .selected=${each === value}>${each}</option>`)}</select
    >${icon('chevronDown')}</span
  >`;
}
