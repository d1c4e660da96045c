import { html, nothing, type TemplateResult } from 'lit';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { isUncertain } from '../desk-error.js';
import type { FieldEdits } from './field-edits.js';

/** What is to be said below the fields. */
export interface FootState {
  readonly edits: FieldEdits;
  readonly texts: Texts;
  readonly more: MoreTexts;
  readonly isLocked: boolean;
  readonly hasConflicts: boolean;
  /** Save was pressed although a question is open. */
  readonly needsChoice: boolean;
}

/** What became of the fields, and the buttons that keep them or give them up. */
export function renderFoot(state: FootState, on: { save(): void; revert(): void }): TemplateResult {
  const words = state.more.fieldForm;
  const { isSaving, isDirty } = state.edits;
  const { text, isBad } = saidOf(state);
  return html`<div class="foot ${isDirty || isBad ? 'dirty' : ''}">
    <p class="said ${isBad ? 'bad' : ''}">
      <span role="status">${isBad ? '' : text}</span>${isBad ? html`<span role="alert">${text}</span>` : nothing}
    </p>
    ${
      isDirty && !isSaving
        ? html`<button class="button quiet" type="button" @click=${on.revert}>${words.revert}</button>`
        : nothing
    }
    <button
      class="button ${isDirty ? 'primary' : ''} save"
      type="button"
      part="save"
      title="${words.save} (Ctrl+S)"
      aria-keyshortcuts="Control+S Meta+S"
      aria-disabled=${isDirty && !isSaving && !state.isLocked ? nothing : 'true'}
      @click=${on.save}
    >
      ${isSaving ? words.saving : words.save}
    </button>
  </div>`;
}

function saidOf({ edits, texts, more, isLocked, hasConflicts, needsChoice }: FootState): {
  readonly text: string;
  readonly isBad: boolean;
} {
  const words = more.fieldForm;
  const { refusal } = edits;
  if (hasConflicts && needsChoice) return { text: words.chooseFirst, isBad: true };
  if (edits.problems.size > 0) return { text: words.look, isBad: true };
  if (refusal && !hasConflicts) {
    const safe = isUncertain(refusal.error.kind) ? texts.common.unknown : words.kept;
    return { text: `${texts.errors[refusal.error.kind]} ${safe}`, isBad: true };
  }
  if (edits.uploads.hasFailed) return { text: more.answerTools.notUploaded, isBad: true };
  if (edits.uploads.isRunning) return { text: words.uploading, isBad: false };
  if (isLocked && edits.isDirty) return { text: words.locked, isBad: true };
  return { text: edits.isSaved ? words.saved : edits.isDirty ? words.unsaved : '', isBad: false };
}
