import { html, nothing, type TemplateResult } from 'lit';
import type { FieldDefinition } from '../../domain/fields.js';
import { fileLimits, fileTypes } from '../../domain/files.js';
import type { Attachment, FieldValue } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { safeName } from '../../util/safe-name.js';
import { icon } from '../icons.js';
import { sentences } from '../sentences.js';
import { sizeText } from '../size-text.js';
import { filesIn, type FieldName } from './field-edits.js';
import type { FieldUpload, FieldUploads } from './field-uploads.js';

/** What file fields need of their form. */
export interface FileHost {
  readonly texts: Texts;
  readonly more: MoreTexts;
  readonly language: string;
  readonly isLocked: boolean;
  readonly uploads: FieldUploads;
  value(name: FieldName): FieldValue;
  set(name: FieldName, value: FieldValue): void;
  problem(name: FieldName): string;
  /** A stored file by its id, where it is known. */
  file(attachmentId: string): Attachment | undefined;
  upload(name: FieldName, files: readonly File[]): void;
  retry(id: string): void;
  /** Opens a stored file; without it, files are only named. */
  open?(file: Attachment): void;
}

const accepted = Object.keys(fileTypes)
  .map((ending) => `.${ending}`)
  .join(',');

/** Files of a field: those that are there, those on their way, and the way to add some. */
export function renderFileControl(
  name: FieldName,
  label: string,
  { required }: Pick<FieldDefinition, 'required'>,
  host: FileHost,
): TemplateResult {
  const { more, isLocked } = host;
  const ids = filesIn(host.value(name));
  const uploads = host.uploads.of(name);
  const onPick = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    host.upload(name, [...(input.files ?? [])]);
    input.value = '';
  };
  return html`${
    ids.length + uploads.length > 0
      ? html`<ul class="files" aria-label=${label}>
          ${ids.map((id) => renderStored(id, name, host))} ${uploads.map((one) => renderUpload(one, host))}
        </ul>`
      : nothing
  }
  ${
    isLocked || ids.length >= fileLimits.count
      ? nothing
      : html`<label class="button file-button"
          >${icon('clip')}${more.answerTools.attach}<input
            class="visually-hidden"
            type="file"
            multiple
            accept=${accepted}
            aria-label="${label}: ${more.answerTools.attach}"
            aria-required=${required ? 'true' : nothing}
            aria-invalid=${host.problem(name) ? 'true' : nothing}
            @change=${onPick}
        /></label>`
  }`;
}

function renderStored(id: string, name: FieldName, host: FileHost): TemplateResult {
  const { more, language, isLocked } = host;
  const file = host.file(id);
  const shown = safeName(file?.fileName ?? '') || more.fieldForm.someFile;
  const remove = (): void =>
    host.set(
      name,
      filesIn(host.value(name)).filter((one) => one !== id),
    );
  return html`<li class="file">
    ${icon('clip')}${
      file && host.open
        ? html`<button class="link" type="button" dir="auto" @click=${() => host.open?.(file)}>${shown}</button>`
        : html`<span class="file-name" dir="auto">${shown}</span>`
    }
    ${file ? html`<span class="aside">${sizeText(file.size, language)}</span>` : nothing}
    ${isLocked ? nothing : removal(more.answerTools.removeFile({ name: shown }), remove)}
  </li>`;
}

function renderUpload(upload: FieldUpload, host: FileHost): TemplateResult {
  const { more, texts } = host;
  const { id, file, share, problem } = upload;
  const name = safeName(file.name);
  const canRetry = problem !== undefined && typeof problem !== 'string';
  return html`<li class="file">
    ${icon('clip')}<span class="file-name" dir="auto">${name}</span>
    ${
      problem === undefined
        ? html`<progress max="1" .value=${share} aria-label=${more.answerTools.uploading({ name })}></progress>`
        : html`<span class="problem" role="alert">${problemText(upload, host)}</span>`
    }
    ${
      canRetry
        ? html`<button class="button" type="button" @click=${() => host.retry(id)}>${texts.common.retry}</button>`
        : nothing
    }
    ${removal(more.answerTools[problem ? 'removeFile' : 'cancelFile']({ name }), () => host.uploads.cancel(id))}
  </li>`;
}

function removal(label: string, onClick: () => void): TemplateResult {
  const remove = (event: Event): void => {
    // The button goes with its file; the keyboard stays with the field.
    const field = (event.currentTarget as HTMLElement).closest('[data-field]');
    field?.querySelector<HTMLElement>('input[type=file]')?.focus();
    onClick();
  };
  return html`<button class="button quiet" type="button" aria-label=${label} title=${label} @click=${remove}>
    ${icon('close')}
  </button>`;
}

function problemText({ problem }: FieldUpload, { texts, more, language }: FileHost): string {
  const words = more.answerTools;
  switch (problem) {
    case undefined:
      return '';
    case 'count':
      return words.fileCount(fileLimits.count);
    case 'empty':
      return words.fileEmpty;
    case 'too_large':
      return words.fileSize({ limit: sizeText(fileLimits.size, language) });
    case 'name_too_long':
      return words.fileNameLength(fileLimits.name);
    case 'type':
    case 'not_a_picture':
      return words.fileType;
    default:
      return sentences(words.fileFailed, texts.errors[problem.kind]);
  }
}
