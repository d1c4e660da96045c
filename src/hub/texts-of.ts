import type { Language } from '../domain/types.js';
import type { Catalogue, Texts } from '../strings/ko.js';
import type { MoreCatalogue, MoreTexts } from '../strings/more/ko.js';
import { phrasesOf } from '../strings/phrase.js';

const catalogues: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  ko: async () => (await import('../strings/ko.js')).ko,
  ja: async () => (await import('../strings/ja.js')).ja,
  en: async () => (await import('../strings/en.js')).en,
};

/** Every language that there is a catalogue for. */
export const spoken = Object.keys(catalogues) as Language[];

/** The texts of a language; each is fetched when it is first spoken. */
export async function textsOf(language: Language): Promise<Texts> {
  return phrasesOf<Texts>(await catalogues[language](), language);
}

const late: Readonly<Record<Language, () => Promise<MoreCatalogue>>> = {
  ko: async () => (await import('../strings/more/ko.js')).ko,
  ja: async () => (await import('../strings/more/ja.js')).ja,
  en: async () => (await import('../strings/more/en.js')).en,
};

/** The texts of what opens late. */
export async function moreTextsOf(language: Language): Promise<MoreTexts> {
  return phrasesOf<MoreTexts>(await late[language](), language);
}
