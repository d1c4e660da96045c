import { atom, computed, onMount, type ReadableAtom } from 'nanostores';
import type { Load } from '../base/hub-context.js';
import type { Language, Session } from '../domain/types.js';
import type { Texts } from '../strings/ko.js';
import type { MoreTexts } from '../strings/more/ko.js';
import { moreTextsOf, spoken, textsOf } from './texts-of.js';

/** The language of a `lang` attribute, if it is one of ours. */
export function languageOf(tag: string | null | undefined): Language | undefined {
  const primary = tag?.toLowerCase().split('-')[0];
  return spoken.find((language) => language === primary);
}

/** Pauses between tries to load a language, in milliseconds. */
const failurePause = 2_000;

/**
 * The texts of a hub: in the language that the page asks for, else the service's, else Korean. They change when the new
 * language is there, and never show another meanwhile.
 */
export function createText($asked: ReadableAtom<Language | undefined>, $session: ReadableAtom<Load<Session>>) {
  const $language = atom<Language>('ko');
  const $texts = atom<Texts | undefined>();
  const $more = atom<MoreTexts | undefined>();
  let round = 0;

  async function speak(language: Language): Promise<void> {
    const own = ++round;
    while (own === round) {
      try {
        const texts = await textsOf(language);
        if (own !== round) return;
        $language.set(language);
        $texts.set(texts);
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, failurePause));
      }
    }
  }

  onMount($texts, () => {
    let stopSession: (() => void) | undefined;
    const stopAsked = $asked.subscribe((asked) => {
      stopSession?.();
      stopSession = undefined;
      if (asked) void speak(asked);
      // The service is asked only when the page does not say it.
      else stopSession = computed($session, serviceLanguage).subscribe((language) => language && void speak(language));
    });
    return () => {
      round++;
      stopAsked();
      stopSession?.();
    };
  });

  onMount($more, () => {
    let isOver = false;
    async function follow(language: Language): Promise<void> {
      while (!isOver && language === $language.get()) {
        try {
          const texts = await moreTextsOf(language);
          if (!isOver && language === $language.get()) $more.set(texts);
          return;
        } catch {
          await new Promise((resolve) => setTimeout(resolve, failurePause));
        }
      }
    }
    // The language is only known when its first texts are there.
    const stop = $texts.subscribe((texts) => texts && void follow($language.get()));
    return () => {
      isOver = true;
      stop();
    };
  });

  return { $language, $texts, $more };
}

/** Undefined while the session is on its way. */
function serviceLanguage(load: Load<Session>): Language | undefined {
  if ('value' in load && load.value) return languageOf(load.value.service.language) ?? 'ko';
  return load.status === 'failed' ? 'ko' : undefined;
}
