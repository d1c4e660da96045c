import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { forbiddenWords } from '../../db/schema.js';
import { invalid } from '../../refusal.js';
import { audit } from '../audit.js';
import { serviceOf, type AgentContext } from '../context.js';
import { readForbiddenWords } from '../forbidden.js';
import { requireAdministrator } from './administrators.js';
import { takeTurn } from './turns.js';

export async function listForbiddenWords(tx: Tx, context: AgentContext): Promise<{ words: readonly string[] }> {
  requireAdministrator(context);
  return { words: await readForbiddenWords(tx, context) };
}

/** Keeps these words and no others. Who keeps them last decides: the list is told whole. */
export async function keepForbiddenWords(
  tx: Tx,
  context: AgentContext,
  told: readonly string[],
): Promise<{ words: readonly string[] }> {
  requireAdministrator(context);
  const words = told.map((word) => word.normalize('NFC'));
  const form = (word: string) => word.normalize('NFKC').toLowerCase();
  const twice = words.findIndex((word, index) => words.findIndex((other) => form(other) === form(word)) < index);
  if (twice >= 0) throw invalid(`words.${twice}`, 'repeated', 'Write each word once');
  await takeTurn(tx, context, 'forbidden-words');
  const serviceId = serviceOf(context);
  const before = await readForbiddenWords(tx, context);
  const gone = before.filter((word) => !words.includes(word));
  const added = words.filter((word) => !before.includes(word));
  if (gone.length > 0)
    await tx
      .delete(forbiddenWords)
      .where(and(eq(forbiddenWords.serviceId, serviceId), inArray(forbiddenWords.word, gone)));
  if (added.length > 0) await tx.insert(forbiddenWords).values(added.map((word) => ({ serviceId, word })));
  const data = { what: 'forbidden_words', added: added.length, removed: gone.length };
  await audit(tx, context, { kind: 'setup_kept', data });
  return { words: await readForbiddenWords(tx, context) };
}
