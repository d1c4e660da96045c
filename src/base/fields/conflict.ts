import { html, type TemplateResult } from 'lit';
import type { MoreTexts } from '../../strings/more/ko.js';

/** Two values of one field, side by side: whose counts. */
export function renderConflict(
  mine: string,
  theirs: string,
  words: MoreTexts['fieldForm'],
  keep: (whose: 'mine' | 'theirs') => void,
): TemplateResult {
  const side = (name: string, value: string, label: string, whose: 'mine' | 'theirs') =>
    html`<div class="side">
      <span class="label">${name}</span><span class="value" dir="auto">${value}</span>
      <button class="button" type="button" data-keep=${whose} @click=${() => keep(whose)}>${label}</button>
    </div>`;
  return html`<div class="conflict" role="group" aria-label=${words.conflict}>
    <p role="alert">${words.conflict}</p>
    <div class="sides">
      ${side(words.mine, mine, words.keepMine, 'mine')} ${side(words.theirs, theirs, words.keepTheirs, 'theirs')}
    </div>
  </div>`;
}
