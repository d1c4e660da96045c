import { nothing } from 'lit';
import type { ControlHost } from '../../base/fields/field-control.js';
import { filesIn, ownName } from '../../base/fields/field-edits.js';
import type { FieldHints } from '../../base/fields/field-hints.js';
import { problemText } from '../../base/fields/problem-text.js';
import { transferRefusal } from '../../base/transfer-refusal.js';
import type { Hub } from '../../base/hub-context.js';
import type { FieldDefinition } from '../../domain/fields.js';
import { fileLimits } from '../../domain/files.js';
import { maxTransferSubject } from '../../domain/transfer.js';
import type { Language, Session } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import type { DoorayForm } from './dooray-form.js';
import type { IssueForm } from './issue-form.js';
import type { PartName } from './transfer-form.js';

/** What the view is made of. */
export interface ViewSource {
  readonly form: IssueForm | DoorayForm;
  readonly hub: Hub;
  readonly texts: Texts;
  readonly more: MoreTexts;
  readonly language: Language;
  readonly session: Session | undefined;
  readonly hints: FieldHints;
  changed(): void;
}

/** The form as the parts of the dialog show it and change it. */
export interface TransferView extends ControlHost, Omit<ViewSource, 'language' | 'hints' | 'changed'> {
  /** Whether texts are written with formats here. */
  readonly isRich: boolean;
  /** What is wrong, in words; empty for nothing. */
  problem(name: PartName): string;
  /** Something of the form is to change, which may mend what was wrong with parts of it. */
  change(change: () => void, ...mended: PartName[]): void;
}

export function viewOf({ hints, changed, ...source }: ViewSource): TransferView {
  const { form, hub, more, language, session } = source;
  const serviceLanguage = session?.service.language ?? 'ko';
  const definitions = form.kind === 'issue' ? form.definitions : [];
  return {
    ...source,
    serviceLanguage,
    isRich: session?.service.editor === 'html',
    isLocked: false,
    uploads: form.uploads,
    value: (name) => form.value(name),
    set: (name, value) => {
      form.set(name, value);
      changed();
    },
    change: (change, ...mended) => {
      change();
      for (const name of mended) form.problems.delete(name);
      changed();
    },
    problem: (name) => wordsOf(name, form, definitions, more),
    hint: ({ code, hints: all }) => hints.of(code, all?.[language] ?? all?.[serviceLanguage]),
    aside: () => nothing,
    file: (id) => form.uploads.stored(id),
    upload: (name, files) => {
      const had = filesIn(form.value(name)).length + (name === 'attachmentIds' ? form.chosen.size : 0);
      form.uploads.add(hub, name, files, had);
    },
    retry: (id) => form.uploads.retry(hub, id),
  };
}

function wordsOf(
  name: PartName,
  { problems, error }: Pick<IssueForm | DoorayForm, 'problems' | 'error'>,
  definitions: readonly FieldDefinition[],
  more: MoreTexts,
): string {
  const { answerTools, fieldForm, transferDialog } = more;
  const problem = problems.get(name);
  if (problem === 'count') return answerTools.fileCount(fileLimits.count);
  if (problem === 'length' && name === 'subject') return fieldForm.tooLong(maxTransferSubject);
  if (problem === 'required' && name.startsWith('tags.')) return transferDialog.needTag;
  const ofTags = name.startsWith('tags.') && problem && transferRefusal(error, 'transfer_dooray', more);
  if (ofTags) return ofTags;
  const definition = definitions.find(({ code }) => ownName(code) === name);
  return problemText(problem, { definition }, fieldForm);
}

/** The first part that something is wrong with. */
export function firstWrong(root: ParentNode): HTMLElement | undefined {
  const wrong = [...root.querySelectorAll<HTMLElement>('tree-picker, choice-picker, [aria-invalid=true]')];
  return wrong.find((part) => part.checkVisibility() && (part as { problem?: string }).problem !== '');
}
