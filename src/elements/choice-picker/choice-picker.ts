import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { isComposing } from '../../base/composing.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { LateElement } from '../../base/late-element.js';
import { PopupController } from '../../base/popup.js';
import type { Choice } from '../../base/choice.js';
import { matching } from '../../base/choice-matching.js';
import { styles } from './choice-picker.styles.js';

/** From so many values on there is a field to type into. */
const many = 8;

/**
 * Any of some values, behind one button that names those chosen. What is typed narrows the list; a tree keeps its
 * branches above what is found below them.
 *
 * @element choice-picker
 * @fires {Event} change - The agent ticked or unticked a value. Does not leave the root it stands in.
 * @csspart button - The button that opens the list.
 * @csspart list - The panel with the values.
 */
export class ChoicePicker extends LateElement {
  static override styles = [inheritedReset, ...styles];

  /** What is chosen, such as "상태". */
  @property() label = '';

  /** Values to choose from, in order. */
  @property({ attribute: false }) choices: readonly Choice[] = [];

  /** What is said while nothing is chosen; without it, that all of them count. */
  @property() none = '';

  /** The values chosen. */
  @property({ attribute: false }) value: readonly string[] = [];

  /** What is wrong with the choice; empty for nothing. */
  @property() problem = '';

  @state() private typed = '';
  @query('#panel') private panel!: HTMLElement | null;
  @query('#button') private button!: HTMLElement | null;

  readonly #popup = new PopupController(this, (panel) => this.#onOpened(panel));

  override render() {
    if (!this.hub) return this.renderDetached();
    const words = this.more.choicePicker;
    return html`<div class="root" lang=${this.language}>
      <span class="label" id="label">${this.label}</span>
      <button
        class="input button-like"
        part="button"
        type="button"
        id="button"
        popovertarget="panel"
        aria-haspopup="dialog"
        aria-labelledby="label summary"
        aria-invalid=${this.problem ? 'true' : nothing}
        aria-describedby=${this.problem ? 'problem' : nothing}
        title=${this.value.length > 1 ? this.#chosen.join(', ') : nothing}
        @keydown=${this.#onButtonKey}
      >
        <span class="summary ${this.value.length === 0 ? 'none' : ''}" id="summary">
          ${this.#summary(this.none || words.any)}
        </span>
        ${icon('chevronDown')}
      </button>
      ${this.problem ? html`<span class="problem" id="problem">${this.problem}</span>` : nothing}
      <div
        class="popup"
        part="list"
        id="panel"
        popover
        role="dialog"
        aria-labelledby="label"
        @beforetoggle=${this.#popup.onBeforeToggle}
        @toggle=${this.#popup.onToggle}
        @keydown=${this.#onPanelKey}
      >
        ${this.#popup.open ? this.#renderPanel() : nothing}
      </div>
    </div>`;
  }

  #renderPanel(): TemplateResult {
    const words = this.more.choicePicker;
    const found = matching(this.choices, this.typed);
    return html`${this.choices.length < many ? nothing : this.#renderFilter(found.length)}
      <div class="values" role="group" aria-labelledby="label">
        ${found.map((choice) => this.#renderChoice(choice))}
      </div>
      ${
        found.length === 0
          ? html`<p class="empty">${this.choices.length === 0 ? words.noChoice : words.noMatch}</p>`
          : nothing
      }
      <div class="foot">
        <button
          class="button quiet"
          type="button"
          aria-disabled=${this.value.length === 0 ? 'true' : nothing}
          @click=${this.#onClear}
        >
          ${words.clear}
        </button>
        <button class="button" type="button" @click=${() => this.#popup.close()}>${words.done}</button>
      </div>`;
  }

  #renderFilter(count: number): TemplateResult {
    const words = this.more.choicePicker;
    const label = words.filter({ name: this.label });
    return html`<span class="filter">
        ${icon('search')}
        <input
          class="input"
          type="text"
          autocomplete="off"
          spellcheck="false"
          aria-label=${label}
          placeholder=${label}
          .value=${live(this.typed)}
          @input=${this.#onType}
        />
      </span>
      <span class="visually-hidden" role="status">${this.typed ? words.matches(count) : nothing}</span>`;
  }

  #renderChoice({ value, label, depth = 0 }: Choice): TemplateResult {
    return html`<label class="value depth-${Math.min(depth, 4)}">
      <input type="checkbox" .checked=${live(this.value.includes(value))} @change=${() => this.#onTick(value)} />
      <span>${label}</span>
    </label>`;
  }

  get #chosen(): readonly string[] {
    return this.value.map((one) => this.choices.find(({ value }) => value === one)?.label ?? one);
  }

  #summary(any: string): string {
    const [first, second, ...rest] = this.#chosen;
    if (first === undefined) return any;
    if (second === undefined) return first;
    if (rest.length === 0) return `${first}, ${second}`;
    return this.more.choicePicker.summary({ first, count: rest.length + 1 });
  }

  #set(value: readonly string[]): void {
    this.value = value;
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #onTick(value: string): void {
    const chosen = this.value.includes(value) ? this.value.filter((one) => one !== value) : [...this.value, value];
    // In the order of the list, so that the same choice always reads the same.
    const order = new Map(this.choices.map((choice, place) => [choice.value, place]));
    this.#set(chosen.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)));
  }

  #onOpened(panel: HTMLElement): void {
    const first = panel.querySelector<HTMLElement>('.filter > input') ?? this.#boxes(panel)[0];
    (first ?? panel.querySelector<HTMLElement>('button'))?.focus();
  }

  #boxes(panel: ParentNode): HTMLInputElement[] {
    return [...panel.querySelectorAll<HTMLInputElement>('.value > input')];
  }

  readonly #onType = (event: Event): void => {
    this.typed = (event.currentTarget as HTMLInputElement).value;
  };

  readonly #onClear = (): void => {
    if (this.value.length > 0) this.#set([]);
  };

  readonly #onButtonKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    this.panel?.showPopover();
  };

  /** Arrows walk through the values; from the field the first arrow enters them. */
  readonly #onPanelKey = (event: KeyboardEvent): void => {
    this.#popup.onKeydown(event);
    if (isComposing(event) || !this.panel) return;
    const boxes = this.#boxes(this.panel);
    const from = boxes.indexOf(event.composedPath()[0] as HTMLInputElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (from + step < 0) this.panel.querySelector<HTMLElement>('.filter > input')?.focus();
    else boxes[Math.min(from + step, boxes.length - 1)]?.focus();
  };

  /** Moves the keyboard to the button. */
  override focus(options?: FocusOptions): void {
    this.button?.focus(options);
  }
}
