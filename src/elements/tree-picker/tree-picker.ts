import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Choice } from '../../base/choice.js';
import { isHit, matching, pathsOf } from '../../base/choice-matching.js';
import { isComposing } from '../../base/composing.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { LateElement } from '../../base/late-element.js';
import { PopupController } from '../../base/popup.js';
import { styles } from './tree-picker.styles.js';

/** How many values a page key passes. */
const leap = 8;

/**
 * One of the values of a tree. The field shows where in the tree it stands; what is typed into it narrows the list to
 * what fits, with the branches above.
 *
 * @element tree-picker
 * @fires {Event} change - The agent chose another value. Does not leave the root it stands in.
 * @csspart field - The field that is typed into.
 * @csspart list - The values.
 */
export class TreePicker extends LateElement {
  static override styles = [inheritedReset, ...styles];

  /** Values to choose from, in the order of the tree. */
  @property({ attribute: false }) choices: readonly Choice[] = [];

  /** Whether it can only be read. */
  @property({ type: Boolean }) disabled = false;

  /** What is chosen, such as "처리유형". */
  @property() label = '';

  /** What is to be said beside the label, such as that a value is needed to go on. */
  @property() note = '';

  /** What is wrong with the choice; empty for nothing. */
  @property() problem = '';

  /** Whether a value is needed: without it, none can be chosen too. */
  @property({ type: Boolean }) required = false;

  /** The value chosen; empty for none. */
  @property() value = '';

  @state() private typed: string | null = null;
  @state() private active = -1;
  @query('#list') private list!: HTMLElement | null;
  @query('#field') private field!: HTMLInputElement | null;

  readonly #popup = new PopupController(this, undefined, () => this.field);
  #paths: ReadonlyMap<string, string> = new Map();

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('choices')) this.#paths = pathsOf(this.choices);
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const words = this.more.treePicker;
    const isOpen = this.#popup.open;
    const note = this.required ? this.texts.ticketDetail.required : this.note;
    const shown = isOpen ? this.#offered : [];
    return html`<div class="root" lang=${this.language}>
      <label class="label" for="field"
        >${this.label}${note ? html`<span class="required">${note}</span>` : nothing}</label
      >
      <span class="box">
        <input
          class="input"
          part="field"
          id="field"
          type="text"
          role="combobox"
          aria-label=${!this.required && this.note ? `${this.label}, ${this.note}` : this.label}
          autocomplete="off"
          spellcheck="false"
          aria-autocomplete="list"
          aria-controls="list"
          aria-expanded=${isOpen ? 'true' : 'false'}
          aria-activedescendant=${isOpen && shown[this.active] ? `option-${this.active}` : nothing}
          aria-required=${this.required ? 'true' : nothing}
          aria-invalid=${this.problem ? 'true' : nothing}
          aria-describedby=${this.problem ? 'problem' : nothing}
          placeholder=${this.#path || (this.required ? words.choose : words.none)}
          title=${this.#path || nothing}
          ?disabled=${this.disabled}
          .value=${live(this.typed ?? this.#path)}
          @click=${this.#onClick}
          @focus=${() => this.field?.select()}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
          @blur=${this.#onBlur}
        />${icon('chevronDown')}</span
      >
      ${this.problem ? html`<p class="problem" id="problem">${this.problem}</p>` : nothing}
      <div
        class="popup options ${isOpen && shown.length === 0 ? 'empty' : ''}"
        part="list"
        id="list"
        popover="manual"
        role="listbox"
        aria-label=${this.label}
        @beforetoggle=${this.#popup.onBeforeToggle}
        @toggle=${this.#popup.onToggle}
        @pointerdown=${(event: Event) => event.preventDefault()}
      >
        ${isOpen ? shown.map((choice, place) => this.#renderOption(choice, place)) : nothing}
      </div>
      ${this.#renderStatus(isOpen, shown)}
    </div>`;
  }

  #renderStatus(isOpen: boolean, shown: readonly Choice[]): TemplateResult {
    const { noMatch, matches } = this.more.treePicker;
    const isNone = isOpen && shown.length === 0;
    const said = isOpen && this.typed ? matches(shown.length) : nothing;
    return html`<p class=${isNone ? 'option-none' : 'visually-hidden'} role="status">${isNone ? noMatch : said}</p>`;
  }

  #renderOption({ value, label, depth = 0 }: Choice, place: number): TemplateResult {
    const path = depth > 0 ? this.#paths.get(value) : '';
    // eslint-disable-next-line lit-a11y/click-events-have-key-events -- keys are those of the field above
    return html`<div
      class="option depth-${Math.min(depth, 4)} ${place === this.active ? 'active' : ''}"
      id="option-${place}"
      role="option"
      aria-label=${path || nothing}
      aria-selected=${value === this.value ? 'true' : 'false'}
      @click=${() => this.#choose(value)}
    >
      ${label}
    </div>`;
  }

  override updated(): void {
    if (this.#popup.open) this.list?.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }

  get #path(): string {
    return this.#paths.get(this.value) ?? '';
  }

  get #offered(): readonly Choice[] {
    const found = matching(this.choices, this.typed ?? '');
    const isWhole = !this.typed;
    return isWhole && !this.required ? [{ value: '', label: this.more.treePicker.none }, ...found] : found;
  }

  #open(typed: string | null = null): void {
    this.typed = typed;
    if (!this.#popup.open) this.list?.showPopover();
    const shown = this.#offered;
    const place = typed
      ? shown.findIndex((choice) => isHit(choice, typed))
      : shown.findIndex(({ value }) => value === this.value);
    this.active = Math.max(place, 0);
  }

  #close(): void {
    this.typed = null;
    this.active = -1;
    this.#popup.close();
  }

  #choose(value: string): void {
    this.#close();
    if (value === this.value) return;
    this.value = value;
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  readonly #onClick = (): void => {
    if (this.#popup.open) return;
    this.#open();
  };

  readonly #onInput = (): void => {
    this.#open(this.field?.value ?? '');
  };

  readonly #onBlur = (): void => {
    if (this.#popup.open) this.#close();
    else this.typed = null;
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const isOpen = this.#popup.open;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: leap, PageUp: -leap }[event.key];
    if (step !== undefined) {
      if (!isOpen) this.#open();
      else if (event.altKey) this.#close();
      else this.#move(step);
    } else if (isOpen && event.key === 'Enter') {
      const choice = this.#offered[this.active];
      if (choice) this.#choose(choice.value);
    } else if (isOpen && event.key === 'Escape') this.#close();
    else {
      if (isOpen && event.key === 'Tab' && this.typed) this.#takeActive();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  /** Who typed until the right one was marked means it. */
  #takeActive(): void {
    const choice = this.#offered[this.active];
    if (choice) this.#choose(choice.value);
  }

  #move(step: number): void {
    const last = this.#offered.length - 1;
    const next = this.active + step;
    if (Math.abs(step) === 1) this.active = next < 0 ? last : next > last ? 0 : next;
    else this.active = Math.max(0, Math.min(next, last));
  }

  /** Moves the keyboard to the field. */
  override focus(options?: FocusOptions): void {
    this.field?.focus(options);
  }
}
