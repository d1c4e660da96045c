import type { Finding } from '../../../src/domain/masks.js';
import { maskCategories, type MaskCategory } from '../../../src/domain/types.js';

/** A text, and what is to be found in it. */
export interface Marked {
  readonly text: string;
  readonly findings: readonly Finding[];
}

const mark = /⟦(\w+):([^⟦⟧]*)⟧/g;

const isCategory = (name: string): name is MaskCategory => (maskCategories as readonly string[]).includes(name);

/** Reads a text whose personal data is marked: `call ⟦phone:010-1234-5678⟧ today`. */
export function readMarked(source: string): Marked {
  const findings: Finding[] = [];
  let text = '';
  let read = 0;
  for (const { 0: all, 1: category = '', 2: own = '', index } of source.matchAll(mark)) {
    if (!isCategory(category)) throw new Error(`There is no category ${category}.`);
    text += source.slice(read, index);
    findings.push({ start: text.length, length: own.length, category });
    text += own;
    read = index + all.length;
  }
  return { text: text + source.slice(read), findings };
}

/** The other way round, so that what was found can be read. */
export function writeMarked({ text, findings }: Marked): string {
  let marked = '';
  let read = 0;
  for (const { start, length, category } of findings) {
    marked += `${text.slice(read, start)}⟦${category}:${text.slice(start, start + length)}⟧`;
    read = start + length;
  }
  return marked + text.slice(read);
}
