import { parseSearch } from '../../../../src/domain/search.js';
import type { TicketQuery } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { Refusal } from '../../refusal.js';
import type { AgentContext } from '../context.js';
import { countViews, isWholeView } from './counts.js';
import { listLength, type Length } from './list.js';

/**
 * How long lists are, each as its own first page says it: those of whole views are kept and read together. Null for one
 * that is no list any more, such as a search by a field that is gone.
 */
export async function lengthsOf(
  tx: Tx,
  context: AgentContext,
  searches: readonly string[],
): Promise<(Length | null)[]> {
  const queries = searches.map((search) => parseSearch(search));
  const kept = queries.some(({ query }) => isWholeView(query)) ? await countViews(tx, context) : null;
  const lengths: (Length | null)[] = [];
  for (const { query, problems } of queries) {
    if (problems.length > 0) lengths.push(null);
    else if (kept && isWholeView(query)) lengths.push({ total: kept[query.view], estimate: null });
    else lengths.push(await counted(tx, context, query));
  }
  return lengths;
}

async function counted(tx: Tx, context: AgentContext, query: TicketQuery): Promise<Length | null> {
  try {
    return await listLength(tx, context, query);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
