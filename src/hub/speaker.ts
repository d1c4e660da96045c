import { createI18n, type ComponentsJSON, type Messages, type Translations } from '@nanostores/i18n';
import { atom } from 'nanostores';
import type { Language } from '../domain/types.js';
import { ko, type Texts } from '../strings/ko.js';

/** Speaks the languages of one hub; languages other than Korean are fetched when first spoken. */
export interface Speaker {
  speak(language: Language): Promise<Texts>;
}

const catalogues: Readonly<Record<Exclude<Language, 'ko'>, () => Promise<object>>> = {
  ja: async () => (await import('../strings/ja.js')).ja,
  en: async () => (await import('../strings/en.js')).en,
};

export function createSpeaker(): Speaker {
  const locale = atom<Language>('ko');
  const i18n = createI18n<Language, 'ko'>(locale, { baseLocale: 'ko', get: () => Promise.resolve([]) });
  const sections: Record<string, Messages> = {};
  for (const [name, section] of Object.entries(ko)) {
    const messages = i18n(name, section as Translations);
    // Only what is listened to follows the language.
    messages.listen(() => undefined);
    sections[name] = messages;
  }
  return {
    async speak(language) {
      if (language !== 'ko' && !i18n.cache[language]) {
        i18n.cache[language] = (await catalogues[language]()) as ComponentsJSON as never;
      }
      locale.set(language);
      return Object.fromEntries(Object.entries(sections).map(([name, messages]) => [name, messages.get()])) as Texts;
    },
  };
}
