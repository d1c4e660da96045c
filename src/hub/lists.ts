import type { Api } from '../api/api.js';
import type { Session, TicketQuery } from '../domain/types.js';
import type { ListLength } from './list-length.js';
import type { NewsTarget, RowNews } from './row-news.js';

/** Who shows the changes of a list. */
export interface ListTarget extends Pick<NewsTarget, 'rowOf' | 'show' | 'remove' | 'wait' | 'bring'> {
  /** Ends when another list is shown. */
  signal(): AbortSignal;
}

/** What the window must be told of lists. */
export interface ListFacts {
  /** What follows the changes of a list. It is needed when the first change is heard, and loaded then. */
  follow(target: ListTarget, query: () => TicketQuery | undefined): Promise<RowNews>;
  /** Number of tickets of a list whose length the server does not tell with a page. */
  countOf(query: TicketQuery, signal: AbortSignal): Promise<ListLength>;
}

/** What the page can tell of lists by itself. */
export function createLists(
  api: Pick<Api, 'counts' | 'tickets' | 'ticketsById' | 'ticketsIn'>,
  session: () => Session | undefined,
  serverNow: () => number,
): ListFacts {
  return {
    follow: async (target, query) =>
      (await import('./follow-list.js')).followList({ api, target, query, session, serverNow }),
    countOf: async (query, signal) => (await import('./list-length.js')).listLength(api, query, signal),
  };
}
