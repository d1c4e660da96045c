import type { Api } from '../api/api.js';
import type { Session, TicketQuery, TicketRow } from '../domain/types.js';
import type { NewsTarget, RowNews } from './row-news.js';

/** What the window must be told of lists. */
export interface ListFacts {
  /** What follows the changes of a list. It is needed when the first change is heard, and loaded then. */
  follow(target: Omit<NewsTarget, 'belongs'>, query: () => TicketQuery | undefined): Promise<RowNews>;
  /** Number of tickets of a list that the server does not count for a page. */
  countOf(query: TicketQuery, signal: AbortSignal): Promise<number>;
}

/** What the page can tell of lists by itself. */
export function createLists(
  api: Pick<Api, 'counts' | 'tickets'>,
  session: () => Session | undefined,
  serverNow: () => number,
): ListFacts {
  return {
    async follow(target, query) {
      const [{ RowNews }, { belongs }] = await Promise.all([import('./row-news.js'), import('./belongs.js')]);
      const isOfList = (row: TicketRow): boolean | null => {
        const [asked, known] = [query(), session()];
        return asked && known ? belongs(row, asked, known, serverNow()) : null;
      };
      return new RowNews({ ...target, belongs: isOfList });
    },
    async countOf(query, signal) {
      const { view, sort: _sort, descending: _descending, ...filters } = query;
      const isPlain = Object.values(filters).every((value) => value === undefined);
      if (isPlain) return (await api.counts(signal))[view];
      // The place of the last row tells how many there are.
      const { position } = await api.tickets(query, { at: 1 }, 1, signal);
      return position ? position.index + 1 : 0;
    },
  };
}
