import type { Language } from '../../../../src/domain/types.js';
import { invalid } from '../../refusal.js';
import type { AgentContext } from '../context.js';

export type Names = Readonly<Partial<Record<Language, string>>>;

/** Refuses texts in languages that the service does not have, and those that lack its own: the others fall back to it. */
export function requireLanguages(
  context: AgentContext,
  field: string,
  texts: Readonly<Partial<Record<Language, unknown>>>,
): void {
  const { language, languages } = context.session.service;
  if (texts[language] === undefined)
    throw invalid(
      `${field}.${language}`,
      'required',
      'Write it in the language of the service: the others fall back to it',
    );
  const unknown = Object.keys(texts).find((one) => !(languages as readonly string[]).includes(one));
  if (unknown)
    throw invalid(`${field}.${unknown}`, 'unknown', `One of the languages of the service: ${languages.join(', ')}`);
}

/** Refuses a name that a neighbour has. */
export function requireOwnName(
  context: AgentContext,
  names: Names,
  neighbours: readonly { readonly names: Names }[],
): void {
  const { languages } = context.session.service;
  const form = (text: string | undefined) => text?.normalize('NFKC').toLowerCase();
  const taken = languages.find(
    (language) =>
      names[language] !== undefined && neighbours.some((one) => form(one.names[language]) === form(names[language])),
  );
  if (taken) throw invalid(`names.${taken}`, 'taken', 'Another one beside it has this name: choose another name');
}
