import type { Language } from './types.js';

/** Types of the fields that a service defines, by their names in the Open API. */
export const fieldTypes = [
  'text',
  'textarea',
  'dropdown',
  'checkbox',
  'radio',
  'date',
  'datetime',
  'date_period',
  'datetime_period',
  'agree',
  'caption',
  'file',
] as const;
export type FieldType = (typeof fieldTypes)[number];

/** A field that the service added to its tickets. */
export interface FieldDefinition {
  /** Never used again, even after the field was deleted. */
  readonly code: string;
  /** Customer fields stand with the customer's data, agent fields with the handling. */
  readonly owner: 'customer' | 'agent';
  readonly type: FieldType;
  readonly names: Readonly<Partial<Record<Language, string>>>;
  /** What stands below it, sanitised HTML by language; of a caption, the caption itself. */
  readonly hints?: Readonly<Partial<Record<Language, string>>>;
  /** What stands in it while it is empty. */
  readonly placeholders?: Readonly<Partial<Record<Language, string>>>;
  /** Values to choose from; null where the type has none. */
  readonly options: readonly string[] | null;
  readonly required: boolean;
  /** Stored encrypted: neither searched nor sorted by. */
  readonly encrypted: boolean;
  /** Most characters; 0 for no limit. */
  readonly length: number;
  /** Submission types whose tickets have it; null for all. */
  readonly categories: readonly number[] | null;
}

/** How a field is asked for in a search, or null where it cannot be. */
export function conditionKind({ type, encrypted }: Pick<FieldDefinition, 'type' | 'encrypted'>): ConditionKind | null {
  if (encrypted) return null;
  switch (type) {
    case 'text':
    case 'textarea':
      return 'text';
    case 'dropdown':
    case 'checkbox':
    case 'radio':
      return 'choice';
    case 'date':
    case 'datetime':
    case 'date_period':
    case 'datetime_period':
      return 'period';
    case 'agree':
      return 'flag';
    default:
      return null;
  }
}

/** `text`: a part of it. `choice`: any of some values. `period`: between two moments. `flag`: yes or no. */
export type ConditionKind = 'text' | 'choice' | 'period' | 'flag';

/** Name of a field in a language, else in the service's, else its code. */
export function fieldName(field: FieldDefinition, language: Language, serviceLanguage: Language): string {
  return field.names[language] ?? field.names[serviceLanguage] ?? field.code;
}
