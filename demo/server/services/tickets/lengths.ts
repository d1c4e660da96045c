import { parseSearch } from '../../../../src/domain/search.js';
import type { TicketQuery } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { Refusal } from '../../refusal.js';
import type { AgentContext } from '../context.js';
import { countViews, isWholeView } from './counts.js';
import { listLength } from './list.js';

/**
 * How long lists are, each as the `total` of its own first page: those of whole views are kept and read together. Null
 * for a list that is too long to be counted, and for one that is no list any more, such as a search by a field that is gone.
 */
export async function lengthsOf(
  tx: Tx,
  context: AgentContext,
  searches: readonly string[],
): Promise<(number | null)[]> {
  const queries = searches.map((search) => parseSearch(search));
  const kept = queries.some(({ query }) => isWholeView(query)) ? await countViews(tx, context) : null;
  const lengths: (number | null)[] = [];
  for (const { query, problems } of queries) {
    if (problems.length > 0) lengths.push(null);
    else if (kept && isWholeView(query)) lengths.push(kept[query.view]);
    else lengths.push(await counted(tx, context, query));
  }
  return lengths;
}

async function counted(tx: Tx, context: AgentContext, query: TicketQuery): Promise<number | null> {
  try {
    return (await listLength(tx, context, query)).total;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
