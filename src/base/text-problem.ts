import type { Texts } from '../strings/ko.js';
import type { DeskError } from './desk-error.js';

const wrong: Readonly<Record<string, 'tooBig' | 'fileGone' | 'filesTooLarge'>> = {
  'html too_big': 'tooBig',
  'html unknown_file': 'fileGone',
  'attachmentIds unknown': 'fileGone',
  'attachmentIds too_large': 'filesTooLarge',
  'attachmentIds too_many': 'filesTooLarge',
};

/** What in a text, or beside it, keeps the server from taking it, in the agent's words; null where it is something else. */
export function textProblem({ kind, details }: DeskError, { replyComposer: words }: Texts): string | null {
  const { content, fields = [] } = details;
  if (kind === 'blocked' && content?.['code'] === 'code_left')
    return words.codeLeft({ codes: codeText(content['codes']) });
  const key = kind === 'invalid' && fields.map(({ field, code }) => wrong[`${field} ${code}`]).find((one) => one);
  return key ? words[key] : null;
}

/** Codes as they stand in a text. */
export function codeText(codes: unknown): string {
  return Array.isArray(codes) ? codes.map((code) => `{{${String(code)}}}`).join(', ') : '';
}
