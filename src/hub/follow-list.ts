import type { Api } from '../api/api.js';
import type { Session, TicketQuery } from '../domain/types.js';
import { belongs } from './belongs.js';
import type { ListTarget } from './lists.js';
import { RowNews } from './row-news.js';
import { sortValue } from './sort-value.js';

export interface FollowOptions {
  readonly api: Pick<Api, 'ticketsById' | 'ticketsIn'>;
  readonly target: ListTarget;
  query(): TicketQuery | undefined;
  session(): Session | undefined;
  serverNow(): number;
}

/** Follows the changes of the open list by what its search asks for. */
export function followList({ api, target, query, session, serverNow }: FollowOptions): RowNews {
  return new RowNews({
    ...target,
    fetch: (ids) => api.ticketsById(ids, query()?.fields, target.signal()),
    check: async (ids) => {
      const asked = query();
      return asked ? api.ticketsIn(asked, ids, target.signal()) : [];
    },
    belongs(row) {
      const [asked, known] = [query(), session()];
      return asked && known ? belongs(row, asked, known, serverNow()) : null;
    },
    sortOf(row) {
      const asked = query();
      return asked ? sortValue(row, asked.sort) : null;
    },
    isSortedByTime: () => query()?.sort === 'updatedAt',
  });
}
