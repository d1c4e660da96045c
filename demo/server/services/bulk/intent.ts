import { allowed } from '../../../../src/domain/rules.js';
import { bulkRule, type BulkIntent } from '../../../../src/domain/bulk.js';
import type { Tx } from '../../db/database.js';
import { invalid, Refusal } from '../../refusal.js';
import { answerBody } from '../answer-mail.js';
import { serviceOf, type AgentContext } from '../context.js';
import { requireMailable } from '../forbidden.js';
import { forwardTarget } from '../tickets/assign.js';
import { requireContent, requireKnownType, type ProcessArgs } from '../tickets/process.js';
import { rulesOf } from '../tickets/wire.js';

/**
 * Refuses what no ticket could be treated with: a text or a reason that is missing, a permission, an unknown agent.
 * What would be done is asked before the text is written, so a check does not want one.
 */
export async function requireIntent(
  tx: Tx,
  context: AgentContext,
  intent: BulkIntent,
  purpose: 'run' | 'check' = 'run',
): Promise<void> {
  requirePermission(context, intent);
  switch (intent.action) {
    case 'comment':
    case 'resolve':
    case 'hold':
    case 'internal':
      if (purpose === 'check' && intent.action !== 'internal') break;
      await requireText(tx, context, intent.action, intent);
      break;
    case 'forward':
      await requireForwardTarget(tx, context, intent);
      break;
    case 'handling_type':
      requireTold(intent, 'handlingTypeId');
      break;
    case 'priority':
      requireTold(intent, 'priority');
      break;
    case 'star':
      requireTold(intent, 'starred');
  }
  if (intent.handlingTypeId) await requireKnownType(tx, context, intent.handlingTypeId);
}

async function requireText(
  tx: Tx,
  context: AgentContext,
  action: ProcessArgs['action'],
  { html = '', reason }: BulkIntent,
): Promise<void> {
  const body = answerBody(html);
  requireContent({ action, reason }, body);
  await requireMailable(tx, context, action, body.text);
}

/** What an agent may do to no ticket at all. */
function requirePermission(context: AgentContext, { action }: BulkIntent): void {
  const { session } = context;
  const open = { status: 'processing', spam: false, assignee: session.agent } as const;
  const answer = allowed(open, bulkRule[action], session.agent, rulesOf(session));
  if (!answer.ok) throw new Refusal(403, answer.why, 'Not permitted');
}

async function requireForwardTarget(tx: Tx, context: AgentContext, intent: BulkIntent): Promise<void> {
  const groupId = requireTold(intent, 'groupId');
  const usercode = requireTold(intent, 'usercode');
  await forwardTarget(tx, serviceOf(context), { groupId, usercode });
}

function requireTold<K extends keyof BulkIntent>(intent: BulkIntent, field: K): Exclude<BulkIntent[K], undefined> {
  const value = intent[field];
  if (value === undefined) throw invalid(field, 'required', 'A value is needed');
  return value as Exclude<BulkIntent[K], undefined>;
}
