import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../base/icons.js';
import { numberText } from '../../base/number-text.js';
import { sentences } from '../../base/sentences.js';
import { sizeText } from '../../base/size-text.js';
import type { Attachment } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { safeName } from '../../util/safe-name.js';
import { fileLimits, type Upload } from './answer-files.js';

/** How files are told of. */
export interface FileTexts {
  readonly texts: Texts;
  readonly more: MoreTexts;
  readonly language: string;
}

export interface FileHandlers {
  retry(id: string): void;
  cancel(id: string): void;
  detach(attachmentId: string): void;
}

function problemText({ problem }: Upload, { texts, more, language }: FileTexts): string {
  const words = more.answerTools;
  switch (problem) {
    case undefined:
      return '';
    case 'type':
      return words.fileType;
    case 'size':
      return words.fileSize({ limit: sizeText(fileLimits.bytes, language) });
    case 'empty':
      return words.fileEmpty;
    case 'nameLength':
      return words.fileNameLength(fileLimits.name);
    case 'count':
      return words.fileCount(fileLimits.count);
    default:
      return sentences(words.fileFailed, texts.errors[problem.kind]);
  }
}

function removal(label: string, onClick: () => void): TemplateResult {
  return html`<button type="button" class="button quiet tool" aria-label=${label} title=${label} @click=${onClick}>
    ${icon('close')}
  </button>`;
}

/** What became of a file so far, with the ways to go on: also in the text, where an image will be. */
export function renderUpload(upload: Upload, told: FileTexts, on: FileHandlers): TemplateResult {
  const { more, texts, language } = told;
  const words = more.answerTools;
  const { id, file, share, problem } = upload;
  const name = safeName(file.name);
  const canRetry = problem !== undefined && typeof problem !== 'string';
  return html`${icon(upload.inline ? 'image' : 'clip')}
    <span class="file-name" dir="auto">${name}</span>
    <span class="file-size">${sizeText(file.size, language)}</span>
    ${
      problem === undefined
        ? html`<progress
              class="progress"
              aria-label=${words.uploading({ name })}
              max="1"
              .value=${share ?? nothing}
            ></progress>
            <span class="file-size">${share ? `${numberText(Math.floor(share * 100), language)} %` : nothing}</span>`
        : html`<span class="file-problem">${icon('warning')}${problemText(upload, told)}</span>`
    }
    ${canRetry ? html`<button type="button" class="button" @click=${() => on.retry(id)}>${texts.common.retry}</button>` : nothing}
    ${removal(problem === undefined ? words.cancelFile({ name }) : words.removeFile({ name }), () => on.cancel(id))}`;
}

/** The files that go with the answer, and those that are on their way or did not arrive. */
export function renderFiles(
  attached: readonly Attachment[],
  uploads: readonly Upload[],
  told: FileTexts,
  on: FileHandlers,
): TemplateResult | typeof nothing {
  if (attached.length + uploads.length === 0) return nothing;
  const words = told.more.answerTools;
  const of = (file: Attachment): TemplateResult => {
    const name = safeName(file.fileName);
    return html`<li class="file">
      ${icon('clip')}<span class="file-name" dir="auto">${name}</span>
      <span class="file-size">${sizeText(file.size, told.language)}</span>
      ${removal(words.removeFile({ name }), () => on.detach(file.attachmentId))}
    </li>`;
  };
  return html`<ul class="files" aria-label=${words.files}>
    ${attached.map(of)} ${uploads.map((one) => html`<li class="file">${renderUpload(one, told, on)}</li>`)}
  </ul>`;
}
