import type { HistoryEntry, Language } from './types.js';

type Line = (name: string) => string;

/** Lines over what a customer wrote, and over what a colleague did, of whom nobody speaks to customers as of them. */
const lines: Readonly<Record<Language, Readonly<Record<'customer' | 'agent', Line>>>> = {
  ko: { customer: (name) => `${name} 님의 글:`, agent: (name) => `담당자 ${name}의 글:` },
  ja: { customer: (name) => `${name}様のメッセージ：`, agent: (name) => `担当者${name}のメッセージ：` },
  en: { customer: (name) => `${name} wrote:`, agent: (name) => `${name} wrote:` },
};

/** The line over a quotation in an answer, in the language of the customer who gets it; null where nobody is named. */
export function quotedLine(language: Language, { role, name }: HistoryEntry['author']): string | null {
  return name && role !== 'system' ? lines[language][role](name) : null;
}
