import type { ColumnName } from '../../domain/columns.js';
import type { TicketRow } from '../../domain/types.js';
import type { RowWords } from './row-words.js';

/** What a cell says of a ticket. */
export type CellText = (row: TicketRow, words: RowWords) => string;

type Spoken = Exclude<ColumnName, 'priority' | 'transfer' | 'updatedAt' | 'createdAt' | 'resolvedAt'>;

const texts: Readonly<Record<Spoken, CellText>> = {
  status: (row, words) => words.status(row),
  subject: (row, words) => row.subject || words.texts.ticketInfo.noSubject,
  customer: (row) => row.customer?.name ?? '',
  assignee: (row) => row.assignee?.name ?? '',
  channel: (row, words) => words.texts.channel[row.channel],
  group: (row) => row.group?.name ?? '',
  ticketId: (row) => row.ticketId,
  category: (row, words) => words.category(row),
  handlingType: (row, words) => words.handlingType(row),
  language: (row, words) => words.texts.language[row.language],
  creator: (row) => row.creator?.name ?? '',
  reason: (row, words) => (row.reason ? words.texts.reason[row.reason] : ''),
  email: (row) => row.customer?.email ?? '',
  phone: (row) => row.customer?.phone ?? '',
  usercode: (row) => row.customer?.usercode ?? '',
};

/** How the cells of a column are written; `id` names one that shows words. */
export function cellText(id: string): CellText {
  const own = texts[id as Spoken] as CellText | undefined;
  if (own) return own;
  const code = id.slice('f.'.length);
  return (row, words) =>
    words.field(
      row.fields?.[code],
      words.names.fields.find((field) => field.code === code),
    );
}
