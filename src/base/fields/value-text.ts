import type { FieldDefinition } from '../../domain/fields.js';
import { isEmptyValue } from '../../domain/field-values.js';
import type { FieldValue, Ticket } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import { safeName } from '../../util/safe-name.js';
import { filesIn } from './field-edits.js';

/** A value in words, as it is read and compared. */
export function valueText(
  definition: Pick<FieldDefinition, 'type'> | undefined,
  value: FieldValue,
  files: Ticket['files'],
  { common, ticketHistory }: Texts,
): string {
  if (definition?.type === 'file') {
    const names = filesIn(value).map((id) => files?.find(({ attachmentId }) => attachmentId === id)?.fileName ?? id);
    return names.length > 0 ? names.map(safeName).join(', ') : common.none;
  }
  if (typeof value === 'boolean') return value ? ticketHistory.yes : ticketHistory.no;
  if (isEmptyValue(value)) return common.none;
  return Array.isArray(value) ? value.join(', ') : String(value);
}
