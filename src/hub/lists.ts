import type { Api } from '../api/api.js';
import type { Session, TicketQuery, TicketRow } from '../domain/types.js';
import type { NewsTarget, RowNews } from './row-news.js';

/** What the window must be told of lists. */
export interface ListFacts {
  /** What follows the changes of a list. It is needed when the first change is heard, and loaded then. */
  follow(target: Omit<NewsTarget, 'belongs' | 'sortOf'>, query: () => TicketQuery | undefined): Promise<RowNews>;
  /** Number of tickets of a list whose length the server does not tell with a page. */
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
      const [{ RowNews }, { belongs }, { sortValue }] = await Promise.all([
        import('./row-news.js'),
        import('./belongs.js'),
        import('./sort-value.js'),
      ]);
      return new RowNews({
        ...target,
        belongs(row: TicketRow) {
          const [asked, known] = [query(), session()];
          return asked && known ? belongs(row, asked, known, serverNow()) : null;
        },
        sortOf(row: TicketRow) {
          const asked = query();
          return asked ? sortValue(row, asked.sort) : null;
        },
      });
    },
    countOf: async (query, signal) => (await import('./list-length.js')).listLength(api, query, signal),
  };
}
