import { parseSearch } from '../../../src/domain/search.js';
import type { TicketQuery } from '../../../src/domain/types.js';
import { Refusal } from '../refusal.js';

/** The list that a search string of a body names; refuses it with the parts of it that cannot be used. */
export function listOf(search: string): TicketQuery {
  const { query, problems } = parseSearch(search);
  if (problems.length === 0) return query;
  const fields = problems.map(({ field, code }) => ({
    field: `query.${field}`,
    code,
    message: 'Cannot be searched so',
  }));
  throw new Refusal(400, 'invalid', 'Invalid request', { fields });
}
