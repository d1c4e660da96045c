import { fieldLabel, type SearchSource } from '../../base/search-source.js';
import { valueWords } from '../../base/search-words.js';
import type { ColumnName, ColumnState } from '../../domain/columns.js';
import type { SearchField } from '../../domain/search.js';
import type { TicketQuery } from '../../domain/types.js';

/** Columns that are no field of a search, or have another name there. */
const fieldOfColumn: Readonly<Partial<Record<ColumnName, SearchField>>> = {
  group: 'groups',
  updatedAt: 'updated',
  createdAt: 'created',
  resolvedAt: 'resolved',
};

/** What a column is called. */
export function columnWord(id: string, source: SearchSource): string {
  const { ticketInfo, ticketList } = source.texts;
  if (id === 'transfer') return ticketInfo.transfer;
  if (id === 'customer') return ticketList.customer;
  return fieldLabel(fieldOfColumn[id as ColumnName] ?? id, source);
}

export function columnWords(columns: readonly ColumnState[], source: SearchSource): string {
  return columns.map(({ id }) => columnWord(id, source)).join(' · ');
}

export function sortWords({ sort, descending }: TicketQuery, source: SearchSource): string {
  const { ascending, descending: down } = source.texts.ticketList;
  return `${columnWord(sort, source)} · ${descending ? down : ascending}`;
}

/** The view, the group, the figure or the filter that a list begins with. */
export function listWords(query: TicketQuery, source: SearchSource): string {
  const { texts, session, settings } = source;
  const groups = [...(session?.agent.groups ?? []), ...(settings?.groups ?? [])];
  const [board, figure] = query.figure?.split('.') ?? [];
  return [
    texts.view[query.view],
    query.group !== undefined && groups.find(({ groupId }) => groupId === query.group)?.name,
    query.transfer && texts.viewMenu[query.transfer],
    figure && `${texts.miniBoard[board as 'all' | 'my']} ${texts.figure[figure as keyof typeof texts.figure]}`,
    query.starred && texts.ticketList.important,
    query.unread && texts.ticketList.unread,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Each condition of a search in words. */
export function conditionWords({ q, where = {} }: TicketQuery, source: SearchSource): readonly string[] {
  const conditions = Object.entries(where).map(
    ([field, value]) => `${fieldLabel(field, source)}: ${valueWords(field, value, source)}`,
  );
  return q ? [`“${q}”`, ...conditions] : conditions;
}
