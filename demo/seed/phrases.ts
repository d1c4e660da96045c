import type { Language } from '../../src/domain/types.js';
import { en } from './phrases-en.js';
import { ja } from './phrases-ja.js';
import { ko } from './phrases-ko.js';

/** What customers and agents of one language write. Words in braces are filled in. */
export interface Phrases {
  readonly names: readonly string[];
  readonly products: readonly string[];
  /** `category`: place among the top submission types, and among the groups. */
  readonly cases: readonly { readonly subject: string; readonly text: string; readonly category: number }[];
  readonly comments: readonly string[];
  readonly holds: readonly string[];
  readonly replies: readonly string[];
  readonly again: readonly string[];
  readonly spam: readonly { readonly subject: string; readonly text: string }[];
  readonly internal: string;
  readonly guidance: string;
  /** What an agent writes to issue management; `{text}` stands for the words of the customer. */
  readonly handOver: string;
  /** About a task at Dooray!: what the desk asks, and what they say there, first and last. */
  readonly atDooray: readonly [question: string, first: string, last: string];
  readonly callNote: string;
  readonly quoteLine: string;
  readonly tableHead: readonly [string, string, string];
  /** Names of what customers send along. */
  readonly files: { readonly photo: string; readonly list: string };
}

export const phrases: Readonly<Record<Language, Phrases>> = { ko, ja, en };

/** Fills the words in braces. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
