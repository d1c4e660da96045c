import { conditionKind, fieldName, type ConditionKind, type FieldDefinition } from '../domain/fields.js';
import { searchFields, type SearchField } from '../domain/search.js';
import type { Language, Session, Settings } from '../domain/types.js';
import type { Texts } from '../strings/ko.js';
import type { MoreTexts } from '../strings/more/ko.js';

/** What conditions are worded from. */
export interface SearchSource {
  readonly texts: Texts;
  readonly more: MoreTexts;
  readonly language: string;
  /** Undefined until they are loaded. */
  readonly session: Session | undefined;
  readonly settings: Settings | undefined;
}

/** The definition of a field that the service added, by its name in a search. */
export function ownField(field: string, settings: Settings | undefined): FieldDefinition | undefined {
  return field.startsWith('f.') ? settings?.fields.find(({ code }) => `f.${code}` === field) : undefined;
}

/** How a field is asked for, or null where it cannot be: it is encrypted, or gone. */
export function kindOfField(field: string, settings: Settings | undefined): ConditionKind | null {
  if (Object.hasOwn(searchFields, field)) return searchFields[field as SearchField];
  const own = ownField(field, settings);
  return own ? conditionKind(own) : null;
}

/** Every field that can be asked for: those of every ticket, then the service's own. */
export function searchableFields(settings: Settings | undefined): readonly string[] {
  const own = (settings?.fields ?? []).filter(conditionKind).map(({ code }) => `f.${code}`);
  return [...Object.keys(searchFields), ...own];
}

/** What a field is called. */
export function fieldLabel(field: string, { more, settings, session, language }: SearchSource): string {
  if (Object.hasOwn(searchFields, field)) return more.field[field as SearchField];
  const own = ownField(field, settings);
  return own ? fieldName(own, language as Language, session?.service.language ?? 'ko') : field.replace(/^f\./, '');
}
