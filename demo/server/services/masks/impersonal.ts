import { findPersonalData } from '../../../../src/domain/personal-data.js';
import type { Tx } from '../../db/database.js';
import { invalid } from '../../refusal.js';
import type { AgentContext } from '../context.js';
import { patternsOf } from './patterns.js';

/** A reason as the access log may keep it: without one that names what nobody can take out of it for two years. */
export interface ToldReason {
  readonly reason?: string;
}

export async function toldReason(tx: Tx, context: AgentContext, reason: string): Promise<ToldReason> {
  const found = findPersonalData(reason, { patterns: await patternsOf(tx, context) });
  return found.length === 0 ? { reason } : {};
}

/** Refuses a reason that the access log must not hold: after the right was looked at, whose refusal is written down. */
export function requireImpersonal(field: 'purpose' | 'reason', { reason }: ToldReason): void {
  if (reason !== undefined) return;
  throw invalid(field, 'personal_data', 'The access log keeps it: say it without numbers or addresses of persons');
}
