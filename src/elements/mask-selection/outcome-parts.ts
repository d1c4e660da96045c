import { html, nothing, type TemplateResult } from 'lit';
import { isUncertain, type DeskError } from '../../base/desk-error.js';
import type { Task } from '../../base/hub-context.js';
import { icon } from '../../base/icons.js';
import { maskRefusal } from '../../base/mask-refusal.js';
import { timeText } from '../../base/time-text.js';
import type { MaskOutcome, NotReached } from '../../domain/masks.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { safeName } from '../../util/safe-name.js';

/** What the parts of the element are told in. */
export interface Words {
  readonly texts: Texts;
  readonly more: MoreTexts;
  readonly language: string;
  readonly timeZone: string;
  /** Name of a field of the service. */
  fieldName(code: string): string;
}

/** Whether there is more to say of a mask than that it was made. */
export function hasMore({ notReached, copies }: MaskOutcome): boolean {
  return notReached.length + copies.length > 0;
}

/** What is said aloud when a mask was made. That it was is left to whoever asked for it elsewhere. */
export function outcomeSaid(
  { notReached, copies }: MaskOutcome,
  { more: { maskSelection: words } }: Words,
  isDoneSaid: boolean,
): string {
  return [
    isDoneSaid ? '' : words.done,
    notReached.length > 0 ? words.notReached(notReached.length) : '',
    copies.length > 0 ? words.copies(copies.length) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** What a mask did not reach, and the way to the copies that it can. */
export function renderOutcome(
  outcome: MaskOutcome,
  said: Words,
  on: { readonly copies: () => void; readonly dismiss: () => void },
): TemplateResult {
  const { maskSelection: words } = said.more;
  const { notReached, copies } = outcome;
  return html`<div class="notice" part="notice">
    ${icon('warning')}
    <div class="news">
      <p class="strong">${words.done}</p>
      ${
        notReached.length > 0
          ? html`<p>${words.notReached(notReached.length)}</p>
              <ul>
                ${notReached.map((place) => html`<li dir="auto">${placeText(place, said)}</li>`)}
              </ul>`
          : nothing
      }
      ${
        copies.length > 0
          ? html`<p>${words.copies(copies.length)}</p>
              <button type="button" class="button copies" @click=${on.copies}>
                ${icon('mask')}${words.maskCopies(copies.length)}
              </button>`
          : nothing
      }
    </div>
    ${renderDismiss(said, on.dismiss)}
  </div>`;
}

function placeText(place: NotReached, { texts, more, language, timeZone, fieldName }: Words): string {
  const { maskSelection: words } = more;
  switch (place.kind) {
    case 'mail':
    case 'sms':
      return words[place.kind]({ to: safeName(place.to), when: timeText(place.at, language, timeZone, 'dateTime') });
    case 'issue':
      return words.issue({ id: place.id });
    case 'dooray':
      return words.dooray({ id: place.id });
    case 'file':
      return words.file({ name: safeName(place.fileName) });
    case 'field':
      return words.field({ name: factName(place.code, texts) ?? fieldName(place.code) });
    case 'subject':
    case 'draft':
    case 'run':
      return words[place.kind];
  }
}

/** What every ticket tells of its customer. */
function factName(code: string, { ticketDetail, ticketInfo }: Texts): string | undefined {
  switch (code) {
    case 'name':
    case 'email':
    case 'phone':
      return ticketDetail[code];
    case 'usercode':
      return ticketDetail.id;
    case 'guidance':
      return ticketInfo.guidance;
    default:
      return undefined;
  }
}

/** Why nothing, or not everything, was masked, or a mask stayed as it is. */
export function renderRefusal(
  action: Task['action'],
  error: DeskError,
  said: Words,
  onDismiss: () => void,
): TemplateResult {
  const { maskSelection: words } = said.more;
  const { common } = said.texts;
  const refused = action === 'unmask' ? words.notUnmasked : action === 'purge' ? words.notPurged : words.refused;
  const hint = action === 'mask' ? words.again : '';
  return html`<div class="notice refused" part="notice" role="alert">
    ${icon('warning')}
    <div class="news">
      <p class="strong">${refused({ why: maskRefusal(error, action, said.texts, said.more) })}</p>
      <p>${isUncertain(error.kind) ? common.unknown : hint}</p>
    </div>
    ${renderDismiss(said, onDismiss)}
  </div>`;
}

function renderDismiss({ more }: Words, onDismiss: () => void): TemplateResult {
  const label = more.maskSelection.dismiss;
  return html`<button type="button" class="button quiet" aria-label=${label} title=${label} @click=${onDismiss}>
    ${icon('close')}
  </button>`;
}
