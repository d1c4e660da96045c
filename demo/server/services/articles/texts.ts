import type { Language } from '../../../../src/domain/types.js';
import type { ArticleText } from '../../db/schema.js';
import { invalid } from '../../refusal.js';
import { keptBody } from '../admin/kept-body.js';
import { shownFiles } from '../mail/inline-styles.js';

/** Title and markup by language, as they are written. */
export type ArticleTexts = Readonly<Partial<Record<Language, Pick<ArticleText, 'title' | 'html'>>>>;

/** An article in one language as it is stored. */
export function storedText({ title, html }: Pick<ArticleText, 'title' | 'html'>, field = 'html'): ArticleText {
  const parts = shownFiles(html).map((attachmentId) => ({ attachmentId, contentId: attachmentId }));
  const body = keptBody({ html, parts }, field);
  if (body.text.trim() === '' && shownFiles(body.html).length === 0)
    throw invalid(field, 'required', 'A text is needed');
  return { title: title.normalize('NFC'), html: body.html, styles: body.styles, text: body.text };
}

/** All its languages as they are stored. */
export function storedTexts(texts: ArticleTexts): Readonly<Partial<Record<Language, ArticleText>>> {
  const entries = Object.entries(texts).map(([language, text]) => [
    language,
    storedText(text, `texts.${language}.html`),
  ]);
  return Object.fromEntries(entries) as Partial<Record<Language, ArticleText>>;
}

/** The files that any of its languages shows. */
export function shownInTexts(texts: ArticleTexts): ReadonlySet<string> {
  return new Set(Object.values(texts).flatMap(({ html }) => shownFiles(html)));
}
