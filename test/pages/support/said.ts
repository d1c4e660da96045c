import type { Page } from 'playwright';
import { en } from '../../../src/strings/en.js';
import { ja } from '../../../src/strings/ja.js';
import { ko } from '../../../src/strings/ko.js';
import { en as moreEn } from '../../../src/strings/more/en.js';
import { ja as moreJa } from '../../../src/strings/more/ja.js';
import { ko as moreKo, type MoreTexts } from '../../../src/strings/more/ko.js';
import { phrasesOf } from '../../../src/strings/phrase.js';
import type { Texts } from '../../../src/strings/ko.js';

const catalogues = { ko: { ...ko, ...moreKo }, ja: { ...ja, ...moreJa }, en: { ...en, ...moreEn } };
export type PageLanguage = keyof typeof catalogues;

/** The texts of the console in one language, as its elements read them. */
export function wordsOf(language: PageLanguage): Texts & MoreTexts {
  return phrasesOf<Texts & MoreTexts>(catalogues[language], language);
}

/** Every text of a language that stands alone. */
function textsOf(language: PageLanguage): ReadonlySet<string> {
  const values = Object.values(catalogues[language]).flatMap((section) => Object.values(section) as unknown[]);
  return new Set(values.filter((text): text is string => typeof text === 'string' && !text.includes('{')));
}

const keys: ReadonlySet<string> = new Set(
  Object.entries(catalogues.ko).flatMap(([name, section]) => Object.keys(section).map((key) => `${name}.${key}`)),
);

const scripts = { ko: /[\p{scx=Hira}\p{scx=Kana}]{2,}/u, ja: /\p{sc=Hangul}/u, en: /[\p{scx=Hira}\p{scx=Kana}]{2,}/u };
const latinWords = /\p{sc=Latin}{2,}(?:[ ,.’'-]+\p{sc=Latin}{2,})+/u;

/** What somebody sees or hears of the console now, without what customers and agents wrote. */
function shownOn(page: Page): Promise<string[]> {
  return page.locator('desk-hub').evaluate((hub) => {
    const written = '.message-body, [contenteditable=true], textarea, [role=log] [dir=auto]';
    const spoken = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'];
    const found: string[] = [];
    const walk = (node: Node): void => {
      if (node instanceof Text) found.push(node.data.replace(/\s+/g, ' ').trim());
      if (node instanceof Element) {
        // Elements without a box of their own are none that could be asked whether they are visible.
        const { display, visibility } = getComputedStyle(node);
        if (display === 'none' || visibility === 'hidden' || node.localName === 'style') return;
        for (const name of spoken) found.push(node.getAttribute(name) ?? '');
        if (node.matches(written)) return;
        if (node.shadowRoot) for (const child of node.shadowRoot.childNodes) walk(child);
      }
      for (const child of node.childNodes) walk(child);
    };
    walk(hub);
    return [...new Set(found)].filter((text) => text !== '');
  });
}

/** What is wrong with the words on a page: raw keys and codes, and words of other languages that are no data. */
export async function wrongWords(page: Page, language: PageLanguage, data: ReadonlySet<string>): Promise<string[]> {
  const own = textsOf(language);
  const foreign = (Object.keys(catalogues) as PageLanguage[])
    .filter((one) => one !== language)
    .flatMap((one) => [...textsOf(one)]);
  const others = new Set(foreign.filter((text) => !own.has(text)));
  const longestFirst = [...data].sort((one, other) => other.length - one.length);
  return (await shownOn(page)).filter((text) => {
    if (data.has(text)) return false;
    const rest = longestFirst.reduce((left, one) => left.replaceAll(one, ' '), text).replace(/https?:\/\/\S+/g, ' ');
    const isCode = keys.has(text) || /\{\w+\}|undefined|\[object|NaN|^[a-z]+(_[a-z]+)+$/.test(rest);
    const isForeign = others.has(text) || scripts[language].test(rest) || (language !== 'en' && latinWords.test(rest));
    return isCode || isForeign;
  });
}

/** Every text in an answer of the server. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
