import type { Language, Service } from '../../../../src/domain/types.js';

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The language a text is written in, by its letters, among those of the service. */
export function guessLanguage(text: string, service: Pick<Service, 'language' | 'languages'>): Language {
  const sample = text.slice(0, 20_000);
  const letters: Readonly<Record<Language, number>> = {
    ko: count(sample, /\p{Script=Hangul}/gu),
    ja: count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu),
    // A Korean or Japanese mail is full of Latin words; an English one holds nothing else.
    en: count(sample, /\p{Script=Latin}/gu) / 50,
  };
  const known = (Object.keys(letters) as Language[]).filter((language) => service.languages.includes(language));
  const best = known.sort((a, b) => letters[b] - letters[a])[0];
  return best && letters[best] > 0 ? best : service.language;
}
