import { html, nothing, type TemplateResult } from 'lit';
import type { Texts } from '../strings/ko.js';
import type { MoreTexts } from '../strings/more/ko.js';
import { keepTyping } from './commands.js';
import { isUncertain, type DeskError } from './desk-error.js';
import { icon } from './icons.js';
import { renderLateNotice } from './late-notice.js';
import { sentences } from './sentences.js';
import type { SettingsCourse } from './settings-course.js';

type SharedWords =
  | 'conflictTitle'
  | 'conflictText'
  | 'mine'
  | 'theirs'
  | 'keepMine'
  | 'keepTheirs'
  | 'gone'
  | 'discard'
  | 'submit'
  | 'running'
  | 'waiting'
  | 'remove'
  | 'removeSubmit'
  | 'safe'
  | 'removing'
  | 'look'
  | 'title';

/** What every kind of settings says in its own words. */
export type SettingsWords = Pick<MoreTexts['templateSettings'], SharedWords>;

export interface Frame {
  readonly layer: boolean;
  readonly isOpen: boolean;
  readonly language: string;
  readonly title: string;
  readonly close: string;
  /** What is told while the layer is closed. */
  readonly late?: TemplateResult | typeof nothing;
  onClose(): void;
}

/** Settings as a part of the page, or as a layer. */
export function renderFrame(frame: Frame, content: () => TemplateResult): TemplateResult | typeof nothing {
  const { layer, isOpen, language, title, close } = frame;
  if (!layer)
    return html`<section class="root" lang=${language} aria-label=${title} @keydown=${keepTyping}>
      ${content()}
    </section>`;
  if (!isOpen) return frame.late ?? nothing;
  return html`<div class="root layer" lang=${language}>
    <dialog class="dialog" part="dialog" aria-labelledby="title">
      <div class="head">
        <h2 class="dialog-title" id="title">${title}</h2>
        <button
          class="button quiet"
          type="button"
          aria-label=${close}
          title="${close} (Esc)"
          @click=${() => frame.onClose()}
        >
          ${icon('close')}
        </button>
      </div>
      ${content()}
    </dialog>
  </div>`;
}

/** Why the list is not there; `failed` says of what. Where `denied` says whom to ask, another try is not offered: it would end alike. */
export function renderUnread(
  error: DeskError | undefined,
  failed: string,
  texts: Texts,
  onRetry: () => unknown,
  denied?: string,
): TemplateResult {
  if (!error) return html`<p class="quiet-words" role="status">${texts.common.loading}</p>`;
  if (denied && error.kind === 'denied') return html`<p class="quiet-words" role="alert">${denied}</p>`;
  return html`<div class="quiet-words" role="alert">
    ${sentences(failed, texts.errors[error.kind])}
    <div><button class="button" type="button" @click=${onRetry}>${texts.common.retry}</button></div>
  </div>`;
}

/** Somebody else changed it meanwhile: both versions, and the choice between them; or it is gone. */
export function renderVersions<Kept, Form extends { readonly base: Kept | null }>(
  course: SettingsCourse<Kept, Form>,
  words: SettingsWords,
  show: (form: Form) => TemplateResult,
  formOf: (kept: Kept) => Form,
): TemplateResult | typeof nothing {
  const { theirs, form } = course;
  if (theirs === undefined || !form) return nothing;
  if (theirs === null) return html`<p class="notice calm" role="alert">${words.gone}</p>`;
  const column = (title: string, one: Form, label: string, which: 'mine' | 'theirs'): TemplateResult =>
    html`<div class="version">
      <h4>${title}</h4>
      ${show(one)}
      <button type="button" class="button" @click=${() => course.keep(which)}>${label}</button>
    </div>`;
  return html`<div class="notice calm">
    <div role="alert"><span>${words.conflictTitle}</span> <span>${words.conflictText}</span></div>
    <div class="versions">
      ${column(words.mine, form, words.keepMine, 'mine')}
      ${column(words.theirs, formOf(theirs), words.keepTheirs, 'theirs')}
    </div>
  </div>`;
}

/** A refusal that nobody has seen, because the layer was closed or another one was looked at. */
export function renderLate<Kept, Form extends { readonly base: Kept | null }>(
  course: SettingsCourse<Kept, Form>,
  words: SettingsWords,
  texts: Texts,
  on: { readonly language: string; readonly isShown: boolean; show(): unknown },
): TemplateResult | typeof nothing {
  const { language, isShown } = on;
  const error = course.lateError(isShown);
  if (!error) return nothing;
  const { title, look: action, safe } = words;
  const { errors, common } = texts;
  const own: Partial<Record<string, string>> = { conflict: words.conflictTitle, missing: words.gone };
  return renderLateNotice({
    title,
    said: html`<span>${own[error.kind] ?? errors[error.kind]}</span>
      <span>${isUncertain(error.kind) ? common.unknown : safe}</span>`,
    language,
    action,
    close: common.close,
    isAfloat: !isShown,
    onAction: () => {
      course.lookAtLate();
      if (!isShown) on.show();
    },
    onClose: () => course.forgetLate(),
  });
}

/** What was refused, and what is safe. */
export function renderRefused(error: DeskError, said: string, words: SettingsWords, texts: Texts): TemplateResult {
  return html`<p class="notice" role="alert">
    <span>${said}</span><span>${isUncertain(error.kind) ? texts.common.unknown : words.safe}</span>
  </p>`;
}

export interface Foot {
  readonly isLocked: boolean;
  /** What is said before it is deleted. */
  readonly removal: string;
  readonly cancel: string;
  /** The agent is to be asked, or not any more. */
  ask(isAsking: boolean): void;
}

/** Save, discard, delete; or the question before it is deleted. */
export function renderFoot<Kept, Form extends { readonly base: Kept | null }>(
  course: SettingsCourse<Kept, Form>,
  form: Form,
  words: SettingsWords,
  foot: Foot,
): TemplateResult {
  const { isAsking, isSaving, isRemoving, theirs } = course;
  if (isAsking && form.base) {
    // Escape answers the question, and closes nothing else.
    const onKeydown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      foot.ask(false);
    };
    return html`<div class="asking" @keydown=${onKeydown}>
      <p class="notice ask" role="alert">${foot.removal}</p>
      <button class="button" type="button" @click=${() => foot.ask(false)}>${foot.cancel}</button>
      <button class="button danger confirm" type="button" @click=${() => course.remove()}>${words.removeSubmit}</button>
    </div>`;
  }
  const remove = html`<button class="button quiet start remove" type="button" @click=${() => foot.ask(true)}>
    ${icon('trash')}${words.remove}
  </button>`;
  const discard = html`<button class="button" type="button" @click=${() => course.discard()}>${words.discard}</button>`;
  return html`${course.isWaiting ? html`<p class="notice calm waiting" role="status">${words.waiting}</p>` : nothing}
    ${form.base && !foot.isLocked && !isRemoving ? remove : nothing}
    ${course.isChanged(form) && !isRemoving ? discard : nothing}
    <button
      class="button primary"
      type="submit"
      aria-disabled=${foot.isLocked || isSaving || isRemoving || theirs ? 'true' : nothing}
    >
      ${isRemoving ? words.removing : isSaving ? words.running : words.submit}
    </button>`;
}
