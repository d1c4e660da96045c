import { html, nothing, type TemplateResult } from 'lit';
import type { Draft } from '../domain/types.js';
import type { Texts } from '../strings/ko.js';
import type { MoreTexts } from '../strings/more/ko.js';
import { htmlToText } from '../util/html-text.js';
import type { FormDraft } from './form-draft.js';

/** Most characters that are shown of another window's text. */
const shown = 600;

/** Another window of the agent has something else in the same form: the agent chooses. */
export function renderOtherWindow(
  { html: text, values }: Draft,
  { replyComposer: { keepMine, keepOther, other } }: Texts,
  { transferDialog: words }: MoreTexts,
  draft: Pick<FormDraft, 'choose'>,
): TemplateResult {
  const { subject } = values;
  return html`<div class="notice calm other-window" role="alert">
    <p>${words.otherWindow}</p>
    <blockquote aria-label=${other} dir="auto" tabindex="0">
      ${typeof subject === 'string' ? html`<p>${subject}</p>` : nothing}
      <p class="lines" .textContent=${htmlToText(text).slice(0, shown)}></p>
    </blockquote>
    <div class="buttons">
      <button class="button" type="button" @click=${() => draft.choose('mine')}>${keepMine}</button>
      <button class="button" type="button" @click=${() => draft.choose('other')}>${keepOther}</button>
    </div>
  </div>`;
}
