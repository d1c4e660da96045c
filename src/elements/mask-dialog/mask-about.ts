import { html, type TemplateResult } from 'lit';
import { starsOf } from '../../base/mask-marks.js';
import type { MaskQuestion } from '../../base/mask-question.js';
import { timeText } from '../../base/time-text.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { safeName } from '../../util/safe-name.js';

/** A mask and its message. */
export type Found = NonNullable<ReturnType<MaskQuestion['find']>>;

const valuesOf = ({ mask, entry }: Found, { maskKinds }: MoreTexts) => ({
  kind: maskKinds[mask.category ?? 'unnamed'],
  count: starsOf(entry, mask),
});

/** What is masked, by whom and when. */
export function renderAbout(found: Found, more: MoreTexts, language: string, timeZone: string): TemplateResult {
  const { maskDialog: words } = more;
  const { by, at } = found.mask;
  return html`<p class="about">
    <strong>${words.about(valuesOf(found, more))}</strong>
    <span>${words.by({ name: safeName(by.name), when: timeText(at, language, timeZone, 'dateTime') })}</span>
  </p>`;
}

/** What is lost if the original is deleted. */
export function renderSure(found: Found, more: MoreTexts): TemplateResult {
  return html`<p class="notice" role="alert">${more.maskDialog.sureText(valuesOf(found, more))}</p>`;
}
