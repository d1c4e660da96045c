import { longestText } from '../../domain/field-values.js';
import type { FieldDefinition } from '../../domain/fields.js';
import { factLengths } from '../../domain/customer-facts.js';
import type { CustomerFact } from '../../domain/customer-info.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import type { EditProblem } from './field-edits.js';

/** What is wrong with a value, in words; empty for nothing. */
export function problemText(
  problem: EditProblem | undefined,
  { fact, definition }: { readonly fact?: CustomerFact; readonly definition?: FieldDefinition },
  words: MoreTexts['fieldForm'],
): string {
  switch (problem) {
    case undefined:
      return '';
    case 'required':
      return words.required;
    case 'length':
      return words.tooLong((fact ? factLengths[fact] : definition?.length) || longestText);
    case 'invalid':
      return invalidText(fact, definition, words);
    case 'refused':
      return words.refusedField;
  }
}

function invalidText(
  fact: CustomerFact | undefined,
  definition: FieldDefinition | undefined,
  words: MoreTexts['fieldForm'],
): string {
  if (fact === 'email') return words.noAddress;
  if (fact === 'phone') return words.noNumber;
  switch (definition?.type) {
    case 'date_period':
    case 'datetime_period':
      return words.noPeriod;
    case 'date':
    case 'datetime':
      return words.noDate;
    default:
      return words.invalid;
  }
}
