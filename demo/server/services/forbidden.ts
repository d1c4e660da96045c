import { asc, eq } from 'drizzle-orm';
import { findForbidden, type ForbiddenHit } from '../../../src/domain/forbidden.js';
import type { Action } from '../../../src/domain/types.js';
import type { Tx } from '../db/database.js';
import { forbiddenWords } from '../db/schema.js';
import { Refusal } from '../refusal.js';
import { serviceOf, type AgentContext } from './context.js';

/** The words that no mail of the service may hold. */
export async function readForbiddenWords(tx: Tx, context: AgentContext): Promise<readonly string[]> {
  const rows = await tx
    .select({ word: forbiddenWords.word })
    .from(forbiddenWords)
    .where(eq(forbiddenWords.serviceId, serviceOf(context)))
    .orderBy(asc(forbiddenWords.word));
  return rows.map(({ word }) => word);
}

/** Where such words stand in a text. */
export async function forbiddenIn(tx: Tx, context: AgentContext, text: string): Promise<readonly ForbiddenHit[]> {
  return findForbidden(text, await readForbiddenWords(tx, context));
}

/** Refuses a text for customers that holds such a word. What colleagues write to each other may hold any. */
export async function requireMailable(tx: Tx, context: AgentContext, action: Action, text: string): Promise<void> {
  if (action === 'resolve' || action === 'hold') await requireAllowedWords(tx, context, text);
}

/** Refuses a text that holds such a word. */
export async function requireAllowedWords(tx: Tx, context: AgentContext, text: string): Promise<void> {
  const forbidden = await forbiddenIn(tx, context, text);
  if (forbidden.length === 0) return;
  throw new Refusal(422, 'forbidden_word', 'The text holds words that may not be sent', { content: { forbidden } });
}
