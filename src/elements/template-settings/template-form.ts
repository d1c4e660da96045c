import type { DeskError } from '../../base/desk-error.js';
import { templateLimits, type Template, type TemplateDraft } from '../../domain/templates.js';
import type { MoreTexts } from '../../strings/more/ko.js';

/** What is typed about one template; `base` is the one it was begun from, null for a new one. */
export interface TemplateForm {
  readonly base: Template | null;
  readonly name: string;
  readonly code: string;
  readonly handlingTypeId: number | null;
  readonly shared: boolean;
  readonly html: string;
}

export type TemplateField = 'name' | 'code' | 'html';
export type TemplateProblems = Readonly<Partial<Record<TemplateField, string>>>;

export function formOf(base: Template | null): TemplateForm {
  return {
    base,
    name: base?.name ?? '',
    code: base?.code ?? '',
    handlingTypeId: base?.handlingTypeId ?? null,
    shared: base !== null && base.owner === null,
    html: base?.html ?? '',
  };
}

export function draftOf({ base, name, code, handlingTypeId, shared, html }: TemplateForm): TemplateDraft {
  return {
    templateId: base?.templateId ?? null,
    version: base?.version ?? null,
    name: name.trim().normalize('NFC'),
    code: code.trim().normalize('NFC') || null,
    handlingTypeId,
    shared,
    html,
  };
}

/** Codes that are typed in full width are found too, so they are the same. */
const plain = (text: string): string => text.normalize('NFKC').toLocaleLowerCase();

/** What the agent can put right before anybody is asked. */
export function problemsOf(
  form: TemplateForm,
  templates: readonly Template[],
  words: MoreTexts['templateSettings'],
): TemplateProblems {
  const { templateId, name, code, html } = draftOf(form);
  const problems: Partial<Record<TemplateField, string>> = {};
  if (!name) problems.name = words.needName;
  else if ([...name].length > templateLimits.name) problems.name = words.nameLength(templateLimits.name);
  if (code !== null) {
    const isWritten = /^[\p{L}\p{N}]+$/u.test(code) && code.length <= templateLimits.code;
    const other = templates.find((one) => one.templateId !== templateId && one.code && plain(one.code) === plain(code));
    if (!isWritten) problems.code = words.codeWrong(templateLimits.code);
    else if (other) problems.code = words.codeTakenBy({ name: other.name });
  }
  if (!/<img\b/i.test(html) && !html.replace(/<[^>]*>|&nbsp;/g, '').trim()) problems.html = words.needText;
  else if (html.length > templateLimits.html) problems.html = words.textLength;
  return problems;
}

/** What the server found wrong, by field; nothing where it is not about a field. */
export function refusedFields(error: DeskError | undefined, words: MoreTexts['templateSettings']): TemplateProblems {
  const problems: Partial<Record<TemplateField, string>> = {};
  for (const { field, code } of error?.kind === 'invalid' ? (error.details.fields ?? []) : []) {
    if (field === 'code') problems.code = code === 'taken' ? words.codeTaken : words.codeWrong(templateLimits.code);
    else if (field === 'html') problems.html = code === 'required' ? words.needText : words.textLength;
    else if (field === 'name') {
      problems.name = code === 'too_many' ? words.tooMany : words.nameLength(templateLimits.name);
    }
  }
  return problems;
}
