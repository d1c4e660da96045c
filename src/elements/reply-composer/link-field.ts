import { html, type TemplateResult } from 'lit';
import { isComposing } from '../../base/composing.js';
import { linkTarget } from '../../domain/mail-values.js';
import type { RichEditor } from '../../editor/rich-editor.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';

/** An address as somebody types it: one without a scheme is of the web, or of mail. */
function addressOf(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  if (/^[^@/:]+@[^@/:]+$/.test(text)) return linkTarget(`mailto:${text}`);
  return linkTarget(/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(text) ? text : `https://${text}`);
}

/** The line in which the address of a link is written, open as long as that takes. */
export class LinkField {
  #isOpen = false;
  #isWrong = false;

  constructor(
    private readonly host: {
      readonly renderRoot: ParentNode;
      requestUpdate(): unknown;
      readonly updateComplete: Promise<unknown>;
    },
  ) {}

  get isOpen(): boolean {
    return this.#isOpen;
  }

  async open(): Promise<void> {
    this.#isOpen = true;
    this.#isWrong = false;
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.#input?.focus();
    this.#input?.select();
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.host.requestUpdate();
  }

  get #input(): HTMLInputElement | null {
    return this.host.renderRoot.querySelector<HTMLInputElement>('.link-input');
  }

  render(editor: RichEditor, texts: Texts, more: MoreTexts): TemplateResult {
    const words = more.answerTools;
    const leave = (): void => {
      this.close();
      editor.focus();
    };
    const apply = (): void => {
      const href = addressOf(this.#input?.value ?? '');
      this.#isWrong = href === null;
      if (href === null) {
        this.host.requestUpdate();
        this.#input?.focus();
        return;
      }
      this.close();
      editor.link(href);
    };
    const remove = (): void => {
      this.close();
      editor.link(null);
    };
    const onKeydown = (event: KeyboardEvent): void => {
      if (isComposing(event) || (event.key !== 'Enter' && event.key !== 'Escape')) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') leave();
      else if ((event.target as HTMLElement).matches('input')) apply();
      else (event.target as HTMLElement).click();
    };
    const { href } = editor;
    return html`<div class="link-field" role="group" aria-label=${words.link} @keydown=${onKeydown}>
      <input
        class="input link-input"
        type="text"
        inputmode="url"
        autocomplete="off"
        spellcheck="false"
        dir="ltr"
        aria-label=${words.address}
        aria-invalid=${this.#isWrong ? 'true' : 'false'}
        aria-describedby="link-problem"
        placeholder="https://"
        .defaultValue=${href ?? ''}
      />
      <button type="button" class="button primary" @click=${apply}>${words.setLink}</button>
      ${href === null ? '' : html`<button type="button" class="button" @click=${remove}>${words.removeLink}</button>`}
      <button type="button" class="button" @click=${leave}>${texts.common.cancel}</button>
      <span class="file-problem" id="link-problem" role="alert">${this.#isWrong ? words.wrongAddress : ''}</span>
    </div>`;
  }
}
