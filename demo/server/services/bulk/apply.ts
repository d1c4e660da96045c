import type { BulkCode, BulkIntent } from '../../../../src/domain/bulk.js';
import { refusalReasons } from '../../../../src/domain/rules.js';
import type { Tx } from '../../db/database.js';
import type { Refusal } from '../../refusal.js';
import type { AgentContext } from '../context.js';
import { forwardTicket } from '../tickets/assign.js';
import { editTicket } from '../tickets/edit.js';
import { processTicket } from '../tickets/process.js';

/** Does to one ticket, as it is now, what a run is for; answers with the number of mails that it queued. */
export async function applyTo(tx: Tx, context: AgentContext, ticketId: string, intent: BulkIntent): Promise<number> {
  const { action, html = '', reason, groupId = 0, usercode = '', handlingTypeId, priority, starred } = intent;
  const ticket = { ticketId, expectedVersion: 'current' } as const;
  switch (action) {
    case 'forward':
      await forwardTicket(tx, context, { ...ticket, groupId, usercode });
      return 0;
    case 'handling_type':
      await editTicket(tx, context, { ...ticket, handlingTypeId });
      return 0;
    case 'priority':
      await editTicket(tx, context, { ...ticket, priority });
      return 0;
    case 'star':
      await editTicket(tx, context, { ticketId, starred });
      return 0;
    default: {
      const { values, confirmed } = intent;
      const args = { ...ticket, action, html, reason, handlingTypeId, priority, values, confirmed };
      const { entry } = await processTicket(tx, context, args);
      return entry.mail ? 1 : 0;
    }
  }
}

const told: ReadonlySet<string> = new Set<BulkCode>([
  ...refusalReasons,
  'confirm_needed',
  'forbidden_word',
  'code_left',
]);

/** Why a ticket was not treated, as the results of a run name it. */
export function codeOf({ status, code, fields }: Refusal): BulkCode {
  if (status === 404) return 'gone';
  if (told.has(code)) return code as BulkCode;
  if (status === 409) return 'conflict';
  if (status !== 400) return 'failed';
  const missing = (fields ?? []).filter(({ code }) => code === 'required').map(({ field }) => field);
  if (missing.includes('handlingTypeId')) return 'needs_handling_type';
  return missing.some((field) => field.startsWith('f.')) ? 'needs_fields' : 'invalid';
}
