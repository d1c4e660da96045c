import type { Finding } from '../../../src/domain/masks.js';
import { maskCategories, type MaskCategory } from '../../../src/domain/types.js';

/** A text, and what is to be found in it. */
export interface Marked {
  readonly text: string;
  readonly findings: readonly Finding[];
}

const mark = /⟦(\w+):([^⟦⟧]*)⟧/;

const isCategory = (name: string): name is MaskCategory => (maskCategories as readonly string[]).includes(name);

/** Reads a text whose personal data is marked: `call ⟦phone:010-1234-5678⟧ today`. */
export function readMarked(source: string): Marked {
  const findings: Finding[] = [];
  let text = source;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const [all, category = '', own = ''] = match;
    if (!isCategory(category)) throw new Error(`There is no category ${category}.`);
    text = text.slice(0, match.index) + own + text.slice(match.index + all.length);
    findings.push({ start: match.index, length: own.length, category });
  }
  return { text, findings };
}

/** The other way round, so that what was found can be read. */
export function writeMarked({ text, findings }: Marked): string {
  return [...findings]
    .sort((a, b) => b.start - a.start)
    .reduce((marked, { start, length, category }) => {
      const end = start + length;
      return `${marked.slice(0, start)}⟦${category}:${marked.slice(start, end)}⟧${marked.slice(end)}`;
    }, text);
}
