import type { Language } from '../domain/types.js';
import type { Catalogue, Texts } from '../strings/ko.js';
import { phrasesOf } from '../strings/phrase.js';

const catalogues: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  ko: async () => (await import('../strings/ko.js')).ko,
  ja: async () => (await import('../strings/ja.js')).ja,
  en: async () => (await import('../strings/en.js')).en,
};

/** The texts of a language; each is fetched when it is first spoken. */
export async function textsOf(language: Language): Promise<Texts> {
  return phrasesOf<Texts>(await catalogues[language](), language);
}
