import type { ColumnName } from '../domain/columns.js';
import type { FieldValue, TicketRow } from '../domain/types.js';
import type { Texts } from '../strings/ko.js';

/** What a ticket says in a column. */
export type RowText = (row: TicketRow, texts: Texts) => string;

/** Columns whose words are the same wherever a ticket stands in a row. */
export type PlainColumn = Exclude<
  ColumnName,
  'priority' | 'updatedAt' | 'createdAt' | 'resolvedAt' | 'category' | 'handlingType'
>;

export const rowTexts: Readonly<Record<PlainColumn, RowText>> = {
  status: (row, texts) => {
    if (row.spam) return texts.reason.spam;
    if (row.status === 'resolved' && row.resolution === 'internal') return texts.action.internal;
    return texts.status[row.status];
  },
  subject: (row, texts) => row.subject || texts.ticketInfo.noSubject,
  transfer: ({ transfer, guidance }, texts) => {
    if (!transfer) return '';
    const words = texts.action[transfer.kind === 'dooray' ? 'transfer_dooray' : 'transfer_issue'];
    const more = guidance
      ? texts.ticketInfo.guidance
      : transfer.state === 'sent'
        ? ''
        : texts.ticketList[transfer.state === 'failed' ? 'transferFailed' : 'transferSending'];
    return more ? `${words} · ${more}` : words;
  },
  customer: (row) => row.customer?.name ?? '',
  assignee: (row) => row.assignee?.name ?? '',
  channel: (row, texts) => texts.channel[row.channel],
  group: (row) => row.group?.name ?? '',
  ticketId: (row) => row.ticketId,
  language: (row, texts) => texts.language[row.language],
  creator: (row) => row.creator?.name ?? '',
  reason: (row, texts) => (row.reason ? texts.reason[row.reason] : ''),
  email: (row) => row.customer?.email ?? '',
  phone: (row) => row.customer?.phone ?? '',
  usercode: (row) => row.customer?.usercode ?? '',
};

/** A value of a field of the service. */
export function fieldText(value: FieldValue | undefined, isPeriod: boolean, texts: Texts): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return texts.ticketHistory[value ? 'yes' : 'no'];
  return typeof value === 'string' ? value : value.join(isPeriod ? ' – ' : ', ');
}
