import { columnNames, type ColumnName } from '../../../../src/domain/columns.js';
import { fieldName, type FieldDefinition } from '../../../../src/domain/fields.js';
import type { FieldValue, Language, Service, TicketRow } from '../../../../src/domain/types.js';
import { zoneOffset } from '../../../../src/util/time-zone.js';
import { invalid } from '../../refusal.js';
import type { FullRecord } from '../tickets/wire.js';
import { words, type Words } from './words.js';

/** A row of the list, and what is kept of it beside. */
export interface ExportedRow {
  readonly row: TicketRow;
  readonly ticket: FullRecord['ticket'];
}

/** One column of a file. */
export interface FileColumn {
  readonly heading: string;
  text(row: ExportedRow): string;
}

/** The columns that are asked for. Encrypted fields are left out; names that nobody knows are refused. */
export function fileColumns(
  names: readonly string[],
  language: Language,
  { timeZone, language: serviceLanguage }: Service,
  fields: readonly FieldDefinition[],
): FileColumn[] {
  return names.flatMap((name, index) => {
    if (isColumn(name)) return [factColumn(name, words[language], timeZone)];
    const field = fields.find(({ code }) => name === `f.${code}`);
    if (!field) throw invalid(`columns.${index}`, 'unknown', 'There is no such column');
    if (field.encrypted) return [];
    const heading = fieldName(field, language, serviceLanguage);
    return [{ heading, text: ({ ticket }) => fieldText(ticket.fields[field.code], field, words[language]) }];
  });
}

function isColumn(name: string): name is ColumnName {
  return (columnNames as readonly string[]).includes(name);
}

function factColumn(name: ColumnName, language: Words, timeZone: string): FileColumn {
  return { heading: language.columns[name], text: (one) => factText(name, one, language, timeZone) };
}

function factText(name: ColumnName, { row, ticket }: ExportedRow, language: Words, timeZone: string): string {
  switch (name) {
    case 'priority':
      return language.priority[row.priority];
    case 'status':
      return statusText(row, language);
    case 'subject':
      return row.subject;
    case 'transfer':
      return row.transfer ? language.transfer[row.transfer.kind] : '';
    case 'customer':
      return row.customer?.name ?? '';
    case 'assignee':
      return row.assignee?.name ?? '';
    case 'channel':
      return language.channel[row.channel];
    case 'group':
      return row.group?.name ?? '';
    case 'updatedAt':
    case 'createdAt':
    case 'resolvedAt':
      return timeText(row[name], timeZone);
    case 'ticketId':
      return row.ticketId;
    case 'category':
      return ticket.categoryName;
    case 'handlingType':
      return ticket.handlingTypeName;
    case 'language':
      return language.language[row.language];
    case 'creator':
      return row.creator?.name ?? '';
    case 'reason':
      return row.reason ? language.reason[row.reason] : '';
    case 'email':
    case 'phone':
    case 'usercode':
      return row.customer?.[name] ?? '';
  }
}

function statusText({ spam, status, resolution }: TicketRow, language: Words): string {
  if (spam) return language.reason.spam;
  return status === 'resolved' && resolution === 'internal' ? language.resolvedInternally : language.status[status];
}

function fieldText(value: FieldValue | undefined, { type }: FieldDefinition, language: Words): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? language.yes : language.no;
  return typeof value === 'string' ? value : value.join(type.endsWith('_period') ? ' – ' : ', ');
}

/** A time as spreadsheets know one, in the zone of the service. */
export function timeText(at: number | null, timeZone: string): string {
  if (at === null) return '';
  return new Date(at + zoneOffset(at, timeZone)).toISOString().slice(0, 19).replace('T', ' ');
}
