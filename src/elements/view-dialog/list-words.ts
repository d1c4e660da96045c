import { columnLabel } from '../../base/column-label.js';
import { fieldLabel, type SearchSource } from '../../base/search-source.js';
import { valueWords } from '../../base/search-words.js';
import type { ColumnState } from '../../domain/columns.js';
import type { Language, TicketQuery } from '../../domain/types.js';

/** What a column is called, as its head in the list. */
export function columnWord(id: string, { texts, language, session, settings }: SearchSource): string {
  const serviceLanguage = session?.service.language ?? (language as Language);
  return columnLabel(id, { texts, language: language as Language, serviceLanguage, fields: settings?.fields ?? [] });
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
