import { filesIn } from '../../base/fields/field-edits.js';
import type { FormText } from '../../base/form-draft.js';
import type { FieldValue } from '../../domain/types.js';
import { htmlToText } from '../../util/html-text.js';
import type { AnyForm } from './kept-forms.js';

type Values = Readonly<Record<string, FieldValue>>;

const textIn = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '');

/** What an agent entered into a form; null where that is nothing. What the ticket says is taken from it again. */
export function textOfForm(form: AnyForm): FormText | null {
  const { chosen, subject, isTextTouched, isSubjectTouched } = form;
  const { title, entry } = form.begun;
  const html = isTextTouched ? form.html : '';
  const values: Record<string, FieldValue> = { ...form.entries };
  // A template that is in the text is in the title too.
  if (isSubjectTouched || (isTextTouched && subject !== title)) values['subject'] = subject;
  // An empty text is no lost one.
  if (isTextTouched && html === '') values['cleared'] = true;
  if (chosen.size > 0) values['files'] = [...chosen];
  const attachments = filesIn(form.value('attachmentIds')).flatMap((id) => form.uploads.stored(id) ?? []);
  if (html === '' && attachments.length === 0 && Object.keys(values).length === 0) return null;
  if (form.isWritten && title !== undefined) values['title'] = title;
  if (form.isWritten && entry) values['entry'] = `${entry.id}/${entry.bodyVersion}`;
  return { html, values, attachments };
}

/** Fills a form in with what was kept of it. It has begun with its ticket before. */
export function restoreForm(form: AnyForm, { html, values, attachments = [] }: FormText, isRich: boolean): void {
  const isWritten = html !== '' || values['cleared'] === true;
  form.restore({
    ...(isWritten && { written: isRich ? { text: html, isHtml: true } : { text: htmlToText(html), isHtml: false } }),
    ...(values['subject'] !== undefined && { subject: textIn(values['subject']) }),
    ...beginningIn(values),
  });
  form.chosen = new Set(filesIn(values['files'] ?? null));
  for (const file of attachments) form.uploads.keep(file);
  form.set(
    'attachmentIds',
    attachments.map(({ attachmentId }) => attachmentId),
  );
  form.enter(values, isWritten);
}

/** The message that the text was taken from, as it was then. */
function beginningIn(values: Values): {
  readonly title?: string;
  readonly entry?: { id: number; bodyVersion: number };
} {
  const [id, bodyVersion] = textIn(values['entry']).split('/').map(Number);
  return {
    ...(typeof values['title'] === 'string' && { title: values['title'] }),
    ...(id && bodyVersion && { entry: { id, bodyVersion } }),
  };
}
