import { fieldText, rowTexts, type PlainColumn, type RowText } from '../../base/row-text.js';
import type { TicketRow } from '../../domain/types.js';
import type { RowWords } from './row-words.js';

/** What a cell says of a ticket. */
export type CellText = (row: TicketRow, words: RowWords) => string;

/** How the cells of a column are written; `id` names one that shows words. */
export function cellText(id: string): CellText {
  if (id === 'category') return (row, words) => words.category(row);
  if (id === 'handlingType') return (row, words) => words.handlingType(row);
  const own = rowTexts[id as PlainColumn] as RowText | undefined;
  if (own) return (row, words) => own(row, words.texts);
  const code = id.slice('f.'.length);
  return (row, words) => {
    const type = words.names.fields.find((field) => field.code === code)?.type;
    return fieldText(row.fields?.[code], type?.endsWith('_period') ?? false, words.texts);
  };
}
