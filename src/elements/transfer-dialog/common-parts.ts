import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { renderFileControl } from '../../base/fields/file-control.js';
import { icon } from '../../base/icons.js';
import { sizeText } from '../../base/size-text.js';
import { maxTransferSubject } from '../../domain/transfer.js';
import type { Attachment } from '../../domain/types.js';
import { renderWriting } from '../../editor/writing-parts.js';
import type { Writing } from '../../editor/writing.js';
import { safeName } from '../../util/safe-name.js';
import type { TransferView } from './transfer-view.js';

/** Title, text and files, which every transfer has. */
export function renderCommon(view: TransferView, text: Writing): TemplateResult {
  const { form, texts, more, isRich, problem, change } = view;
  const writing = {
    texts,
    more,
    label: more.createDialog.text,
    written: form.written,
    isRich,
    problem: problem('html'),
    change: (written: typeof form.written) => change(() => (form.written = written), 'html'),
  };
  return html`<div class="grid">${renderTitle(view)} ${renderWriting(writing, text)} ${renderFiles(view)}</div>`;
}

function renderTitle({ form, texts, more, problem, change }: TransferView): TemplateResult {
  const wrong = problem('subject');
  const used = [...form.subject].length;
  const onInput = (event: Event): void => {
    const { value } = event.currentTarget as HTMLInputElement;
    change(() => (form.subject = value), 'subject');
  };
  return html`<div class="field broad" data-field="subject">
    <label class="label" for="subject"
      >${more.transferDialog.subject}<span class="required">${texts.ticketDetail.required}</span></label
    >
    <input
      class="input"
      type="text"
      id="subject"
      dir="auto"
      autocomplete="off"
      aria-required="true"
      aria-invalid=${wrong ? 'true' : nothing}
      aria-describedby=${wrong ? 'problem-subject' : nothing}
      .value=${live(form.subject)}
      @input=${onInput}
    />
    ${
      used > maxTransferSubject * 0.8
        ? html`<span class="count">${more.fieldForm.count({ used, length: maxTransferSubject })}</span>`
        : nothing
    }
    ${wrong ? html`<p class="problem" id="problem-subject">${wrong}</p>` : nothing}
  </div>`;
}

function renderFiles(view: TransferView): TemplateResult {
  const { form, more } = view;
  const label = more.answerTools.files;
  const problem = view.problem('attachmentIds');
  const own = form.ticketFiles;
  return html`<fieldset class="field broad" data-field="attachmentIds">
    <legend class="label">${label}</legend>
    ${
      own.length > 0
        ? html`<div class="own-files" role="group" aria-labelledby="own-files">
            <p class="hint" id="own-files">${more.transferDialog.ticketFiles}</p>
            ${own.map((file) => renderOwn(file, view))}
          </div>`
        : nothing
    }
    ${renderFileControl('attachmentIds', label, { required: false }, view)}
    ${problem ? html`<p class="problem">${problem}</p>` : nothing}
  </fieldset>`;
}

/** A file of the ticket: it stays here unless somebody chooses it. */
function renderOwn({ attachmentId, fileName, size }: Attachment, view: TransferView): TemplateResult {
  const { form, more, language, change } = view;
  const toggle = (): void => {
    const others = [...form.chosen].filter((id) => id !== attachmentId);
    const isOn = form.chosen.has(attachmentId);
    change(() => (form.chosen = new Set(isOn ? others : [...others, attachmentId])), 'attachmentIds');
  };
  return html`<label class="check own-file"
    ><input type="checkbox" .checked=${live(form.chosen.has(attachmentId))} @change=${toggle} />${icon('clip')}<span
      class="file-name"
      dir="auto"
      >${safeName(fileName) || more.fieldForm.someFile}</span
    ><span class="aside">${sizeText(size, language)}</span></label
  >`;
}
