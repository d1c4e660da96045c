import { property } from 'lit/decorators.js';
import { DeskElement } from '../../base/desk-element.js';

/** A text as a form around its element sees it. */
export abstract class FormText extends DeskElement {
  static readonly formAssociated = true;

  /** Whether the text field takes no text. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Name of the text in a form around the element. */
  @property({ reflect: true }) name = '';
  /** Whether a form around the element needs a text. */
  @property({ type: Boolean, reflect: true }) required = false;

  /** The words in the editor. */
  abstract value: string;

  protected readonly internals = this.attachInternals();
  #formDisabled = false;

  protected get isDisabled(): boolean {
    return this.disabled || this.#formDisabled;
  }

  /** Tells the form the text, and what it misses at the field. */
  protected tellForm(text: string, missed: string | null, field: HTMLElement | null): void {
    this.internals.setFormValue(text);
    if (missed && field) this.internals.setValidity({ valueMissing: true }, missed, field);
    else this.internals.setValidity({});
  }

  /** The form around the element was reset: the text and its draft go. */
  formResetCallback(): void {
    this.value = '';
  }

  /** The browser brings back what a form held; a draft of the hub is newer and wins. */
  formStateRestoreCallback(text: string): void {
    if (this.value === '') this.value = text;
  }

  formDisabledCallback(disabled: boolean): void {
    this.#formDisabled = disabled;
    this.requestUpdate();
  }
}
