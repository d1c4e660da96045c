import type { ColumnName } from '../domain/columns.js';
import { fieldName, type FieldDefinition } from '../domain/fields.js';
import type { Language } from '../domain/types.js';
import type { Texts } from '../strings/ko.js';

/** What columns need to know of the service. */
export interface ColumnWords {
  readonly texts: Texts;
  readonly language: Language;
  readonly serviceLanguage: Language;
  readonly fields: readonly FieldDefinition[];
}

/** What a column is called, from the words that other places have for the same fact. */
export function columnLabel(id: string, { texts, language, serviceLanguage, fields }: ColumnWords): string {
  const { ticketList: list, ticketInfo: info, ticketDetail: detail } = texts;
  const labels: Readonly<Record<ColumnName, string>> = {
    priority: list.priority,
    status: list.status,
    subject: list.subject,
    transfer: list.transfer,
    customer: list.customer,
    assignee: list.assignee,
    channel: list.channel,
    group: list.group,
    updatedAt: list.updated,
    createdAt: info.created,
    resolvedAt: info.resolvedAt,
    ticketId: info.ticketId,
    category: info.category,
    handlingType: info.handlingType,
    language: info.language,
    creator: info.creator,
    reason: list.reason,
    email: detail.email,
    phone: detail.phone,
    usercode: detail.id,
  };
  const field = fields.find(({ code }) => id === `f.${code}`);
  return field ? fieldName(field, language, serviceLanguage) : (labels[id as ColumnName] ?? id);
}
