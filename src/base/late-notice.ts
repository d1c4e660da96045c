import { html, type TemplateResult } from 'lit';

/** What became of something whose dialog was closed meanwhile. */
export interface LateNotice {
  readonly title: string;
  readonly said: TemplateResult | string;
  readonly language: string;
  /** What leads to it. */
  readonly action: string;
  readonly close: string;
  /** Whether it is good news. */
  readonly isCalm?: boolean;
  /** Whether it lies over the page, for dialogs without a place of their own in it. */
  readonly isAfloat?: boolean;
  onAction(): void;
  onClose(): void;
}

/** The notice in the place of the closed dialog, so that nobody believes what did not come to be. */
export function renderLateNotice(notice: LateNotice): TemplateResult {
  const { title, said, language, action, close, isCalm, isAfloat } = notice;
  return html`<div class="root" lang=${language}>
    <div class="notice late ${isCalm ? 'calm' : ''} ${isAfloat ? 'afloat' : ''}" part="notice" role="alert">
      <div class="why"><strong>${title}</strong> ${said}</div>
      <button class="button" type="button" @click=${() => notice.onAction()}>${action}</button>
      <button class="button" type="button" @click=${() => notice.onClose()}>${close}</button>
    </div>
  </div>`;
}
