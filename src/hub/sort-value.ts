import { channels, languages, priorities, reasons, statuses, type SortKey, type TicketRow } from '../domain/types.js';

/** What a ticket without a value is sorted by: it comes first. */
const least = -1;

const values: Readonly<Partial<Record<SortKey, (row: TicketRow) => string | number | null | undefined>>> = {
  updatedAt: (row) => row.updatedAt,
  createdAt: (row) => row.createdAt,
  resolvedAt: (row) => row.resolvedAt,
  priority: (row) => priorities.indexOf(row.priority),
  status: (row) => statuses.indexOf(row.status),
  channel: (row) => channels.indexOf(row.channel),
  language: (row) => languages.indexOf(row.language),
  reason: (row) => row.reason && reasons.indexOf(row.reason),
  transfer: (row) => row.transfer && (row.transfer.kind === 'issue' ? 0 : 1),
  category: (row) => row.categoryId,
  handlingType: (row) => row.handlingTypeId,
  subject: (row) => row.subject,
  customer: (row) => row.customer?.name,
  email: (row) => row.customer?.email,
  phone: (row) => row.customer?.phone,
  usercode: (row) => row.customer?.usercode,
  assignee: (row) => row.assignee?.name,
  creator: (row) => row.creator?.name,
  group: (row) => row.group?.name,
  ticketId: (row) => row.ticketId,
};

/** Reads of a row what its place in a list depends on: a number, or a text in the order of the reader's language. */
export function reader(sort: SortKey): (row: TicketRow) => string | number {
  const own = values[sort];
  if (own) return (row) => own(row) ?? least;
  const code = sort.slice('f.'.length);
  return (row) => {
    const value = row.fields?.[code] as unknown;
    if (Array.isArray(value)) return value.join(', ');
    if (typeof value === 'boolean') return value ? 1 : 0;
    return (value as string | number | null | undefined) ?? least;
  };
}

export function sortValue(row: TicketRow, sort: SortKey): string | number {
  return reader(sort)(row);
}
